"""Whether the same people come again in the same matter (初访、重访): a check box, and the petition it repeats."""

from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.elided_label import ElidedLabel

_FIRST = "初访（初信）"
_UNKNOWN = "没有指明是哪一件"


class RepeatBox(QWidget):
    """What the officer has confirmed; taking the tick away forgets the earlier petition."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._earlier: UUID | None = None
        self.setAccessibleName("重访（重信）")
        self.check = QCheckBox("重访（重信）")
        self.check.setToolTip("同一信访人就同一事项又来（空格）；右边有疑似的，按 Alt+Q 确认并关联")
        self.check.setAccessibleName("重访（重信）")
        self.check.toggled.connect(self._toggled)
        self._said = ElidedLabel()
        self._said.setObjectName("muted")
        self._said.say(_FIRST)
        self.setFocusProxy(self.check)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.check)
        row.addWidget(self._said, 1)

    @property
    def repeat(self) -> bool:
        """Whether it is confirmed."""
        return self.check.isChecked()

    @property
    def earlier(self) -> UUID | None:
        """The petition that is repeated."""
        return self._earlier

    @property
    def said(self) -> str:
        """What stands beside the check box."""
        return self._said.text()

    def show_repeat(self, earlier: UUID | None, *, repeat: bool) -> None:
        """Shows what was confirmed, without telling anybody."""
        with QSignalBlocker(self.check):
            self.check.setChecked(repeat)
        self._earlier = earlier
        self._said.say((_UNKNOWN if earlier is None else "") if repeat else _FIRST)

    def name_earlier(self, earlier: UUID, words: str) -> None:
        """Says in words which petition is repeated, if it is still that one."""
        if earlier == self._earlier:
            self._said.say(words)

    def confirm(self, earlier: UUID, words: str) -> None:
        """The officer confirms that a petition is repeated."""
        self.show_repeat(earlier, repeat=True)
        self._said.say(words)
        self.changed.emit()

    def _toggled(self, repeat: bool) -> None:
        self.show_repeat(None, repeat=repeat)
        self.changed.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.check.setFocus(Qt.FocusReason.OtherFocusReason)
        super().focusInEvent(event)
