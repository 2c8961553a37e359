"""The roster as a grid (值班表格): a row a day, for each shift who leads it and who is on duty."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from typing_extensions import override

from gridapp.cases.register.roster import Roster, Turn, days_of, turn_of
from gridapp.domain.case import Case
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.person import is_phone, plain_phone
from gridapp.domain.problem import Problem, Refusal
from gridapp.domain.register_words import register_words
from gridapp.domain.workdays import WorkCalendar
from gridapp.importing.values import read_words
from ui.batch.columns import BatchColumn, Columns, Row
from ui.batch.grid_kind import GridKind
from ui.batch.offers import Offers, as_choices
from ui.batch.row_reader import Read, RowReader
from ui.desk import Desk
from ui.widgets.choices import Choice

SHIFTS = tuple(register_words().lists["shifts"])
DAY = "day"
_WEEKDAYS = "一二三四五六日"
_REST, _WORK = "休", "班"


def leader_of(shift: str) -> str:
    """The field of who leads a shift."""
    return f"{shift}_handler"


def members_of(shift: str) -> str:
    """The field of who is on duty in a shift."""
    return f"{shift}_members"


COLUMNS = Columns(
    (
        BatchColumn(DAY, "日期", 18, locked=True),
        *(
            column
            for shift in SHIFTS
            for column in (
                BatchColumn(leader_of(shift), f"{shift}带班", 11),
                BatchColumn(members_of(shift), f"{shift}值班人员", 21),
            )
        ),
        BatchColumn("phone", "值班电话", 13),
    ),
    day=DAY,
    ledger=Kind.DUTY,
    about=DAY,
)


class RosterOffers(Offers):
    """The people of the town."""

    free = frozenset(column.field for column in COLUMNS if not column.locked)

    @override
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        return None if field in (DAY, "phone") else as_choices(self.lists.people)


class RosterReader(RowReader[Sequence[Turn]]):
    """A row is the turns of a day."""

    @override
    def read(self, row: Row, late_reason: str) -> Read[Sequence[Turn]]:
        said = self.columns.said(row)
        day = date.fromisoformat(said[DAY].split()[0])
        members = ledger_of(Kind.DUTY).column("members")
        turns = [
            Turn(
                day,
                shift,
                said[leader_of(shift)].strip(),
                read_words(said[members_of(shift)], members),
                plain_phone(said["phone"]),
            )
            for shift in SHIFTS
            if said[leader_of(shift)].strip() or said[members_of(shift)].strip()
        ]
        unled = [turn for turn in turns if not turn.leader]
        problems = [Problem(leader_of(turn.shift), "required", f"请填写{turn.shift}的带班领导。") for turn in unled]
        if said["phone"] and not turns:
            problems.append(Problem("phone", "required", "这一天没有安排值班，请删去值班电话。"))
        elif said["phone"] and not is_phone(plain_phone(said["phone"])):
            problems.append(Problem("phone", "phone", "值班电话应为 11 位手机号、固定电话或 6 位短号。"))
        return Read(turns, problems)

    @override
    def problems_of(self, entry: Sequence[Turn]) -> Sequence[Problem]:
        return ()

    @override
    def entered(self, entry: Sequence[Turn]) -> None:
        return None


def _no_records(desk: Desk, entries: Sequence[Sequence[Turn]], draft_id: UUID | None) -> Mapping[int, Case]:
    raise Refusal("值班表按月整体保存。")


ROSTER: GridKind[Sequence[Turn]] = GridKind(
    kind=Kind.DUTY,
    mark="roster",
    title="值班表",
    topic="result",
    remark="删空一格即取消该班",
    columns=COLUMNS,
    offers=RosterOffers,
    reader=RosterReader,
    record=_no_records,
    whole=True,
    fixed=True,
    verb="保存",
)


def rows_of(roster: Roster, turns: Sequence[Turn], calendar: WorkCalendar) -> Sequence[Row]:
    """A row for each day of the month with the turns that it has."""
    by_turn = {(turn.day, turn.shift): turn for turn in turns}
    return [_row(day, by_turn, calendar) for day in days_of(roster.month)]


def turns_on_file(roster: Roster) -> Sequence[Turn]:
    """The turns that are on file in shifts that the grid knows."""
    return [turn_of(duty) for (_, shift), duty in roster.by_turn.items() if shift in SHIFTS]


def _row(day: date, by_turn: Mapping[tuple[date, str], Turn], calendar: WorkCalendar) -> Row:
    words = list(COLUMNS.blank)
    words[COLUMNS.places[DAY]] = day_in_words(day, calendar)
    for shift in SHIFTS:
        turn = by_turn.get((day, shift))
        if turn is not None:
            words[COLUMNS.places[leader_of(shift)]] = turn.leader
            words[COLUMNS.places[members_of(shift)]] = "、".join(turn.members)
            words[COLUMNS.places["phone"]] = turn.phone or words[COLUMNS.places["phone"]]
    return tuple(words)


def day_in_words(day: date, calendar: WorkCalendar) -> str:
    """A day with its weekday, and whether it is free or a worked weekend (调休)."""
    worked = is_worked(day, calendar)
    ordinary = worked == (day.weekday() < 5)
    mark = "" if ordinary and worked else _WORK if worked else _REST
    return " ".join(filter(None, (day.isoformat(), f"周{_WEEKDAYS[day.weekday()]}", mark)))


def is_worked(day: date, calendar: WorkCalendar) -> bool:
    """Whether offices work on a day; by the weekday alone where the year has no calendar."""
    return calendar.entry(day).is_workday if day.year in calendar.years else day.weekday() < 5
