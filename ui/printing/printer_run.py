"""Printing under way (正在打印): some pages at a time, so that the window goes on living in between."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter

from gridapp.pages.progress import Steps

_TURN = 20
"""Milliseconds for which the window is left alone."""


class PrinterRun(QObject):
    """Takes the steps of one print; broken off, the printer is told to forget what it has."""

    progressed = Signal(object)
    """A `Progress`."""
    ended = Signal(object)
    """The printer has taken all pages, or has not."""

    def __init__(self, printer: QPrinter, steps: Steps[bool], parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._steps: Steps[bool] | None = steps
        QTimer.singleShot(0, self, self._go_on)

    def cancel(self) -> None:
        """Breaks it off."""
        steps, self._steps = self._steps, None
        if steps is not None:
            self._printer.abort()
            steps.close()

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        try:
            while self._steps is not None and not clock.hasExpired(_TURN):
                told = next(self._steps)
                self.progressed.emit(told)
        except StopIteration as end:
            self._steps = None
            self.ended.emit(bool(end.value))
            return
        if self._steps is not None:
            QTimer.singleShot(0, self, self._go_on)
