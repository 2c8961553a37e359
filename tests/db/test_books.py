"""Closing and reopening a month on both databases: what is refused, what is kept, where a 更正 is booked."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.tables.books import BOOK_STEP, KEPT_TABLE
from db.tables.ledger import MONTH_CLOSING
from gridapp.cases.event.record import amend, draft_of
from gridapp.cases.handle import take, void
from gridapp.cases.order import Order
from gridapp.cases.undo import redo, undo
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.books import BookAction, BookState, KeptTable, state_of
from gridapp.domain.event import Event
from gridapp.domain.move import Move
from gridapp.domain.period import Month, period_named
from gridapp.domain.petition import Disposition
from gridapp.domain.problem import ClosedMonth, Overtaken, Refusal
from gridapp.ports import Office, Save
from tests.offices import (
    ACTOR,
    DEADLINES,
    NOW,
    TOWN,
    VILLAGES,
    amended,
    at,
    closed,
    correcting,
    month_closed,
    petition_recorded,
    recorded,
    reopened,
    taken,
)

JANUARY = Month(2018, 1)
TABLES = (KeptTable(code="T1", title="演示表", content="{}"),)


def reported(office: Office, period: str, village: str | None = None) -> object:
    where = {Dimension.VILLAGE: (village,)} if village else {}
    return figure(office.ledger, indicator_named("event.reported"), Cut(period_named(period), TOWN, where))


def close_with_tables(office: Office, lines: int | None = None) -> None:
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, JANUARY, ACTOR, NOW(), TABLES, lines)


def reopen(office: Office, month: Month = JANUARY) -> None:
    with office.cases.transaction() as writer:
        writer.reopen_month(TOWN, month, "演示领导", "演示：漏报", ACTOR, NOW())


def test_what_a_closed_month_counts_cannot_be_changed_and_nothing_is_kept_of_the_try(office: Office) -> None:
    event = recorded(office)
    month_closed(office, JANUARY)
    with pytest.raises(ClosedMonth, match="2018年1月已经关账"):
        amended(office, event, village=VILLAGES[1])
    assert office.cases.load(event.id) == event


def test_what_counts_nowhere_may_be_changed_in_a_closed_month(office: Office) -> None:
    event = recorded(office)
    month_closed(office, JANUARY)
    assert amended(office, event, title="演示：改了标题").title == "演示：改了标题"


def test_a_correction_tells_by_whose_leave_it_was_made(office: Office) -> None:
    event = recorded(office)
    month_closed(office, JANUARY)
    amended(correcting(office, "村社填错"), event, village=VILLAGES[1])
    assert office.cases.history(event.id)[-1].reason == "村社填错（经演示领导同意更正）"


def test_a_case_goes_on_in_the_open_month_and_what_that_tells_of_the_closed_one_is_a_correction(office: Office) -> None:
    petition = petition_recorded(office)
    month_closed(office, JANUARY)
    taken(office, petition, Move.ACCEPT, at(2018, 2, 1, 9), informed="当面告知", unit="演示单位", handler="演示承办人")
    accepted = {Dimension.OUTCOME: (Disposition.ACCEPTED.value,)}
    indicator = indicator_named("petition.registered")
    told: list[object] = [
        figure(office.ledger, indicator, Cut(period_named(m), TOWN, accepted)) for m in ("2018-01", "2018-02")
    ]
    whole: list[object] = [figure(office.ledger, indicator, Cut(period_named(m), TOWN)) for m in ("2018-01", "2018-02")]
    assert (told, whole) == ([0, 1], [1, 0])


def test_a_step_that_is_dated_back_into_a_closed_month_is_refused(office: Office) -> None:
    event = taken(office, recorded(office), Move.ACCEPT, at(2018, 1, 4))
    month_closed(office, JANUARY)
    with pytest.raises(ClosedMonth):
        taken(office, event, Move.CLOSE, at(2018, 1, 20), result="演示", evidence="演示")


def test_what_was_done_after_the_closing_can_be_taken_back(office: Office) -> None:
    petition = petition_recorded(office)
    month_closed(office, JANUARY)
    taken(office, petition, Move.ACCEPT, at(2018, 2, 1, 9), informed="当面告知", unit="演示单位", handler="演示承办人")
    undo(office.cases, ACTOR, NOW)
    assert office.checks.postings().ok
    assert office.cases.load(petition.id).status is petition.status


def test_a_month_is_closed_with_the_tables_that_were_signed(office: Office) -> None:
    close_with_tables(office)
    assert tuple(office.books.tables(TOWN, JANUARY)) == TABLES
    assert office.checks.books().ok


def test_a_month_in_which_more_was_booked_since_its_tables_were_made_is_not_closed(office: Office) -> None:
    recorded(office)
    lines = office.books.lines_until(TOWN, JANUARY)
    recorded(office)
    with pytest.raises(Overtaken, match="又记入了新的数"):
        close_with_tables(office, lines)
    assert office.books.open_from(TOWN) is None


def test_reopening_keeps_what_was_handed_in_and_who_allowed_it(office: Office) -> None:
    close_with_tables(office)
    reopen(office)
    steps = office.books.steps(TOWN, JANUARY)
    assert [(s.action, s.authority, s.reason) for s in steps] == [
        (BookAction.CLOSE, None, None),
        (BookAction.REOPEN, "演示领导", "演示：漏报"),
    ]
    assert state_of(steps) is BookState.DRAFT
    assert tuple(office.books.tables(TOWN, JANUARY, 1)) == TABLES


def test_reopening_brings_the_corrections_home(office: Office) -> None:
    event = recorded(office)
    month_closed(office, JANUARY)
    amended(correcting(office), event, village=VILLAGES[1])
    reopen(office)
    moved = [(reported(office, "2018-01", village), reported(office, "2018-02", village)) for village in VILLAGES[:2]]
    assert moved == [(0, 0), (1, 0)]
    assert office.checks.postings().ok
    assert office.checks.balances().ok
    assert office.books.late_changes(TOWN, JANUARY) == []


def test_reopening_leaves_the_corrections_of_earlier_months_on_its_first_day(office: Office) -> None:
    event = recorded(office)
    month_closed(office, JANUARY)
    month_closed(office, Month(2018, 2))
    amended(correcting(office), event, village=VILLAGES[1])
    reopen(office, Month(2018, 2))
    booked = [reported(office, f"{month}-01..{month}-01", VILLAGES[1]) for month in ("2018-02", "2018-03")]
    assert booked == [1, 0]
    assert reported(office, "2018-01", VILLAGES[1]) == 0


def test_only_the_month_that_was_closed_last_is_reopened(office: Office) -> None:
    month_closed(office, JANUARY)
    month_closed(office, Month(2018, 2))
    with pytest.raises(Refusal, match="从最后关账的月份开始"):
        reopen(office)
    with pytest.raises(Refusal, match="没有关账"):
        reopen(office, Month(2018, 3))


def test_late_changes_are_the_corrections_that_were_made(office: Office) -> None:
    first, second = recorded(office), recorded(office)
    done = closed(office, recorded(office), at(2018, 1, 20))
    month_closed(office, JANUARY)
    amended(correcting(office, "村社填错"), first, village=VILLAGES[1])
    void(correcting(office).cases, second.id, second.version, "演示：重复", DEADLINES, ACTOR, NOW)
    reopened(office, done, at(2018, 2, 5))
    changes = office.books.late_changes(TOWN, JANUARY)
    assert [(change.case_id, change.action) for change in changes] == [(first.id, "修改"), (second.id, "作废")]
    assert {(a.measure, a.quantity, a.book_day) for a in changes[1].amounts} >= {
        ("event.reported", -1, date(2018, 2, 1)),
    }


@pytest.mark.parametrize("table", [BOOK_STEP, KEPT_TABLE, MONTH_CLOSING], ids=lambda table: table.name)
def test_what_was_signed_can_be_neither_changed_nor_deleted_by_any_statement(
    office: Office, location: str, table: object
) -> None:
    close_with_tables(office)
    engine = engine_for(url_of(location))
    try:
        for statement in (update(table).values(month=201712), delete(table)):  # type: ignore[arg-type]
            with pytest.raises(DBAPIError, match=r"append-only|closed month"), engine.begin() as connection:
                connection.execute(statement)
    finally:
        engine.dispose()


def test_a_kept_table_that_was_written_by_another_hand_is_found_out(office: Office, location: str) -> None:
    close_with_tables(office)
    engine = engine_for(url_of(location))
    row = {"town": TOWN, "month": 201801, "closing": 1, "code": "T2", "position": 1, "title": "演示"}
    try:
        with engine.begin() as connection:
            connection.execute(insert(KEPT_TABLE), row | {"content": "{}", "digest": "0"})
    finally:
        engine.dispose()
    assert not office.checks.books().ok


def test_an_import_into_a_closed_month_is_refused_like_any_save(office: Office) -> None:
    event = recorded(office)
    month_closed(office, JANUARY)
    moved = Save(event, replace(event, village=VILLAGES[1]), "导入")
    with pytest.raises(ClosedMonth), office.cases.transaction() as writer:
        writer.save([moved], ACTOR, NOW(), batch="演示批次")


def test_what_was_done_after_the_closing_can_be_taken_back_by_a_clock_that_stands_still(office: Office) -> None:
    still = NOW()
    petition = petition_recorded(office)
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, JANUARY, ACTOR, still)
    accept = {"informed": "当面告知", "unit": "演示单位", "handler": "演示承办人", "at": at(2018, 2, 1, 9)}
    order = Order(move=Move.ACCEPT, **accept)  # type: ignore[arg-type]
    take(office.cases, petition.id, petition.version, order, DEADLINES, ACTOR, lambda: still)
    undo(office.cases, ACTOR, lambda: still)
    redo(office.cases, ACTOR, lambda: still)
    undo(office.cases, ACTOR, lambda: still)
    assert office.cases.load(petition.id).status is petition.status
    assert office.checks.postings().ok
    with pytest.raises(ClosedMonth):
        undo(office.cases, ACTOR, lambda: still)


def test_what_a_closed_month_has_counted_is_not_taken_back_whatever_the_clocks_said(office: Office) -> None:
    event = recorded(office)
    amended(office, event, village=VILLAGES[1])
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, JANUARY, ACTOR, at(2018, 2, 5))
    with pytest.raises(ClosedMonth):
        undo(office.cases, ACTOR, NOW)


def test_corrections_in_a_row_are_taken_back_one_after_the_other(office: Office) -> None:
    event = recorded(office)
    month_closed(office, JANUARY)
    for village in (VILLAGES[1], VILLAGES[2]):
        event = amended(correcting(office), event, village=village)
    undo(office.cases, ACTOR, NOW)
    undo(office.cases, ACTOR, NOW)
    assert office.cases.load(event.id).village == VILLAGES[0]
    assert [reported(office, "2018-02", village) for village in VILLAGES] == [0, 0, 0]


def test_a_correction_that_a_signed_month_has_counted_is_not_taken_back(office: Office) -> None:
    event = recorded(office)
    month_closed(office, JANUARY)
    amended(correcting(office), event, village=VILLAGES[1])
    month_closed(office, Month(2018, 2))
    with pytest.raises(ClosedMonth):
        undo(office.cases, ACTOR, NOW)


def test_late_changes_start_anew_with_a_reopening_though_the_clock_stands_still(office: Office) -> None:
    still = NOW()
    event = recorded(office)
    by_leave = correcting(office)
    for _ in range(2):
        with office.cases.transaction() as writer:
            writer.close_month(TOWN, JANUARY, ACTOR, still)
        event = moved_at(by_leave, event, still)
        assert len(office.books.late_changes(TOWN, JANUARY)) == 1
        with office.cases.transaction() as writer:
            writer.reopen_month(TOWN, JANUARY, "演示领导", "演示：漏报", ACTOR, still)
        assert office.books.late_changes(TOWN, JANUARY) == []


def moved_at(office: Office, event: Event, moment: datetime) -> Event:
    """An event moved to another village by a clock that stands still."""
    village = VILLAGES[1] if event.village == VILLAGES[0] else VILLAGES[0]
    changed, areas = replace(draft_of(event), village=village), office.registers.areas()
    return amend(office.cases, areas, DEADLINES, event.id, event.version, changed, ACTOR, lambda: moment)
