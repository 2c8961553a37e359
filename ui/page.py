"""A page of the window: it loads when it is seen, and again after cases have changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Questions
from ui.lists.walk import Walk
from ui.requests import Root


class Page(QWidget):
    """What all pages have in common."""

    asked = Signal(object)
    """A `Request` for another page."""
    ended = Signal()
    """The page has nothing more to show; the window goes back."""
    cases_changed = Signal()
    """A case was written; every other page is stale."""
    books_changed = Signal()
    """A month was closed or opened again; every other page is stale."""
    office_changed = Signal()
    """The office itself has changed; the window sits down anew."""
    told = Signal(str)
    """Something went well, in one sentence."""
    refused = Signal(str)
    """Something could not be done, in one sentence."""
    titled = Signal(str)
    """The heading has changed."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.questions = Questions(desk.jobs, self)
        self.walk: Walk | None = None
        self.place: Root | None = None
        self._title = title
        self._stale = True
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def title(self) -> str:
        """What stands in the header."""
        return self._title

    def entitle(self, title: str) -> None:
        """Changes what stands in the header."""
        self._title = title
        self.titled.emit(title)

    def reload(self) -> None:
        """Asks for everything the page shows."""
        raise NotImplementedError

    def mark_stale(self) -> None:
        """Cases have changed: a page that is seen reloads now, another when it is seen."""
        self._stale = True
        if self.isVisible():
            self._refresh()

    def leave(self, then: Callable[[], None]) -> None:
        """Calls `then` when the page may be left; a form with changes asks first."""
        then()

    def go_on(self) -> None:
        """Opens the first case to be handled (下一件); a page without a queue does nothing."""

    def refuse(self, refusal: Refusal) -> None:
        """Shows a known failure."""
        self.refused.emit(str(refusal))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self.reload()
