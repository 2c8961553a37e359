"""A filled Word file as a document to be printed (.docx 转版面): as far as our pages go, the rest is named."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from gridapp.pages.blocks import Block, PageBreak, Paragraph
from gridapp.pages.document import PORTRAIT, Document, PageSetUp, Section
from gridapp.pages.word_package import Package, R, W, no_word_file
from gridapp.pages.word_paragraphs import Paragraphs
from gridapp.pages.word_styles import Styles, plain, points
from gridapp.pages.word_tables import WordTable

_LEAST_ROOM = 72.0
"""Points between the margins; with less, the paper of a damaged file is taken to be A4."""
_NESTED = "表格中的表格"


def from_word(data: bytes) -> Document:
    """The document in a Word file, without a title of its own; raises `Refusal` where it is no such file."""
    try:
        return _Reading(Package(data)).document()
    except RecursionError as error:
        raise no_word_file() from error


class _Reading:
    """A Word file while it is read."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.styles)
        self._paragraphs = Paragraphs(package, self._styles)
        self._sections: list[Section] = []
        self._set_up = replace(PORTRAIT, foot=())

    def document(self) -> Document:
        body = self._package.document.find(f"{W}body")
        blocks: list[Block] = []
        for element in _content(body) if body is not None else ():
            if plain(element) == "sectPr":
                self._end_section(element, blocks)
                blocks = []
                continue
            blocks += self._blocks(element)
            ending = element.find(f"{W}pPr/{W}sectPr")
            if ending is not None:
                self._end_section(ending, blocks)
                blocks = []
        if blocks or not self._sections:
            self._sections.append(Section(self._set_up, tuple(blocks)))
        return Document("", tuple(self._sections), tuple(self._paragraphs.left_out))

    def _blocks(self, element: Element) -> Iterator[Block]:
        if plain(element) == "p":
            yield from self._paragraphs.blocks(element)
        elif plain(element) == "tbl":
            table = WordTable(element, self._styles, self._in_cell).told()
            if table is not None:
                yield table

    def _in_cell(self, cell: Element, style: str | None) -> Iterator[Paragraph]:
        for element in _content(cell):
            if plain(element) == "p":
                for block in self._paragraphs.blocks(element, style):
                    if isinstance(block, Paragraph):
                        yield block
                    elif not isinstance(block, PageBreak):
                        self._paragraphs.left_out["表格中的图片"] = None
            elif plain(element) == "tbl":
                self._paragraphs.left_out[_NESTED] = None
                for inner in element.iter(f"{W}tc"):
                    yield from self._in_cell(inner, style)

    def _end_section(self, properties: Element, blocks: list[Block]) -> None:
        kind = properties.find(f"{W}type")
        if kind is not None and kind.get(f"{W}val") == "continuous" and self._sections:
            last = self._sections.pop()
            self._sections.append(Section(last.set_up, (*last.blocks, *blocks)))
            return
        self._set_up = self._set_up_of(properties)
        self._sections.append(Section(self._set_up, tuple(blocks)))

    def _set_up_of(self, properties: Element) -> PageSetUp:
        """The pages of a section; what it does not say is as in the one before it."""
        before = self._set_up
        size, margins = properties.find(f"{W}pgSz"), properties.find(f"{W}pgMar")
        head, foot = self._at_edge(properties, "header"), self._at_edge(properties, "footer")
        if properties.find(f"{W}titlePg") is not None:
            self._paragraphs.left_out["首页不同的页眉页脚"] = None
        set_up = PageSetUp(
            width=_told(size, "w", before.width),
            height=_told(size, "h", before.height),
            top=_told(margins, "top", before.top),
            right=_told(margins, "right", before.right),
            bottom=_told(margins, "bottom", before.bottom),
            left=_told(margins, "left", before.left),
            head_at=_told(margins, "header", before.head_at),
            foot_at=_told(margins, "footer", before.foot_at),
            head=before.head if head is None else head,
            foot=before.foot if foot is None else foot,
        )
        has_room = min(set_up.room, set_up.height - set_up.top - set_up.bottom) >= _LEAST_ROOM
        return set_up if has_room else replace(PORTRAIT, head=set_up.head, foot=set_up.foot)

    def _at_edge(self, properties: Element, which: str) -> tuple[Paragraph, ...] | None:
        """What stands at the head or foot of every page."""
        for reference in properties.findall(f"{W}{which}Reference"):
            root = self._package.related(reference.get(f"{R}id"))
            if reference.get(f"{W}type") == "default" and root is not None:
                found = [block for element in root.iter(f"{W}p") for block in self._paragraphs.blocks(element)]
                return tuple(block for block in found if isinstance(block, Paragraph))
        return None


def _content(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables in something, also those in a control for content."""
    for child in parent:
        if plain(child) in {"sdt", "sdtContent", "ins"}:
            yield from _content(child)
        elif plain(child) in {"p", "tbl", "sectPr"}:
            yield child


def _told(element: Element | None, name: str, otherwise: float) -> float:
    said = element.get(f"{W}{name}") if element is not None else None
    return otherwise if said is None else abs(points(said))
