"""A document as PDF (PDF 文件): faces embedded, words that can be searched and copied, the same bytes each time."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from gridapp.domain.problem import Refusal
from gridapp.pages.blocks import Face
from gridapp.pages.document import Document
from gridapp.pages.drawn import Image, LaidPage, Stroke, Text
from gridapp.pages.face_files import FileMetrics, face_file
from gridapp.pages.layout import laid_out
from gridapp.pages.progress import Progress, Steps, at_once
from gridapp.pages.ruler import Ruler

if TYPE_CHECKING:
    from fpdf import FPDF

_MADE = datetime(2018, 1, 1, tzinfo=UTC)
"""The day that every file bears, so that two of the same content are the same file."""
_BOLD = 1 / 36
"""The thickness of the stroke around a letter that makes it bold, in ems."""


def pdf(document: Document) -> bytes:
    """The document as the bytes of a PDF file; raises `Refusal` where a picture in it is damaged."""
    return pages_as_pdf(document.title, laid_out(document, FileMetrics()))


def page_counts(document: Document) -> tuple[int, ...]:
    """How many pages each section takes."""
    return laid_out(document, FileMetrics()).of_sections


def missing_letters(text: str) -> str:
    """The letters of a text that no face of ours has, each once; `GETA` (〓) is printed for them."""
    return Ruler(FileMetrics()).missing(text)


def pages_as_pdf(title: str, pages: Sequence[LaidPage]) -> bytes:
    """Pages that are laid out already."""
    return at_once(writing_pdf(title, pages))


def writing_pdf(title: str, pages: Sequence[LaidPage]) -> Steps[bytes]:
    """The same page by page; who stops asking leaves nothing behind."""
    # fpdf2 is slow to import and only needed where a file is written.
    from fpdf import FPDF

    file = FPDF(unit="pt")
    file.set_auto_page_break(False)
    file.set_margin(0)
    file.set_title(title)
    file.set_lang("zh-CN")
    file.set_producer("gridapp")
    file.set_creation_date(_MADE)
    try:
        for face, letters in _letters_of(pages).items():
            file.add_font(face.name, fname=face_file(face), unicode_range=sorted(letters))
        pen = _Pen(file)
        for done, page in enumerate(pages, 1):
            file.add_page(format=(page.width, page.height))
            pen.draw(page)
            yield Progress("正在写 PDF", done, len(pages), "页")
        return bytes(file.output())
    finally:
        _close_faces(file)


def _close_faces(file: "FPDF") -> None:
    """fpdf2 closes the files of its faces with the last page; where a page is refused they stay open."""
    from fpdf.fonts import TTFFont

    for font in file.fonts.values():
        if isinstance(font, TTFFont):
            font.close()


def _letters_of(pages: Sequence[LaidPage]) -> dict[Face, set[int]]:
    """What is printed of each face; to look at no more of it makes it a good deal faster."""
    letters: dict[Face, set[int]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, Text) and item.text:
                letters.setdefault(item.face, set()).update(map(ord, item.text))
    return letters


class _Pen:
    """Draws on the pages of a file."""

    def __init__(self, file: "FPDF") -> None:
        self._file = file
        self._type: tuple[Face, float] | None = None

    def draw(self, page: LaidPage) -> None:
        for item in page.items:
            if isinstance(item, Text):
                self._text(item)
            elif isinstance(item, Stroke):
                self._file.set_line_width(item.thickness)
                self._file.line(item.x1, item.y1, item.x2, item.y2)
            elif isinstance(item, Image):
                self._image(item)

    def _image(self, image: Image) -> None:
        try:
            self._file.image(BytesIO(image.data), image.x, image.y, image.width, image.height)
        except (OSError, SyntaxError, ValueError) as error:
            raise Refusal("文档里的图片已损坏，不能转成 PDF，请换一张图片后再试。") from error

    def _text(self, text: Text) -> None:
        if not text.text:
            return
        self._use(text.face, text.size)
        self._file.set_char_spacing(text.spacing)
        if text.bold:
            with self._file.local_context(text_mode=2, line_width=text.size * _BOLD):
                self._file.text(text.x, text.y, text.text)
        else:
            self._file.text(text.x, text.y, text.text)

    def _use(self, face: Face, size: float) -> None:
        if self._type != (face, size):
            self._file.set_font(face.name, size=size)
            self._type = face, size
