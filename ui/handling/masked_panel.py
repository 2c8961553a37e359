"""A card of people (当事人、信访人): Alt+K or a click shows telephone and document numbers whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.clearing import clear

_HIDDEN, _WHOLE = "显示号码(&K)", "隐藏号码(&K)"

Line = tuple[str, str]
"""A line of rich text, with the name of the style in which it stands."""
Say = Callable[[bool], Sequence[Line]]
"""The lines, with numbers whole or masked."""


class MaskedPanel(Card):
    """Numbers are masked until somebody asks, and again for the next case."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self.setAccessibleName(heading)
        self._say: Say | None = None
        self._has_numbers = False
        self.show_button = QPushButton(_HIDDEN)
        self.show_button.setObjectName("quiet")
        self.show_button.setCheckable(True)
        self.show_button.setToolTip("显示或隐藏完整的电话和证件号码（Alt+K）")
        self.show_button.toggled.connect(self._show)
        self.put_beside_heading(self.show_button)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.body.addWidget(self._inside)

    @property
    def text(self) -> str:
        """Everything that is said of the people."""
        return "\n".join(label.text() for label in self._inside.findChildren(QLabel) if not label.isHidden())

    def show_people(self, say: Say, *, has_numbers: bool) -> None:
        """Shows people; the button is there only where there is a number to be shown."""
        self._say, self._has_numbers = say, has_numbers
        self._show()

    def _show(self) -> None:
        whole = self.show_button.isChecked()
        clear(self._column)
        self.show_button.setText(_WHOLE if whole else _HIDDEN)
        self.show_button.setVisible(self._has_numbers)
        for text, name in self._say(whole) if self._say else ():
            label = QLabel(text)
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
            )
            label.linkActivated.connect(lambda _: self.show_button.setChecked(True))
            self._column.addWidget(label)
