"""How a dialog follows what is entered (跟随填写), for whoever advises on it."""

from collections.abc import Callable
from typing import Any

from ui.cases.move_dialog import MoveDialog
from ui.handling.entry import Makings

Adviser = Callable[[MoveDialog, Makings], object]
"""Makes a dialog say at once what follows from what is entered."""


def follow(dialog: MoveDialog, names: tuple[str, ...], say: Callable[[], None]) -> None:
    """Says something when the dialog is filled, and anew after each change of some fields."""
    for name in names:
        dialog.entries[name].changed.connect(say)
    dialog.filled.connect(say)


def read(dialog: MoveDialog, name: str) -> Any:
    """What a field holds; nothing where it cannot be read."""
    try:
        return dialog.entries[name].read()
    except ValueError:
        return None
