"""What would happen to the rows of a file (导入预览), as lines of text under headings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gridapp.domain.area import AreaTree
from gridapp.importing.examination import Examination, RowPreview, Verdict
from gridapp.importing.plan import Plan
from gridapp.importing.rows import RowProblem
from ui.cases.field_words import name_of, value_of

_ROW = "行号"
_CELL, _TITLE = 12, 26


class Part(StrEnum):
    """A part of the preview; the value is the clerk's word."""

    NEW = "新增"
    CHANGED = "更新"
    SAME = "相同"
    REFUSED = "退回"
    REMARKS = "提示"
    SKIPPED = "跳过"


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text, the width of each column in characters, and which column takes what is left."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    stretched: int


def counts_of(found: Examination) -> Mapping[Part, int]:
    """How many rows (or remarks) each part has."""
    return {
        Part.NEW: found.new,
        Part.CHANGED: found.changed,
        Part.SAME: found.same,
        Part.REFUSED: found.refused,
        Part.REMARKS: len(found.remarks),
        Part.SKIPPED: sum(one.count for one in found.skipped),
    }


def lines_of(part: Part, found: Examination, plan: Plan, areas: AreaTree) -> Lines:
    """The lines of a part of the preview."""
    if part is Part.REFUSED:
        return _problems(found.problems, "原因")
    if part is Part.REMARKS:
        return _problems(found.remarks, "说明")
    if part is Part.SKIPPED:
        skipped = [(_span(one.first, one.last), one.why) for one in found.skipped]
        return Lines((_ROW, "为什么跳过"), skipped, (16, 30), 1)
    if part is Part.CHANGED:
        changed = [(str(row.row), _title(row, plan), _changes(row, plan, areas)) for row in _previews(found, part)]
        return Lines((_ROW, "记录", "改动"), changed, (8, 30, 40), 2)
    placed = [column for column in plan.ledger.columns if column.field in plan.places]
    said = [plan.places[column.field] for column in placed]
    rows = [(str(row.row), *(_cell(row, place) for place in said)) for row in _previews(found, part)]
    title = next((n for n, column in enumerate(placed, 1) if column.field == "title"), 1)
    widths = [_TITLE if n == title else _CELL for n in range(1, len(placed) + 1)]
    return Lines((_ROW, *(column.heading for column in placed)), rows, (8, *widths), title)


def _previews(found: Examination, part: Part) -> Sequence[RowPreview]:
    return found.previews.get(Verdict(part.value), ())


def _problems(problems: Sequence[RowProblem], word: str) -> Lines:
    rows = [(str(one.row), one.column, one.value, one.message) for one in problems]
    return Lines((_ROW, "列", "内容", word), rows, (8, 14, 24, 40), 3)


def _cell(row: RowPreview, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _title(row: RowPreview, plan: Plan) -> str:
    place = plan.places.get("title", plan.places.get("number", 0))
    return _cell(row, place)


def _changes(row: RowPreview, plan: Plan, areas: AreaTree) -> str:
    return "；".join(_said(row, plan, areas, _named(plan)))


def _named(plan: Plan) -> Callable[[str], str | None]:
    return lambda field: name_of(plan.kind, field)


def _said(row: RowPreview, plan: Plan, areas: AreaTree, named: Callable[[str], str | None]) -> Iterator[str]:
    for field, (before, after) in row.changes.items():
        name = named(field)
        if name is not None:
            yield f"{name}：{value_of(field, before, areas) or '（空）'} → {value_of(field, after, areas) or '（空）'}"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}—{last}"
