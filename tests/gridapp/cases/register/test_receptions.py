"""Reception days: planned for a month, held or not, who came, and promises until they are kept; on both databases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from gridapp.cases.handle import void
from gridapp.cases.register.receptions import (
    PlannedDay,
    ReceptionDay,
    days_of_rule,
    hold,
    keep,
    leave_out,
    plan_days,
    promise,
    read_month,
)
from gridapp.cases.undo import undo
from gridapp.domain.actor import Actor
from gridapp.domain.confidence import Confidence
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month
from gridapp.domain.petition import PetitionPurpose
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.registers.reception import Promise, Reception
from gridapp.ports import Office
from gridapp.registers.confidants import put_confidants
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at, clock_from, petition_recorded

JUNE = Month(2018, 6)
NINE = at(2018, 6, 1, 9)
OUTSIDER = Actor("演示外人", "二号机")
LAMP = Promise(what="演示：修好路灯", unit="演示城建办", due_at=at(2018, 6, 20))


def planned(day: int, leader: str = "演示镇长", **fields: object) -> PlannedDay:
    values = {"day": date(2018, 6, day), "begins": time(9), "ends": time(11, 30), "place": "演示接访室"}
    return PlannedDay(leader=leader, **(values | fields))  # type: ignore[arg-type]


def plan(office: Office, *days: PlannedDay, now: datetime | None = None) -> Sequence[Reception]:
    clock = NOW if now is None else clock_from(now)
    on_file = plan_days(office, office.registers.areas(), TOWN, days, ACTOR, clock)
    return [day for day in on_file if isinstance(day, Reception)]


def month(office: Office, person: str = ACTOR.name) -> Sequence[ReceptionDay]:
    return read_month(office, TOWN, JUNE, person)


def on_file(office: Office) -> Reception:
    (day,) = month(office)
    return day.reception


def held(office: Office) -> Reception:
    (day,) = plan(office, planned(1))
    return hold(office.cases, day, NINE, ACTOR, NOW)


def fields_of(error: pytest.ExceptionInfo[Unacceptable]) -> list[str]:
    return [problem.field for problem in error.value.problems]


def test_a_free_day_gives_way_to_the_next_working_day() -> None:
    assert days_of_rule(JUNE, [16, 1], DEADLINES.calendar) == [date(2018, 6, 1), date(2018, 6, 19)]


def test_two_numbers_that_fall_on_one_working_day_are_one_day() -> None:
    assert days_of_rule(JUNE, [9, 10, 11], DEADLINES.calendar) == [date(2018, 6, 11)]


def test_a_day_that_the_month_does_not_have_and_one_pushed_out_of_it_are_left_out() -> None:
    assert days_of_rule(JUNE, [31, 30, 28], DEADLINES.calendar) == [date(2018, 6, 28)]


def test_a_year_without_a_calendar_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match="2031"):
        days_of_rule(Month(2031, 6), [1], DEADLINES.calendar)


def test_a_month_is_planned_at_once_and_ahead_of_its_days(office: Office) -> None:
    plan(office, planned(15, "演示书记"), planned(1), now=at(2018, 5, 25, 9))
    days = [day.reception for day in month(office)]
    assert [(day_of(day.reported_at).day, day.handler, day.address) for day in days] == [
        (1, "演示镇长", "演示接访室"),
        (15, "演示书记", "演示接访室"),
    ]
    assert (days[0].reported_at, days[0].until_at) == (NINE, at(2018, 6, 1, 11, 30))


def test_a_day_that_the_leader_has_already_is_left_out(office: Office) -> None:
    plan(office, planned(1))
    assert len(plan(office, planned(1), planned(15), planned(1, "演示书记"))) == 2
    with pytest.raises(Refusal, match="都已经安排"):
        plan(office, planned(1), planned(15))
    assert len(month(office)) == 3


def test_one_wrong_day_keeps_all_from_being_put_on_file(office: Office) -> None:
    with pytest.raises(Unacceptable):
        plan(office, planned(1), planned(15, " "))
    assert not month(office)


def test_the_days_of_a_plan_are_taken_back_together(office: Office) -> None:
    plan(office, planned(1), planned(15))
    undo(office.cases, ACTOR, NOW)
    assert not month(office)


def test_a_day_was_held_and_is_not_any_more_once_that_is_taken_back(office: Office) -> None:
    day = held(office)
    assert on_file(office) == day
    assert day.held_at == NINE
    undo(office.cases, ACTOR, NOW)
    assert on_file(office).held_at is None


def test_a_day_is_not_held_in_the_future(office: Office) -> None:
    (day,) = plan(office, planned(1), now=at(2018, 5, 25, 9))
    with pytest.raises(Unacceptable) as error:
        hold(office.cases, day, NINE, ACTOR, clock_from(at(2018, 5, 31, 9)))
    assert fields_of(error) == ["held_at"]


def test_a_day_that_was_held_is_not_held_again(office: Office) -> None:
    day = held(office)
    with pytest.raises(Refusal, match="已经登记接待"):
        hold(office.cases, day, at(2018, 6, 1, 10), ACTOR, NOW)


def test_a_day_was_not_held_for_a_reason(office: Office) -> None:
    (day,) = plan(office, planned(1))
    with pytest.raises(Unacceptable) as error:
        leave_out(office.cases, day, " ", ACTOR, NOW)
    assert fields_of(error) == ["unheld_reason"]
    leave_out(office.cases, day, " 演示：防汛 ", ACTOR, NOW)
    assert on_file(office).unheld_reason == "演示：防汛"
    undo(office.cases, ACTOR, NOW)
    assert on_file(office).unheld_reason is None


def test_a_day_put_off_and_held_after_all_has_no_reason_left(office: Office) -> None:
    (day,) = plan(office, planned(1))
    left_out = leave_out(office.cases, day, "演示：防汛", ACTOR, NOW)
    after = hold(office.cases, left_out, NINE, ACTOR, NOW)
    assert (after.held_at, after.unheld_reason) == (NINE, None)


def test_a_day_that_was_held_is_not_left_out(office: Office) -> None:
    with pytest.raises(Refusal, match="已经登记接待"):
        leave_out(office.cases, held(office), "演示：防汛", ACTOR, NOW)


def test_a_day_on_which_somebody_came_is_not_left_out(office: Office) -> None:
    (day,) = plan(office, planned(1))
    petition_recorded(office, NINE, reception=day.id)
    with pytest.raises(Refusal, match="来访"):
        leave_out(office.cases, day, "演示：防汛", ACTOR, NOW)


def test_a_promise_says_what_who_and_by_when(office: Office) -> None:
    day = held(office)
    with pytest.raises(Unacceptable) as error:
        promise(office.cases, day, Promise(what=" "), ACTOR, NOW)
    assert fields_of(error) == ["what", "unit", "due_at"]
    with pytest.raises(Unacceptable) as error:
        promise(office.cases, day, replace(LAMP, due_at=NINE), ACTOR, NOW)
    assert fields_of(error) == ["due_at"]


def test_nothing_is_promised_before_the_day_was_held(office: Office) -> None:
    (day,) = plan(office, planned(1))
    with pytest.raises(Refusal, match="先登记接待"):
        promise(office.cases, day, LAMP, ACTOR, NOW)


def test_a_promise_waits_is_late_and_is_kept(office: Office) -> None:
    day = promise(office.cases, held(office), LAMP, ACTOR, NOW)
    (read,) = month(office)
    assert list(read.unkept()) == [LAMP]
    assert not read.unkept(at(2018, 6, 19, 12))
    assert list(read.unkept(at(2018, 6, 20, 12))) == [LAMP]
    keep(office.cases, day, 1, at(2018, 6, 18, 10), "演示：换了灯泡", ACTOR, NOW)
    (read,) = month(office)
    assert read.reception.promises == (replace(LAMP, done_at=at(2018, 6, 18, 10), how="演示：换了灯泡"),)
    assert not read.unkept()


def test_a_promise_that_was_kept_waits_again_once_that_is_taken_back(office: Office) -> None:
    day = promise(office.cases, held(office), LAMP, ACTOR, NOW)
    keep(office.cases, day, 1, at(2018, 6, 18, 10), "演示：换了灯泡", ACTOR, NOW)
    undo(office.cases, ACTOR, NOW)
    assert on_file(office).promises == (LAMP,)
    undo(office.cases, ACTOR, NOW)
    assert on_file(office).promises == ()


def test_the_second_of_two_promises_is_kept_alone(office: Office) -> None:
    day = promise(office.cases, held(office), LAMP, ACTOR, NOW)
    day = promise(office.cases, day, replace(LAMP, what="演示：核对低保"), ACTOR, NOW)
    keep(office.cases, day, 2, at(2018, 6, 18, 10), "演示：已核对", ACTOR, NOW)
    assert [kept.how for kept in on_file(office).promises] == [None, "演示：已核对"]


@pytest.mark.parametrize(
    ("done_at", "how", "fields"),
    [
        (at(2018, 5, 31, 23), "演示：换了灯泡", ["done_at"]),
        (at(2019, 6, 1), "演示：换了灯泡", ["done_at"]),
        (at(2018, 6, 18), " ", ["how"]),
    ],
)
def test_a_promise_is_kept_after_it_was_made_and_somehow(
    office: Office, done_at: datetime, how: str, fields: list[str]
) -> None:
    day = promise(office.cases, held(office), LAMP, ACTOR, NOW)
    with pytest.raises(Unacceptable) as error:
        keep(office.cases, day, 1, done_at, how, ACTOR, NOW)
    assert fields_of(error) == fields


def test_a_promise_is_kept_once(office: Office) -> None:
    day = promise(office.cases, held(office), LAMP, ACTOR, NOW)
    day = keep(office.cases, day, 1, at(2018, 6, 18, 10), "演示：换了灯泡", ACTOR, NOW)
    with pytest.raises(Refusal, match="已经兑现"):
        keep(office.cases, day, 1, at(2018, 6, 19, 10), "演示：又换了", ACTOR, NOW)


def test_the_second_to_change_a_day_is_told(office: Office) -> None:
    (day,) = plan(office, planned(1))
    hold(office.cases, day, NINE, ACTOR, NOW)
    with pytest.raises(Overtaken):
        leave_out(office.cases, day, "演示：防汛", ACTOR, NOW)


def test_a_voided_day_is_not_changed_and_not_shown(office: Office) -> None:
    (day,) = plan(office, planned(1))
    gone = void(office.cases, day.id, day.version, "演示：重复登记", DEADLINES, ACTOR, NOW)
    assert isinstance(gone, Reception)
    with pytest.raises(Refusal):
        hold(office.cases, gone, NINE, ACTOR, NOW)
    assert not month(office)


def test_who_came_is_counted_in_petitions_and_in_people_without_the_voided(office: Office) -> None:
    first, second = plan(office, planned(1), planned(15))
    petition_recorded(office, NINE, reception=first.id, heads=3)
    wrong = petition_recorded(office, NINE, reception=first.id, heads=2)
    petition_recorded(office, NINE, reception=second.id)
    petition_recorded(office, NINE)
    void(office.cases, wrong.id, wrong.version, "演示：重复登记", DEADLINES, ACTOR, NOW)
    days = month(office)
    assert [(day.batches, day.heads, len(day.received)) for day in days] == [(1, 3, 2), (1, 1, 1)]


def test_a_sealed_petition_is_counted_and_named_without_its_matter(office: Office) -> None:
    (day,) = plan(office, planned(1))
    put_confidants(office.confidence, Confidence.ACCUSATION, (), (ACTOR.name,), ACTOR, NOW)
    accusation = {"purpose": PetitionPurpose.ACCUSATION, "accused": "演示某人", "demand": "演示：举报某人"}
    accused = petition_recorded(office, NINE, reception=day.id, heads=3, **accusation)
    (open_to,), (closed_to,) = month(office), month(office, OUTSIDER.name)
    assert [case.title for case in open_to.received] == [accused.title]
    assert (closed_to.batches, closed_to.heads, closed_to.received[0].number) == (1, 3, accused.number)
    assert "举报某人" not in str(closed_to.received)
    assert str(accused.petitioner) not in str(closed_to.received)


def test_days_that_are_left_out_of_a_month_belong_to_their_own(office: Office) -> None:
    plan(office, planned(1), replace(planned(1), day=date(2018, 7, 2)))
    assert [day_of(day.reception.reported_at) for day in month(office)] == [date(2018, 6, 1)]
    july = read_month(office, TOWN, Month(2018, 7), ACTOR.name)
    assert [day.reception.reported_at for day in july] == [datetime(2018, 7, 2, 1, tzinfo=UTC)]
