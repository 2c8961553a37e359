"""Earlier petitions of the same people in the same matter (疑似重访): one key confirms, another says they differ."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from gridapp.cases.petition.earlier import Earlier
from gridapp.domain.moment import day_of
from ui.recording.case_cards import CaseCards
from ui.widgets.card import Card

_NOTHING = "按姓名、证件、电话和诉求自动比对，没有发现以前的信访件。"
_LIKELY = "可能是同一人就同一事项再来，核对后按 Alt+Q 确认，不是的按 Alt+B。"
_LINES = 13
"""Lines of the list at most; more of them are scrolled to."""
_COMPARE = "同名的信访件，供核对：Alt+Q 是重访，Alt+B 不是同一事项。"


class EarlierPanel(Card):
    """The petition at hand is the one that is selected, at first the strongest; what was denied is not shown again."""

    opened = Signal(object)
    """The id of a petition that is to be looked at."""
    confirmed = Signal(object)
    """An `Earlier` that this one repeats (重访)."""
    changed = Signal()
    """It shows others."""

    def __init__(self) -> None:
        super().__init__("初访还是重访")
        self._denied: set[UUID] = set()
        self._confirmed: UUID | None = None
        self._found: Sequence[Earlier] = ()
        self._shown: Sequence[Earlier] = ()
        self.setToolTip("Alt+F 到这里，回车打开对照")
        self._said = QLabel(_NOTHING)
        self._said.setObjectName("muted")
        self._said.setWordWrap(True)
        self.list = CaseCards("以前的信访件")
        self.list.opened.connect(self.opened)
        self.list.fitted.connect(self._fit)
        self.confirm_button = _button("是重访", "确认为重访（重信），关联选中的信访件（Alt+Q）")
        self.deny_button = _button("不是同一事项", "选中的不是同一事项，不再提示（Alt+B）")
        self.confirm_button.clicked.connect(self.confirm)
        self.deny_button.clicked.connect(self.deny)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.confirm_button, self.deny_button):
            row.addWidget(button)
        self.body.addWidget(self._said)
        self.body.addWidget(self.list)
        self.body.addLayout(row)
        # A button's own shortcut clicks a tenth of a second late, when the next keys have gone elsewhere already.
        for keys, act in (("Alt+Q", self.confirm), ("Alt+B", self.deny), ("Alt+F", self.list.enter)):
            QShortcut(QKeySequence(keys), self, act)
        self._show()

    @property
    def undecided(self) -> int:
        """How many likely ones are neither confirmed nor denied."""
        return sum(one.likely for one in self._shown) if self._confirmed is None else 0

    @property
    def lines(self) -> Sequence[str]:
        """What it says of each petition."""
        return self.list.lines

    def begin(self) -> None:
        """A new form: nothing is confirmed or denied."""
        self._denied.clear()
        self.mark_confirmed(None)
        self.show_found(())

    def show_found(self, found: Sequence[Earlier]) -> None:
        """Shows some petitions, strongest first."""
        self._found = found
        self._show()

    def mark_confirmed(self, earlier: UUID | None) -> None:
        """Which of them is confirmed to be repeated, if any."""
        if earlier != self._confirmed:
            self._confirmed = earlier
            self._show()

    def confirm(self) -> None:
        """The one at hand is the same people's in the same matter."""
        at_hand = self._at_hand
        if at_hand is not None and self.confirm_button.isEnabled():
            self.confirmed.emit(at_hand)

    def deny(self) -> None:
        """The one at hand is another matter."""
        at_hand = self._at_hand
        if at_hand is not None and self.deny_button.isEnabled():
            self._denied.add(at_hand.row.id)
            self._show()

    @property
    def _at_hand(self) -> Earlier | None:
        return self._shown[max(self.list.currentRow(), 0)] if self._shown else None

    def _show(self) -> None:
        shown = [one for one in self._found if one.row.id not in self._denied]
        if self._confirmed is not None:
            shown = [one for one in shown if one.row.id == self._confirmed]
        self._shown = shown
        self.list.clear()
        for one in shown:
            row = one.row
            who = str(row.own.get("petitioner") or "")
            facts = [part for part in (who, row.status.label, f"{day_of(row.reported_at)}") if part]
            self.list.add(row.id, "、".join(one.reasons), row.title, facts, row.number)
        self.list.setVisible(bool(shown))
        open_ones = bool(shown) and self._confirmed is None
        for button in (self.confirm_button, self.deny_button):
            button.setVisible(open_ones)
            button.setEnabled(open_ones)
        self.set_heading(self._named())
        self._said.setText(self._sentence())
        self.changed.emit()

    def _fit(self) -> None:
        self.list.setFixedHeight(min(self.list.height_of_all, self.fontMetrics().height() * _LINES))

    def _named(self) -> str:
        if self._confirmed is not None:
            return "已确认为重访"
        return f"疑似重访 {len(self._shown)} 件（Alt+F）" if self._shown else "初访还是重访"

    def _sentence(self) -> str:
        if self._confirmed is not None:
            return "取消勾选“重访”可以撤回。"
        if not self._shown:
            return _NOTHING
        return _LIKELY if any(one.likely for one in self._shown) else _COMPARE


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("small")
    button.setToolTip(tip)
    return button
