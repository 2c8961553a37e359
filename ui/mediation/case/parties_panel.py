"""The card of the parties (当事人): by side; Alt+K or a click shows telephone and document numbers whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gridapp.domain.dispute import Dispute
from gridapp.domain.party import Party
from ui.mediation.case.party_words import html_of, sides_of
from ui.widgets.card import Card
from ui.widgets.clearing import clear

_HIDDEN, _WHOLE = "显示号码(&K)", "隐藏号码(&K)"


class PartiesPanel(Card):
    """Numbers are masked until somebody asks, and again for the next dispute."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("当事人")
        self._dispute: Dispute | None = None
        heading = QLabel("当事人")
        heading.setObjectName("card_title")
        self.show_button = QPushButton(_HIDDEN)
        self.show_button.setObjectName("quiet")
        self.show_button.setCheckable(True)
        self.show_button.setToolTip("显示或隐藏完整的电话和证件号码（Alt+K）")
        self.show_button.toggled.connect(self._show)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.show_button)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self._inside)

    @property
    def text(self) -> str:
        """Everything that is said of the parties."""
        return "\n".join(label.text() for label in self._inside.findChildren(QLabel) if not label.isHidden())

    def show_dispute(self, dispute: Dispute) -> None:
        """Shows the parties of a dispute."""
        self._dispute = dispute
        self._show()

    def _show(self) -> None:
        dispute, whole = self._dispute, self.show_button.isChecked()
        clear(self._column)
        if dispute is None:
            return
        self.show_button.setText(_WHOLE if whole else _HIDDEN)
        self.show_button.setVisible(any(_has_numbers(party) for _, found in sides_of(dispute) for party in found))
        sides = sides_of(dispute)
        if not sides:
            self._add("还没有登记当事人", "hint")
        for side, parties in sides:
            count = f"（{len(parties)} 人）" if len(parties) > 1 else ""
            self._add(f"{side.value}{count}", "group")
            for party in parties:
                label = self._add(html_of(party, whole=whole))
                label.linkActivated.connect(lambda _: self.show_button.setChecked(True))

    def _add(self, text: str, name: str = "") -> QLabel:
        label = QLabel(text)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._column.addWidget(label)
        return label


def _has_numbers(party: Party) -> bool:
    return bool(party.phone or party.paper_number)
