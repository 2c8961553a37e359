"""Times of service: whoever came or left in the course of a month is assessed for his days."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from tests.gridapp.assessing.township import WORKER
from tests.offices import TOWN
from tests.ui.assessing.assessor import Assessor, say
from ui.assessing.services_dialog import ServicesDialog


def opened(assessor: Assessor) -> ServicesDialog:
    assessor.screen.click(assessor.tab.bar.services_button)
    return assessor.dialog(ServicesDialog)


def fill(dialog: ServicesDialog, role: str, first: str, last: str = "", line: int = 0) -> None:
    for entry, text in zip(dialog.lines.rows[line], (role, first, last), strict=False):
        entry.clear()
        if text:
            say(entry, text)


def days(assessor: Assessor) -> str:
    figures = assessor.tab.views.scores.view.figures
    row = next(n for n in range(figures.rowCount()) if WORKER in figures.label(n))
    return str(figures.index(row, 1).data())


def test_who_came_in_the_middle_of_the_month_is_assessed_for_his_days(assessor: Assessor) -> None:
    assert days(assessor) == "20/20"
    dialog = opened(assessor)
    assert dialog.heading.text().startswith(WORKER)
    assessor.screen.press(dialog.table, Qt.Key.Key_Return)
    assert dialog.lines.rows[0][0].hasFocus()
    fill(dialog, "专职网格员", "2018-06-19")
    assessor.confirm(dialog)
    assert dialog.model.index(0, 3).data() == "2018-06-19 起"
    (service,) = assessor.screen.office.assessment.services(TOWN)
    assert (service.name, service.first_day, service.last_day) == (WORKER, date(2018, 6, 19), None)
    dialog.reject()
    assert days(assessor) == "9/20"


def test_what_is_wrong_in_a_line_is_told_and_nothing_is_lost(assessor: Assessor) -> None:
    dialog = opened(assessor)
    fill(dialog, "", "六月", "2018-06-30")
    assessor.confirm(dialog)
    assert dialog.problem.text().split("\n") == [
        "第 1 段：请从清单中选择岗位。",
        "第 1 段：看不懂这个日期，请写成 0611、6-11 或 2018-06-11。",
    ]
    assert dialog.lines.rows[0][1].text() == "六月"
    fill(dialog, "专职网格员", "2018-06-20", "2018-06-11")
    assessor.confirm(dialog)
    assert dialog.problem.text() == "离岗日期早于到岗日期，请改正。"
    assert assessor.screen.office.assessment.services(TOWN) == []
    fill(dialog, "专职网格员", "2018-06-11", "2018-06-20")
    assessor.confirm(dialog)
    assert dialog.problem.isHidden()
    dialog.reject()


def test_a_second_stretch_is_written_by_the_keyboard_and_one_emptied_is_taken_away(assessor: Assessor) -> None:
    dialog = opened(assessor)
    fill(dialog, "专职网格员", "2018-06-01", "2018-06-05")
    assessor.screen.qtbot.keyClick(dialog.lines, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    fill(dialog, "专职网格员", "2018-06-19", line=1)
    assessor.confirm(dialog)
    assert len(assessor.screen.office.assessment.services(TOWN)) == 2
    for line in range(2):
        fill(dialog, "", "", line=line)
    assessor.confirm(dialog)
    assert assessor.screen.office.assessment.services(TOWN) == []
    dialog.reject()


def test_lines_are_not_dropped_for_the_next_worker_without_asking(assessor: Assessor) -> None:
    dialog = opened(assessor)
    fill(dialog, "专职网格员", "2018-06-19")
    dialog.table.selectRow(1)
    box = assessor.dialog(QMessageBox)
    box.reject()
    assessor.screen.settle()
    assert dialog.heading.text().startswith(WORKER)
    assert dialog.lines.rows[0][1].text() == "2018-06-19"
    assessor.confirm(dialog)
    dialog.reject()
