"""An export under way (正在导出): page by page behind the window, so that lists and forms are answered in between."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gridapp.domain.problem import Refusal
from gridapp.exporting.list_export import Progress, export_steps
from gridapp.exporting.order import ListOrder
from ui.desk import Desk
from ui.stepwise import Stepwise


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
        self._work = Stepwise(desk, self)
        self._work.progressed.connect(self._count)
        self._work.ended.connect(self.ended)

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._work.busy

    def start(self, order: ListOrder, path: Path) -> None:
        """Begins to write a list into a file."""
        desk = self._desk
        if self.busy:
            self.refused.emit("上一份还没有导出完，请等它完成或先取消。")
            return
        self._path, self._rows = path, 0
        steps = export_steps(desk.office, order, path, desk.actor, desk.office.cases.now)
        self._work.start(steps, self._finish, self._fail)

    def cancel(self) -> None:
        """Breaks the export off."""
        if self.busy:
            self._work.cancel()
            self.told.emit("已取消导出，没有留下文件。")

    def _count(self, progress: Progress) -> None:
        self._rows = progress.whole
        self.progressed.emit(progress)

    def _finish(self, _: None) -> None:
        self.told.emit(f"已导出 {self._rows:,} 行到 {self._path}。")

    def _fail(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))
