"""An officer at the form of a new petition, who has a keyboard with an input method and no mouse."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from gridapp.domain.petition import Petition
from tests.ui.recording.recorder import ALT, CONTROL, Recorder
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog
from ui.petition.intake.new_petition_page import NewPetitionPage
from ui.petition.intake.petition_entries import PetitionEntries
from ui.recording.parties.parties_box import PartiesBox
from ui.requests import NewPetition

DEMAND = "演示：要求落实征地补偿款"


class Officer(Recorder[Petition]):
    """Opens the form and fills it in."""

    def __init__(self, screen: Screen, reception: UUID | None = None) -> None:
        super().__init__(screen, Petition)
        screen.go(NewPetition(reception=reception))
        self.page = screen.page(NewPetitionPage)

    @property
    def entries(self) -> PetitionEntries:
        """The fields of the form."""
        return self.page.form.fields.entries

    @property
    def parties(self) -> PartiesBox:
        """Those who stand beside the main petitioner."""
        return self.entries.parties

    @property
    def problems(self) -> dict[str, str]:
        """What is wrong, by field; with somebody beside the main petitioner by his title."""
        boxes = self.page.form.fields.boxes
        rows = {row.title.partition(row.text.name or "\n")[0].strip(): row.problem for row in self.parties.rows}
        fields = {field: box.problem for field, box in boxes.items()}
        return {field: problem for field, problem in (fields | rows).items() if problem}

    def fill(self, petitioner: str = "演示甲", phone: str = "13700000001", demand: str = DEMAND) -> None:
        """Writes what every petition must have."""
        self.write("petitioner", petitioner)
        self.write("phone", phone)
        self.write("category", "zz0201")
        self.write("demand", demand)

    def write(self, field: str, words: str) -> None:
        """Writes into a field instead of what stands there, and leaves it."""
        entry = self.entries.by_field[field]
        entry.setFocus()
        self.press(Qt.Key.Key_A, held=CONTROL)
        self.type(words)
        self.tab()

    def add(self, name: str, phone: str = "") -> None:
        """Adds somebody beside the main petitioner."""
        self.press(Qt.Key.Key_J, held=ALT)
        self.type(name)
        self.tab()
        if phone:
            self.type(phone)

    def flag(self, word: str) -> None:
        """Sets a mark."""
        box = next(box for box in self.entries.flags.boxes if box.text() == word)
        box.setFocus()
        self.press(Qt.Key.Key_Space)

    def see_earlier(self, count: int) -> None:
        """Waits until so many earlier petitions are shown."""
        self.screen.qtbot.waitUntil(lambda: len(self.page.earlier.lines) == count)

    def decide(self, letter: Qt.Key) -> MoveDialog:
        """Alt+G and the letter of a decision; the dialog that opens."""
        self.press(Qt.Key.Key_G, held=ALT)
        menu = self.menu()
        self.screen.qtbot.keyClick(menu, letter)
        self.keys += 1
        self.screen.settle()
        dialog = self.page.findChild(MoveDialog)
        assert dialog is not None
        return dialog

    def menu(self) -> QMenu:
        """The menu that is open."""
        self.screen.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu
