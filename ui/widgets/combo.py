"""A drop-down that keeps a key behind each word (下拉框); the wheel never changes it by accident."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override


class Combo(QComboBox):
    """Words to choose from, each with its key; `None` is a key like any other."""

    chosen = Signal()
    """Somebody chose another one; filling it does not count."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(20)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._keys: list[str | None] = []
        self.currentIndexChanged.connect(self.chosen)

    @property
    def key(self) -> str | None:
        """The key that is chosen."""
        index = self.currentIndex()
        return self._keys[index] if 0 <= index < len(self._keys) else None

    def offer(self, choices: Iterable[tuple[str | None, str]]) -> None:
        """Offers other words; what was chosen stays if it is still among them."""
        kept = self.key
        with QSignalBlocker(self):
            self.clear()
            self._keys = []
            for key, word in choices:
                self._keys.append(key)
                self.addItem(word)
            self.setCurrentIndex(self._keys.index(kept) if kept in self._keys else 0 if self._keys else -1)

    def choose(self, key: str | None) -> None:
        """Chooses a key without telling anybody; one that is not offered leaves it as it is."""
        if key in self._keys:
            with QSignalBlocker(self):
                self.setCurrentIndex(self._keys.index(key))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
