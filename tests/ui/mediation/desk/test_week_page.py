"""The week: sessions with their state and their conflicts, walked through by keys."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from tests.offices import at, dispute_recorded, taken
from tests.ui.screen import Screen
from ui.home.home_page import HomePage
from ui.mediation.desk.session_block import AGAINST, SessionBlock
from ui.mediation.desk.week_page import WeekPage
from ui.requests import ShowWeek

EARLIER = at(2018, 2, 20, 10)
"""The desk's day is Wednesday, 2018-02-28, just before midnight."""


def _planned(
    screen: Screen, title: str, meet_at: datetime, handler: str = "演示员", place: str = "演示调解室", minutes: int = 90
) -> Case:
    case: Case = dispute_recorded(screen.office, at(2018, 2, 20, 9), title=title)
    case = taken(screen.office, case, Move.ACCEPT, EARLIER, unit="桐川村调委会", handler=handler, informed="口头")
    return taken(screen.office, case, Move.SCHEDULE, EARLIER, meet_at=meet_at, place=place, minutes=minutes)


def _week(screen: Screen) -> WeekPage:
    screen.go(ShowWeek())
    return screen.page(WeekPage)


def _states(page: WeekPage) -> dict[str, str]:
    return {entry.line.title: entry.state for entry in page.entries}


def _focused() -> str:
    block = QApplication.focusWidget()
    assert isinstance(block, SessionBlock)
    return block.entry.line.title


def test_what_is_over_and_not_recorded_is_to_be_written_down(screen: Screen) -> None:
    _planned(screen, "演示：昨天", at(2018, 2, 27, 9))
    _planned(screen, "演示：明天", at(2018, 3, 1, 9))
    held = _planned(screen, "演示：已开", at(2018, 2, 26, 9))
    taken(
        screen.office,
        held,
        Move.MEDIATE,
        at(2018, 2, 26, 9),
        place="演示调解室",
        present="双方",
        record="演示",
        session_result="有待继续调解",
    )
    page = _week(screen)
    assert _states(page) == {"演示：已开": "已调解", "演示：昨天": "待补记", "演示：明天": "待调解"}
    assert page.bar.summary.text() == "共 3 场　待调解 1　待补记 1　已开 1"


def test_a_block_tells_hours_place_title_and_mediators(screen: Screen) -> None:
    _planned(screen, "演示：排水", at(2018, 3, 1, 14, 30), minutes=60)
    block = _week(screen).view.sheet.blocks[0]
    assert block.lines(1000, 9) == ["14:30–15:30 待调解", "演示：排水", "演示调解室", "演示员"]
    assert block.accessibleName().startswith("3月1日 周四 14:30 至 15:30，待调解，演示：排水，演示调解室，演示员")


def test_a_narrow_block_keeps_hour_conflict_and_state(screen: Screen) -> None:
    _planned(screen, "演示：排水", at(2018, 3, 1, 14, 30))
    _planned(screen, "演示：田界", at(2018, 3, 1, 15))
    block = _week(screen).view.sheet.blocks[0]
    assert block.lines(100, 3) == [f"14:30 {AGAINST}", "待调解", "演示：排水"]


def test_conflicts_are_told_in_a_list_and_on_the_blocks(screen: Screen) -> None:
    _planned(screen, "演示：排水", at(2018, 3, 1, 14, 30))
    _planned(screen, "演示：田界", at(2018, 3, 1, 15), handler="演示二")
    _planned(screen, "演示：噪声", at(2018, 3, 1, 15, 30), place="演示礼堂")
    _planned(screen, "演示：别处", at(2018, 3, 2, 15))
    page = _week(screen)
    model = page.conflicts.entries
    assert {model.index(row, 2).data(): model.index(row, 1).data() for row in range(model.rowCount())} == {
        "演示：排水": "▲ 演示调解室同时约了“演示：田界”；演示员同时约了“演示：噪声”",
        "演示：田界": "▲ 演示调解室同时约了“演示：排水”",
        "演示：噪声": "▲ 演示员同时约了“演示：排水”",
    }
    assert [entry.line.title for entry in page.entries if not entry.against] == ["演示：别处"]
    assert "冲突" in page.view.sheet.blocks[0].accessibleName()
    assert page.bar.summary.text().endswith("冲突 3")


def test_a_conflict_is_seen_also_where_one_mediator_alone_is_looked_at(screen: Screen) -> None:
    _planned(screen, "演示：排水", at(2018, 3, 1, 14, 30))
    _planned(screen, "演示：田界", at(2018, 3, 1, 15), handler="演示二")
    page = _week(screen)
    page.bar.mediators.setCurrentIndex(page.bar.mediators.findText("演示二"))
    assert [(entry.line.title, entry.against) for entry in page.entries] == [
        ("演示：田界", ("演示调解室同时约了“演示：排水”",))
    ]


def test_overlapping_sessions_stand_side_by_side(screen: Screen) -> None:
    for minute, title in ((0, "演示：一"), (30, "演示：二")):
        _planned(screen, title, at(2018, 3, 1, 9, minute))
    _planned(screen, "演示：三", at(2018, 3, 1, 14))
    first, second, third = _week(screen).view.sheet.blocks
    assert not first.geometry().intersects(second.geometry())
    assert first.y() < second.y() < third.y()
    assert third.width() > first.width() + second.width() - 4


def test_without_a_conflict_there_is_no_list_of_them(screen: Screen) -> None:
    _planned(screen, "演示：排水", at(2018, 3, 1, 9))
    assert not _week(screen).conflicts.isVisible()


def test_keys_walk_through_the_week_and_enter_opens_the_dispute(screen: Screen) -> None:
    _planned(screen, "演示：周一", at(2018, 2, 26, 10))
    _planned(screen, "演示：早", at(2018, 3, 1, 9))
    wanted = _planned(screen, "演示：晚", at(2018, 3, 1, 15), place="演示礼堂")
    _planned(screen, "演示：周五", at(2018, 3, 2, 15), place="演示礼堂")
    page = _week(screen)
    seen = [_focused()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right):
        screen.press(QApplication.focusWidget() or page, key)
        seen.append(_focused())
    assert seen == ["演示：早", "演示：晚", "演示：周五", "演示：晚", "演示：早", "演示：周一", "演示：早"]
    screen.press(QApplication.focusWidget() or page, Qt.Key.Key_Down)
    screen.press(QApplication.focusWidget() or page, Qt.Key.Key_Return)
    shown = screen.window.page
    assert shown is not None
    assert wanted.number in shown.title


def test_page_keys_go_to_other_weeks_and_back(screen: Screen) -> None:
    _planned(screen, "演示：下周", at(2018, 3, 6, 9))
    page = _week(screen)
    assert page.entries == []
    screen.press(page.view.sheet, Qt.Key.Key_PageDown)
    assert (page.bar.days.text(), list(_states(page))) == ("2018年3月5日—3月11日", ["演示：下周"])
    screen.press(page.view.sheet, Qt.Key.Key_PageUp)
    assert page.bar.days.text() == "2018年2月26日—3月4日"
    screen.press(page.view.sheet, Qt.Key.Key_PageUp)
    screen.press(page.view.sheet, Qt.Key.Key_Home, control=True)
    assert page.bar.days.text() == "2018年2月26日—3月4日"


def test_enter_on_a_conflict_goes_to_its_session(screen: Screen) -> None:
    _planned(screen, "演示：排水", at(2018, 3, 1, 14, 30))
    _planned(screen, "演示：田界", at(2018, 3, 1, 15))
    page = _week(screen)
    page.conflicts.setFocus()
    page.conflicts.selectRow(1)
    screen.press(page.conflicts, Qt.Key.Key_Return)
    assert _focused() == "演示：田界"


@pytest.mark.parametrize(("hour", "minutes"), [(6, 30), (22, 180)])
def test_a_session_outside_office_hours_is_whole(screen: Screen, hour: int, minutes: int) -> None:
    _planned(screen, "演示：夜里", at(2018, 3, 1, hour), minutes=minutes)
    sheet = _week(screen).view.sheet
    assert sheet.rect().contains(sheet.blocks[0].geometry())


def test_the_days_stay_readable_in_the_smallest_window(screen: Screen) -> None:
    for day in (1, 2):
        _planned(screen, "演示：排水", at(2018, 3, day, 14, 30))
        _planned(screen, "演示：田界", at(2018, 3, day, 15))
    screen.window.resize(screen.window.minimumSize())
    page = _week(screen)
    sheet = page.view.sheet
    letter = sheet.fontMetrics().horizontalAdvance("汉")
    assert all(block.width() >= 7 * letter for block in sheet.blocks)
    assert sheet.width() > page.view.viewport().width()


def test_a_key_opens_the_week_from_anywhere_and_the_first_page_has_a_button(screen: Screen) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    screen.qtbot.keyClick(screen.window, Qt.Key.Key_W, held)
    screen.settle()
    screen.page(WeekPage)
    screen.back()
    home = screen.page(HomePage)
    screen.click(home.counters.panels[Kind.DISPUTE].heading)
    screen.click(home.counters.starter(ShowWeek()))
    screen.page(WeekPage)
