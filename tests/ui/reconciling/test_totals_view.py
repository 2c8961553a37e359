"""Historical totals in the window: marked, kept apart, copied one by one or from a small ledger, taken back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gridapp.counting.historical import HistoricalTotal
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month
from tests.gridapp.ledger_files import text_file
from tests.offices import TOWN
from tests.ui.figures.chief import kind_tab
from tests.ui.reconciling.chief import choose, dialog_of, reconciliation, texts
from tests.ui.screen import Screen, write
from ui.cases.figure_page import FigurePage
from ui.reconciling.reason_dialog import ReasonDialog
from ui.reconciling.total_dialog import TotalDialog
from ui.reconciling.totals_view import TotalsView
from ui.settings.problems_dialog import ProblemsDialog

HEADINGS = ["月份", "指标", "数值", "来源"]


@pytest.fixture
def view(screen: Screen) -> TotalsView:
    """The view of the totals of the town."""
    return reconciliation(screen, "补录汇总数").totals


def _standing(screen: Screen) -> Sequence[HistoricalTotal]:
    return [total for total in screen.office.historical.totals(TOWN) if total.taken_back_at is None]


def _filled(screen: Screen, view: TotalsView, month: str = "2016-03") -> TotalDialog:
    screen.click(view.new_button)
    dialog = dialog_of(TotalDialog)
    screen.qtbot.keyClicks(dialog.form.indicator, "event.reported")
    screen.press(dialog.form.indicator, Qt.Key.Key_Return)
    screen.qtbot.keyClicks(dialog.form.month, month)
    screen.qtbot.keyClicks(dialog.form.value, "120")
    write(dialog.form.source, "演示：2016年报表")
    return dialog


def test_a_total_is_copied_by_the_form_and_marked(screen: Screen, view: TotalsView) -> None:
    dialog = _filled(screen, view)
    screen.press(dialog.form.source, Qt.Key.Key_Return, control=True)
    (total,) = _standing(screen)
    assert (total.month, int(total.value)) == (Month(2016, 3), 120)
    assert view.summary.text() == "补录汇总数 1 条，不与记录相加"
    assert texts(view.model)[0][2:8] == ["2016-03", "网格事件 · 本期上报", "", "120", "件", "无记录"]
    assert "不能点开，也不计入合计" in view.remark.text()


def test_everything_wrong_with_a_total_is_told_at_once(screen: Screen, view: TotalsView) -> None:
    dialog = _filled(screen, view, "2016-H1")
    dialog.form.value.setText("-3")
    dialog.form.source.clear()
    screen.click(dialog.confirm)
    told = {name: box.problem for name, box in dialog.form.boxes.items() if box.problem}
    assert list(told) == ["month", "value", "source"]
    assert dialog.form.month.words == "2016-H1"
    assert not _standing(screen)


def test_where_there_are_records_they_open_and_are_not_added(screen: Screen, view: TotalsView) -> None:
    dialog = _filled(screen, view, "2018-01")
    screen.click(dialog.confirm)
    assert "两者不相加" in view.remark.text()
    recorded = texts(view.model)[0][7]
    screen.press(view.table, Qt.Key.Key_Return)
    assert screen.page(FigurePage).total == int(recorded)


def test_a_total_without_records_has_nothing_to_open(screen: Screen, view: TotalsView) -> None:
    screen.click(_filled(screen, view).confirm)
    screen.press(view.table, Qt.Key.Key_Return)
    assert "没有可以打开的名单" in screen.window.message.text


def test_a_total_is_taken_back_with_a_reason_and_can_still_be_looked_at(screen: Screen, view: TotalsView) -> None:
    screen.click(_filled(screen, view).confirm)
    screen.click(view.back_button)
    dialog = dialog_of(ReasonDialog)
    screen.click(dialog.confirm)
    assert dialog.form.boxes["reason"].problem == "请写明撤回的原因。"
    write(dialog.reason, "演示：抄错")
    screen.click(dialog.confirm)
    assert texts(view.model) == []
    view.shown_ones.setCurrentIndex(1)
    assert texts(view.model)[0][-1] == "已撤回"
    assert "原因：演示：抄错" in view.remark.text()


def test_it_stands_below_the_table_of_its_kind_in_a_line_of_its_own(screen: Screen, view: TotalsView) -> None:
    screen.click(_filled(screen, view, "2018-01").confirm)
    table = kind_tab(screen, Kind.EVENT).table
    assert table.copied.isVisible()
    assert table.copied.text().startswith(
        "【补录汇总数，不与记录相加】2018-01 本期上报 120 件（演示：2016年报表，本月另有记录"
    )
    assert not kind_tab(screen, Kind.DISPUTE).table.copied.isVisible()


def test_many_are_copied_from_a_small_ledger(screen: Screen, view: TotalsView, tmp_path: Path) -> None:
    rows = [{"月份": f"2016-0{n}", "指标": "event.reported", "数值": n, "来源": "演示"} for n in (1, 2, 3)]
    screen.click(view.file_button)
    choose(screen, text_file(tmp_path / "补录.csv", rows, HEADINGS, encoding="utf-8-sig"))
    assert [row[2] for row in texts(view.model)] == ["2016-01", "2016-02", "2016-03"]
    assert screen.window.message.text == "从 补录.csv 补录了 3 条汇总数。"


def test_every_problem_of_a_ledger_is_listed_and_nothing_is_kept(
    screen: Screen, view: TotalsView, tmp_path: Path
) -> None:
    rows = [
        {"月份": "2016-01", "指标": "event.reported", "数值": "1", "来源": "演示"},
        {"月份": "三月", "指标": "没有的", "数值": "几件", "来源": ""},
    ]
    view.copy_from(text_file(tmp_path / "补录.csv", rows, HEADINGS, encoding="utf-8-sig"))
    screen.settle()
    assert dialog_of(ProblemsDialog).table.rowCount() == 4
    assert not _standing(screen)
