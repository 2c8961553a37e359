"""The line that offers changes which were not saved (未保存的修改), after a crash or a hasty leave."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gridapp.domain.moment import spoken
from gridapp.ports import Draft


class UnsavedBar(QFrame):
    """Hidden where there are none."""

    continued = Signal(object)
    """The `Draft` is to be gone on with."""
    discarded = Signal(object)
    """The `Draft` is to be thrown away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drafts_bar")
        self._draft: Draft | None = None
        self.text = QLabel()
        self.continue_button = QPushButton("继续修改(&R)")
        self.discard_button = QPushButton("丢弃")
        self.continue_button.clicked.connect(lambda: self.continued.emit(self._draft))
        self.discard_button.clicked.connect(lambda: self.discarded.emit(self._draft))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.text, 1)
        for button in (self.continue_button, self.discard_button):
            button.setObjectName("small")
            row.addWidget(button)
        self.hide()

    def show_draft(self, draft: Draft | None) -> None:
        """Offers some changes, or none."""
        self._draft = draft
        self.setVisible(draft is not None)
        if draft is not None:
            self.text.setText(f"您在 {spoken(draft.saved_at)} 修改过这一件，还没有保存。")
