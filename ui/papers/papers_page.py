"""The papers of a case (文书): chosen at the left, what one lacks and what was made of it at the right."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.papers.offers import Given, Offer, papers_of
from gridapp.ports import IssuedPaper
from ui.desk import Desk
from ui.page import Page
from ui.papers.asked_form import AskedForm
from ui.papers.dropping_question import ask_about_typed
from ui.papers.issued_model import STRETCHED as ISSUED_STRETCHED
from ui.papers.issued_model import WIDTHS as ISSUED_WIDTHS
from ui.papers.issued_model import IssuedModel
from ui.papers.offer_model import STRETCHED, WIDTHS, OfferModel
from ui.papers.paper_order import paper_order
from ui.papers.templates_button import TemplatesButton
from ui.printing.printing import Printing
from ui.requests import ShowPapers
from ui.widgets.card import Card
from ui.widgets.hinted_button import hinted_button
from ui.widgets.row_table import RowTable

_SHARES = (640, 380)
_ISSUED_LINES = 5


class PapersPage(Page):
    """Nothing is made while something is lacking; what is lacking stands at the right before anybody asks."""

    def __init__(self, desk: Desk, request: ShowPapers) -> None:
        super().__init__(desk, f"文书　{request.about}".rstrip())
        self._case = request.case_id
        self.model, self.issued = OfferModel(), IssuedModel()
        self.table = RowTable(self.model, "可制作的文书")
        self.table.give_widths(WIDTHS, STRETCHED)
        self.issued_table = RowTable(self.issued, "已制作的文书")
        self.issued_table.give_widths(ISSUED_WIDTHS, ISSUED_STRETCHED)
        self.lacking = QLabel()
        self.lacking.setWordWrap(True)
        self.lacking.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.asked_form = AskedForm()
        self.make_button = hinted_button("制作选中的(&M)", "制作打勾的文书，编号并存入这一件（Alt+M）")
        self.make_button.setObjectName("primary")
        self.file_button = hinted_button("制作整卷(&A)", "按卷内目录制作全部文书，已制作的不重做（Alt+A）")
        self.print_button = hinted_button("预览打印…(&P)", "预览并打印选中的一版（Alt+P）")
        self.save_button = hinted_button("存为文件…(&S)", "把这一版存成 Word 和 PDF 文件（Alt+S）")
        self.templates = TemplatesButton(desk, self.questions)
        self.printing = Printing(desk, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        bar = QHBoxLayout()
        for widget in (self.make_button, self.file_button):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.templates)
        column.addLayout(bar)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.lacking_card, self.asked_card, self.issued_card = Card("还缺什么"), Card("补填"), Card("已制作")
        self.lacking_card.body.addWidget(self.lacking)
        self.asked_card.body.addWidget(self.asked_form)
        self.issued_card.body.addWidget(self.issued_table)
        bar = QHBoxLayout()
        bar.addStretch(1)
        for widget in (self.print_button, self.save_button):
            bar.addWidget(widget)
        self.issued_card.body.addLayout(bar)
        for card in (self.lacking_card, self.asked_card, self.issued_card):
            column.addWidget(card)
        column.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes(_SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.addWidget(split)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        self.table.row_opened.connect(self._turn_tick)
        self.model.ticked.connect(self._tell_choice)
        self.asked_form.changed.connect(self.reload)
        self.make_button.clicked.connect(self.make)
        self.file_button.clicked.connect(self.make_file)
        self.print_button.clicked.connect(self.print_version)
        self.save_button.clicked.connect(self.choose_folder)
        self.issued_table.row_opened.connect(lambda _: self.print_version())
        self.templates.told.connect(self.told)
        self.templates.refused.connect(self.refuse)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)

    @override
    def reload(self) -> None:
        desk, case_id, given = self.desk, self._case, dict(self.asked_form.given)
        self.questions.ask(
            "offers",
            lambda: papers_of(desk.office, case_id, desk.actor, desk.clock, given),
            self._show,
            self.refuse,
        )

    def _show(self, offers: Sequence[Offer]) -> None:
        row = max(self.table.currentIndex().row(), 0)
        self.model.show(offers)
        if offers:
            self.table.selectRow(min(row, len(offers) - 1))
        self._tell_choice()
        self._look_at(self.table.currentIndex())

    @override
    def leave(self, then: Callable[[], None]) -> None:
        """What was typed is kept in papers alone: leaving without having made any asks first."""
        if self.asked_form.is_unused:
            ask_about_typed(self, then)
        else:
            then()

    @property
    def current(self) -> Offer | None:
        """The paper that is looked at."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _look_at(self, _: QModelIndex) -> None:
        offer = self.current
        lacking = offer.lacking if offer else ()
        self.lacking.setText("\n".join(f"· {problem.message}" for problem in lacking))
        self.lacking_card.setVisible(bool(lacking))
        self.asked_form.ask(offer.asked if offer else ())
        self.asked_card.setVisible(bool(offer and offer.asked))
        self.issued.show(offer.issued[::-1] if offer else ())
        self.issued_table.fit_lines(_ISSUED_LINES)
        self.issued_card.setVisible(bool(offer and offer.issued))
        if offer and offer.issued:
            self.issued_table.selectRow(0)
        self.templates.look_at(offer.form if offer else None)

    def _turn_tick(self, row: int) -> None:
        self.model.tick(row, is_on=self.model.rows[row].choice not in self.model.chosen)

    def _tell_choice(self) -> None:
        count = len(self.model.chosen)
        self.make_button.setText(f"制作选中的 {count} 份(&M)" if count else "制作选中的(&M)")
        self.make_button.setEnabled(count > 0)
        self.file_button.setVisible(any(offer.form.in_file for offer in self.model.rows))

    def make(self) -> None:
        """Makes what is ticked, all or none."""
        desk, case_id, choices, given = self.desk, self._case, self.model.chosen, dict(self.asked_form.given)

        def work() -> Sequence[IssuedPaper]:
            # Word files are slow to import and only needed here.
            from gridapp.papers.making import made

            return made(desk.office, case_id, choices, given, desk.actor, desk.clock)

        self._make(work, given)

    def make_file(self) -> None:
        """Makes the whole file (卷宗)."""
        desk, case_id, given = self.desk, self._case, dict(self.asked_form.given)

        def work() -> Sequence[IssuedPaper]:
            from gridapp.papers.making import whole_file

            return whole_file(desk.office, case_id, given, desk.actor, desk.clock)

        self._make(work, given)

    def _make(self, work: Callable[[], Sequence[IssuedPaper]], given: Given) -> None:
        self.make_button.setEnabled(False)
        self.questions.ask("make", work, lambda papers: self._made(papers, given), self._not_made)

    def _made(self, papers: Sequence[IssuedPaper], given: Given) -> None:
        self.asked_form.say_used(given)
        self.told.emit(f"已制作 {len(papers)} 份文书，存入这一件。")
        self.model.untick_all()
        self.reload()
        self.printing.show(paper_order(self.desk, papers))

    def _not_made(self, refusal: Exception) -> None:
        self._tell_choice()
        self.refused.emit(str(refusal))

    @property
    def version(self) -> IssuedPaper | None:
        """The version that is chosen among those that were made."""
        row = self.issued_table.currentIndex().row()
        return self.issued.rows[row] if 0 <= row < len(self.issued.rows) else None

    def print_version(self) -> None:
        """Shows how the chosen version is printed."""
        version = self.version
        if version is not None:
            self.printing.show(paper_order(self.desk, [version]))

    def choose_folder(self) -> QFileDialog:
        """Asks for a folder for the chosen version."""
        dialog = QFileDialog(self, "存到哪个文件夹")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()
        return dialog

    def save_to(self, folder: Path) -> None:
        """Writes the chosen version into a folder, as Word and as PDF."""
        version, desk = self.version, self.desk
        if version is None:
            return

        def work() -> Sequence[Path]:
            from gridapp.papers.put_out import put_out

            return put_out(desk.office, [version], folder, desk.actor, desk.clock, with_pdf=True)

        self.questions.ask("save", work, self._saved, self.refuse)

    def _saved(self, paths: Sequence[Path]) -> None:
        self.told.emit(f"已存到 {paths[0]}，另有同名 PDF。")
