"""The first page of an empty office (启用): choose the town, then begin."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.registers.areas import adopt, known_areas
from ui.desk import Desk
from ui.page import Page
from ui.widgets.card import Card

_WIDTH = 420
"""Width of the card, in pixels."""


class TownPage(Page):
    """The towns that the program knows, one button each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "启用")
        card = Card("请选择本单位所在的乡镇")
        hint = QLabel("选定后即可登记事件；村社和网格一并建好，以后可以增减。")
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        card.body.addWidget(hint)
        self.buttons: list[QPushButton] = []
        for town in known_areas().towns:
            button = QPushButton(f"{town.name}（{len(known_areas().villages(town.code))} 个村社）")
            button.setMinimumHeight(36)
            button.clicked.connect(partial(self._adopt, town.code))
            card.body.addWidget(button)
            self.buttons.append(button)
        # A wrapped label asks for too little height until its width is known.
        card.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    @override
    def reload(self) -> None:
        self.buttons[0].setFocus()

    def _adopt(self, town: str) -> None:
        registers = self.desk.office.registers
        for button in self.buttons:
            button.setEnabled(False)
        self.questions.ask("adopt", lambda: adopt(registers, town), lambda _: self.office_changed.emit(), self.refuse)
