"""Shows a window, bare or the program's, in a process of its own and tells when it was first painted."""

import sys
import time
from contextlib import ExitStack

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override


class FirstPaint(QObject):
    """Prints the moment at which the first paint of all was over, then quits."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        sys.stdout.write(f"{time.monotonic_ns()}\n")
        sys.stdout.flush()
        QApplication.quit()


def show_bare_window() -> None:
    """The least that PySide6 can show."""
    application = QApplication(sys.argv[:1])
    watch = FirstPaint()
    application.installEventFilter(watch)
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    application.exec()


def show_office(location: str) -> None:
    """The program's own start, with an office to open behind the window."""
    from gridapp.domain.actor import Actor
    from gridapp.ports import Office
    from ui.application import application_object, run

    def opener() -> Office:
        from db.office import open_office

        return opened.enter_context(open_office(location))

    with ExitStack() as opened:
        watch = FirstPaint()
        application_object().installEventFilter(watch)
        run(opener, Actor("模拟数据", "模拟数据"))


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        show_bare_window()
    else:
        show_office(sys.argv[1])
