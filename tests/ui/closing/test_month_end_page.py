"""The page 月报与关账: a month is handed in, approved and closed on it, and shows what was kept and what came later."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.closing.correcting import corrected
from gridapp.domain.books import BookAction, BookState
from gridapp.domain.period import Month
from tests.gridapp.closing.closings import CHIEF, JANUARY, LEAVE, closed_by_all, with_leader
from tests.offices import TOWN, recorded
from tests.ui.screen import Screen, write
from ui.cases.due_page import DuePage
from ui.cases.event_page import EventPage
from ui.closing.changes_tab import ChangesTab
from ui.closing.checks_tab import ChecksTab
from ui.closing.month_end_page import MonthEndPage
from ui.closing.sign_dialog import SignDialog
from ui.closing.tables_tab import TablesTab
from ui.closing.timeliness_tab import TimelinessTab
from ui.figures.statistics_page import StatisticsPage
from ui.requests import ShowMonthEnd, ShowStatistics


@pytest.fixture(autouse=True)
def _leader(screen: Screen) -> None:
    with_leader(screen.office)


def _page(screen: Screen) -> MonthEndPage:
    screen.go(ShowMonthEnd(TOWN, JANUARY))
    return screen.page(MonthEndPage)


def _states(page: MonthEndPage) -> Sequence[str]:
    return [page.model.index(row, 1).data() for row in range(3)]


def _sign(screen: Screen, page: MonthEndPage, action: BookAction, person: str, reason: str = "") -> SignDialog:
    screen.click(page.buttons[action])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SignDialog)
    dialog.person.clear()
    write(dialog.person, person)
    if reason:
        write(dialog.reason, reason)
    screen.press(dialog.person, Qt.Key.Key_Return, control=True)
    return dialog


def test_a_month_goes_all_the_way_by_its_buttons(screen: Screen) -> None:
    page = _page(screen)
    assert list(page.buttons) == [BookAction.SUBMIT]
    _sign(screen, page, BookAction.SUBMIT, "演示填报人")
    assert list(page.buttons) == [BookAction.RETURN, BookAction.SUBMIT, BookAction.APPROVE]
    _sign(screen, page, BookAction.APPROVE, CHIEF)
    _sign(screen, page, BookAction.CLOSE, CHIEF)
    assert screen.window.message.text == "2018年1月已签发关账。"
    assert page.heading.text() == "高湖镇 2018年1月 · 已关账"
    assert _states(page) == ["已关账", "本月", "未到"]
    assert page.way.text().count("→") == 2


def test_after_a_step_the_keyboard_is_at_the_months(screen: Screen) -> None:
    page = _page(screen)
    _sign(screen, page, BookAction.SUBMIT, "演示填报人")
    assert screen.window.focusWidget() is page.table


def test_a_refusal_stays_in_the_dialog_with_what_was_written(screen: Screen) -> None:
    page = _page(screen)
    _sign(screen, page, BookAction.SUBMIT, "演示填报人")
    dialog = _sign(screen, page, BookAction.APPROVE, "演示文员")
    assert dialog.isVisible()
    assert dialog.form.boxes["person"].problem == f"审核人须是{CHIEF}，请改正。"
    recorded(screen.office, date(2018, 1, 9))
    dialog.person.clear()
    write(dialog.person, CHIEF)
    screen.click(dialog.confirm)
    assert dialog.problem.text() == "提交后数字有变动，请重新提交。"
    assert dialog.person.text() == CHIEF
    dialog.reject()


def test_a_report_is_sent_back_with_a_reason(screen: Screen) -> None:
    page = _page(screen)
    _sign(screen, page, BookAction.SUBMIT, "演示填报人")
    _sign(screen, page, BookAction.RETURN, CHIEF, "演示：漏报一件")
    assert list(page.buttons) == [BookAction.SUBMIT]
    assert screen.office.books.steps(TOWN, JANUARY)[-1].reason == "演示：漏报一件"


def test_only_the_month_that_was_closed_last_can_be_reopened(screen: Screen) -> None:
    closed_by_all(screen.office, JANUARY)
    page = _page(screen)
    assert page.buttons[BookAction.REOPEN].isEnabled()
    page.table.selectRow(0)
    closed_by_all(screen.office, Month(2018, 2))
    page.mark_stale()
    screen.settle()
    assert not page.buttons[BookAction.REOPEN].isEnabled()


def test_a_reopening_is_signed_and_shown(screen: Screen) -> None:
    closed_by_all(screen.office, JANUARY)
    page = _page(screen)
    _sign(screen, page, BookAction.REOPEN, CHIEF, "演示：漏报一件")
    assert page.standing is not None
    assert page.standing.state is BookState.DRAFT
    assert f"准许 {CHIEF}" in page.way.text()


def test_what_is_left_to_do_opens_as_its_list(screen: Screen) -> None:
    screen.go(ShowMonthEnd(TOWN, Month(2018, 2)))
    page = screen.page(MonthEndPage)
    checks = page.tabs["关账前检查"]
    assert isinstance(checks, ChecksTab)
    assert checks.summary.text().startswith("现在还不能关账")
    row = next(n for n, line in enumerate(checks.model.rows) if line.said == "网格事件未填所属村社 1 件")
    checks.table.selectRow(row)
    screen.press(checks.table, Qt.Key.Key_Return)
    assert len(screen.page(DuePage).list.model.ids) == 1


def test_of_a_closed_month_it_is_not_said_that_it_can_be_closed(screen: Screen) -> None:
    page = _page(screen)
    checks = page.tabs["关账前检查"]
    assert isinstance(checks, ChecksTab)
    assert "可以关账" in checks.summary.text()
    closed_by_all(screen.office, JANUARY)
    page.mark_stale()
    screen.settle()
    assert checks.summary.text().startswith("已经关账")


def test_with_little_room_the_months_leave_out_their_latest_step(screen: Screen) -> None:
    table = _page(screen).table
    latest, changes = 2, 3
    for room, is_hidden in ((180, True), (500, False)):
        table.setFixedWidth(room)
        screen.settle()
        assert table.isColumnHidden(latest) is is_hidden
        assert not table.isColumnHidden(changes)


def test_a_closed_month_shows_and_exports_what_was_kept(screen: Screen, tmp_path: Path) -> None:
    signed = closed_by_all(screen.office, JANUARY)
    recorded(corrected(screen.office, LEAVE), date(2018, 1, 9))
    page = _page(screen)
    page.book.setCurrentWidget(page.tabs["报表"])
    screen.settle()
    tables = page.tabs["报表"]
    assert isinstance(tables, TablesTab)
    assert tables.state.text().startswith("关账时报表")
    assert tables.state.toolTip() == signed.digest
    for name in ("一.xlsx", "二.xlsx"):
        tables.export_to(tmp_path / name)
        screen.settle()
    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()


def test_what_came_after_the_closing_is_counted_told_and_opened(screen: Screen) -> None:
    closed_by_all(screen.office, JANUARY)
    event = recorded(corrected(screen.office, LEAVE), date(2018, 1, 9))
    page = _page(screen)
    assert page.model.index(0, 3).data() == "1 次"
    page.book.setCurrentWidget(page.tabs["关账后变动"])
    screen.settle()
    changes = page.tabs["关账后变动"]
    assert isinstance(changes, ChangesTab)
    assert changes.summary.text() == "关账后变动 1 次"
    assert "网格事件本期上报 +1 件（原属 2018-01-09，记入 2018-02-01）" in changes.told_below.text()
    screen.press(changes.table, Qt.Key.Key_Return)
    assert screen.page(EventPage).loaded is not None
    assert screen.page(EventPage).loaded.case.id == event.id  # type: ignore[union-attr]


def test_each_number_of_a_village_opens_its_cases(screen: Screen) -> None:
    page = _page(screen)
    page.book.setCurrentWidget(page.tabs["各村报送"])
    screen.settle()
    tab = page.tabs["各村报送"]
    assert isinstance(tab, TimelinessTab)
    first = tab.view.figures.index(0, 0)
    count = int(first.data())
    assert count
    screen.double_click(tab.view, first)
    assert len(screen.page(DuePage).list.model.ids) == count


def test_the_statistics_lead_to_the_last_month_of_their_period(screen: Screen) -> None:
    screen.go(ShowStatistics())
    page = screen.page(StatisticsPage)
    page.bar.ask_for(date(2018, 1, 1), date(2018, 1, 31))
    screen.settle()
    screen.click(page.ways_on.month_end)
    assert screen.page(MonthEndPage).month == JANUARY
