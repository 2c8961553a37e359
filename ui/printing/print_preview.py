"""The preview (打印预览): the pages as they will come out, to be printed or kept as PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gridapp.domain.problem import Refusal
from gridapp.pages.drawn import LaidPage
from ui.desk import Desk
from ui.jobs import Questions
from ui.printing.on_paper import layout_of, new_printer, print_pages
from ui.printing.print_order import PrintOrder
from ui.widgets.file_choosing import choose_file

NO_PRINTER = "没有找到打印机：请在系统设置中添加，或者存为 PDF 拿到别处打印。"
_SIZE = 1000, 720


class PrintPreview(QDialog):
    """Pages to look through; Enter prints, Esc leaves."""

    turned = Signal(object)
    """The pages are wanted on another set-up."""
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, order: PrintOrder, pages: list[LaidPage]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"打印预览：{order.title}")
        self.resize(*_SIZE)
        self._order, self._pages = order, pages
        self._set_up = order.set_up
        self._questions = Questions(desk.jobs, self)
        self.printer = new_printer(pages[0], order.title)
        self.view = QPrintPreviewWidget(self.printer, self)
        self.view.paintRequested.connect(self._paint)
        self.view.previewChanged.connect(self._say_page)
        self.page = QLabel()
        self.page.setAccessibleName("页码")
        self.note = QLabel(NO_PRINTER)
        self.note.setObjectName("hint")
        self.note.setVisible(not QPrinterInfo.availablePrinterNames())
        self.print_button = _button("打印…", "选择打印机和份数（Enter）", self.choose_printer)
        self.print_button.setDefault(True)
        self.print_button.setEnabled(self.note.isHidden())
        self.pdf_button = _button("存为 PDF…", "存为 PDF 文件，文字可查找、可复制（Ctrl+S）", self.choose_file)
        self.turn_button = _button("", "换成横向或纵向（Ctrl+T）", self.turn)
        self.turn_button.setHidden(order.fixed)
        self.earlier_button = _button("上一页", "PgUp", lambda: self._go(-1))
        self.later_button = _button("下一页", "PgDn", lambda: self._go(1))
        self.whole_button = _button("整页", "整页显示（Ctrl+0）", self.view.fitInView)
        self.wide_button = _button("页宽", "按页宽显示（Ctrl+1）", self.view.fitToWidth)
        self._lay_out()
        for keys, act in (
            ("PgUp", self.earlier_button),
            ("PgDown", self.later_button),
            ("Ctrl+S", self.pdf_button),
            ("Ctrl+T", self.turn_button),
            ("Ctrl+0", self.whole_button),
            ("Ctrl+1", self.wide_button),
        ):
            QShortcut(QKeySequence(keys), self, act.click)
        QShortcut(QKeySequence(QKeySequence.StandardKey.ZoomIn), self, self.view.zoomIn)
        QShortcut(QKeySequence(QKeySequence.StandardKey.ZoomOut), self, self.view.zoomOut)
        self._say_turn()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in (self.print_button, self.pdf_button, self.turn_button):
            tools.addWidget(button)
        tools.addStretch()
        for widget in (self.earlier_button, self.page, self.later_button, self.whole_button, self.wide_button):
            tools.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addLayout(tools)
        layout.addWidget(self.note)
        layout.addWidget(self.view, 1)

    @property
    def pages(self) -> list[LaidPage]:
        """The pages that are shown."""
        return self._pages

    def show_pages(self, pages: list[LaidPage]) -> None:
        """Shows other pages of the same order."""
        self._pages = pages
        self.printer.setPageLayout(layout_of(pages[0]))
        self.view.updatePreview()
        self._say_page()

    def turn(self) -> None:
        """Asks for the same on paper turned round."""
        self._set_up = self._set_up.turned
        self._say_turn()
        self.turned.emit(self._set_up)

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
            first, last = self.printer.fromPage(), self.printer.toPage()
        # The dialog may have put back what was said of the paper.
        self.printer.setPageLayout(layout_of(self._pages[0]))
        if print_pages(self.printer, self._pages[first - 1 : last]):
            self.told.emit(f"“{self._order.title}”已送往打印机。")
            self.accept()
        else:
            self.refused.emit("打印机没有接收，请检查打印机是否开机、联网、有纸，再打印一次。")

    def choose_file(self) -> None:
        """Asks where the PDF is to be kept."""
        choose_file(self, self._order.title, self.save_to, "存为 PDF", "PDF 文件 (*.pdf)")

    def save_to(self, path: Path) -> None:
        """Keeps the pages as a PDF file."""
        pages, title = self._pages, self._order.title

        def write() -> None:
            # What writes PDF is slow to import and only needed here.
            from gridapp.pages.pdf import pages_as_pdf
            from gridapp.workbooks.whole_file import put_in_place

            made = pages_as_pdf(title, pages)
            put_in_place(path, lambda target: target.write_bytes(made))

        self._questions.ask("pdf", write, lambda _: self.told.emit(f"已存到 {path}。"), self._refuse)

    def _paint(self, printer: QPrinter) -> None:
        print_pages(printer, self._pages)

    def _go(self, pages: int) -> None:
        self.view.setCurrentPage(min(max(1, self.view.currentPage() + pages), len(self._pages)))
        self._say_page()

    def _say_page(self) -> None:
        here, last = max(1, self.view.currentPage()), len(self._pages)
        self.page.setText(f"第 {here} 页，共 {last} 页")
        self.earlier_button.setEnabled(here > 1)
        self.later_button.setEnabled(here < last)

    def _say_turn(self) -> None:
        self.turn_button.setText("改为纵向" if self._set_up.is_lying else "改为横向")

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))


def _button(text: str, hint: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button
