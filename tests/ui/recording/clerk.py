"""A clerk at the form of a new event, who has a keyboard with an input method and no mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.domain.event import Event
from tests.ui.recording.recorder import Recorder
from tests.ui.screen import Screen
from ui.recording.event_entries import EventEntries
from ui.recording.new_event_page import NewEventPage


class Clerk(Recorder[Event]):
    """Opens the form and fills it in."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, Event)
        self.page = _opened(screen)

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


def _opened(screen: Screen) -> NewEventPage:
    screen.press(screen.window, Qt.Key.Key_N, control=True)
    return screen.page(NewEventPage)


def answer(button: str) -> None:
    """Answers the question that is asked."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if b.text() == button).click()
