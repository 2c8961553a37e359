"""Taking something out for a reason (移除、撤回): what it is, the reason, and then it is done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.reconciling.saving_dialog import SavingDialog
from ui.recording.small_form import SmallForm

_LINES = 13


class ReasonDialog(SavingDialog):
    """A refusal stands in the dialog, with the reason as it was written."""

    def __init__(
        self, parent: QWidget, desk: Desk, word: str, about: str, told: str, doing: Callable[[str], object]
    ) -> None:
        self.reason = QLineEdit()
        form = SmallForm({"reason": self.reason}, {"reason": f"{word}原因"}, ((("reason", 12),),), ("reason",))
        super().__init__(parent, desk, word, form, word)
        self._doing = doing
        heading, hint = QLabel(about), QLabel(told)
        heading.setObjectName("card_title")
        hint.setObjectName("hint")
        for label in (heading, hint):
            label.setWordWrap(True)
        self.lay_out(_LINES, above=(heading, hint))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def work(self) -> Callable[[], object]:
        reason, doing = self.reason.text(), self._doing
        return lambda: doing(reason)
