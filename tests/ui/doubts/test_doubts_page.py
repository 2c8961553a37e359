"""The page 数据疑点: what can hardly be is listed with its figures and records, and a clean period says so."""

from dataclasses import replace

from PySide6.QtCore import Qt

from gridapp.domain.case import Closing
from gridapp.domain.period import period_named
from gridapp.domain.status import Status
from gridapp.ports import Office, Save
from tests.offices import ACTOR, NOW, TOWN, at, recorded
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage
from ui.doubts.doubts_page import DoubtsPage
from ui.requests import ShowDoubts

FIRST_MONTHS = ShowDoubts(TOWN, period_named("2018-01..2018-02"))


def closed_before_it_was_reported(office: Office) -> str:
    """An event as an older ledger may have brought it."""
    event = recorded(office)
    closed = replace(event, status=Status.CLOSED, closings=(Closing(closed_at=at(2018, 1, 1)),))
    with office.cases.transaction() as writer:
        writer.save([Save(event, closed, "演示")], ACTOR, NOW())
    return event.number


def test_a_period_without_doubts_says_how_much_was_looked_at(screen: Screen) -> None:
    screen.go(FIRST_MONTHS)
    page = screen.page(DoubtsPage)
    assert "个数字" in page.summary.text()
    assert page.split.isVisible() == bool(page.model.rows)
    assert page.clean.isVisible() is not bool(page.model.rows)
    assert page.clean.heading == page.summary.text()


def test_a_record_that_cannot_be_is_listed_and_opened_by_enter(screen: Screen) -> None:
    number = closed_before_it_was_reported(screen.office)
    screen.go(FIRST_MONTHS)
    page = screen.page(DoubtsPage)
    numbers = []
    for row in range(len(page.model.rows)):
        page.table.selectRow(row)
        screen.settle()
        numbers = [record.number for record in page.records.rows]
        if number in numbers:
            break
    assert number in numbers
    page.record_table.selectRow(numbers.index(number))
    screen.press(page.record_table, Qt.Key.Key_Return)
    assert screen.page(EventPage).title.endswith(number)
