"""A document to be printed (打印文档): sections, each with the set-up of its pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

from gridapp.pages.blocks import MM, Align, Block, Count, Paragraph, Run

_FOOT = 9.0


class Paper(Enum):
    """Paper that offices have, by its short and its long side in points."""

    A4 = 210 * MM, 297 * MM
    A3 = 297 * MM, 420 * MM


def _counted() -> tuple[Paragraph, ...]:
    said = ("第 ", Count.PAGE, " 页　共 ", Count.PAGES, " 页")
    runs = (Run(part, _FOOT) if isinstance(part, str) else Run("", _FOOT, count=part) for part in said)
    return (Paragraph(runs=tuple(runs), align=Align.CENTRE),)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetUp:
    """Size and margins in points; `head` and `foot` stand on every page, so far from its edges."""

    width: float = Paper.A4.value[0]
    height: float = Paper.A4.value[1]
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

    def on(self, paper: Paper) -> "PageSetUp":
        """The same on other paper, standing or lying as it was."""
        width, height = paper.value[::-1] if self.is_lying else paper.value
        return replace(self, width=width, height=height)

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
    """Blocks on pages of one set-up; it begins on a new page, from where pages may be `counted_anew`.

    `closer` is the same with less room between everything, taken where it needs fewer pages.
    """

    set_up: PageSetUp
    blocks: tuple[Block, ...]
    counted_anew: bool = False
    closer: "Section | None" = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document; `left_out` names what its source had and a page cannot show."""

    title: str
    sections: tuple[Section, ...]
    left_out: tuple[str, ...] = ()


def marked(document: Document, mark: str) -> Document:
    """The document with a word at the head of every page (演示数据)."""
    head = Paragraph(runs=(Run(mark, _FOOT),), align=Align.RIGHT)
    return replace(document, sections=tuple(_headed(section, head) for section in document.sections))


def _headed(section: Section, head: Paragraph) -> Section:
    set_up = replace(section.set_up, head=(head, *section.set_up.head))
    return replace(section, set_up=set_up, closer=section.closer and _headed(section.closer, head))


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
