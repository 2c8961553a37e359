"""The report in words (文字材料): read, look behind every number, leave sentences out, copy, save."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.cut import Cut
from gridapp.counting.tally import figure
from gridapp.domain.moment import end_of
from gridapp.reporting.prose.document import Document, Number
from gridapp.reporting.prose.prose import prose
from ui.desk import Desk
from ui.figures.period_and_town import PeriodAndTown
from ui.page import Page
from ui.printing.printing import KEYS as PRINT_KEYS
from ui.printing.printing import Printing
from ui.printing.prose_order import prose_order
from ui.prose.number_card import NumberCard
from ui.prose.prose_view import ProseView
from ui.prose.sentence_list import SentenceList
from ui.requests import ShowFigure, ShowProse
from ui.widgets.file_choosing import choose_file

_SHARES = (660, 340)


class ProsePage(Page):
    """Period and town above, the text at the left, what stands behind it at the right."""

    def __init__(self, desk: Desk, request: ShowProse) -> None:
        super().__init__(desk, "文字材料")
        self.document: Document | None = None
        self._as_of = request.as_of
        self.view = ProseView()
        self.card = NumberCard()
        self.sentences = SentenceList()
        self.copy_button = QPushButton("复制全文(&C)")
        self.save_button = QPushButton("存为文件…(&S)")
        self.save_button.setToolTip("存为 Word（.docx）、PDF 或文本（.txt）文件，附数字出处表（Alt+S）")
        self.print_button = QPushButton("打印…")
        self.print_button.setToolTip(f"预览并打印全文，附数字出处表（{PRINT_KEYS}）")
        QShortcut(QKeySequence(PRINT_KEYS), self, self.print_button.click)
        self.printing = Printing(desk, self)
        tools = (self.copy_button, self.save_button, self.print_button)
        self.head = PeriodAndTown(desk, request.period, request.town, tools)
        self._lay_out()
        self.head.changed.connect(self.reload)
        self.head.refused.connect(self.refused)
        self.view.looked_at.connect(self._look_at)
        self.view.opened.connect(self._open)
        self.card.asked.connect(self._open_list)
        self.sentences.changed.connect(self._show_text)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print_text)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.card)
        column.addWidget(QLabel("写入材料的句子"))
        column.addWidget(self.sentences, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(self.view)
        split.addWidget(right)
        split.setSizes(_SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(split, 1)

    @override
    def reload(self) -> None:
        town = self.head.sure_town
        if town is None:
            return
        desk, period, as_of = self.desk, self.head.period.period, self._as_of
        moment = end_of(as_of) if as_of else None
        self.questions.ask(
            "prose",
            lambda: prose(desk.office.ledger, desk.words, town, period, desk.now, moment),
            self._show,
            self.refuse,
        )

    def _show(self, document: Document) -> None:
        self.document = document
        self.sentences.show_document(document)
        self._show_text()
        if document.numbers:
            self.card.show_number(document.numbers[0])

    def _show_text(self) -> None:
        if self.document is not None:
            self.view.show_text(self.document, self.sentences.left_out)

    @property
    def chosen(self) -> Document | None:
        """The text without the sentences that are left out."""
        return None if self.document is None else self.document.without(self.sentences.left_out)

    def _number(self, place: int) -> Number | None:
        return None if self.document is None else self.document.numbers[place]

    def _look_at(self, place: int) -> None:
        number = self._number(place)
        if number is not None:
            self.card.show_number(number)

    def _open(self, place: int) -> None:
        self._look_at(place)
        number = self._number(place)
        if number is not None:
            self._open_list(number.cut)

    def _open_list(self, cut: Cut) -> None:
        number, ledger = self.card.number, self.desk.office.ledger
        if number is None:
            return
        indicator, where = number.indicator, f"文字材料：{number.text}{number.unit}"
        self.questions.ask(
            "list",
            lambda: ShowFigure(indicator, cut, figure(ledger, indicator, cut), where),
            self.asked.emit,
            self.refuse,
        )

    def copy(self) -> None:
        """Puts the chosen text on the clipboard."""
        document = self.chosen
        if document is not None:
            QGuiApplication.clipboard().setText(document.text)
            self.told.emit("全文已复制。")

    def save(self) -> None:
        """Asks for a file and writes the chosen text with its sources."""
        if self.document is not None:
            choose_file(self, self.document.title, self.save_to, "保存文字材料", _FORMS)

    def print_text(self) -> None:
        """Shows how the chosen text comes out on paper."""
        if self.chosen is not None:
            self.printing.show(prose_order(self.desk, self.chosen))

    def save_to(self, path: Path) -> None:
        """Writes the chosen text with its sources into a .docx, .pdf or .txt file."""
        desk, document = self.desk, self.chosen
        if document is not None:
            self.questions.ask(
                "save", lambda: _write(desk, document, path), lambda _: self.told.emit(f"已存到 {path}。"), self.refuse
            )


_FORMS = "Word 文档 (*.docx);;PDF 文件 (*.pdf);;文本文件 (*.txt)"


def _write(desk: Desk, document: Document, path: Path) -> None:
    # Word files are slow to import and only needed here.
    from gridapp.reporting.prose.report_file import write_report

    write_report(path, document, desk.office.ledger, desk.words)
