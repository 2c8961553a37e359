"""What the entries of registers count for (名录与流水统计口径): one line for each measure, the same for all kinds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from gridapp.counting.patrol_hours import hours_of_each
from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.counting.story import taken_out
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.registers.patrol import Patrol
from gridapp.domain.registers.reception import Reception


@dataclass(frozen=True, slots=True)
class Line:
    """That an entry counts for so much of a measure on the day of a moment, if it has that moment.

    `subject` names what a distinct count counts, such as the person visited.
    """

    measure: str
    at: Callable[[Any], datetime | None]
    quantity: Callable[[Any], Decimal | int | None] = lambda _: ONE
    subject: Callable[[Any], str | None] = lambda _: None


def register_postings(entry: Case) -> Iterator[Posting]:
    """Everything that an entry of a register counts for; a voided one only leaves its memo."""
    dimensions = _dimensions(entry)
    if entry.excluded is not None:
        yield from taken_out(entry, dimensions)
        return
    for line in _LINES[entry.kind]:
        moment, quantity = line.at(entry), line.quantity(entry)
        if moment is not None and quantity is not None:
            yield Posting(line.measure, day_of(moment), Decimal(quantity), dimensions, line.subject(entry))
    if isinstance(entry, Patrol):
        yield from hours_of_each(entry, dimensions)
    if isinstance(entry, Reception):
        yield from _kept_promises(entry, dimensions)


def _dimensions(entry: Case) -> Dimensions:
    return Dimensions(
        town=entry.town,
        village=entry.village,
        grid=entry.grid,
        category=entry.category,
        level=entry.level,
        campaign=entry.campaign,
        staff=entry.handler,
        occasion=getattr(entry, "occasion", None),
        unit=getattr(entry, "counting_unit", None),
    )


def _kept_promises(reception: Reception, dimensions: Dimensions) -> Iterator[Posting]:
    for promise in reception.promises:
        if promise.done_at is not None:
            yield Posting("reception.kept", day_of(promise.done_at), ONE, dimensions)


def _entered(entry: Case) -> datetime:
    return entry.reported_at


def _removed(entry: Any) -> datetime | None:
    moment: datetime | None = entry.removed_at
    return moment


def _standing(kind: Kind, *, entered: str = "added", **quantities: Callable[[Any], Decimal | int | None]) -> list[Line]:
    """Entering the list and leaving it, one each, and with them the quantities that stand in the list."""
    lines = [Line(f"{kind}.{entered}", _entered), Line(f"{kind}.removed", _removed)]
    for name, quantity in quantities.items():
        lines += [Line(f"{kind}.{name}_added", _entered, quantity), Line(f"{kind}.{name}_removed", _removed, quantity)]
    return lines


def _said_at(reception: Any) -> datetime:
    moment: datetime = reception.held_at or reception.reported_at
    return moment


_LINES: Mapping[Kind, Sequence[Line]] = {
    Kind.PERSON: _standing(Kind.PERSON, entered="surveyed"),
    Kind.GEOLOGY: _standing(Kind.GEOLOGY, households=lambda e: e.households, people=lambda e: e.people),
    Kind.RIVER: _standing(Kind.RIVER, length=lambda e: e.length),
    Kind.RESPONSIBILITY: _standing(Kind.RESPONSIBILITY),
    Kind.SHELTER: _standing(Kind.SHELTER, capacity=lambda e: e.capacity, floor_area=lambda e: e.floor_area),
    Kind.WORKLOG: [Line("worklog.quantity", _entered, lambda e: e.quantity)],
    Kind.VISIT: [Line("visit.visits", _entered, subject=lambda e: str(e.source_case or e.id))],
    Kind.PATROL: [
        Line("patrol.times", _entered),
        Line("patrol.hours", _entered, lambda e: e.lasted),
        Line("patrol.people", _entered, lambda e: e.people),
    ],
    Kind.ACCIDENT: [
        Line("accident.count", _entered),
        Line("accident.dead", _entered, lambda e: e.dead),
        Line("accident.injured", _entered, lambda e: e.injured),
        Line("accident.loss", _entered, lambda e: e.loss),
    ],
    Kind.RELOCATION: [
        Line("relocation.planned", _entered, lambda e: e.households),
        Line("relocation.planned_people", _entered, lambda e: e.people),
        Line("relocation.agreed", lambda e: e.agreed_at, lambda e: e.households),
        Line("relocation.households", lambda e: e.vacated_at, lambda e: e.households),
        Line("relocation.people", lambda e: e.vacated_at, lambda e: e.people),
        Line("relocation.done", lambda e: e.done_at, lambda e: e.households),
    ],
    Kind.DUTY: [
        Line("duty.shifts", _entered),
        Line("duty.people", _entered, lambda e: len({e.handler, *e.members} - {None})),
        Line("duty.weekend_shifts", _entered, lambda e: int(e.weekend)),
    ],
    Kind.DRILL: [
        Line("drill.times", _entered),
        Line("drill.people", _entered, lambda e: e.heads),
    ],
    Kind.RECEPTION: [
        Line("reception.planned", _entered),
        Line("reception.days", lambda e: e.held_at),
        Line("reception.promises", _said_at, lambda e: len(e.promises)),
    ],
}
