"""The lists: found, filtered, sorted, counted, copied, opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import VILLAGES, at, recorded
from tests.ui.lists.feet import told_below
from tests.ui.screen import Screen, write
from ui.cases.case_model import PAGE
from ui.cases.event_page import EventPage
from ui.cases.ledger_page import LedgerPage
from ui.lists.units import unit_of, units_apart
from ui.petition.case.petition_page import PetitionPage
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
    told = told_below(page.list.count.text())
    units = set(units_apart(kind)) or {unit_of(kind)}
    assert (sum(told.values()), set(told) <= units, bool(told)) == (count, True, bool(count))


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
    page = _page(screen, Kind.PETITION)
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    screen.press(page.list.table, Qt.Key.Key_Return)
    screen.page(PetitionPage)
    screen.back()
    assert screen.page(LedgerPage) is page


def test_a_selection_beyond_the_first_page_is_copied_whole(screen: Screen) -> None:
    save(screen.office, [bare(Kind.WORKLOG) for _ in range(2 * PAGE)])
    page = _page(screen, Kind.WORKLOG)
    page.list.table.setFocus()
    screen.press(page.list.table, Qt.Key.Key_A, control=True)
    count = screen.office.lists.count(CaseQuery(kind=Kind.WORKLOG))
    assert page.list.count.text() == f"共 {count} 条 · 已选 {count} 条"
    screen.press(page.list.table, Qt.Key.Key_C, control=True)
    assert len(QGuiApplication.clipboard().text().split("\n")) == count + 1


def test_more_than_may_be_copied_is_said(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.lists.copying.MOST_COPIED", 2)
    page = _page(screen)
    page.list.table.selectAll()
    screen.press(page.list.table, Qt.Key.Key_C, control=True)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 1 + 2
    assert "一次最多复制 2 行" in screen.window.message.text


def test_f2_opens_the_event_and_down_goes_from_the_box_to_the_list(screen: Screen) -> None:
    page = _page(screen)
    page.list.search.setFocus()
    screen.press(page.list.search, Qt.Key.Key_Down)
    assert page.list.table.hasFocus()
    number = _column(page, 0)[0]
    screen.press(page.list.table, Qt.Key.Key_F2)
    assert screen.page(EventPage).title == f"网格事件 {number}"


def test_where_somebody_stands_stays_when_the_list_comes_again(screen: Screen) -> None:
    save(screen.office, [bare(Kind.WORKLOG) for _ in range(2 * PAGE)])
    page = _page(screen, Kind.WORKLOG)
    row = PAGE + 20
    page.list.table.selectRow(row)
    chosen = page.list.model.ids_at([row])
    save(screen.office, [bare(Kind.WORKLOG, at(2018, 2, 27))])
    page.mark_stale()
    screen.settle()
    assert page.list.table.selected_ids() == chosen
    assert page.list.table.currentIndex().row() == row + 1


def test_tab_goes_as_one_reads(screen: Screen) -> None:
    page = _page(screen)
    page.list.filters.show_conditions([Condition(Field.LATE, Test.YES)])
    page.list.table.selectRow(0)
    page.list.search.setFocus()
    names = []
    while not page.list.table.hasFocus():
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or str(focused.property("text")))
        screen.press(focused, Qt.Key.Key_Tab)
    views = [button.accessibleName() for button in page.views.buttons.values()]
    before, after = ["快速查找", "状态", "村社", "批量登记", "新增事件"], ["保存查询…", "管理收藏的查询"]
    assert names == [*before, *views, *after, "条件：补录", "+ 条件", "清除", "批量修改…", "列…", "导出…", "打印…"]
