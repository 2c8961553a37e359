"""Starting: the shell first, and nothing heavy before it."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from tests.offices import ACTOR
from tests.ui.screen import Screen
from ui.faults import FaultDialog, report_of
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.notice_panel import NoticePanel

_ROOT = Path(__file__).parents[2]
_PROGRAM = """
import sys, threading
from PySide6.QtCore import QTimer
from gridapp.domain.actor import Actor
from gridapp.domain.problem import Refusal
from ui.application import run

main = threading.get_ident()

def open_office():
    from PySide6.QtWidgets import QApplication
    window = QApplication.topLevelWidgets()[0]
    heavy = {"sqlalchemy", "numpy", "pyqtgraph", "openpyxl", "pandas", "fpdf", "fontTools", "PySide6.QtPrintSupport"}
    heavy &= set(sys.modules)
    print(window.isVisible(), threading.get_ident() != main, sorted(heavy))
    QTimer.singleShot(0, QApplication.instance(), QApplication.instance().quit)
    raise Refusal("演示：打不开。")

sys.exit(run(open_office, Actor("演示员", "一号机")))
"""


def test_the_shell_is_seen_first_and_without_anything_heavy() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
    )
    assert ran.stdout.strip() == "True True []", ran.stderr
    assert ran.returncode == 0


def _notice(window: MainWindow) -> NoticePanel:
    (notice,) = window.findChildren(NoticePanel)
    return notice


def test_the_window_says_that_it_is_opening(qtbot: QtBot, jobs: Jobs) -> None:
    window = MainWindow(ACTOR, jobs)
    qtbot.addWidget(window)
    assert _notice(window).text == "正在打开…"
    assert not window.navigation.isEnabled()


def test_an_office_that_cannot_be_opened_is_one_sentence_and_a_button(qtbot: QtBot, jobs: Jobs) -> None:
    window = MainWindow(ACTOR, jobs)
    qtbot.addWidget(window)
    window.show()

    def refuse() -> Office:
        raise Refusal("演示：数据库文件是只读的。")

    window.open(refuse)
    qtbot.waitUntil(lambda: not jobs.busy)
    notice = _notice(window)
    assert notice.text == "演示：数据库文件是只读的。"
    assert notice.button.isVisible()
    notice.button.click()
    assert not window.isVisible()


def test_a_demonstration_is_marked_as_such(screen: Screen) -> None:
    (label,) = screen.window.header.findChildren(QLabel, "demonstration")
    assert label.isVisible()
    assert label.text() == "演示数据 · 截至2018年2月28日"


def test_the_report_of_a_bug_names_the_place_but_nothing_from_a_case(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="张三") as caught:
        int("张三")
    report = report_of(caught.type, caught.value, caught.tb)
    dialog = FaultDialog(report)
    qtbot.addWidget(dialog)
    assert "ValueError" in dialog.report.toPlainText()
    assert "test_application.py" in report
    assert "张三" not in report.splitlines()[-1]
