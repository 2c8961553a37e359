"""What may be typed before a paper is made (补填): words that are nowhere on file."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from gridapp.papers.asking import Asked
from ui.papers.long_words import LongWords
from ui.widgets.pick_box import PickBox


class AskedForm(QWidget):
    """A field each; what was typed stays while one looks at other papers, and stands in those that ask for the same."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, PickBox | LongWords] = {}
        self._shown: Sequence[str] = ()
        self._typed: dict[str, str] = {}
        self._used: dict[str, str] = {}
        self._lines = QFormLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)

    @property
    def given(self) -> Mapping[str, str]:
        """What was typed or taken away, by the keys of what asks for it."""
        return dict(self._typed)

    @property
    def is_unused(self) -> bool:
        """Whether something was typed since papers were last made of it."""
        return any(text.strip() and self._used.get(key) != text for key, text in self._typed.items())

    def say_used(self, given: Mapping[str, str], keys: Collection[str]) -> None:
        """Papers were made that asked for some of what was typed."""
        self._used |= {key: text for key, text in given.items() if key in keys}

    def ask(self, asked: Sequence[Asked]) -> None:
        """Asks for other words; where they are the same, each shows what is told of this paper."""
        keys = [one.key for one in asked]
        if keys == self._shown:
            for one in asked:
                if not self._typed.get(one.key, "").strip() and not self.boxes[one.name].hasFocus():
                    self.boxes[one.name].show_words(one.value)
            return
        self._shown, self.boxes = keys, {}
        while self._lines.rowCount():
            self._lines.removeRow(0)
        for one in asked:
            self.boxes[one.name] = self._long(one) if one.long else self._short(one)

    def _short(self, one: Asked) -> PickBox:
        box = PickBox(one.name, free=True)
        box.offer(one.words)
        for arrow in box.actions():
            arrow.setVisible(bool(one.words))
        box.show_words(self._told(one))
        box.textEdited.connect(lambda text: self._keep(one.key, text))
        box.chosen.connect(lambda: self._keep(one.key, box.text()))
        box.left.connect(self.changed)
        label = QLabel(_label(one))
        label.setBuddy(box)
        self._lines.addRow(label, box)
        return box

    def _long(self, one: Asked) -> LongWords:
        words = LongWords(one.name, _label(one), one.words)
        words.show_words(self._told(one))
        words.edited.connect(lambda text: self._keep(one.key, text))
        words.edit.left.connect(self.changed)
        self._lines.addRow(words)
        return words

    def _told(self, one: Asked) -> str:
        return self._typed.get(one.key) or one.value

    def _keep(self, key: str, text: str) -> None:
        self._typed[key] = text


def _label(one: Asked) -> str:
    return f"{one.name} *" if one.required else one.name
