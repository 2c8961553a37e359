"""How the list of a kind is arranged (列表布局): read when it is shown, kept whenever somebody rearranges it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from gridapp.domain.kind import Kind
from gridapp.registers.list_layouts import ListLayout, keep_layout, layout_of
from ui.desk import Desk
from ui.jobs import Failed, Questions


class Arrangement(QObject):
    """A person's layout of a kind's list."""

    def __init__(self, desk: Desk, kind: Kind, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._failed = desk, failed
        self.kind = kind
        self._questions = Questions(desk.jobs, self)
        self._layout: ListLayout | None = None

    @property
    def layout(self) -> ListLayout:
        """The layout; the usual one until it has been read."""
        return self._layout or ListLayout()

    def when_read(self, then: Callable[[], None]) -> None:
        """Calls `then` once the layout is known."""
        if self._layout is not None:
            then()
            return

        def done(layout: ListLayout) -> None:
            self._layout = layout
            then()

        self._read(done)

    def look_again(self, then: Callable[[], None]) -> None:
        """Calls `then` if another list of the kind was rearranged since the layout was read."""
        before = self._layout
        if before is None:
            return

        def done(layout: ListLayout) -> None:
            if self._layout is before and layout != before:
                self._layout = layout
                then()

        self._read(done)

    def _read(self, done: Callable[[ListLayout], None]) -> None:
        registers, person = self._desk.office.registers, self._desk.actor.name
        self._questions.ask("layout", lambda: layout_of(registers, person, self.kind), done, self._failed)

    def keep(self, layout: ListLayout) -> None:
        """Keeps another layout."""
        if layout == self.layout:
            return
        self._layout = layout
        registers, person = self._desk.office.registers, self._desk.actor.name
        self._questions.ask(
            "keep", lambda: keep_layout(registers, person, self.kind, layout), lambda _: None, self._failed
        )

    def begin_with(self, view: str) -> None:
        """Keeps with which view the list begins."""
        self.when_read(lambda: self.keep(replace(self.layout, view=view)))
