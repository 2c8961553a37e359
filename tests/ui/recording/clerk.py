"""A clerk at the form of a new event, who has a keyboard with an input method and no mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from tests.ui.recording.keyboard import Keyboard
from tests.ui.screen import Screen
from ui.recording.event_entries import EventEntries
from ui.recording.new_event_page import NewEventPage

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Clerk(Keyboard):
    """Opens the form and fills it in."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        self.page = _opened(screen)
        self._before = {event.id for event in self._on_file()}

    @property
    def entries(self) -> EventEntries:
        """The fields of the form."""
        return self.page.form.fields.entries

    @property
    def problems(self) -> dict[str, str]:
        """What is wrong, by field."""
        boxes = {**self.page.form.fields.boxes, **self.page.form.closing.boxes}
        return {field: box.problem for field, box in boxes.items() if box.problem}

    def fill(self, title: str = "演示：路灯不亮") -> None:
        """Writes what every event must have."""
        self.entries.title.setFocus()
        self.type(title)
        self.tab()
        self.type("zf0303")
        self.entries.village.setFocus()
        self.type("tcc")
        self.tab()

    def save_and_go_on(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, held=CONTROL)
        self.screen.settle()

    def save(self) -> None:
        """Ctrl+S."""
        self.press(Qt.Key.Key_S, held=CONTROL)
        self.screen.settle()

    def saved(self) -> list[Event]:
        """The events that were saved since, by number."""
        return sorted((e for e in self._on_file() if e.id not in self._before), key=lambda e: e.number)

    def _on_file(self) -> list[Event]:
        office = self.screen.office
        cases = office.cases.load_all(office.lists.find_ids(CaseQuery(kind=Kind.EVENT)))
        return [case for case in cases.values() if isinstance(case, Event)]


def _opened(screen: Screen) -> NewEventPage:
    screen.press(screen.window, Qt.Key.Key_N, control=True)
    return screen.page(NewEventPage)


def answer(button: str) -> None:
    """Answers the question that is asked."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if b.text() == button).click()
