"""The ranking and how it came about: every number opens its list."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gridapp.domain.period import Month
from gridapp.ports import Office
from gridapp.registers.reference_day import set_reference_day
from tests.gridapp.assessing.township import OTHER, WORKER
from tests.ui.assessing.assessor import Assessor
from tests.ui.figures.chief import headings, labels, open_every_cell
from tests.ui.screen import Screen
from ui.assessing.assessment_bar import View
from ui.cases.due_page import DuePage
from ui.cases.figure_page import FigurePage
from ui.figures.statistics_page import StatisticsPage
from ui.jobs import Jobs


def test_the_ranking_says_place_name_role_days_items_and_total(assessor: Assessor) -> None:
    view = assessor.tab.views.scores.view
    assert labels(view) == [f"1 {WORKER} 专职网格员 桐川村", f"2 {OTHER} 网格长 桐川村"]
    assert headings(view) == [
        "总分",
        "应考核天数",
        "有效上报",
        "有效率",
        "办结率",
        "按期率",
        "走访",
        "巡查",
        "核查质量",
        "合计",
        "扣分",
        "加分",
    ]
    row = [view.figures.index(0, column).data() for column in range(12)]
    assert row[2] == "15.00"
    assert sum(float(points) for points in row[2:9]) == pytest.approx(float(row[9]))
    assert float(row[9]) + float(row[10]) + float(row[11]) == pytest.approx(float(row[0]))


def test_every_number_of_the_ranking_opens_its_list(assessor: Assessor) -> None:
    assert open_every_cell(assessor.screen, assessor.tab.views.scores.view) >= 8


def test_an_item_says_what_it_was_counted_from_and_enter_opens_it(assessor: Assessor) -> None:
    panel = assessor.tab.views.scores
    assert panel.heading.text().startswith(WORKER)
    assert [panel.model.index(0, column).data() for column in range(6)] == [
        "有效上报",
        "30",
        "10 件",
        "20",
        "—",
        "15.00",
    ]
    panel.view.setFocus()
    assessor.screen.press(panel.view, Qt.Key.Key_F6)
    assert panel.table.hasFocus()
    assessor.screen.press(panel.table, Qt.Key.Key_Return)
    assert assessor.screen.page(FigurePage).total == 10


def test_who_was_not_visited_is_listed(assessor: Assessor) -> None:
    panel = assessor.tab.views.scores
    panel.table.selectRow([line.item.code for line in panel.model.rows].index("visits"))
    assert panel.model.index(4, 2).data() == "10 次；应走访 2 人，未走访到 1 人"
    (button,) = [one for one in panel.buttons if one.text().startswith("未走访到")]
    assessor.screen.click(button)
    assert len(assessor.screen.page(DuePage).list.model.ids) == 1


def test_another_worker_is_looked_at_by_the_arrow_keys(assessor: Assessor) -> None:
    assessor.screen.press(assessor.tab.views.scores.view, Qt.Key.Key_Down)
    assert assessor.tab.views.scores.heading.text().startswith(OTHER)


def test_one_role_alone_has_places_of_its_own(assessor: Assessor) -> None:
    assessor.tab.bar.roles.setCurrentIndex(assessor.tab.bar.roles.findText("网格长"))
    assert labels(assessor.tab.views.scores.view) == [f"1 {OTHER} 网格长 桐川村"]
    assert assessor.tab.views.scores.heading.text().startswith(OTHER)


def test_the_official_sheets_open_their_lists(assessor: Assessor) -> None:
    assessor.show(View.RANKING)
    assert labels(assessor.tab.views.ranking)[-1] == "合计"
    assert open_every_cell(assessor.screen, assessor.tab.views.ranking)
    assessor.show(View.SHEET)
    assert open_every_cell(assessor.screen, assessor.tab.views.sheet)


def test_the_chart_ranks_the_workers_by_an_item_and_opens_its_cases(assessor: Assessor) -> None:
    assessor.show(View.CHART)
    assessor.tab.bar.items.setCurrentIndex(assessor.tab.bar.items.findText("走访"))
    assert assessor.tab.views.chart.chart.spec.labels == (WORKER, OTHER)
    assessor.tab.views.chart.chart.open_bar(0)
    assessor.screen.settle()
    assert assessor.screen.page(FigurePage).total == 10


def test_both_sheets_are_exported(assessor: Assessor, tmp_path: Path) -> None:
    assessor.tab.export_to(tmp_path / "考核.csv")
    assessor.screen.settle()
    written = (tmp_path / "考核.csv").read_text(encoding="utf-8-sig")
    assert "网格员考核月报" in written
    assert "网格员上报排行" in written


def test_the_table_is_copied_as_a_picture(assessor: Assessor) -> None:
    QGuiApplication.clipboard().clear()
    assessor.screen.click(assessor.tab.bar.picture_button)
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_month_is_stepped_by_the_keyboard(assessor: Assessor) -> None:
    assessor.screen.qtbot.keyClick(assessor.tab, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assessor.screen.settle()
    assert assessor.tab.bar.months.month == Month(2018, 5)
    assert assessor.tab.found is not None
    assert assessor.tab.found.month == Month(2018, 5)


def test_a_period_that_is_no_month_shows_its_last_and_says_so(assessor: Assessor) -> None:
    assert assessor.tab.hint.isHidden()
    assessor.screen.page(StatisticsPage).bar.ask_for(date(2018, 1, 1), date(2018, 6, 30))
    assessor.screen.settle()
    assert assessor.tab.hint.text() == "考核按月进行；统计期间是2018年上半年，这里显示2018年6月"
    assert not assessor.tab.hint.isHidden()


def test_a_month_without_workers_says_so(qtbot: QtBot, jobs: Jobs, sqlite_office: Office) -> None:
    set_reference_day(sqlite_office.registers, date(2018, 6, 30))
    tab = Assessor(Screen.opened(qtbot, jobs, sqlite_office)).tab
    assert tab.views.stack.currentWidget() is tab.views.empty
    assert tab.views.empty.text().startswith("2018年6月没有考核对象")


def test_a_year_whose_working_days_are_unknown_says_so(assessor: Assessor) -> None:
    assessor.screen.page(StatisticsPage).bar.ask_for(date(2039, 6, 1), date(2039, 6, 30))
    assessor.screen.settle()
    assert assessor.tab.views.stack.currentWidget() is assessor.tab.views.empty
    assert "2039" in assessor.tab.views.empty.text()
