"""The screens of reconciliation (报表对账的界面) as pictures."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QDialog

from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from gridapp.reporting.table_file import Cells, write_csv
from ui.figures.statistics_page import StatisticsPage
from ui.main_window import MainWindow
from ui.reconciling.reconciliation_tab import ReconciliationTab
from ui.requests import ShowExplanation, ShowStatistics

_ROWS = 40


def reconciling_screens(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """The three views, the dialogs above them, an explanation, and a list from its columns to its result."""
    window.show_request(ShowStatistics())
    page = window.page
    if not isinstance(page, StatisticsPage):
        return
    tab = page.open_tab("报表对账")
    if not isinstance(tab, ReconciliationTab):
        return
    if tab.reported.line is not None:
        yield "reconciling-change", tab.reported.change
        _close()
        figure_id = tab.reported.line.found.published.id
        yield "reconciling-explanation", lambda: window.show_request(ShowExplanation(figure_id))
        window.go_back()
    yield "reconciling-new", tab.reported.begin
    yield "reconciling-new-problems", _answer
    _close()
    yield from _upper(window, page, tab)
    yield "reconciling-totals", partial(tab.open_view, "补录汇总数")
    yield "reconciling-total-new", tab.totals.begin
    _close()


def _upper(
    window: MainWindow, page: StatisticsPage, tab: ReconciliationTab
) -> Iterator[tuple[str, Callable[[], object]]]:
    """A list is made of the office's own cases under an upper system's headings."""
    yield "reconciling-upper", partial(tab.open_view, "上级清单")
    desk = page.desk
    town = desk.areas.towns[-1]
    page.bar.areas.choose(town.code)
    lists, period = desk.office.lists, page.bar.question.period
    rows = lists.load_rows(lists.find_ids(CaseQuery(kind=Kind.EVENT, town=town.code, period=period))[:_ROWS])
    told: Cells = [
        [row.number, row.title, desk.areas.name(row.village) or "", f"{row.reported_at:%Y-%m-%d}"] for row in rows
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "演示上级清单.csv"
        write_csv(path, [["任务号", "内容摘要", "辖区", "采集时刻"], *told])
        yield "reconciling-upper-columns", partial(tab.upper.open_file, path)
    yield "reconciling-upper-matched", tab.upper.match


def _answer() -> None:
    dialog = QApplication.activeModalWidget()
    confirm = getattr(dialog, "answer", None)
    if callable(confirm):
        confirm()


def _close() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        QDialog.reject(dialog)
