"""The week of the mediators: its days, its sessions, and which of them cannot both take place."""

from dataclasses import replace
from datetime import date, datetime
from itertools import count
from uuid import UUID

import pytest

from gridapp.cases.dispute.week import conflicts, monday_of, unrecorded, week_of
from gridapp.cases.handle import void
from gridapp.domain.case import Case
from gridapp.domain.mediation import Purpose
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import Office, SessionLine
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at, dispute_recorded, taken

WEDNESDAY = date(2018, 3, 7)
NINE = at(2018, 3, 7, 9)
_RUNNING = count(1)


def line(
    starts_at: datetime = NINE,
    minutes: int = 60,
    mediators: tuple[str, ...] = ("演示甲",),
    place: str | None = None,
    awaited: bool = True,
) -> SessionLine:
    """A planned session of a dispute of its own."""
    running = next(_RUNNING)
    return SessionLine(
        case_id=UUID(int=running),
        n=1,
        town=TOWN,
        number=f"演示-{running}",
        title="演示",
        status=Status.MEDIATING,
        purpose=Purpose.MEDIATION,
        starts_at=starts_at,
        minutes=minutes,
        place=place,
        mediators=mediators,
        awaited=awaited,
    )


def test_a_mediator_cannot_sit_in_two_sessions_at_a_time() -> None:
    one, other = line(), line(at(2018, 3, 7, 9, 30), mediators=("演示乙", "演示甲"))
    assert conflicts([one, other]) == {
        one: (f"演示甲同时约了 {other.number}",),
        other: (f"演示甲同时约了 {one.number}",),
    }


def test_two_sessions_cannot_be_in_one_place_at_a_time() -> None:
    one, other = line(place="村调解室"), line(mediators=("演示乙",), place="村调解室")
    assert conflicts([one, other]) == {
        one: (f"村调解室同时约了 {other.number}",),
        other: (f"村调解室同时约了 {one.number}",),
    }


def test_everything_that_stands_against_a_session_is_told() -> None:
    one = line(mediators=("演示甲", "演示乙"), place="村调解室")
    two, three = line(mediators=("演示乙",), place="村调解室"), line(minutes=10)
    assert conflicts([one, two, three])[one] == (
        f"演示乙同时约了 {two.number}",
        f"村调解室同时约了 {two.number}",
        f"演示甲同时约了 {three.number}",
    )


@pytest.mark.parametrize(
    "other",
    [
        line(at(2018, 3, 7, 10)),
        line(at(2018, 3, 7, 8)),
        line(at(2018, 3, 8, 9)),
        line(mediators=("演示乙",)),
        line(awaited=False),
        replace(line(mediators=("演示乙",), place="村调解室"), town="330326102"),
    ],
)
def test_what_does_not_meet_or_was_held_already_is_no_conflict(other: SessionLine) -> None:
    assert conflicts([line(place="村调解室"), other]) == {}


@pytest.mark.parametrize("starts_at", [at(2018, 3, 7, 8, 1), at(2018, 3, 7, 9), at(2018, 3, 7, 9, 59)])
def test_a_minute_in_common_is_a_conflict(starts_at: datetime) -> None:
    one, other = line(), line(starts_at)
    assert conflicts([one, other]).keys() == {one, other}


def test_sessions_without_place_or_mediators_stand_against_nothing() -> None:
    assert conflicts([line(mediators=()), line(mediators=())]) == {}


@pytest.mark.parametrize("day", [date(2018, 3, 5), WEDNESDAY, date(2018, 3, 11)])
def test_a_week_begins_on_monday(day: date) -> None:
    assert monday_of(day) == date(2018, 3, 5)


def appointed(office: Office, meet_at: datetime) -> Case:
    """A dispute on file with one appointment."""
    case = dispute_recorded(office, date(2018, 2, 28))
    received = taken(
        office, case, Move.ACCEPT, at(2018, 2, 28, 9), unit="桐川村调委会", handler="演示甲", informed="口头"
    )
    return taken(office, received, Move.SCHEDULE, at(2018, 2, 28, 10), meet_at=meet_at, place="村调解室")


def starts(office: Office, town: str | None = TOWN) -> list[datetime]:
    return [session.starts_at for session in week_of(office.sessions, WEDNESDAY, town)]


def test_a_week_holds_what_is_planned_from_monday_to_sunday_in_its_order(office: Office) -> None:
    first, last = at(2018, 3, 5, 0), at(2018, 3, 11, 23, 59)
    for moment in (last, at(2018, 3, 4, 23, 59), first, at(2018, 3, 12, 0)):
        appointed(office, moment)
    assert starts(office) == [first, last]
    assert starts(office, None) == [first, last]
    assert starts(office, "330326102") == []


def test_a_session_called_off_or_of_a_voided_dispute_is_not_in_the_week(office: Office) -> None:
    kept, off, gone = (appointed(office, at(2018, 3, 7, hour)) for hour in (9, 10, 11))
    taken(office, off, Move.CANCEL_SESSION, at(2018, 3, 1), reason="演示")
    void(office.cases, gone.id, gone.version, "演示：误登", DEADLINES, ACTOR, NOW)
    assert [session.case_id for session in week_of(office.sessions, WEDNESDAY)] == [kept.id]


def test_a_session_stands_where_it_was_held_and_no_longer_where_it_was_planned(office: Office) -> None:
    case = appointed(office, at(2018, 3, 7, 9))
    held = {"place": "村口", "present": "双方", "record": "演示", "session_result": "有待继续调解"}
    taken(office, case, Move.MEDIATE, at(2018, 3, 8, 15), session=1, **held)
    (session,) = week_of(office.sessions, WEDNESDAY)
    assert (session.starts_at, session.awaited, session.result) == (at(2018, 3, 8, 15), False, "有待继续调解")


def test_appointments_of_two_disputes_with_one_mediator_are_shown_as_a_conflict(office: Office) -> None:
    one, other = (appointed(office, at(2018, 3, 7, 9, minute)) for minute in (0, 45))
    found = conflicts(week_of(office.sessions, WEDNESDAY))
    assert {session.case_id for session in found} == {one.id, other.id}
    assert set(found.values()) == {
        (f"演示甲同时约了 {case.number}", f"村调解室同时约了 {case.number}") for case in (one, other)
    }


@pytest.mark.parametrize(
    ("session", "forgotten"),
    [(line(), True), (line(minutes=61), False), (line(at(2018, 3, 7, 9, 1)), False), (line(awaited=False), False)],
)
def test_a_session_that_is_over_and_not_written_down_is_told(session: SessionLine, forgotten: bool) -> None:
    assert unrecorded(session, at(2018, 3, 7, 10)) is forgotten
