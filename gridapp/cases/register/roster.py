"""The duty roster of a month (值班表): read as turns, kept as a whole, copied from the month before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from gridapp.cases.register.draft import EntryDraft, check
from gridapp.cases.register.record import put_together_on_file
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Exclusion
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI, day_of
from gridapp.domain.period import Month
from gridapp.domain.problem import Overtaken, Unacceptable
from gridapp.domain.registers.duty import Duty
from gridapp.domain.registers.entry import filled
from gridapp.ports import CaseList, CaseQuery, CaseStore, Save, Writer

_BEGINS = {"夜班": time(18)}
_USUALLY_BEGINS = time(8)
_CHANGED, _GONE = "值班表调整", "值班表中删去"
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Turn:
    """One shift (班次) of one day: who leads it (带班), who is on duty with him, and under which phone."""

    day: date
    shift: str
    leader: str
    members: tuple[str, ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """The turns of a town and month as they are on file; of two for the same shift of a day the first holds."""

    town: str
    month: Month
    duties: Sequence[Duty]

    @property
    def by_turn(self) -> Mapping[tuple[date, str], Duty]:
        """The entries by day and shift."""
        found: dict[tuple[date, str], Duty] = {}
        for duty in sorted(self.duties, key=lambda one: one.reported_at):
            found.setdefault((day_of(duty.reported_at), duty.category or ""), duty)
        return found


@dataclass(frozen=True, slots=True)
class Kept:
    """How many turns were entered, changed and taken out."""

    new: int
    changed: int
    gone: int


def read_roster(lists: CaseList, store: CaseStore, town: str, month: Month) -> Roster:
    """The roster of a month; asks the database."""
    counted = (Condition(Field.EXCLUDED, Test.NO),)
    ids = lists.find_ids(CaseQuery(kind=Kind.DUTY, town=town, period=month.period, conditions=counted))
    found = store.load_all(ids).values()
    return Roster(town, month, tuple(case for case in found if isinstance(case, Duty)))


def turn_of(duty: Duty) -> Turn:
    """An entry as a turn."""
    return Turn(
        day_of(duty.reported_at), duty.category or "", duty.handler or "", tuple(duty.members), duty.phone or ""
    )


def is_weekend(day: date, *, worked: bool) -> bool:
    """Whether a turn of that day is one of the weekend turns (双休轮班)."""
    return day.weekday() >= _WEEK - 2 and not worked


def days_of(month: Month) -> Sequence[date]:
    """The days of a month."""
    return [month.start + timedelta(days=n) for n in range((month.end - month.start).days)]


def like_last_month(before: Sequence[Turn], month: Month) -> Sequence[Turn]:
    """The turns of a month as they were in the month before: the second Monday as the second Monday was.

    A fifth weekday that the month before had not is left open.
    """
    known: dict[tuple[int, int], list[Turn]] = {}
    for turn in before:
        known.setdefault(_place(turn.day), []).append(turn)
    days = days_of(month)
    return [replace(turn, day=day) for day in days for turn in known.get(_place(day), ())]


def keep_roster(
    store: CaseStore,
    areas: AreaTree,
    seen: Roster,
    turns: Sequence[Turn],
    weekends: Mapping[date, bool],
    actor: Actor,
    clock: Clock,
) -> Kept:
    """Makes the roster that was seen into another one, in one transaction.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody changed a turn meanwhile.
    """
    now = clock()
    wanted = {(turn.day, turn.shift): turn for turn in turns}
    on_file = seen.by_turn
    drafts = {key: _draft(seen.town, turn, weekends, on_file.get(key)) for key, turn in wanted.items()}
    problems = [problem for draft in drafts.values() for problem in check(draft, areas, now)]
    if problems:
        raise Unacceptable(tuple(problems))
    with store.transaction() as writer:
        fresh = _as_seen(writer, list(on_file.values()))
        changed = [
            Save(fresh[duty.id], filled(fresh[duty.id], _values(drafts[key])), "更正", _CHANGED)
            for key, duty in on_file.items()
            if key in wanted and turn_of(duty) != wanted[key]
        ]
        gone = [
            Save(fresh[duty.id], replace(fresh[duty.id], excluded=Exclusion(at=now, reason=_GONE)), "作废", _GONE)
            for key, duty in on_file.items()
            if key not in wanted
        ]
        writer.save([*changed, *gone], actor, now)
        new = put_together_on_file(writer, [drafts[key] for key in sorted(wanted.keys() - on_file.keys())], actor, now)
    return Kept(len(new), len(changed), len(gone))


def _place(day: date) -> tuple[int, int]:
    return day.weekday(), (day.day - 1) // _WEEK


def _draft(town: str, turn: Turn, weekends: Mapping[date, bool], duty: Duty | None) -> EntryDraft:
    values = {
        "reported_at": duty.reported_at if duty else _begin(turn),
        "category": turn.shift,
        "handler": turn.leader,
        "members": turn.members,
        "phone": turn.phone,
        "weekend": duty.weekend if duty else weekends.get(turn.day, False),
    }
    return EntryDraft(kind=Kind.DUTY, town=town, values=values)


def _values(draft: EntryDraft) -> Mapping[str, Any]:
    return {**draft.values, "phone": draft.values["phone"] or None}


def _begin(turn: Turn) -> datetime:
    return datetime.combine(turn.day, _BEGINS.get(turn.shift, _USUALLY_BEGINS), SHANGHAI)


def _as_seen(writer: Writer, duties: Sequence[Duty]) -> Mapping[UUID, Duty]:
    """The entries as they are on file, if nobody has changed them since they were seen."""
    return dict(_unchanged(writer, duties))


def _unchanged(writer: Writer, duties: Sequence[Duty]) -> Iterator[tuple[UUID, Duty]]:
    found = writer.hold_all([duty.id for duty in duties])
    for duty in duties:
        now = found.get(duty.id)
        if not isinstance(now, Duty) or now.version != duty.version:
            raise Overtaken(f"{duty.number} 刚被他人修改过，请刷新值班表后重试。")
        yield duty.id, now
