"""What may be typed before a paper is made (补填): words that are nowhere on file, shared by the papers of a case."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from gridapp.papers.offers import Asked
from ui.widgets.pick_box import PickBox


class AskedForm(QWidget):
    """One line a word; what was typed stays while one looks at other papers."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, PickBox] = {}
        self._typed: dict[str, str] = {}
        self._used: dict[str, str] = {}
        self._lines = QFormLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)

    @property
    def given(self) -> Mapping[str, str]:
        """What was typed, by the names of the placeholders."""
        return {name: text for name, text in self._typed.items() if text.strip()}

    @property
    def is_unused(self) -> bool:
        """Whether something was typed since papers were last made of it."""
        return dict(self.given) != self._used

    def say_used(self, given: Mapping[str, str]) -> None:
        """Papers were made of what was typed."""
        self._used = dict(given)

    def ask(self, asked: Sequence[Asked]) -> None:
        """Asks for other words; where they are of the same names, each shows what is told of this paper."""
        if [one.name for one in asked] == list(self.boxes):
            for one in asked:
                if one.name not in self.given and not self.boxes[one.name].hasFocus():
                    self.boxes[one.name].show_words(one.value)
            return
        while self._lines.rowCount():
            self._lines.removeRow(0)
        self.boxes = {}
        for one in asked:
            box = PickBox(one.name, free=True)
            box.offer(one.words)
            box.show_words(self._typed.get(one.name, one.value))
            box.textEdited.connect(lambda text, name=one.name: self._keep(name, text))
            box.chosen.connect(lambda name=one.name, box=box: self._keep(name, box.text()))
            box.left.connect(self.changed)
            label = QLabel(f"{one.name} *" if one.required else one.name)
            label.setBuddy(box)
            self._lines.addRow(label, box)
            self.boxes[one.name] = box

    def _keep(self, name: str, text: str) -> None:
        self._typed[name] = text
