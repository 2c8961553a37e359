"""A report in words as a file (总结文件): Word or plain text by the file's name, with the sources of its numbers."""

from pathlib import Path

from gridapp.counting.ledger import Ledger
from gridapp.counting.words import Words
from gridapp.domain.problem import Refusal
from gridapp.reporting.prose.document import Document
from gridapp.reporting.prose.sources import sources_of
from gridapp.reporting.prose.text_file import write_text


def write_report(path: Path, document: Document, ledger: Ledger, words: Words) -> None:
    """Writes a .docx or .txt file; raises `Refusal` for another kind, or where it cannot be written."""
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".txt"):
        raise Refusal(f"总结只能存为 .docx 或 .txt 文件，请修改文件名 {path.name}。")
    sources = sources_of(document, ledger, words)
    if suffix == ".txt":
        write_text(path, document, sources)
        return
    # python-docx is slow to import and only needed here.
    from gridapp.reporting.prose.word_file import write_word

    write_word(path, document, sources)
