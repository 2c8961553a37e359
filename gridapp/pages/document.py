"""A document to be printed (打印文档): sections, each with the set-up of its pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from gridapp.pages.blocks import MM, Align, Block, Count, Paragraph, Run

_SHORT, _LONG = 210 * MM, 297 * MM
_FOOT = 9.0


def _counted() -> tuple[Paragraph, ...]:
    said = ("第 ", Count.PAGE, " 页　共 ", Count.PAGES, " 页")
    runs = (Run(part, _FOOT) if isinstance(part, str) else Run("", _FOOT, count=part) for part in said)
    return (Paragraph(runs=tuple(runs), align=Align.CENTRE),)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetUp:
    """Size and margins in points; `head` and `foot` stand on every page, so far from its edges."""

    width: float = _SHORT
    height: float = _LONG
    top: float = 18 * MM
    right: float = 15 * MM
    bottom: float = 18 * MM
    left: float = 15 * MM
    head: tuple[Paragraph, ...] = ()
    foot: tuple[Paragraph, ...] = field(default_factory=_counted)
    head_at: float = 9 * MM
    foot_at: float = 9 * MM

    @property
    def turned(self) -> "PageSetUp":
        """The same paper turned round: lying (横向) what stood (纵向), and the other way."""
        return replace(self, width=self.height, height=self.width)

    @property
    def is_lying(self) -> bool:
        """Whether it is wider than high (横向)."""
        return self.width > self.height

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


PORTRAIT = PageSetUp()
"""A4 standing (纵向), 第x页 共y页 at the foot."""
LANDSCAPE = PORTRAIT.turned
"""A4 lying (横向)."""
OFFICIAL = PageSetUp(top=37 * MM, left=28 * MM, right=26 * MM, bottom=35 * MM, foot_at=25 * MM)
"""The margins of official documents (GB/T 9704)."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one set-up; it begins on a new page, from where pages may be `counted_anew`."""

    set_up: PageSetUp
    blocks: tuple[Block, ...]
    counted_anew: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document; `left_out` names what its source had and a page cannot show."""

    title: str
    sections: tuple[Section, ...]
    left_out: tuple[str, ...] = ()


def marked(document: Document, mark: str) -> Document:
    """The document with a word at the head of every page (演示数据)."""
    head = Paragraph(runs=(Run(mark, _FOOT),), align=Align.RIGHT)
    sections = (
        replace(section, set_up=replace(section.set_up, head=(head, *section.set_up.head)))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


def bundled(title: str, documents: Iterable[Document]) -> Document:
    """Some documents one after another, each counting its own pages."""
    parts = (
        replace(document, sections=(replace(document.sections[0], counted_anew=True), *document.sections[1:]))
        for document in documents
    )
    return joined(title, parts)


def joined(title: str, documents: Iterable[Document]) -> Document:
    """Some documents as one, its pages counted through (卷宗)."""
    parts = list(documents)
    return Document(
        title,
        tuple(section for part in parts for section in part.sections),
        tuple(dict.fromkeys(what for part in parts for what in part.left_out)),
    )
