"""The papers of a case (文书): chosen at the left, what one lacks and what was made of it at the right."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.problem import Overtaken, Refusal
from gridapp.papers.asking import Given
from gridapp.papers.offers import Offer, papers_of
from gridapp.ports import IssuedPaper
from ui.desk import Desk
from ui.page import Page
from ui.papers.dropping_question import ask_about_typed
from ui.papers.offer_model import STRETCHED, WIDTHS, OfferModel
from ui.papers.paper_making import PaperMaking
from ui.papers.paper_order import paper_order
from ui.papers.paper_side import PaperSide
from ui.papers.templates_button import TemplatesButton
from ui.printing.printing import Printing
from ui.requests import ShowPapers
from ui.widgets.hinted_button import hinted_button
from ui.widgets.row_table import RowTable
from ui.widgets.scroll_down import ScrollDown

_SHARES = (640, 380)
_LEAST = 300


class PapersPage(Page):
    """Nothing is made while something is lacking; what is lacking stands at the right before anybody asks."""

    def __init__(self, desk: Desk, request: ShowPapers) -> None:
        super().__init__(desk, f"文书　{request.about}".rstrip())
        self._case = request.case_id
        self.model = OfferModel()
        self.table = RowTable(self.model, "可制作的文书")
        self.table.give_widths(WIDTHS, STRETCHED)
        self.side = PaperSide()
        self.make_button = hinted_button(
            "制作这一份(&M)", "制作打勾的文书，没有打勾的制作这一份，编号并存入这一件（Alt+M）"
        )
        self.make_button.setObjectName("primary")
        self.file_button = hinted_button("制作整卷(&A)", "按卷内目录制作全部文书，已制作的不重做（Alt+A）")
        self.templates = TemplatesButton(desk, self.questions)
        self.making = PaperMaking(desk, self._case, self.questions, self)
        self.printing = Printing(desk, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

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
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(left)
        beside = ScrollDown(self.side)
        beside.setMinimumWidth(_LEAST)
        split.addWidget(beside)
        split.setSizes(_SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.addWidget(split)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        self.table.row_opened.connect(self._turn_tick)
        self.model.ticked.connect(self._tell_choice)
        self.side.asked_form.changed.connect(self.reload)
        self.make_button.clicked.connect(self.make)
        self.file_button.clicked.connect(self.make_file)
        self.making.turned.connect(self._tell_choice)
        self.making.made.connect(self._made)
        self.making.refused.connect(self._not_made)
        self.side.print_button.clicked.connect(self.print_version)
        self.side.save_button.clicked.connect(self.choose_folder)
        self.side.issued_table.row_opened.connect(lambda _: self.print_version())
        self.templates.told.connect(self.told)
        self.templates.refused.connect(self.refuse)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)

    @override
    def reload(self) -> None:
        desk, case_id, given = self.desk, self._case, dict(self.side.asked_form.given)
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
        if self.side.asked_form.is_unused:
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
        self.side.show_offer(offer)
        self.templates.look_at(offer.form if offer else None)

    def _turn_tick(self, row: int) -> None:
        self.model.tick(row, is_on=self.model.rows[row].choice not in self.model.chosen)

    def _tell_choice(self) -> None:
        count = len(self.model.chosen)
        self.make_button.setText(f"制作选中的 {count} 份(&M)" if count else "制作这一份(&M)")
        self.make_button.setEnabled(bool(self.model.rows) and not self.making.is_under_way)
        self.file_button.setEnabled(not self.making.is_under_way)
        self.file_button.setVisible(any(offer.form.in_file for offer in self.model.rows))

    def make(self) -> None:
        """Makes what is ticked; the paper that is looked at where nothing is."""
        choices = self.model.chosen or [offer.choice for offer in (self.current,) if offer]
        self.making.make(choices, self.side.asked_form.given)

    def make_file(self) -> None:
        """Makes the whole file (卷宗)."""
        self.making.make_file(self.side.asked_form.given)

    def _made(self, papers: Sequence[IssuedPaper], given: Given) -> None:
        self.side.asked_form.say_used(given, self.model.asked_for(papers))
        self.told.emit(f"已制作 {len(papers)} 份文书，存入这一件。")
        self.model.untick_all()
        self.reload()
        self.printing.show(paper_order(self.desk, papers))

    def _not_made(self, refusal: Refusal) -> None:
        self.refuse(refusal)
        if isinstance(refusal, Overtaken):
            self.reload()

    def print_version(self) -> None:
        """Shows how the chosen version is printed."""
        version = self.side.version
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
        version, desk = self.side.version, self.desk
        if version is None:
            return

        def work() -> Sequence[Path]:
            from gridapp.papers.put_out import put_out

            return put_out(desk.office, [version], folder, desk.actor, desk.clock, with_pdf=True)

        self.questions.ask("save", work, self._saved, self.refuse)

    def _saved(self, paths: Sequence[Path]) -> None:
        self.told.emit(f"已存到 {paths[0]}，另有同名 PDF。")
