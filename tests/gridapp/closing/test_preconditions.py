"""What is left to do before a month is closed is counted by the very query that opens its list."""

from dataclasses import replace
from datetime import date

import pytest

from gridapp.cases import drafts
from gridapp.closing.balances import balances, broken
from gridapp.closing.precondition import Precondition
from gridapp.closing.preconditions import preconditions
from gridapp.counting.words import Words
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import Month
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Draft, Office
from tests.gridapp.closing.closings import FEBRUARY, JANUARY
from tests.gridapp.small_office import fill
from tests.offices import TOWN, at, draft, month_closed, recorded, taken

NEXT = at(2018, 3, 5)


def _lines(office: Office, month: Month, name: str) -> list[Precondition]:
    return [line for line in preconditions(office, TOWN, month, NEXT) if line.name == name]


def test_what_is_left_is_what_its_list_shows(office: Office) -> None:
    fill(office)
    found = [line for line in preconditions(office, TOWN, FEBRUARY, NEXT) if line.query is not None]
    assert found
    for line in found:
        assert line.query is not None
        assert len(office.lists.find_ids(line.query)) == line.left, line.said


def test_a_village_that_was_not_filled_in_is_told(office: Office) -> None:
    fill(office)
    (line,) = _lines(office, FEBRUARY, "所属村社填写")
    assert (line.said, line.left, line.blocking) == ("网格事件未填所属村社 1 件", 1, False)


def test_feedback_that_nobody_has_verified_is_told(office: Office) -> None:
    event = recorded(office, date(2018, 1, 3))
    case = taken(office, event, Move.ACCEPT, at(2018, 1, 3, 10))
    case = taken(office, case, Move.ASSIGN, at(2018, 1, 3, 11), unit="桐川村调委会", handler="演示调解员")
    case = taken(office, case, Move.SIGN, at(2018, 1, 3, 12))
    taken(office, case, Move.FEEDBACK, at(2018, 1, 4), result="演示：已处理", evidence="演示：现场查看")
    (line,) = _lines(office, JANUARY, "反馈核查")
    assert line.left == 1
    assert _lines(office, JANUARY.later(-1), "反馈核查")[0].is_met


def test_a_month_that_is_not_over_stands_in_the_way(office: Office) -> None:
    (line,) = _lines(office, Month(2018, 3), "期间")
    assert line.stands_in_the_way


def test_months_between_are_told_once_books_are_closed(office: Office) -> None:
    assert _lines(office, FEBRUARY, "以前月份")[0].is_met
    month_closed(office, JANUARY.later(-1))
    (line,) = _lines(office, FEBRUARY, "以前月份")
    assert (line.left, list(line.lines)) == (1, ["2018年1月"])


def test_villages_that_reported_nothing_are_named(office: Office) -> None:
    recorded(office, date(2018, 1, 3))
    (line,) = _lines(office, JANUARY, "村社上报")
    assert list(line.lines) == ["内冯村", "西山村"]


@pytest.mark.parametrize(("day", "is_told"), [(date(2018, 1, 31), True), (date(2018, 2, 1), False)])
def test_what_was_typed_for_the_month_and_not_saved_is_told(office: Office, day: date, is_told: bool) -> None:
    content = {"form": "new_event", "event": drafts.written(draft(day))}
    kept = Draft(
        id=case_id_at(NEXT),
        person="演示甲",
        workstation="三号机",
        kind=Kind.EVENT,
        content=content,
        saved_at=at(2018, 2, 2, 8),
    )
    office.drafts.put(kept)
    (line,) = _lines(office, JANUARY, "未保存的登记")
    told = ["演示甲（三号机）未保存的网格事件登记，存于 2018-02-02 08:00"]
    assert list(line.lines) == (told if is_told else [])


def test_the_balances_hold_in_every_line_and_carry_on(office: Office) -> None:
    fill(office)
    words = Words(office.registers.areas(), vocabulary())
    january, february = (balances(office.ledger, words, TOWN, month) for month in (JANUARY, FEBRUARY))
    assert broken(january, words) == []
    closing = {(line.name, line.unit, line.village, line.is_total): line.amounts[3] for line in january}
    for line in february:
        assert line.amounts[0] == closing.get((line.name, line.unit, line.village, line.is_total), 0), line


def test_a_balance_that_does_not_hold_is_named(office: Office) -> None:
    fill(office)
    words = Words(office.registers.areas(), vocabulary())
    first, *rest = balances(office.ledger, words, TOWN, JANUARY)
    opening, new, ended, closing = first.amounts
    wrong = replace(first, amounts=(opening, new, ended, closing + 1))
    assert broken([wrong, *rest], words) == ["网格事件（件）桐川村：结转不平", "网格事件（件）：各村社之和与合计不符"]
