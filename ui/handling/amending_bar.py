"""The line under the form of a saved event (保存栏): whether anything is unsaved, and what to do about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton


class AmendingBar(QFrame):
    """Its buttons are connected by whoever shows it."""

    def __init__(self) -> None:
        super().__init__()
        self._unsaved = QLabel("未保存")
        self._unsaved.setObjectName("unsaved")
        self.save = QPushButton("保存")
        self.save.setObjectName("primary")
        self.save.setToolTip("保存（Ctrl+S 或 Ctrl+Enter）")
        self.cancel = QPushButton("不改了(&X)")
        self.cancel.setToolTip("放弃修改（Alt+X）")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self._unsaved)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.save)

    def show_changed(self, *, is_changed: bool) -> None:
        """Says whether anything is unsaved."""
        self._unsaved.setVisible(is_changed)
        self.save.setEnabled(is_changed)
