"""The small town of the tests, and short ways to put cases into it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.record import record as record_dispute
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import amend, draft_of, record
from gridapp.cases.handle import take
from gridapp.cases.order import Order
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.record import record as record_petition
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines, event_limits
from gridapp.domain.dispute import Dispute
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.move import Move
from gridapp.domain.office_hours import office_hours
from gridapp.domain.party import Party, Side
from gridapp.domain.period import Month
from gridapp.domain.petition import GROUP_THRESHOLD, Petition
from gridapp.domain.status import Status
from gridapp.domain.workdays import WorkCalendar
from gridapp.ports import Correction, Office
from gridapp.registers.work_calendar import given_days

ACTOR = Actor("演示员", "一号机")
TOWN = "331121103"
VILLAGES = (f"{TOWN}-01", f"{TOWN}-02", f"{TOWN}-03")
TOWN_AREAS: Sequence[Area] = (
    Area(code=TOWN, kind=AreaKind.TOWN, parent=None, name="高湖镇", order=1),
    Area(code=VILLAGES[0], kind=AreaKind.VILLAGE, parent=TOWN, name="桐川村", order=1),
    Area(code=VILLAGES[1], kind=AreaKind.VILLAGE, parent=TOWN, name="内冯村", order=2),
    Area(code=VILLAGES[2], kind=AreaKind.VILLAGE, parent=TOWN, name="西山村", order=3),
    Area(code=f"{VILLAGES[0]}-01", kind=AreaKind.GRID, parent=VILLAGES[0], name="桐川村第1网格", order=1),
)
TWO_PARTIES = (Party(side=Side.A, name="演示甲"), Party(side=Side.B, name="演示乙"))


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of Asia/Shanghai."""
    return datetime(year, month, day, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)


def clock_from(start: datetime) -> Clock:
    """A clock that moves on by a second each time it is read."""
    moment = start

    def tick() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return tick


NOW = clock_from(at(2018, 12, 31, 12))
DEADLINES = Deadlines(WorkCalendar(given_days().values()), event_limits(), office_hours())


def draft(reported: datetime | date = date(2018, 1, 3), **fields: object) -> EventDraft:
    """A draft that can be saved."""
    moment = reported if isinstance(reported, datetime) else at(reported.year, reported.month, reported.day, 9)
    values = {"title": "演示：道路积水", "category": "ZF0303", "village": VILLAGES[0], "reported_at": moment}
    values |= {"late_reason": "演示：补录纸质台账"}
    return EventDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]


def recorded(office: Office, reported: datetime | date = date(2018, 1, 3), **fields: object) -> Event:
    """An event on file."""
    return record(office.cases, office.registers.areas(), DEADLINES, draft(reported, **fields), ACTOR, NOW)


def dispute_draft(reported: datetime | date = date(2018, 1, 3), **fields: object) -> DisputeDraft:
    """A draft of a dispute that can be saved."""
    moment = reported if isinstance(reported, datetime) else at(reported.year, reported.month, reported.day, 9)
    values = {"title": "演示：邻里相争", "category": "ZZ0102", "village": VILLAGES[0], "reported_at": moment}
    values |= {"late_reason": "演示：补录纸质台账", "source": "主动调解"}
    values |= {"unit": "桐川村调委会", "handler": "演示调解员", "parties": TWO_PARTIES}
    return DisputeDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]


def dispute_recorded(office: Office, reported: datetime | date = date(2018, 1, 3), **fields: object) -> Dispute:
    """A dispute on file."""
    areas = office.registers.areas()
    return record_dispute(office.cases, areas, DEADLINES, dispute_draft(reported, **fields), ACTOR, NOW)


def petition_draft(reported: datetime | date = date(2018, 1, 3), **fields: object) -> PetitionDraft:
    """A draft of a petition that can be saved."""
    moment = reported if isinstance(reported, datetime) else at(reported.year, reported.month, reported.day, 9)
    values = {"petitioner": "演示丙", "category": "ZZ0201", "village": VILLAGES[0], "reported_at": moment}
    values |= {"demand": "演示：要求修复村道", "late_reason": "演示：补录纸质台账"}
    return PetitionDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]


def petition_recorded(office: Office, reported: datetime | date = date(2018, 1, 3), **fields: object) -> Petition:
    """A petition on file."""
    draft, areas = petition_draft(reported, **fields), office.registers.areas()
    return record_petition(office.cases, areas, DEADLINES, GROUP_THRESHOLD, draft, ACTOR, NOW)


def amended(office: Office, event: Event, **changes: object) -> Event:
    """An event after some of its fields were changed, as it is on file."""
    changed = replace(draft_of(event), **changes)  # type: ignore[arg-type]
    areas = office.registers.areas()
    return amend(office.cases, areas, DEADLINES, event.id, event.version, changed, ACTOR, NOW)


def taken(office: Office, case: Case, move: Move, when: datetime | None = None, **particulars: object) -> Case:
    """A case after a move, as it is on file."""
    order = Order(move=move, at=when, **particulars)  # type: ignore[arg-type]
    return take(office.cases, case.id, case.version, order, DEADLINES, ACTOR, NOW)


def closed(office: Office, case: Case, when: datetime | None = None, result: str = "演示：已处理") -> Case:
    """A case after it was closed, and accepted before that if it was not yet."""
    if case.status is Status.REPORTED and case.kind is Kind.EVENT:
        case = taken(office, case, Move.ACCEPT, when)
    return taken(office, case, Move.CLOSE, when, result=result, evidence="演示：现场查看")


def reopened(office: Office, case: Case, when: datetime | None = None) -> Case:
    """A closed case after it was reopened."""
    return taken(office, case, Move.REOPEN, when, reason="演示：回访不满意", approver="演示领导")


def month_closed(office: Office, month: Month, town: str = TOWN) -> None:
    """Closes a month as it stands (关账), without the tables that a report would keep."""
    with office.cases.transaction() as writer:
        writer.close_month(town, month, ACTOR, NOW())


def correcting(office: Office, reason: str = "演示更正") -> Office:
    """The office as a chief's leave opens it: closed months may be corrected."""
    return replace(office, cases=office.cases.correcting(Correction("演示领导", reason)))
