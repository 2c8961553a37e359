"""What two people changed at once (并发修改对照): 原来, 对方改成, 我改成, and what is to hold, field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gridapp.cases.conflict import Difference
from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.plain import to_plain
from ui.cases.field_words import name_of, value_of
from ui.theme import COLOURS
from ui.widgets.combo import Combo

THEIRS, MINE = "theirs", "mine"
_HEADINGS = ("项目", "原来", "对方改成", "我改成", "采用")
_STRETCH = (2, 4, 4, 4, 3)


class ConflictDialog(QDialog):
    """Nothing is chosen beforehand where both changed a field; elsewhere the one change holds."""

    decided = Signal(object)
    """The names of the fields in conflict that stay as I wrote them."""

    def __init__(
        self,
        parent: QWidget,
        kind: Kind,
        who: str,
        found: Sequence[Difference],
        drafts: Sequence[object],
        areas: AreaTree,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("这一件刚被他人修改过")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kind, self._areas = kind, areas
        self._plain: Sequence[Mapping[str, Any]] = [_told(draft) for draft in drafts]
        self.choices: dict[str, Combo] = {}
        self.lines: list[tuple[str, ...]] = []
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self.confirm = QPushButton("按以上合并并保存")
        self.confirm.setObjectName("primary")
        self.confirm.setToolTip("合并后保存（Ctrl+Enter）")
        self.confirm.clicked.connect(self.answer)
        self.cancel = QPushButton("先不保存")
        self.cancel.setToolTip("回到表单，您填写的内容都在（Esc）")
        self.cancel.clicked.connect(self.reject)
        self._lay_out(who, found)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.answer)
        first = next(iter(self.choices.values()), None)
        (first or self.confirm).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, who: str, found: Sequence[Difference]) -> None:
        head = QLabel(f"{who}。您的修改还没有保存，请对照后决定：")
        head.setObjectName("about")
        head.setWordWrap(True)
        table = QWidget()
        table.setObjectName("canvas")
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, (heading, stretch) in enumerate(zip(_HEADINGS, _STRETCH, strict=True)):
            label = QLabel(heading)
            label.setObjectName("muted")
            grid.addWidget(label, 0, place)
            grid.setColumnStretch(place, stretch)
        for row, difference in enumerate(found, 1):
            self._add_line(grid, row, difference)
        grid.setRowStretch(len(found) + 1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(table)
        buttons = QHBoxLayout()
        buttons.addWidget(self._problem, 1)
        for button in (self.cancel, self.confirm):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(head)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        lines = self.fontMetrics().height()
        self.resize(self.fontMetrics().horizontalAdvance("字") * 66, min(lines * (10 + 3 * len(found)), lines * 30))

    def _add_line(self, grid: QGridLayout, row: int, difference: Difference) -> None:
        field = difference.field
        name = name_of(self._kind, field) or field
        words = [value_of(field, plain.get(field), self._areas) for plain in self._plain]
        self.lines.append((name, *words))
        for column, text in enumerate((name, *words)):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(column > 0)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if column > 1 and text != words[0]:
                label.setStyleSheet(f"color: {COLOURS.accent}; font-weight: bold;")
            grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._answer_to(difference, name), row, len(_HEADINGS) - 1, Qt.AlignmentFlag.AlignTop)

    def _answer_to(self, difference: Difference, name: str) -> QWidget:
        if not difference.is_conflict:
            both = difference.theirs == difference.mine
            return QLabel("两人相同" if both else "对方的" if difference.mine == difference.original else "我的")
        choice = Combo(f"{name}采用谁的")
        choice.offer([(None, "请选择"), (THEIRS, "用对方的"), (MINE, "用我的")])
        self.choices[difference.field] = choice
        return choice

    def answer(self) -> None:
        """Tells what was chosen, or which choice is missing."""
        open_ones = [choice for choice in self.choices.values() if choice.key is None]
        self._problem.setText("两人都改过的项目，请逐项选择用谁的。" if open_ones else "")
        if open_ones:
            open_ones[0].setFocus()
            return
        self.decided.emit(frozenset(field for field, choice in self.choices.items() if choice.key == MINE))
        self.accept()


def _told(draft: Any) -> Mapping[str, Any]:
    """What a draft says, field by field; a register's draft holds them all together."""
    # What stands there by itself is not written down, and yet it is what one of them has seen.
    standing: dict[str, Any] = {
        field.name: value for field in fields(draft) if isinstance(value := getattr(draft, field.name), str)
    }
    plain = standing | to_plain(draft)
    values: Mapping[str, Any] = plain.pop("values", {})
    return {**plain, **values}
