"""A page with a choice of several towns opens in the window: nothing flashes up as a window of its own."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from gridapp.domain.area import Area, AreaKind
from gridapp.ports import Office
from tests.ui.screen import Screen
from ui.jobs import Jobs
from ui.requests import NewBatch, Request, ShowMonthEnd


class _Shown(QObject):
    """Remembers which windows were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def two_towns(small_office: Office) -> Office:
    """The office of the tests, with another town."""
    other = Area(code="330326102", kind=AreaKind.TOWN, parent=None, name="水头镇", order=2)
    small_office.registers.add_areas([other])
    return small_office


@pytest.mark.parametrize("request_of_page", [ShowMonthEnd(), NewBatch()], ids=["month end", "batch"])
def test_a_page_opens_in_the_window(
    qapp: QApplication, qtbot: QtBot, jobs: Jobs, two_towns: Office, request_of_page: Request
) -> None:
    screen = Screen.opened(qtbot, jobs, two_towns)
    shown = _Shown()
    qapp.installEventFilter(shown)
    screen.go(request_of_page)
    qapp.removeEventFilter(shown)
    assert shown.windows == []
