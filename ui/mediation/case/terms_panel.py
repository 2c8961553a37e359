"""The card of what an agreement obliges to (协议履行): each term performed or not, with the button to note it."""

from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from gridapp.cases.dispute.told import term_in_words
from gridapp.cases.permission import why_not
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Term
from gridapp.domain.moment import past, spoken
from gridapp.domain.move import Move
from ui.theme import COLOURS
from ui.widgets.card import Card
from ui.widgets.clearing import clear


class TermsPanel(Card):
    """Hidden where the agreement in force obliges to nothing."""

    wanted = Signal(int)
    """A term was performed, by its number among all."""

    def __init__(self) -> None:
        super().__init__("协议履行")
        self.setAccessibleName("协议履行")
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(inside)
        self.buttons: dict[int, QPushButton] = {}
        self.hide()

    def show_dispute(self, dispute: Dispute, now: datetime, deadlines: Deadlines, *, unsaved: bool = False) -> None:
        """Shows the terms of the agreement in force."""
        clear(self._grid)
        self.buttons.clear()
        current = len(dispute.closings) if dispute.closed else 0
        terms = [(n, term) for n, term in enumerate(dispute.terms, 1) if term.agreement == current]
        may = why_not(dispute, Move.PERFORM, now, deadlines) is None
        for row, (n, term) in enumerate(terms):
            said = QLabel(f"{escape(term_in_words(term))}<br>{_state(term, now)}")
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(said, row, 0)
            if term.performed_at is None and may:
                self._grid.addWidget(self._button(n, term, unsaved=unsaved), row, 1, Qt.AlignmentFlag.AlignTop)
        left = sum(term.performed_at is None for _, term in terms)
        self.set_heading(f"协议履行：还有 {left} 项未履行" if left else "协议履行：全部履行")
        self.setVisible(bool(terms))

    def _button(self, n: int, term: Term, *, unsaved: bool) -> QPushButton:
        button = QPushButton(Move.PERFORM.value)
        button.setObjectName("quiet")
        button.setAccessibleName(f"{Move.PERFORM.value}：{term_in_words(term)}")
        button.setToolTip("记下这一项的履行和凭证")
        button.setEnabled(not unsaved)
        button.clicked.connect(lambda _, number=n: self.wanted.emit(number))
        self.buttons[n] = button
        return button


def _state(term: Term, now: datetime) -> str:
    if term.performed_at is not None:
        receipt = f"，{escape(term.receipt)}" if term.receipt else ""
        return f"<span style='color:{COLOURS.good}'><b>已履行</b> {spoken(term.performed_at)}{receipt}</span>"
    late = term.due_at is not None and past(now, term.due_at)
    colour, word = (COLOURS.bad, "未履行，已逾期") if late else (COLOURS.warn, "未履行")
    return f"<span style='color:{colour}'><b>{word}</b></span>"
