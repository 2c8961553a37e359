"""Papers as they are printed (文书打印): page by page, one or several one after another, as .pdf too."""

from collections.abc import Sequence
from dataclasses import replace

from gridapp.pages.document import Document, bundled
from gridapp.pages.from_word import from_word
from gridapp.pages.pdf import page_counts, pdf
from gridapp.papers.catalogue import PaperForm


def as_pdf(docx: bytes) -> bytes:
    """A paper as .pdf; raises `Refusal` where it is no Word file."""
    return pdf(from_word(docx))


def one_after_another(title: str, papers: Sequence[tuple[PaperForm, bytes]]) -> Document:
    """Some papers as one document, as a whole file (卷宗) is printed.

    Each counts its own pages: those of the file (页号) are stamped once everything that was brought lies between.
    """
    documents = (from_word(docx) if form.paged else _without_numbers(from_word(docx)) for form, docx in papers)
    return bundled(title, documents)


def one_pdf(title: str, papers: Sequence[tuple[PaperForm, bytes]]) -> bytes:
    """Some papers as one .pdf."""
    return pdf(one_after_another(title, papers))


def pages_in(docx: bytes) -> int:
    """How many pages a paper takes."""
    return sum(page_counts(from_word(docx)))


def _without_numbers(document: Document) -> Document:
    sections = (replace(section, set_up=replace(section.set_up, foot=())) for section in document.sections)
    return replace(document, sections=tuple(sections))
