"""How far an import is (导入进度): told from the thread that does it, shown in the window's, broken off by a button."""

from threading import Event

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from gridapp.importing.watching import Phase, tell

_APART_MS = 100
"""Between two signs of life; the window is not to be flooded."""


class Progress(QObject):
    """One per piece of work: `watch` is what the work calls, `stop` what the button does."""

    moved = Signal(str, int, int)
    """What is being done, how many rows are done, and of how many (0: not known)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = Event()
        self._since = QElapsedTimer()

    def stop(self) -> None:
        """The work is to end as soon as it asks."""
        self._stopped.set()

    def go_on(self) -> None:
        """Called by work that only waits; raises `Cancelled` where it is not to go on."""
        tell(lambda *_: not self._stopped.is_set(), Phase.READING, 0, 0)

    def watch(self, phase: Phase, done: int, of: int) -> bool:
        """Called by the work, in its own thread; whether it is to go on."""
        if self._stopped.is_set():
            return False
        if not self._since.isValid() or self._since.elapsed() >= _APART_MS:
            self._since.start()
            self.moved.emit(f"正在{phase.value}第 {done:,} 行…", done, of)
        return True
