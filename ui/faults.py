"""Bugs (程序错误): logged, and shown once in a dialog whose report can be copied; never a silent one."""

import logging
import platform
import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

_log = logging.getLogger(__name__)


class Faults(QObject):
    """Takes what nobody caught, from whatever thread, and shows each fault once."""

    _found = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: set[str] = set()
        self._dialog: FaultDialog | None = None
        self._found.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The hook for `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected fault", exc_info=(kind, error, trace))
        frames = traceback.extract_tb(trace)
        where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        self._found.emit(f"{kind.__name__} {where}", report_of(kind, error, trace))

    def _show(self, fault: str, report: str) -> None:
        if fault in self._shown:
            return
        self._shown.add(fault)
        self._dialog = FaultDialog(report)
        self._dialog.open()


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What the developers need to know; the message of an error may hold case text and is left out."""
    lines = traceback.format_tb(trace)
    versions = f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · {platform.platform()}"
    return f"{versions}\n{''.join(lines)}{kind.__name__}\n"


class FaultDialog(QDialog):
    """One sentence, the report, and a button that copies it."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self.setWindowTitle("程序出错了")
        self.resize(640, 380)
        text = QLabel("程序遇到了意料之外的错误，刚才的操作可能没有完成。请复制下面的报告发给开发人员。")
        text.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("错误报告")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton("复制报告", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (text, self.report, buttons):
            layout.addWidget(widget)
