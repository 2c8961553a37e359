"""The month's sheet (网格员考核表): every worker's lines with what each is counted from, his total and his place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from gridapp.assessing.reading import Readings
from gridapp.assessing.rules import rules_for
from gridapp.assessing.scoring import limited, points_of, ranks, target_of
from gridapp.assessing.worker import Worker, workers_of
from gridapp.counting.cell import Cell
from gridapp.domain.assessment import Formula, Item, RuleSet
from gridapp.domain.assessment_mark import Mark
from gridapp.domain.period import Month
from gridapp.ports import Office
from gridapp.registers.work_calendar import work_calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One item of a worker: its points, and the figures that they come from, each of which opens its records.

    The first of `figures` is what the points are counted from; of 走访 the second is who is to be visited, and
    `left_out` those of them who were not. `target` is that of the days served. `marks` are the acts by hand that count
    in the month. Of a bonus `points` are what is left of it under the limit of all.
    """

    item: Item
    figures: tuple[Cell, ...]
    target: Decimal | None
    points: Decimal
    marks: tuple[Mark, ...] = ()
    left_out: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a worker came to: his lines in the order of the rules, their sum, his place in his role and in the town."""

    worker: Worker
    lines: tuple[Line, ...]
    total: Decimal
    role_rank: int = 0
    rank: int = 0

    def line(self, code: str) -> Line:
        """The line of an item."""
        return next(line for line in self.lines if line.item.code == code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The sheet of a town's month as it stood at a moment, under the rules that hold in the month."""

    town: str
    month: Month
    at: datetime
    rules: RuleSet
    scores: tuple[Score, ...]

    def of(self, name: str) -> Sequence[Score]:
        """The scores of a worker: one, or one for each role that he served in."""
        return [score for score in self.scores if score.worker.name == name]


def assess(office: Office, town: str, month: Month, now: datetime) -> Assessment:
    """The sheet of a month as the books stand now; the one that was signed is kept with the closing (`tables`).

    Raises `CalendarMissing` where the year's working days are not known.
    """
    rules = rules_for(office, town, month)
    registers = office.registers
    workers = workers_of(
        registers.staff(town), office.assessment.services(town), rules.roles, month, work_calendar(registers)
    )
    readings = Readings(office, town, month, rules, {worker.period for worker in workers})
    marks = _by_last_stretch(workers, office.assessment.marks(town, month))
    scores = [_score(worker, rules, readings, marks.get(worker, ())) for worker in workers]
    return Assessment(town=town, month=month, at=now, rules=rules, scores=_placed(scores))


def _by_last_stretch(workers: Sequence[Worker], marks: Sequence[Mark]) -> Mapping[Worker, Sequence[Mark]]:
    """Points by hand are those of a person: they stand in the last of his stretches."""
    last = {worker.name: worker for worker in sorted(workers, key=lambda worker: worker.period.start)}
    return {worker: [mark for mark in marks if mark.worker == name] for name, worker in last.items()}


def _score(worker: Worker, rules: RuleSet, readings: Readings, marks: Sequence[Mark]) -> Score:
    lines = [_line(worker, item, readings, [mark for mark in marks if mark.item == item.code]) for item in rules.items]
    bonuses = [place for place, line in enumerate(lines) if line.item.formula is Formula.BONUS]
    given = limited([lines[place].points for place in bonuses], rules.bonus_limit)
    for place, points in zip(bonuses, given, strict=True):
        lines[place] = replace(lines[place], points=points)
    return Score(worker=worker, lines=tuple(lines), total=sum((line.points for line in lines), Decimal(0)))


def _line(worker: Worker, item: Item, readings: Readings, marks: Sequence[Mark]) -> Line:
    facts, figures, missed = readings.of(worker, item, sum((mark.amount for mark in marks), Decimal(0)))
    return Line(
        item=item,
        figures=figures,
        target=target_of(item, worker.role, worker.served, worker.workdays),
        points=points_of(item, worker.role, facts),
        marks=tuple(marks),
        left_out=missed,
    )


def _placed(scores: Sequence[Score]) -> tuple[Score, ...]:
    placed = [
        replace(score, rank=place)
        for score, place in zip(scores, ranks([score.total for score in scores]), strict=True)
    ]
    for role in {score.worker.role for score in placed}:
        places = [place for place, score in enumerate(placed) if score.worker.role == role]
        in_role = ranks([placed[place].total for place in places])
        for place, rank in zip(places, in_role, strict=True):
            placed[place] = replace(placed[place], role_rank=rank)
    return tuple(placed)
