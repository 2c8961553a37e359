"""The working-day calendar in the window: looked at, changed and imported by keyboard."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from gridapp.registers.work_calendar import work_calendar
from tests.ui.screen import Screen, write
from ui.requests import ShowHome, ShowSettings
from ui.settings.calendar_tab import CalendarTab
from ui.settings.day_dialog import DayDialog
from ui.settings.problems_dialog import ProblemsDialog
from ui.settings.settings_page import SettingsPage

GOOD = """日期,是否上班,名称
2027-01-01,否,元旦
2027-05-01,否,劳动节
2027-10-01,否,国庆节
2027-10-02,否,国庆节
2027-10-03,否,国庆节
"""


@pytest.fixture
def tab(screen: Screen) -> CalendarTab:
    """The calendar, on the day of the small office: 2018-02-28."""
    screen.click(screen.window.navigation.button(ShowSettings()))
    return screen.page(SettingsPage).calendar


def _look_at(screen: Screen, tab: CalendarTab, day: date) -> None:
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab.model.index_of(day))
    screen.settle()


def _cell(tab: CalendarTab, day: date) -> str:
    return str(tab.model.data(tab.model.index_of(day)))


def _dialog(tab: CalendarTab) -> DayDialog:
    (dialog,) = (found for found in tab.findChildren(DayDialog) if found.isVisible())
    return dialog


def _change(screen: Screen, tab: CalendarTab, name: str, source: str) -> None:
    """Changes the day that is looked at, by keys alone."""
    screen.press(tab.table, Qt.Key.Key_Return)
    dialog = _dialog(tab)
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    write(line, name)
    screen.press(line, Qt.Key.Key_Tab)
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    write(line, source)
    screen.press(line, Qt.Key.Key_Return)


def test_the_year_of_the_office_s_day_is_shown_with_that_day_looked_at(tab: CalendarTab) -> None:
    assert (tab.year, tab.summary.text()) == (2018, "全年 250 个工作日")
    assert tab.words.text().startswith("2018-02-28（星期三）　上班")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2018, 2, 15), "15\n休"),
        (date(2018, 2, 11), "11\n班"),
        (date(2018, 2, 17), "17\n休"),
        (date(2018, 2, 10), "10"),
        (date(2018, 2, 14), "14"),
    ],
)
def test_free_days_and_worked_weekends_are_told_by_a_word(tab: CalendarTab, day: date, text: str) -> None:
    assert _cell(tab, day) == text


def test_the_months_say_how_many_days_are_worked(tab: CalendarTab) -> None:
    last = tab.model.columnCount() - 1
    counts = [int(tab.model.data(tab.model.index(row, last))) for row in range(12)]
    assert counts == [22, 17, 22, 20, 22, 20, 22, 23, 21, 18, 22, 21]


def test_every_day_of_every_given_year_has_its_own_cell(tab: CalendarTab) -> None:
    for year in tab.desk.deadlines.calendar.years:
        tab.show_year(year)
        model = tab.model
        cells = (model.day_at(model.index(row, column)) for row in range(12) for column in range(model.columnCount()))
        assert [day for day in cells if day is not None] == list(tab.desk.deadlines.calendar.days_of(year))


def test_arrow_keys_go_from_day_to_day(screen: Screen, tab: CalendarTab) -> None:
    _look_at(screen, tab, date(2018, 2, 14))
    screen.press(tab.table, Qt.Key.Key_Right)
    assert tab.words.text().startswith("2018-02-15（星期四）　放假　春节")


def test_a_day_is_changed_by_keys_alone_and_limits_follow_at_once(screen: Screen, tab: CalendarTab) -> None:
    _look_at(screen, tab, date(2018, 3, 8))
    _change(screen, tab, "演示放假", "演示通知")
    assert _cell(tab, date(2018, 3, 8)) == "8\n休"
    assert tab.summary.text() == "全年 249 个工作日"
    assert screen.window.message.text == "2018-03-08 已改为放假。"
    assert tab.desk.deadlines.calendar.add_workdays(date(2018, 3, 7), 1) == date(2018, 3, 9)
    entry = work_calendar(screen.office.registers).entry(date(2018, 3, 8))
    assert (entry.is_workday, entry.name, entry.source) == (False, "演示放假", "演示通知")


def test_who_changed_a_day_is_said_beside_it(screen: Screen, tab: CalendarTab) -> None:
    _look_at(screen, tab, date(2018, 3, 10))
    _change(screen, tab, "演示值守", "演示通知")
    assert tab.words.text().startswith("2018-03-10（星期六）　上班　演示值守　　依据：演示通知　　本单位维护：演示员")
    assert tab.change_button.text() == "改为放假…"


def test_without_a_reason_nothing_is_changed_and_what_was_typed_stays(screen: Screen, tab: CalendarTab) -> None:
    _look_at(screen, tab, date(2018, 3, 8))
    screen.press(tab.table, Qt.Key.Key_Return)
    dialog = _dialog(tab)
    write(dialog.name, "演示放假")
    screen.press(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem == "请填写依据，例如“县政府办通知”。"
    assert dialog.name.text() == "演示放假"
    assert list(screen.office.registers.workdays()) == []


def test_giving_up_changes_nothing(screen: Screen, tab: CalendarTab) -> None:
    _look_at(screen, tab, date(2018, 3, 8))
    screen.press(tab.table, Qt.Key.Key_Return)
    screen.press(_dialog(tab), Qt.Key.Key_Escape)
    assert list(screen.office.registers.workdays()) == []


def test_a_cell_without_a_day_cannot_be_changed(screen: Screen, tab: CalendarTab) -> None:
    screen.double_click(tab.table, tab.model.index(1, 36))
    assert tab.findChildren(DayDialog) == []


def test_a_year_without_a_calendar_says_so(tab: CalendarTab) -> None:
    tab.show_year(2027)
    assert tab.summary.text() == "2027 年：日历未维护"
    assert tab.missing.isVisible()
    assert "2027 年的工作日历未维护" in tab.missing.text()
    assert not tab.table.isVisible()


def test_an_imported_year_is_shown_and_known(screen: Screen, tab: CalendarTab, tmp_path: Path) -> None:
    path = tmp_path / "2027.csv"
    path.write_text(GOOD, encoding="utf-8")
    screen.click(tab.import_button)
    chooser = tab.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(path))
    chooser.close()
    screen.settle()
    assert (tab.year, tab.summary.text()) == (2027, "全年 259 个工作日")
    assert tab.table.isVisible()
    assert screen.window.message.text == "已导入 2027 年的工作日历。"
    assert tab.desk.deadlines.calendar.is_workday(date(2027, 1, 4))


def test_every_problem_of_a_file_is_listed_and_nothing_is_imported(
    screen: Screen, tab: CalendarTab, tmp_path: Path
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(GOOD + "6.11,否,\n2027-02-30,也许,\n", encoding="utf-8")
    tab.import_file(path)
    screen.settle()
    (dialog,) = tab.findChildren(ProblemsDialog)
    rows = [dialog.table.item(row, 0) for row in range(dialog.table.rowCount())]
    assert [item.text() for item in rows if item is not None] == ["7", "8", "8"]
    assert list(screen.office.registers.workdays()) == []


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    screen: Screen, tab: CalendarTab, tmp_path: Path
) -> None:
    tab.import_file(tmp_path / "没有.csv")
    screen.settle()
    assert screen.window.message.text.startswith("找不到文件")


def test_other_pages_are_told_that_the_calendar_is_another(screen: Screen, tab: CalendarTab) -> None:
    page = screen.page(SettingsPage)
    _look_at(screen, tab, date(2018, 3, 8))
    with screen.qtbot.waitSignal(page.cases_changed):
        _change(screen, tab, "", "演示通知")
    screen.go(ShowHome())
    assert screen.window.page is not page
