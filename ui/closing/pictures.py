"""The screens of the months and their closing (月报与关账的界面) as pictures."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QDialog

from ui.closing.month_end_page import MonthEndPage
from ui.main_window import MainWindow
from ui.requests import ShowMonthEnd

_NAMES = ("month-end", "month-end-tables", "month-end-villages", "month-end-changes", "month-end-steps")


def closing_screens(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every tab of the last month, and the dialog of its next step."""
    window.show_request(ShowMonthEnd())
    page = window.page
    if not isinstance(page, MonthEndPage):
        return
    for place, name in enumerate(_NAMES):
        yield name, partial(page.book.setCurrentIndex, place)
    yield "month-end-sign", lambda: page.begin(next(iter(page.buttons)))
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
    window.go_back()
