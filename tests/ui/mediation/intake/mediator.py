"""A mediator at the form of a new dispute, who has a keyboard with an input method and no mouse."""

from uuid import UUID

from PySide6.QtCore import Qt

from gridapp.domain.dispute import Dispute
from tests.ui.recording.recorder import ALT, Recorder
from tests.ui.screen import Screen
from ui.mediation.intake.dispute_entries import DisputeEntries
from ui.mediation.intake.new_dispute_page import NewDisputePage
from ui.recording.parties.parties_box import PartiesBox
from ui.requests import NewDispute

ADD = {"甲方": Qt.Key.Key_J, "乙方": Qt.Key.Key_Y, "第三方": Qt.Key.Key_T}


class Mediator(Recorder[Dispute]):
    """Opens the form and fills it in."""

    def __init__(self, screen: Screen, source: UUID | None = None) -> None:
        super().__init__(screen, Dispute)
        screen.go(NewDispute(source=source))
        self.page = screen.page(NewDisputePage)

    @property
    def entries(self) -> DisputeEntries:
        """The fields of the form."""
        return self.page.form.fields.entries

    @property
    def parties(self) -> PartiesBox:
        """The parties in the form."""
        return self.entries.parties

    @property
    def problems(self) -> dict[str, str]:
        """What is wrong, by field; with a party by side and place."""
        boxes = self.page.form.fields.boxes
        rows = {row.title.partition(row.text.name or "\n")[0].strip(): row.problem for row in self.parties.rows}
        fields = {field: box.problem for field, box in boxes.items()}
        return {field: problem for field, problem in (fields | rows).items() if problem}

    def fill(self, title: str = "演示：界址纠纷", category: str = "zz0102") -> None:
        """Writes what every dispute must have."""
        self.entries.title.setFocus()
        self.type(title)
        self.tab()
        self.type(category)
        self.tab()
        self.entries.village.setFocus()
        self.type("tcc")
        self.tab()

    def add_party(self, side: str, name: str, phone: str = "") -> None:
        """Adds a party by its side's key."""
        self.press(ADD[side], held=ALT)
        self.type(name)
        self.tab()
        if phone:
            self.type(phone)

    def choose(self, field: str, words: str) -> None:
        """Writes into a field and leaves it."""
        self.entries.by_field[field].setFocus()
        self.type(words)
        self.tab()
