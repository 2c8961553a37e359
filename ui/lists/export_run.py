"""An export under way (正在导出): page by page behind the window, so that lists and forms are answered in between."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gridapp.domain.problem import Refusal
from gridapp.exporting.list_export import Progress, export_steps
from gridapp.exporting.order import ListOrder
from ui.desk import Desk
from ui.jobs import Questions


class ExportRun(QObject):
    """Takes one export at a time; cancelled, it leaves nothing behind."""

    progressed = Signal(object)
    """A `Progress`."""
    ended = Signal()
    """Nothing is under way any more."""
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self._steps: Generator[Progress, None, None] | None = None

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._steps is not None

    def start(self, order: ListOrder, path: Path) -> None:
        """Begins to write a list into a file."""
        desk = self._desk
        if self.busy:
            self.refused.emit("上一份还没有导出完，请等它完成或先取消。")
            return
        self._steps = export_steps(desk.office, order, path, desk.actor, desk.office.cases.now)
        self._path, self._rows = path, 0
        self._go_on()

    def cancel(self) -> None:
        """Breaks the export off."""
        steps = self._steps
        if steps is not None:
            self._questions.forget()
            # Closed in the thread that takes the steps, after the one under way.
            self._desk.jobs.start(steps.close, done=lambda _: None)
            self._end()
            self.told.emit("已取消导出，没有留下文件。")

    def _go_on(self) -> None:
        steps = self._steps
        if steps is not None:
            self._questions.ask("step", lambda: next(steps, None), self._stepped, self._fail)

    def _stepped(self, progress: Progress | None) -> None:
        if progress is None:
            self._end()
            self.told.emit(f"已导出 {self._rows:,} 行到 {self._path}。")
        else:
            self._rows = progress.whole
            self.progressed.emit(progress)
            self._go_on()

    def _fail(self, refusal: Refusal) -> None:
        self._end()
        self.refused.emit(str(refusal))

    def _end(self) -> None:
        self._steps = None
        self.ended.emit()
