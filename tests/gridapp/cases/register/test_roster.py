"""The duty roster of a month is kept as a whole, on both databases."""

from datetime import date

import pytest

from gridapp.cases.register.roster import (
    Kept,
    Roster,
    Turn,
    days_of,
    is_weekend,
    keep_roster,
    like_last_month,
    read_roster,
)
from gridapp.domain.period import Month
from gridapp.domain.problem import Overtaken, Unacceptable
from gridapp.domain.registers.duty import Duty
from gridapp.ports import Office
from tests.gridapp.cases.register.entries import amended
from tests.offices import ACTOR, NOW, TOWN

MARCH = Month(2018, 3)
TURNS = (
    Turn(date(2018, 3, 3), "全天", "演示甲", ("演示乙",)),
    Turn(date(2018, 3, 5), "白班", "演示丙"),
    Turn(date(2018, 3, 5), "夜班", "演示丁", (), "13700000001"),
)


def _read(office: Office) -> Roster:
    return read_roster(office.lists, office.cases, TOWN, MARCH)


def _keep(office: Office, turns: tuple[Turn, ...], seen: Roster | None = None) -> Kept:
    weekends = {day: is_weekend(day, worked=False) for day in days_of(MARCH)}
    return keep_roster(office.cases, office.registers.areas(), seen or _read(office), turns, weekends, ACTOR, NOW)


def _on_file(office: Office) -> set[tuple[int, str, str | None]]:
    return {(day.day, shift, duty.handler) for (day, shift), duty in _read(office).by_turn.items()}


def test_a_month_is_entered_changed_and_emptied(office: Office) -> None:
    assert _keep(office, TURNS) == Kept(3, 0, 0)
    assert _on_file(office) == {(3, "全天", "演示甲"), (5, "白班", "演示丙"), (5, "夜班", "演示丁")}
    changed = Turn(date(2018, 3, 5), "白班", "演示戊")
    assert _keep(office, (TURNS[0], changed)) == Kept(0, 1, 1)
    assert _on_file(office) == {(3, "全天", "演示甲"), (5, "白班", "演示戊")}
    assert _keep(office, (TURNS[0], changed)) == Kept(0, 0, 0)


def test_turns_of_a_free_saturday_are_weekend_turns(office: Office) -> None:
    _keep(office, TURNS)
    assert {duty.handler: duty.weekend for duty in _read(office).duties} == {
        "演示甲": True,
        "演示丙": False,
        "演示丁": False,
    }


def test_who_saw_an_older_roster_overwrites_nothing(office: Office) -> None:
    _keep(office, TURNS)
    seen = _read(office)
    amended(office, seen.by_turn[date(2018, 3, 5), "白班"], reason="演示：换班", handler="演示己")
    with pytest.raises(Overtaken):
        _keep(office, TURNS[:1], seen)
    assert (5, "白班", "演示己") in _on_file(office)


def test_a_wrong_turn_keeps_the_whole_month_from_being_saved(office: Office) -> None:
    with pytest.raises(Unacceptable):
        _keep(office, (TURNS[0], Turn(date(2018, 3, 6), "全天", "演示甲", (), "12")))
    assert not _on_file(office)


def test_a_month_is_copied_by_the_place_of_its_weekdays() -> None:
    copied = like_last_month(TURNS, Month(2018, 4))
    assert [(turn.day, turn.shift, turn.leader) for turn in copied] == [
        (date(2018, 4, 2), "白班", "演示丙"),
        (date(2018, 4, 2), "夜班", "演示丁"),
        (date(2018, 4, 7), "全天", "演示甲"),
    ]


def test_what_is_taken_out_stays_on_file_as_voided(office: Office) -> None:
    _keep(office, TURNS[:1])
    (duty,) = _read(office).duties
    _keep(office, ())
    kept = office.cases.load(duty.id)
    assert isinstance(kept, Duty)
    assert kept.excluded is not None
    assert kept.excluded.reason == "值班表中删去"
