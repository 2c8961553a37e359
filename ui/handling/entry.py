"""One entry of a move's dialog (办理栏目): a widget, how it is read, and how it is filled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from gridapp.domain.case import Case
from ui.desk import Desk
from ui.handling.proposals import People


@dataclass(frozen=True, slots=True)
class Entry:
    """A widget with what it holds; `read` raises `ValueError` with a sentence where that cannot be read."""

    widget: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    changed: SignalInstance


@dataclass(frozen=True, slots=True)
class Makings:
    """What entries are made with: the desk, the case, and the people and units of its town."""

    desk: Desk
    case: Case
    people: People
