"""A bug is logged and shown once, with a report that can be copied."""

import logging

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.faults import FaultDialog, Faults


def _fault(faults: Faults) -> None:
    try:
        raise ZeroDivisionError("张三")
    except ZeroDivisionError as error:
        faults.catch(type(error), error, error.__traceback__)


def _dialogs() -> list[FaultDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, FaultDialog) and w.isVisible()]


def test_the_same_fault_is_shown_once_and_logged_each_time(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    faults = Faults()
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            _fault(faults)
        qtbot.waitUntil(lambda: bool(_dialogs()))
    (dialog,) = _dialogs()
    assert len(caplog.records) == 3
    dialog.copy.click()
    report = QGuiApplication.clipboard().text()
    assert report == dialog.report.toPlainText()
    assert "ZeroDivisionError" in report
    assert "张三" not in report.splitlines()[-1]
    dialog.close()
