"""The paper that is looked at (所看的文书): what it lacks, what may be typed for it, and its versions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gridapp.papers.offers import Offer
from gridapp.ports import IssuedPaper
from ui.papers.asked_form import AskedForm
from ui.papers.issued_model import STRETCHED, WIDTHS, IssuedModel
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.hinted_button import hinted_button
from ui.widgets.row_table import RowTable

_LINES = 5
_NO_PAPER = "这一件现在还没有可以制作的文书，办理以后再来制作。"


class PaperSide(QWidget):
    """Three cards, each of them shown where it has something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.lacking = QLabel()
        self.lacking.setWordWrap(True)
        self.lacking.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.asked_form = AskedForm()
        self.issued = IssuedModel()
        self.issued_table = RowTable(self.issued, "已制作的文书")
        self.issued_table.give_widths(WIDTHS, STRETCHED)
        self.print_button = hinted_button("预览打印…(&P)", "预览并打印选中的一版（Alt+P）")
        self.save_button = hinted_button("存为文件…(&S)", "把这一版存成 Word 和 PDF 文件（Alt+S）")
        buttons = FlowLayout(spacing=8)
        buttons.tail = 2
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        self.lacking_card, self.asked_card, self.issued_card = Card("还缺什么"), Card("补填"), Card("已制作")
        self.lacking_card.body.addWidget(self.lacking)
        self.asked_card.body.addWidget(self.asked_form)
        self.issued_card.body.addWidget(self.issued_table)
        self.issued_card.body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for card in (self.lacking_card, self.asked_card, self.issued_card):
            column.addWidget(card)
        column.addStretch(1)

    def show_offer(self, offer: Offer | None) -> None:
        """Shows another paper, or none."""
        self.lacking.setText(_lacks(offer))
        self.lacking_card.setVisible(bool(self.lacking.text()))
        self.asked_form.ask(offer.asked if offer else ())
        self.asked_card.setVisible(bool(offer and offer.asked))
        self.issued.show(offer.issued[::-1] if offer else ())
        self.issued_table.fit_lines(_LINES)
        self.issued_card.setVisible(bool(offer and offer.issued))
        if offer and offer.issued:
            self.issued_table.selectRow(0)

    @property
    def version(self) -> IssuedPaper | None:
        """The version that is chosen among those that were made."""
        row = self.issued_table.currentIndex().row()
        return self.issued.rows[row] if 0 <= row < len(self.issued.rows) else None


def _lacks(offer: Offer | None) -> str:
    if offer is None:
        return _NO_PAPER
    return "\n".join(f"· {problem.message.removeprefix(offer.form.title)}" for problem in offer.lacking)
