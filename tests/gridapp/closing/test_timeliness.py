"""How promptly and fully villages report: each number names its cases."""

from datetime import date

from gridapp.cases.event.record import record
from gridapp.closing.timeliness import Timeliness, timeliness, whole
from gridapp.domain.actor import Clock
from gridapp.domain.event import Event
from gridapp.ports import Office
from tests.gridapp.closing.closings import JANUARY
from tests.offices import ACTOR, DEADLINES, TOWN, VILLAGES, at, closed, draft, recorded

NEXT = at(2018, 3, 5)


def _entered(office: Office, clock: Clock, **fields: object) -> Event:
    entered = draft(at(2018, 1, 3, 9), **fields)
    return record(office.cases, office.registers.areas(), DEADLINES, entered, ACTOR, clock)


def _of(office: Office, village: str | None) -> Timeliness:
    return next(line for line in timeliness(office, TOWN, JANUARY, NEXT) if line.village == village)


def test_what_was_entered_within_a_day_and_within_three_is_told_apart(office: Office) -> None:
    at_once = _entered(office, lambda: at(2018, 1, 4, 9))
    soon = _entered(office, lambda: at(2018, 1, 4, 9, 1))
    late = _entered(office, lambda: at(2018, 1, 6, 9, 1))
    line = _of(office, VILLAGES[0])
    assert set(line.reported) == {at_once.id, soon.id, late.id}
    assert line.in_a_day == (at_once.id,)
    assert set(line.in_three_days) == {at_once.id, soon.id}
    assert str(line.promptness.percent) == "33.33"
    assert line.last_entry == at(2018, 1, 6, 9, 1)


def test_every_village_has_a_line_and_a_silent_one_says_so(office: Office) -> None:
    recorded(office, date(2018, 1, 3))
    lines = timeliness(office, TOWN, JANUARY, NEXT)
    assert [(line.village, line.has_reported) for line in lines] == [
        (VILLAGES[0], True),
        (VILLAGES[1], False),
        (VILLAGES[2], False),
    ]


def test_what_is_missing_lowers_the_share_of_fields_and_is_listed(office: Office) -> None:
    full = {"grid": f"{VILLAGES[0]}-01", "source": "网格员上报", "address": "演示路1号", "reporter": "演示甲"}
    recorded(office, date(2018, 1, 3), **full)
    partly = recorded(office, date(2018, 1, 4), **full | {"address": "", "reporter": ""})
    line = _of(office, VILLAGES[0])
    assert str(line.filled.percent) == "83.33"
    assert line.incomplete == (partly.id,)


def test_what_is_open_beyond_its_limit_is_listed_whenever_it_was_reported(office: Office) -> None:
    late = recorded(office, date(2017, 11, 2), due_at=at(2017, 11, 20))
    closed(office, recorded(office, date(2017, 11, 3)), at(2017, 12, 20))
    assert _of(office, VILLAGES[0]).overdue == (late.id,)


def test_the_town_is_all_villages_together(office: Office) -> None:
    recorded(office, date(2018, 1, 3))
    recorded(office, date(2018, 1, 4), village=VILLAGES[1])
    lines = timeliness(office, TOWN, JANUARY, NEXT)
    assert len(whole(lines).reported) == sum(len(line.reported) for line in lines) == 2
