"""A case to be printed (打印一件): every filled field, then everything that happened, in the words of its page."""

from collections.abc import Iterator, Sequence

from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken
from gridapp.domain.person import masked_phone
from gridapp.pages.blocks import Align, Cell, Face, Paragraph, Row, Run, Table, heading
from gridapp.pages.document import PORTRAIT, Document, PageSetUp, Section
from gridapp.pages.framed import ABOUT, TITLE, heading_row, label_cell
from ui.cases.field_words import name_of
from ui.handling.content_view import pairs_of
from ui.handling.loaded import Loaded
from ui.handling.state_words import state_in_words
from ui.handling.timeline import Item, timeline
from ui.printing.print_order import PrintOrder

_SHORT = 20
"""Letters of a value that leaves room for another beside it."""
_NAME, _SAID = 15, 35
"""Parts of the width, of a hundred, for a name and what is said."""
_STEPS = (17, 15, 18, 50)


def case_order(loaded: Loaded, areas: AreaTree) -> PrintOrder:
    """A case as its page shows it; telephone numbers are masked, for paper goes round."""
    case = loaded.case
    title = f"{case.kind.label} {case.number}"
    pairs = [(name, _masked(case.kind, name, value)) for name, value in pairs_of(case, areas)]
    items = timeline(case.kind, loaded.history, areas)[::-1]

    def make(set_up: PageSetUp) -> Document:
        head = Paragraph(runs=(Run(title, TITLE, Face.HEI),), align=Align.CENTRE, after=4, keep=True)
        state = Paragraph(runs=(Run(f"状态：{state_in_words(case)}", ABOUT),), after=3, keep=True)
        blocks = (head, state, _fields(pairs, set_up.room), heading("办理经过", 12), _steps(items, set_up.room))
        return Document(title, (Section(set_up, blocks),))

    return PrintOrder(title=title, make=make, set_up=PORTRAIT)


def _masked(kind: Kind, name: str, value: str) -> str:
    return masked_phone(value) if name == name_of(kind, "phone") else value


def _fields(pairs: Sequence[tuple[str, str]], room: float) -> Table:
    """Two fields beside each other where both are short."""
    rows: list[Row] = []
    waiting: tuple[str, str] | None = None
    for name, value in pairs:
        if len(value) > _SHORT or "\n" in value:
            if waiting:
                rows.append(Row(cells=_alone(*waiting)))
                waiting = None
            rows.append(Row(cells=_alone(name, value)))
        elif waiting:
            cells = (_name(waiting[0]), label_cell(waiting[1]), _name(name), label_cell(value))
            rows.append(Row(cells=cells))
            waiting = None
        else:
            waiting = name, value
    if waiting:
        rows.append(Row(cells=_alone(*waiting)))
    widths = tuple(part * room / 100 for part in (_NAME, _SAID, _NAME, _SAID))
    return Table(rows=tuple(rows), widths=widths)


def _alone(name: str, value: str) -> tuple[Cell, ...]:
    return _name(name), label_cell(value, 3)


def _name(name: str) -> Cell:
    return label_cell(name, strong=True)


def _steps(items: Sequence[Item], room: float) -> Table:
    rows = (Row(cells=tuple(label_cell(text) for text in _told(item))) for item in items)
    widths = tuple(part * room / 100 for part in _STEPS)
    return Table(rows=(heading_row(("时间", "事项", "经办", "内容")), *rows), widths=widths, head=1)


def _told(item: Item) -> Iterator[str]:
    yield spoken(item.at)
    yield f"{item.title}（已撤销）" if item.undone else item.title
    yield item.person
    lines = [f"{name}：{value}" for name, value in item.lines]
    lines += [f"附件：{file['name']}" for file in item.files]
    if item.recorded_at is not None:
        lines.append(f"登记于 {spoken(item.recorded_at)}")
    yield "\n".join(lines)
