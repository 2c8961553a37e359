"""A place that is entered while it is inspected (新场所): what the register must know, the rest can wait."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gridapp.cases.inspection.places import PlaceDraft
from gridapp.domain.hazard_words import hazard_words
from gridapp.domain.place_type import place_types
from gridapp.domain.problem import Problem
from ui.recording.small_form import SmallForm, told_of
from ui.widgets.listed_box import ListedBox

NEW_PLACE = "new_place"
_NAMES = {
    "place_type": "场所类型",
    "name": "场所名称",
    "address": "地址",
    "owner": "业主（负责人）",
    "phone": "联系电话",
    "risk": "风险等级",
}
_ROWS = (
    (("place_type", 3), ("name", 5), ("risk", 4)),
    (("address", 5), ("owner", 4), ("phone", 3)),
)


class NewPlaceBox(QWidget):
    """Hidden until Alt+X; its village and grid are those of the form around it."""

    changed = Signal()
    left = Signal()
    opened = Signal()
    """A new place is to be entered after all, or is not."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("新场所")
        self.place_type = ListedBox("新场所类型", [kind.name for kind in place_types()])
        self.name, self.address, self.owner, self.phone = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.risk = ListedBox("风险等级", hazard_words().risks)
        entries = {
            "place_type": self.place_type,
            "name": self.name,
            "risk": self.risk,
            "address": self.address,
            "owner": self.owner,
            "phone": self.phone,
        }
        self.form = SmallForm(entries, _NAMES, _ROWS, ("place_type", "name"))
        self.close_button = QPushButton("不登记新场所")
        self.close_button.setObjectName("small")
        self.close_button.setToolTip("改从名录中选择（Alt+X）")
        self.close_button.clicked.connect(self.toggle)
        heading = QLabel("新场所：保存检查时一起登记到名录，其余内容以后再补")
        heading.setObjectName("hint")
        bar = QHBoxLayout()
        bar.addWidget(heading, 1)
        bar.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.form)
        self.form.changed.connect(self.changed)
        self.form.left.connect(self.left)
        # It must be heard while the box is hidden, so it belongs to whoever shows the box.
        self._is_open = False
        self.hide()

    def listen(self, around: QWidget) -> None:
        """Lets Alt+X open and close it from anywhere around."""
        QShortcut(QKeySequence("Alt+X"), around, self.toggle)

    @property
    def is_open(self) -> bool:
        """Whether a new place is being entered."""
        return self._is_open

    @property
    def has_problems(self) -> bool:
        """Whether anything is told to be wrong."""
        return self.form.has_problems

    def toggle(self) -> None:
        """Begins a new place, or goes back to those of the register."""
        self._is_open = not self._is_open
        self.opened.emit()

    def place(self, town: str, village: str | None, grid: str | None) -> PlaceDraft | None:
        """What is written."""
        if not self._is_open:
            return None
        return PlaceDraft(
            town=town,
            place_type=self.place_type.words.strip(),
            name=self.form.line("name"),
            village=village,
            grid=grid,
            address=self.form.line("address"),
            owner=self.form.line("owner"),
            phone=self.form.line("phone"),
            risk=self.risk.key or "",
        )

    def show_place(self, place: PlaceDraft | None) -> None:
        """Shows a new place, or that there is none."""
        self._is_open = place is not None
        shown = place or PlaceDraft(town="")
        self.place_type.show_word(shown.place_type)
        self.risk.show_word(shown.risk)
        for entry, text in (
            (self.name, shown.name),
            (self.address, shown.address),
            (self.owner, shown.owner),
            (self.phone, shown.phone),
        ):
            entry.setText(text)
        self.form.show_problems({})

    def begin(self, name: str) -> None:
        """Goes to the first field, with the name that was looked for."""
        if name and not self.name.text():
            self.name.setText(name)
        self.place_type.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows what is wrong with each field."""
        self.form.show_problems(told_of(problems, NEW_PLACE))

    def go_to_first_problem(self) -> None:
        """Goes to the first field with a problem."""
        self.form.go_to_first_problem()
