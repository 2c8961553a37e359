"""What is supervised or runs out of time (督办与红黄灯): counts by kind, each by the query that makes its list."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gridapp.cases.queues import Queue, Seat, query_of, queues_of
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.kind import Kind
from gridapp.domain.move import SUPERVISION
from gridapp.domain.status import OPEN
from gridapp.ports import CaseQuery
from ui.desk import Desk
from ui.figures.question import Question
from ui.figures.sheet import Cell, Line, Sheet
from ui.requests import ShowDue

_COLUMNS = (
    (Kind.EVENT, None),
    (Kind.DISPUTE, None),
    (Kind.PETITION, None),
    *((Kind.HAZARD, unit.value) for unit in CountingUnit),
)
"""The kinds; hazards stand in a column of their own for each counting unit, for 条 and 处 are never added."""
_LIGHTS = {Queue.SOON: "▲ 黄灯 将到期", Queue.OVERDUE: "■ 红灯 已超期"}
_SIGNS = dict(zip(SUPERVISION, ("", "▲ ", "■ "), strict=True))


def supervised_sheet(desk: Desk, question: Question) -> Sheet:
    """A line for each level of supervision and each light, a column for each kind; asks the database."""
    lines = list(_lines(desk, question))
    queries = [query for _, row in lines for query in row if query is not None]
    counts = iter(desk.office.lists.count_many(queries))
    area = question.area(desk.areas)
    return Sheet(
        ("在办件",),
        tuple((f"{kind.label}\n{unit or '件'}",) for kind, unit in _COLUMNS),
        tuple(
            Line(
                (label,),
                tuple(_cell(query, unit, label, area, counts) for query, (_, unit) in zip(row, _COLUMNS, strict=True)),
            )
            for label, row in lines
        ),
    )


def _lines(desk: Desk, question: Question) -> Iterator[tuple[str, Sequence[CaseQuery | None]]]:
    for grade in SUPERVISION:
        yield f"{_SIGNS[grade]}{grade}", [_graded(kind, grade, unit, question) for kind, unit in _COLUMNS]
    seat = Seat(person=desk.actor.name, town=question.town)
    for queue, label in ((Queue.LISTED, Queue.LISTED.value), *_LIGHTS.items()):
        yield label, [_queued(desk, kind, queue, unit, seat, question) for kind, unit in _COLUMNS]


def _graded(kind: Kind, grade: str, unit: str | None, question: Question) -> CaseQuery:
    by = Condition(Field.SUPERVISION, Test.ONE_OF, (grade,))
    query = CaseQuery(kind=kind, town=question.town, statuses=OPEN, conditions=(by,), sort="due_at", descending=False)
    return _narrowed(query, unit, question)


def _queued(desk: Desk, kind: Kind, queue: Queue, unit: str | None, seat: Seat, question: Question) -> CaseQuery | None:
    if queue not in queues_of(kind):
        return None
    return _narrowed(query_of(queue, kind, seat, desk.now), unit, question)


def _narrowed(query: CaseQuery, unit: str | None, question: Question) -> CaseQuery:
    if unit:
        counted = Condition(Field.COUNTING_UNIT, Test.ONE_OF, (unit,))
        query = replace(query, conditions=(*query.conditions, counted))
    if question.grid:
        here = Condition(Field.GRID, Test.ONE_OF, (question.grid,))
        query = replace(query, conditions=(*query.conditions, here))
    return replace(query, village=question.village)


def _cell(query: CaseQuery | None, unit: str | None, label: str, area: str, counts: Iterator[int]) -> Cell:
    if query is None or query.kind is None:
        return Cell("—", told=f"{label}：这一类没有这一项。", value=None)
    count = next(counts)
    named = f"{query.kind.label}{f'（{unit}）' if unit else ''}{label}"
    title = " · ".join(word for word in (named, area) if word)
    told = f"{title}：现在在办的 {count} {unit or '件'}；双击或回车看名单。"
    return Cell(f"{count:,}", told=told, value=Decimal(count), list=ShowDue(query, title))
