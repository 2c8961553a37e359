"""Papers as .pdf (文书打印): laid out page by page, the letters embedded."""

from collections.abc import Sequence
from dataclasses import replace

from gridapp.pages.document import Document
from gridapp.pages.face_files import FileMetrics
from gridapp.pages.from_word import from_word
from gridapp.pages.layout import laid_out
from gridapp.pages.pdf import page_counts, pages_as_pdf, pdf
from gridapp.papers.catalogue import PaperForm


def as_pdf(docx: bytes) -> bytes:
    """A paper as .pdf; raises `Refusal` where it is no Word file."""
    return pdf(from_word(docx))


def one_pdf(title: str, papers: Sequence[tuple[PaperForm, bytes]]) -> bytes:
    """Some papers as one .pdf, as a whole file (卷宗) is printed.

    Each counts its own pages: those of the file (页号) are stamped once everything that was brought lies between.
    """
    metrics = FileMetrics()
    documents = (from_word(docx) if form.paged else _without_numbers(from_word(docx)) for form, docx in papers)
    return pages_as_pdf(title, [page for document in documents for page in laid_out(document, metrics)])


def pages_in(docx: bytes) -> int:
    """How many pages a paper takes."""
    return sum(page_counts(from_word(docx)))


def _without_numbers(document: Document) -> Document:
    sections = (replace(section, set_up=replace(section.set_up, foot=())) for section in document.sections)
    return replace(document, sections=tuple(sections))
