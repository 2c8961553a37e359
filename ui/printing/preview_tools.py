"""What can be done in the preview (打印预览工具): print, keep, turn, other paper, leaf through, larger and smaller."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from gridapp.pages.document import PORTRAIT, PageSetUp, Paper
from ui.printing.page_box import PageBox
from ui.printing.page_view import PageView
from ui.widgets.flow_layout import FlowLayout


class PreviewTools(QWidget):
    """One line of buttons, each with its keys; on a narrow screen two."""

    set_up_wanted = Signal(object)
    """A `PageSetUp`."""

    def __init__(self, view: PageView, *, fixed: bool) -> None:
        super().__init__()
        self._view = view
        self._set_up = PORTRAIT
        self.print_button = _button("打印…", "选择打印机、页码和份数（Enter）")
        self.print_button.setObjectName("primary")
        self.pdf_button = self._acting("存为 PDF…", "存为 PDF 文件，文字可查找、可复制（Ctrl+S）", "Ctrl+S")
        self.turn_button = self._acting("", "换成横向或纵向（Ctrl+T）", "Ctrl+T", self._turn)
        self.paper_button = self._acting("", "换成 A3 或 A4 纸（Ctrl+3）", "Ctrl+3", self._change_paper)
        for button in (self.turn_button, self.paper_button):
            button.setHidden(fixed)
        self.earlier_button = self._acting("上一页", "上一页（PgUp）", "PgUp", lambda: self._go(-1))
        self.page = PageBox()
        self.page.setMinimumHeight(self.print_button.sizeHint().height())
        self.page.wanted.connect(view.go_to)
        self.later_button = self._acting("下一页", "下一页（PgDn）", "PgDown", lambda: self._go(1))
        self.whole_button = self._acting("整页", "整页显示（Ctrl+0）", "Ctrl+0", view.fit_whole)
        self.wide_button = self._acting(
            "页宽", "按页宽显示（Ctrl+1）；Ctrl+加号、Ctrl+减号放大缩小", "Ctrl+1", view.fit_width
        )
        line = FlowLayout(self, spacing=6)
        for widget in (
            self.print_button,
            self.pdf_button,
            self.turn_button,
            self.paper_button,
            self.earlier_button,
            self.page,
            self.later_button,
            self.whole_button,
            self.wide_button,
        ):
            line.addWidget(widget)
        for keys, act in (
            (QKeySequence.StandardKey.ZoomIn, view.zoom_in),
            (QKeySequence.StandardKey.ZoomOut, view.zoom_out),
            ("Home", lambda: view.go_to(1)),
            ("End", lambda: view.go_to(view.page_count)),
            ("Ctrl+G", self._ask_page),
        ):
            QShortcut(QKeySequence(keys), self, act)
        view.turned_over.connect(self._say_page)
        self._say_page()

    def say(self, set_up: PageSetUp) -> None:
        """Says what can be changed about the paper."""
        self._set_up = set_up
        self.turn_button.setText("改为纵向" if set_up.is_lying else "改为横向")
        self.paper_button.setText(f"改用 {self._other_paper.name}")
        self._say_page()

    @property
    def _other_paper(self) -> Paper:
        return Paper.A4 if self._set_up == self._set_up.on(Paper.A3) else Paper.A3

    def _turn(self) -> None:
        self.set_up_wanted.emit(self._set_up.turned)

    def _change_paper(self) -> None:
        self.set_up_wanted.emit(self._set_up.on(self._other_paper))

    def _go(self, pages: int) -> None:
        self._view.go_to(self._view.current_page + pages)

    def _ask_page(self) -> None:
        self.page.setFocus()
        self.page.selectAll()

    def _say_page(self) -> None:
        here, last = self._view.current_page, self._view.page_count
        self.page.show_page(here, last)
        self.earlier_button.setEnabled(here > 1)
        self.later_button.setEnabled(here < last)

    def _acting(self, text: str, hint: str, keys: str, act: Callable[[], object] | None = None) -> QPushButton:
        button = _button(text, hint)
        if act is not None:
            button.clicked.connect(lambda: act())
        QShortcut(QKeySequence(keys), self, button.click)
        return button


def _button(text: str, hint: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    button.setAutoDefault(False)
    return button
