"""The lists: found, filtered, sorted, counted, copied, opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import VILLAGES, at, recorded
from tests.ui.screen import Screen, write
from ui.cases.detail_page import DetailPage
from ui.cases.event_page import EventPage
from ui.cases.ledger_page import LedgerPage
from ui.requests import ShowLedger


def _page(screen: Screen, kind: Kind = Kind.EVENT) -> LedgerPage:
    screen.go(ShowLedger(kind))
    return screen.page(LedgerPage)


def _column(page: LedgerPage, column: int) -> list[str]:
    model = page.list.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_list_with_its_count(screen: Screen, kind: Kind) -> None:
    page = _page(screen, kind)
    count = screen.office.lists.count(CaseQuery(kind=kind))
    assert page.list.model.rowCount() == count
    assert page.list.count.text() == f"共 {count} 条"


def test_control_f_searches_and_shows_how_many_were_found(screen: Screen) -> None:
    recorded(screen.office, at(2018, 2, 20), title="演示：山塘漏水")
    page = _page(screen)
    screen.press(page.list.table, Qt.Key.Key_F, control=True)
    assert page.list.search.hasFocus()
    write(page.list.search, "山塘")
    screen.qtbot.waitUntil(lambda: page.list.count.text() == "找到 1 条")
    screen.settle()
    assert _column(page, 1) == ["演示：山塘漏水"]


def test_a_search_that_finds_nothing_says_so(screen: Screen) -> None:
    page = _page(screen)
    write(page.list.search, "没有这样的字")
    screen.qtbot.waitUntil(lambda: page.list.count.text() == "没有符合条件的记录")


def test_filters_by_state_and_village(screen: Screen) -> None:
    page = _page(screen)
    page.areas.villages.setCurrentIndex(page.areas.villages.findText("内冯村"))
    page.status.setCurrentIndex(page.status.findText("已办结"))
    screen.settle()
    query = CaseQuery(kind=Kind.EVENT, statuses=frozenset({Status.CLOSED}), village=VILLAGES[1])
    assert page.list.model.rowCount() == screen.office.lists.count(query) == 1


def test_sorts_in_the_database_when_a_heading_is_clicked(screen: Screen) -> None:
    page = _page(screen)
    header = page.list.table.horizontalHeader()
    section = 0
    x = header.sectionViewportPosition(section) + 10
    screen.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().topLeft().__class__(x, 8))
    screen.settle()
    numbers = _column(page, section)
    assert page.list.query.sort == "number"
    assert numbers == sorted(numbers, reverse=page.list.query.descending)


def test_copies_selected_rows_with_headings(screen: Screen) -> None:
    page = _page(screen)
    page.list.table.selectAll()
    screen.press(page.list.table, Qt.Key.Key_C, control=True)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == page.list.model.rowCount() + 1
    assert lines[0].split("\t")[:2] == ["事件编号", "标题"]
    assert [line.split("\t")[0] for line in lines[1:]] == _column(page, 0)


def test_a_double_click_opens_the_event(screen: Screen) -> None:
    page = _page(screen)
    number = _column(page, 0)[0]
    screen.double_click(page.list.table, page.list.model.index(0, 0))
    assert screen.page(EventPage).title == f"网格事件 {number}"


def test_enter_opens_a_record_of_another_kind_and_back_returns(screen: Screen) -> None:
    page = _page(screen, Kind.DISPUTE)
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    screen.press(page.list.table, Qt.Key.Key_Return)
    screen.page(DetailPage)
    screen.back()
    assert screen.page(LedgerPage) is page


def test_a_detail_page_shows_the_filled_fields_in_chinese(screen: Screen) -> None:
    _page(screen, Kind.DISPUTE)
    page = screen.page(LedgerPage)
    case_id = next(
        i for i in page.list.model.ids_at(range(4)) if getattr(screen.office.cases.load(i), "people", 0) == 3
    )
    page.list.opened.emit(case_id)
    screen.settle()
    detail = screen.page(DetailPage)
    pairs = dict(detail.pairs(screen.office.cases.load(case_id)))
    assert pairs["涉及人数"] == "3"
    assert pairs["所属村社"] == "桐川村"
    assert pairs["纠纷类型"] == "综治工作 · 邻里纠纷"
    assert pairs["办结情况"] == "2018-01-20 办结，调解成功，书面"
    assert detail.history.topLevelItemCount() == 1
