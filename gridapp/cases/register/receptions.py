"""Reception days of leaders (领导接待日): planned for a month, held or not, and what was promised, until it is kept."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from gridapp.cases.amending import as_seen
from gridapp.cases.reading import as_shown
from gridapp.cases.register.draft import EntryDraft, check
from gridapp.cases.register.record import put_together_on_file
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI, day_of, past
from gridapp.domain.period import Month
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.domain.registers.reception import Promise, Reception
from gridapp.domain.workdays import CalendarMissing, WorkCalendar
from gridapp.ports import CaseQuery, CaseStore, Office, Save


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A day on which a leader shall receive (计划接待), from and until when, and where."""

    day: date
    begins: time
    ends: time
    leader: str
    place: str


@dataclass(frozen=True, slots=True)
class ReceptionDay:
    """A day as it is on file, with the petitions received on it as the reader may see them.

    `heads` is how many people came (人次), also with the petitions that are closed to him, as the figures count them.
    """

    reception: Reception
    received: Sequence[Case]
    heads: int = 0

    @property
    def batches(self) -> int:
        """How many petitions were received (件)."""
        return sum(case.excluded is None for case in self.received)

    def unkept(self, now: datetime | None = None) -> Sequence[Promise]:
        """The promises that are not kept yet; with a moment those that should have been by then."""
        waiting = [promise for promise in self.reception.promises if promise.done_at is None]
        if now is None:
            return waiting
        return [promise for promise in waiting if promise.due_at is not None and past(now, promise.due_at)]


def read_month(office: Office, town: str, month: Month, person: str) -> Sequence[ReceptionDay]:
    """The reception days of a town and month, in their order; asks the database."""
    counted = (Condition(Field.EXCLUDED, Test.NO),)
    period = month.period
    ids = office.lists.find_ids(CaseQuery(kind=Kind.RECEPTION, town=town, period=period, conditions=counted))
    days = [case for case in office.cases.load_all(ids).values() if isinstance(case, Reception)]
    return read_days(office, days, person)


def read_days(office: Office, days: Sequence[Reception], person: str) -> Sequence[ReceptionDay]:
    """Reception days with the petitions received on them; those closed to a person are named without their matter."""
    readable = office.confidence.readable_by(person)
    received: dict[UUID, list[Case]] = {day.id: [] for day in days}
    heads: Counter[UUID] = Counter()
    for petition in office.cases.received_on([day.id for day in days]):
        if petition.reception is not None:
            received[petition.reception].append(as_shown(petition, readable, person))
            heads[petition.reception] += petition.heads if petition.excluded is None else 0
    ordered = sorted(days, key=lambda day: (day.reported_at, day.handler or ""))
    return [ReceptionDay(day, tuple(received[day.id]), heads[day.id]) for day in ordered]


def days_of_rule(month: Month, numbers: Sequence[int], calendar: WorkCalendar) -> Sequence[date]:
    """The days of a month with some numbers (每月 1 日、15 日); a free day gives way to the next working day.

    A number that the month does not have is left out, as is a day pushed into the next month. Raises `Refusal` where
    the calendar of the year is lacking.
    """
    found = []
    for number in sorted(set(numbers)):
        try:
            found.append(calendar.workday_from(date(month.year, month.number, number)))
        except CalendarMissing as error:
            raise Refusal(str(error)) from error
        except ValueError:
            continue
    return sorted({day for day in found if Month.of(day) == month})


def plan_days(
    office: Office, areas: AreaTree, town: str, days: Sequence[PlannedDay], actor: Actor, clock: Clock
) -> Sequence[Case]:
    """Puts planned days on file, all of them or none; a day on which the leader is planned already is left out.

    Raises `Unacceptable` with every problem, `Refusal` where nothing is left to be planned.
    """
    now = clock()
    taken = {
        (day_of(known.reception.reported_at), known.reception.handler)
        for month in {Month.of(planned.day) for planned in days}
        for known in read_month(office, town, month, actor.name)
    }
    drafts = [_draft(town, planned) for planned in days if (planned.day, planned.leader.strip()) not in taken]
    problems = dict.fromkeys(problem for draft in drafts for problem in check(draft, areas, now))
    if problems:
        raise Unacceptable(tuple(problems))
    if not drafts:
        raise Refusal("这些接待日都已经安排，没有新的可以登记。")
    with office.cases.transaction() as writer:
        return put_together_on_file(writer, drafts, actor, now)


def _draft(town: str, planned: PlannedDay) -> EntryDraft:
    values = {
        "reported_at": datetime.combine(planned.day, planned.begins, SHANGHAI),
        "until_at": datetime.combine(planned.day, planned.ends, SHANGHAI),
        "handler": planned.leader,
        "address": planned.place,
    }
    return EntryDraft(kind=Kind.RECEPTION, town=town, values=values)


def hold(store: CaseStore, seen: Reception, held_at: datetime, actor: Actor, clock: Clock) -> Reception:
    """Says that a day was held (已接待). Raises `Unacceptable`, `Overtaken`, `Refusal` as `_change` does."""

    def held(day: Reception, now: datetime) -> Reception:
        _refuse_if_held(day)
        if held_at > now:
            raise _wrong("held_at", "future", "实际接待时间不能晚于现在。")
        return replace(day, held_at=held_at, unheld_reason=None)

    return _change(store, seen, held, "接待", actor, clock)


def leave_out(store: CaseStore, seen: Reception, reason: str, actor: Actor, clock: Clock) -> Reception:
    """Says that a day was not held and why (未接待). Raises as `hold` does."""
    came = [petition.number for petition in store.received_on([seen.id]) if petition.excluded is None]

    def left_out(day: Reception, _: datetime) -> Reception:
        _refuse_if_held(day)
        if came:
            raise Refusal(f"{day.number} 已经登记来访 {'、'.join(came)}，不能登记为未接待。")
        if not reason.strip():
            raise _wrong("unheld_reason", "required", "请填写未接待的原因。")
        return replace(day, held_at=None, unheld_reason=reason.strip())

    return _change(store, seen, left_out, "未接待", actor, clock)


def promise(store: CaseStore, seen: Reception, promised: Promise, actor: Actor, clock: Clock) -> Reception:
    """Adds what the leader promised (承诺事项) on a day that was held. Raises as `hold` does."""

    def added(day: Reception, _: datetime) -> Reception:
        if day.held_at is None:
            raise Refusal(f"{day.number} 还没有登记实际接待，请先登记接待。")
        problems = tuple(_problems_of_promise(promised, day.held_at))
        if problems:
            raise Unacceptable(problems)
        return replace(day, promises=(*day.promises, promised))

    return _change(store, seen, added, "承诺", actor, clock)


def keep(
    store: CaseStore, seen: Reception, number: int, done_at: datetime, how: str, actor: Actor, clock: Clock
) -> Reception:
    """Says that the `number`-th promise, counted from 1, was kept and how (兑现). Raises as `hold` does."""

    def kept(day: Reception, now: datetime) -> Reception:
        chosen = day.promises[number - 1]
        if chosen.done_at is not None:
            raise Refusal("这项承诺已经兑现，不必再登记。")
        problems = []
        if not how.strip():
            problems.append(Problem("how", "required", "请填写怎样兑现。"))
        if done_at > now:
            problems.append(Problem("done_at", "future", "兑现时间不能晚于现在。"))
        elif day.held_at is not None and day_of(done_at) < day_of(day.held_at):
            problems.append(Problem("done_at", "order", "兑现时间不能早于接待时间。"))
        if problems:
            raise Unacceptable(tuple(problems))
        done = replace(chosen, done_at=done_at, how=how.strip())
        return replace(day, promises=(*day.promises[: number - 1], done, *day.promises[number:]))

    return _change(store, seen, kept, "兑现", actor, clock)


def _problems_of_promise(promised: Promise, held_at: datetime) -> Sequence[Problem]:
    told: Mapping[str, tuple[object, str]] = {
        "what": (promised.what.strip(), "请写明承诺什么。"),
        "unit": ((promised.unit or "").strip(), "请填写承办单位。"),
        "due_at": (promised.due_at, "请填写办理期限。"),
    }
    problems = [Problem(field, "required", message) for field, (value, message) in told.items() if not value]
    if promised.due_at is not None and promised.due_at <= held_at:
        problems.append(Problem("due_at", "order", "办理期限应晚于接待时间。"))
    return problems


def _refuse_if_held(day: Reception) -> None:
    if day.held_at is not None:
        raise Refusal(f"{day.number} 已经登记接待，登记错了的请撤销，或打开它修改。")


def _wrong(field: str, code: str, message: str) -> Unacceptable:
    return Unacceptable((Problem(field, code, message),))


def _change(
    store: CaseStore,
    seen: Reception,
    changed: Callable[[Reception, datetime], Reception],
    action: str,
    actor: Actor,
    clock: Clock,
) -> Reception:
    """Saves what `changed` makes of the day that was seen.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else saved it meanwhile, `Refusal` where it is
    voided.
    """
    now = clock()
    with store.transaction() as writer:
        before = as_seen(writer, Reception, seen.id, seen.version)
        after = changed(before, now)
        writer.save([Save(before, after, action)], actor, now)
    return replace(after, version=after.version + 1)
