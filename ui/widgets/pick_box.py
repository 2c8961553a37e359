"""A field that is filled from a list by code, Chinese words or pinyin (选择框)."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid
from typing_extensions import override

from ui.icons import icon
from ui.theme import COLOURS
from ui.widgets.choices import Choice, is_exact, matching
from ui.widgets.pick_list import PickList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SAVING = (*_ENTER, Qt.Key.Key_S)
"""Keys that save, with Ctrl, while the keyboard stays in the field."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class PickBox(QLineEdit):
    """Typing narrows the list, arrow keys move in it, Enter or Tab takes what is highlighted, Esc closes it.

    A `free` box takes other words too: there the list proposes, and Chinese words stay as they were written.
    """

    chosen = Signal()
    """Somebody settled on another entry, or in a free box on other words."""
    left = Signal()
    """The keyboard went elsewhere; what is written is as final as it will be."""

    def __init__(self, name: str, *, free: bool = False) -> None:
        super().__init__()
        self._free, self._composing = free, False
        self._choices: Sequence[Choice] = ()
        self._settled = ""
        self._list: PickList | None = None
        self.setAccessibleName(name)
        arrow = self.addAction(icon("down", COLOURS.muted), QLineEdit.ActionPosition.TrailingPosition)
        arrow.setToolTip("打开清单（↓）")
        arrow.triggered.connect(self.toggle)
        self.textEdited.connect(self._narrow)
        self.textChanged.connect(self.setToolTip)

    @property
    def words(self) -> str:
        """What is written."""
        return self.text()

    @property
    def key(self) -> str | None:
        """The key of what is written, or nothing where it is no entry."""
        return next((choice.key for choice in self._choices if choice.text == self.text()), None)

    @property
    def is_unknown(self) -> bool:
        """Whether something is written that must be an entry and is none."""
        return not self._free and bool(self.text().strip()) and self.key is None

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    @property
    def offered(self) -> Sequence[str]:
        """The words in the list as it is shown."""
        return [self._list.item(row).text() for row in range(self._list.count())] if self._list else []

    def offer(self, choices: Iterable[Choice | str]) -> None:
        """Offers other entries; what is written stays unless it was an entry that is offered no more."""
        kept = self.key
        self._choices = tuple(Choice(c, c) if isinstance(c, str) else c for c in choices)
        if kept is not None and not self._free:
            self.choose(kept)

    def choose(self, key: str | None) -> None:
        """Shows the entry of a key without telling anybody; nothing where there is none."""
        self.show_words(next((choice.text for choice in self._choices if choice.key == key), ""))

    def show_words(self, words: str) -> None:
        """Shows some words without telling anybody."""
        self._close()
        self.setText(words)
        self.setCursorPosition(0)
        self._settled = self.text()

    def found(self, typed: str) -> Sequence[Choice]:
        """The entries that somebody means, best match first."""
        return matching(typed, self._choices)

    def sought(self) -> str:
        """The part of what is written that narrows the list."""
        return self.text().strip()

    def with_choice(self, choice: Choice) -> str:
        """What is written once an entry of the list is taken."""
        return choice.text

    def toggle(self) -> None:
        """Opens the whole list, or closes it."""
        if self.is_open:
            self._close()
        elif self._choices:
            self.setFocus()
            here = next((n for n, choice in enumerate(self._choices) if choice.text == self.text()), None)
            self._shown_list().show_choices(self._choices, here)

    def _narrow(self) -> None:
        if self._composing:
            return
        typed = self.sought()
        found = self.found(typed) if typed else ()
        if not found or (len(found) == 1 and found[0].text == typed):
            self._close()
            return
        self._shown_list().show_choices(found, 0 if not self._free or typed.isascii() else None)

    def _shown_list(self) -> PickList:
        if self._list is None:
            self._list = PickList(self)
            self._list.picked.connect(self._take_row)
        return self._list

    def _take_row(self, row: int) -> None:
        if self._list is not None:
            self._take(self._list.choice_at(row))

    def _take_highlighted(self) -> None:
        choice = self._list.highlighted if self._list is not None and self.is_open else None
        if choice is not None:
            self._take(choice)
        self._close()

    def _take(self, choice: Choice) -> None:
        self.setText(self.with_choice(choice))
        self._close()
        self._settle()

    def _settle(self) -> None:
        """Makes an entry of a code or words that mean only one, and tells if that is another than before."""
        if self.is_unknown:
            found = self.found(self.text())
            sure = [choice for choice in found if is_exact(self.text(), choice)] or found
            if len(sure) == 1:
                self.setText(sure[0].text)
        if self.text() != self._settled:
            self._settled = self.text()
            self.chosen.emit()

    def _close(self) -> None:
        # The list belongs to the window and may be gone before its field.
        if self._list is not None and isValid(self._list):
            self._list.hide()

    def _step(self, key: Qt.Key, *, only_open: bool) -> None:
        """Moves in the list; one that is closed opens, with what was typed so far or, for an entry, whole."""
        if not self.is_open:
            if self.key is None:
                self._narrow()
            if self._list is not None and self.is_open and self._list.highlighted is not None:
                return
            if not self.is_open:
                self.toggle()
        if self._list is not None and not only_open:
            self._list.step(_STEPS[key])

    @override
    def event(self, event: QEvent) -> bool:
        about_to_save = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _SAVING
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if about_to_save:
            self._take_highlighted()
            self._settle()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._choices:
            self._step(key, only_open=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        elif key in _ENTER and self.is_open:
            self._take_highlighted()
        elif key == Qt.Key.Key_Escape and self.is_open:
            self._close()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        if self._composing:
            self._close()
        super().inputMethodEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._take_highlighted()
        self._close()
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._settle()
            self.setCursorPosition(0)
            self.left.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._close()
        super().hideEvent(event)
