"""A report in words as a file (总结文件): Word, PDF or text by the file's name, with the sources of its numbers."""

from pathlib import Path

from gridapp.counting.ledger import Ledger
from gridapp.counting.words import Words
from gridapp.domain.problem import Refusal
from gridapp.pages.pdf import pdf
from gridapp.reporting.prose.document import Document
from gridapp.reporting.prose.page import report_pages
from gridapp.reporting.prose.sources import sources_of
from gridapp.reporting.prose.text_file import write_text
from gridapp.workbooks.whole_file import put_in_place


def write_report(path: Path, document: Document, ledger: Ledger, words: Words) -> None:
    """Writes a .docx, .pdf or .txt file; raises `Refusal` for another kind, or where it cannot be written."""
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".pdf", ".txt"):
        raise Refusal(f"总结只能存为 .docx、.pdf 或 .txt 文件，请修改文件名 {path.name}。")
    sources = sources_of(document, ledger, words)
    if suffix == ".txt":
        write_text(path, document, sources)
        return
    if suffix == ".pdf":
        printed = pdf(report_pages(document, sources))
        put_in_place(path, lambda target: target.write_bytes(printed))
        return
    # python-docx is slow to import and only needed here.
    from gridapp.reporting.prose.word_file import write_word

    write_word(path, document, sources)
