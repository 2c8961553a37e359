"""The preview (打印预览): the pages as they will come out, to be printed or kept as PDF."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.problem import Refusal
from gridapp.pages.document import PageSetUp
from gridapp.pages.laid_pages import LaidPages
from gridapp.pages.progress import Progress, Steps
from ui.desk import Desk
from ui.printing.laying import laying, mark_of
from ui.printing.on_paper import layout_of, new_printer, putting_on_paper
from ui.printing.page_view import PageView
from ui.printing.preview_tools import PreviewTools
from ui.printing.print_order import PrintOrder
from ui.printing.print_progress import SHORT
from ui.printing.printer_run import PrinterRun
from ui.printing.printing import KEYS
from ui.stepwise import Stepwise
from ui.widgets.file_choosing import choose_file
from ui.widgets.waiting_bar import WaitingBar

NO_PRINTER = "没有找到打印机：请在系统设置中添加，或者存为 PDF 拿到别处打印。"
BESIDE = "列太多，一张纸放不下：左右分成 {} 张，编号等首列每张都有。要放在一张上，可改用 A3 纸，或用“列…”减少列。"
_SIZE = 1000, 720
_AROUND = 60
"""Pixels of the window that stay in sight around it."""


class PrintPreview(QDialog):
    """Pages to look through; Enter prints, Esc breaks off what is under way, or leaves."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, order: PrintOrder, pages: LaidPages) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"打印预览：{order.title}")
        self.resize(min(_SIZE[0], parent.width() - _AROUND), min(_SIZE[1], parent.height() - _AROUND))
        self._desk, self._order, self._pages = desk, order, pages
        self._set_up = order.set_up
        self.run = Stepwise(desk, self)
        self._printing: PrinterRun | None = None
        self._clock = QElapsedTimer()
        self.printer = new_printer(pages.sizes[0], order.title)
        self.view = PageView(pages)
        self.note, self.beside = QLabel(NO_PRINTER), QLabel()
        for label in (self.note, self.beside):
            label.setObjectName("hint")
            label.setWordWrap(True)
        self.note.setVisible(not QPrinterInfo.availablePrinterNames())
        self.bar = WaitingBar()
        self.bar.cancel_button.setToolTip("不再等待；已经排好的版面不变（Esc）")
        self.tools = PreviewTools(self.view, fixed=order.fixed)
        layout = QVBoxLayout(self)
        for widget in (self.tools, self.note, self.beside, self.bar):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        self._connect()
        self._say_all()
        self.view.setFocus()

    def _connect(self) -> None:
        tools = self.tools
        tools.print_button.clicked.connect(self.choose_printer)
        tools.pdf_button.clicked.connect(self.choose_file)
        tools.set_up_wanted.connect(self.lay_out_on)
        self.bar.cancelled.connect(self.break_off)
        self.run.progressed.connect(self._show_progress)
        self.run.ended.connect(self._end)
        tools.print_button.setDefault(True)
        QShortcut(QKeySequence(KEYS), self, tools.print_button.click)

    @property
    def pages(self) -> LaidPages:
        """The pages that are shown."""
        return self._pages

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self.run.busy or self._printing is not None

    def lay_out_on(self, set_up: PageSetUp) -> None:
        """Lays out the same on other paper, or on the same turned round."""

        def done(pages: LaidPages) -> None:
            self._set_up, self._pages = set_up, pages
            self.printer.setPageLayout(layout_of(pages.sizes[0]))
            self.view.show_pages(pages)
            self._say_all()

        self._begin()
        self.run.start(laying(self._order, set_up, mark_of(self._desk)), done, self._refuse)

    def choose_printer(self) -> QPrintDialog:
        """Asks for the printer, the pages and how many times, and prints."""
        dialog = QPrintDialog(self.printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, len(self._pages))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(self.print_now)
        QDialog.open(dialog)
        return dialog

    def print_now(self) -> None:
        """Prints on the printer that is set up."""
        first, last = 1, len(self._pages)
        if self.printer.printRange() is QPrinter.PrintRange.PageRange and self.printer.fromPage():
            first, last = self.printer.fromPage(), min(self.printer.toPage(), last)
        # The dialog may have put back what was said of the paper.
        self.printer.setPageLayout(layout_of(self._pages.sizes[0]))
        self._begin()
        steps = putting_on_paper(self.printer, self._pages, range(first - 1, last))
        self._printing = PrinterRun(self.printer, steps, self)
        self._printing.progressed.connect(self._show_progress)
        self._printing.ended.connect(self._printed)

    def _printed(self, taken: bool) -> None:
        self._printing = None
        self._end()
        if taken:
            self.told.emit(f"“{self._order.title}”已送往打印机。")
            self.accept()
        else:
            self.refused.emit("打印机没有接收，请检查打印机是否开机、联网、有纸，再打印一次。")

    def choose_file(self) -> None:
        """Asks where the PDF is to be kept."""
        choose_file(self, self._order.title, self.save_to, "存为 PDF", "PDF 文件 (*.pdf)")

    def save_to(self, path: Path) -> None:
        """Keeps the pages as a PDF file."""
        self._begin()
        steps = _keeping(path, self._order.title, self._pages)
        self.run.start(steps, lambda _: self.told.emit(f"已存到 {path}。"), self._refuse)

    def break_off(self) -> None:
        """Does not wait any longer; the pages that are shown stay."""
        if self._printing is not None:
            self._printing.cancel()
            self._printing = None
        self.run.cancel()
        self._end()

    @override
    def reject(self) -> None:
        if self.busy:
            self.break_off()
        else:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.break_off()
        super().closeEvent(event)

    def _show_progress(self, progress: Progress) -> None:
        if self._clock.hasExpired(SHORT):
            self.bar.show_share(str(progress), progress.done, progress.whole)

    def _begin(self) -> None:
        self.tools.setEnabled(False)
        self._clock.start()

    def _end(self) -> None:
        self.bar.hide()
        self.tools.setEnabled(True)
        self._say_all()

    def _say_all(self) -> None:
        self.tools.say(self._set_up)
        self.tools.print_button.setEnabled(self.note.isHidden())
        self.beside.setText(BESIDE.format(self._pages.beside))
        self.beside.setVisible(self._pages.beside > 1)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))


def _keeping(path: Path, title: str, pages: LaidPages) -> Steps[None]:
    # What writes PDF is slow to import and only needed here.
    from gridapp.pages.pdf import writing_pdf
    from gridapp.workbooks.whole_file import put_in_place

    made = yield from writing_pdf(title, pages)
    put_in_place(path, lambda target: target.write_bytes(made))
