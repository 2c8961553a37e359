"""What stands on a page, told in blocks (版面内容): paragraphs, tables, lines for signing, pictures.

All measures are in points (1/72 inch); `MM` says how many a millimetre has.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, Flag, auto

MM = 72 / 25.4
"""Points in a millimetre."""
BODY = 10.5
"""The size of ordinary type (五号)."""


class Face(Enum):
    """The two faces that come with us: 宋体 (also for 仿宋, 楷体 and 小标宋) and 黑体."""

    SONG = "宋体"
    HEI = "黑体"


class Align(Enum):
    """To which side lines are set; `BOTH` reaches both margins but in the last line (两端对齐)."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()
    BOTH = auto()


class Count(Enum):
    """What is counted when the pages are made: the page's own number (页码), and how many there are (总页数)."""

    PAGE = auto()
    PAGES = auto()


class Side(Flag):
    """The sides of a cell that are ruled."""

    NONE = 0
    TOP = auto()
    RIGHT = auto()
    BOTTOM = auto()
    LEFT = auto()
    BOX = TOP | RIGHT | BOTTOM | LEFT


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one type. A line break in them is one on the page; with `count` the number stands for them."""

    text: str = ""
    size: float = BODY
    face: Face = Face.SONG
    bold: bool = False
    underline: bool = False
    count: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph: `first` is the indent of its first line (negative: it hangs), `left` and `right` of all lines.

    `line` is the height of each line; None lets the type say it. `stops` are where tabs reach to. `keep` holds it on
    the page of the next block.
    """

    runs: tuple[Run, ...] = ()
    align: Align = Align.LEFT
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float | None = None
    stops: tuple[float, ...] = ()
    keep: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell over so many columns and rows; `middle` centres it from top to bottom."""

    paragraphs: tuple[Paragraph, ...] = ()
    columns: int = 1
    rows: int = 1
    middle: bool = True
    sides: Side = Side.BOX


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells that begin in a row, in their order; one that reaches down from above is not told again.

    `height` is the least it has.
    """

    cells: tuple[Cell, ...]
    height: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. `head` rows are repeated on every page, `labels` columns where it is too wide for one.

    Without `widths` the columns are as wide as what stands in them, over the whole page. No column is ever cut: type
    that has no room is made smaller, and where that is not enough the columns go on below (续表). `padding` stands
    between the words of a cell and its sides, `above` over and under them.
    """

    rows: tuple[Row, ...]
    widths: tuple[float, ...] | None = None
    head: int = 0
    labels: int = 1
    padding: float = 3.0
    above: float = 2.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTable:
    """A table of any number of rows (长表), each a line of cells that reach over nothing, under one row of headings.

    `rows` may be made when they are asked for; they are looked at twice, measured and then set, piece by piece. Columns
    that have no room on one page go on to the right (左右接续), on sheets to be laid beside each other, with `labels`
    columns first on each; rows are equally high on all of them.
    """

    head: Row
    rows: Sequence[Row]
    labels: int = 1
    padding: float = 3.0
    above: float = 2.0


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """Who signs (填报人、审核人……): words with what stands behind them; nothing leaves a line to write on."""

    blanks: tuple[tuple[str, str], ...]
    size: float = BODY


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture (PNG or JPEG); larger than the page, it is made smaller."""

    data: bytes
    width: float
    height: float
    align: Align = Align.CENTRE


Block = Paragraph | Table | LongTable | SignatureLine | PageBreak | Picture


def words(text: str, size: float = BODY, align: Align = Align.LEFT, *, bold: bool = False) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(runs=(Run(text, size, bold=bold),), align=align)


def heading(text: str, size: float) -> Paragraph:
    """A heading in 黑体 that stays with what follows."""
    return Paragraph(runs=(Run(text, size, Face.HEI),), before=size / 2, after=size / 3, keep=True)


def cells_of(texts: Iterable[str], size: float = BODY, align: Align = Align.LEFT) -> tuple[Cell, ...]:
    """Plain cells of a row."""
    return tuple(Cell(paragraphs=(words(text, size, align),)) for text in texts)
