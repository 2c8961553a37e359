"""The report in words (文字材料): read, look behind every number, leave sentences out, copy, save."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.cut import Cut
from gridapp.counting.tally import figure
from gridapp.domain.moment import end_of
from gridapp.reporting.prose.document import Document, Number
from gridapp.reporting.prose.prose import prose
from ui.desk import Desk
from ui.figures.file_choosing import choose_file
from ui.figures.period_chooser import PeriodChooser
from ui.page import Page
from ui.prose.number_card import NumberCard
from ui.prose.prose_view import ProseView
from ui.prose.sentence_list import SentenceList
from ui.requests import ShowFigure, ShowProse
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labelled import Labelled

_SHARES = (660, 340)


class ProsePage(Page):
    """Period and town above, the text at the left, what stands behind it at the right."""

    def __init__(self, desk: Desk, request: ShowProse) -> None:
        super().__init__(desk, "文字材料")
        self.document: Document | None = None
        self.period = PeriodChooser(desk.today)
        if request.period is not None:
            self.period.ask_for_days(request.period.start, request.period.last)
        self.towns = Combo("乡镇")
        self.towns.offer([(town.code, town.name) for town in desk.areas.towns])
        self.towns.choose(request.town)
        self._as_of = request.as_of
        self.view = ProseView()
        self.card = NumberCard()
        self.sentences = SentenceList()
        self.copy_button = QPushButton("复制全文(&C)")
        self.save_button = QPushButton("存为文件…(&S)")
        self.save_button.setToolTip("存为 Word（.docx）或文本（.txt）文件，附数字出处表（Alt+S）")
        self._lay_out()
        self.period.changed.connect(self.reload)
        self.period.refused.connect(self.refused)
        self.towns.chosen.connect(self.reload)
        self.view.looked_at.connect(self._look_at)
        self.view.opened.connect(self._open)
        self.card.asked.connect(self._open_list)
        self.sentences.changed.connect(self._show_text)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.save)

    def _lay_out(self) -> None:
        bar = FlowLayout(spacing=8)
        bar.tail = 2
        bar.addWidget(self.period)
        bar.addWidget(Labelled("乡镇", self.towns))
        bar.addWidget(self.copy_button)
        bar.addWidget(self.save_button)
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
        layout.addLayout(bar)
        layout.addWidget(split, 1)

    @override
    def reload(self) -> None:
        town = self.towns.key
        if not town:
            self.refused.emit("还没有乡镇，请先导入台账或维护地区。")
            return
        desk, period, as_of = self.desk, self.period.period, self._as_of
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

    def save_to(self, path: Path) -> None:
        """Writes the chosen text with its sources into a .docx or .txt file."""
        desk, document = self.desk, self.chosen
        if document is not None:
            self.questions.ask(
                "save", lambda: _write(desk, document, path), lambda _: self.told.emit(f"已存到 {path}。"), self.refuse
            )


_FORMS = "Word 文档 (*.docx);;文本文件 (*.txt)"


def _write(desk: Desk, document: Document, path: Path) -> None:
    # Word files are slow to import and only needed here.
    from gridapp.reporting.prose.report_file import write_report

    write_report(path, document, desk.office.ledger, desk.words)
