"""Printing for a page of the window (打印): asks where it is much, lays out behind the window, opens the preview."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gridapp.domain.problem import Refusal
from gridapp.pages.laid_pages import LaidPages
from gridapp.pages.progress import Progress
from ui.desk import Desk
from ui.dialogs import ask_before
from ui.jobs import Questions
from ui.printing.laying import laying, mark_of
from ui.printing.print_order import Extent, PrintOrder
from ui.printing.print_progress import PrintProgress
from ui.stepwise import Stepwise

KEYS = "Ctrl+P"
MANY_PAGES = 50
"""From so many pages on somebody is asked whether he wants them."""


class Printing(QObject):
    """Opens the preview of what is ordered, over the widget that it belongs to."""

    told = Signal(str)
    refused = Signal(str)
    opened = Signal(object)
    """The preview that is open now."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._questions = Questions(desk.jobs, self)
        self.run = Stepwise(desk, self)
        self._progress: PrintProgress | None = None
        self.run.progressed.connect(self._show_progress)
        self.run.ended.connect(self._end)

    def show(self, order: PrintOrder) -> None:
        """Lays out what is ordered and shows how it will look."""
        if order.extent is None:
            self._begin(order)
        else:
            self._questions.ask("extent", order.extent, lambda extent: self._consider(order, extent), self._refuse)

    def _consider(self, order: PrintOrder, extent: Extent) -> None:
        if extent.pages < MANY_PAGES:
            self._begin(order)
        else:
            text = f"{extent}，是否打印？\n排好后先预览，打印时可以只选其中几页。"
            ask_before(self._owner.window(), "打印", text, ("打印", "不打印"), lambda: self._begin(order))

    def _begin(self, order: PrintOrder) -> None:
        self.run.cancel()
        self._progress = PrintProgress(self._owner.window(), order.title)
        self._progress.rejected.connect(self._break_off)
        steps = laying(order, order.set_up, mark_of(self._desk))
        self.run.start(steps, lambda pages: self._open(order, pages), self._refuse)

    def _show_progress(self, progress: Progress) -> None:
        if self._progress is not None:
            self._progress.show_progress(progress)

    def _end(self) -> None:
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.hide()
            # One that never came to be seen is not closed, and would not go by itself.
            progress.deleteLater()

    def _break_off(self) -> None:
        if self.run.busy:
            self.run.cancel()
            self.told.emit("已取消打印。")

    def _open(self, order: PrintOrder, pages: LaidPages) -> None:
        # Qt's printing is loaded when somebody prints.
        from ui.printing.print_preview import PrintPreview

        preview = PrintPreview(self._owner.window(), self._desk, order, pages)
        preview.told.connect(self.told)
        preview.refused.connect(self.refused)
        preview.open()
        self.opened.emit(preview)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))
