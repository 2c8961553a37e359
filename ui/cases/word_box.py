"""A field for free words with suggestions (可选可填), and one for a category that must be found (类别)."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter
from typing_extensions import override

from gridapp.domain.vocabulary import Leaf, vocabulary


class WordBox(QComboBox):
    """Any words, with those offered at hand; typing finds them by any part."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(18)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(14)
        self.setCompleter(completer)

    @property
    def words(self) -> str:
        """What is written."""
        return self.currentText()

    def offer(self, words: Iterable[str]) -> None:
        """Offers words; what is written stays."""
        written = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(words))
            self.setCurrentIndex(-1)
            self.setEditText(written)

    def show_words(self, words: str) -> None:
        """Shows some words."""
        self.setCurrentIndex(self.findText(words))
        self.setEditText(words)
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CategoryBox(WordBox):
    """An event's category: every leaf under the name of its platform."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._codes = {_label(leaf): leaf.code for leaf in vocabulary().leaves}
        self.offer(self._codes)
        self.show_words("")
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText("输入几个字查找，如“垃圾”")

    @property
    def category(self) -> str | None:
        """The leaf's code, or nothing where none is named."""
        words = self.words.strip()
        leaf = vocabulary().leaf(words)
        return self._codes.get(words) or (leaf.code if leaf else None)

    def show_category(self, code: str | None) -> None:
        """Shows a leaf."""
        leaf = vocabulary().leaf(code)
        self.show_words(_label(leaf) if leaf else code or "")


def _label(leaf: Leaf) -> str:
    return f"{leaf.platform_name} · {leaf.name}"
