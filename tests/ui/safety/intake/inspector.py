"""An inspector at the form of a new inspection, who has a keyboard with an input method and no mouse."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt

from gridapp.cases.inspection.places import PlaceDraft, add
from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from gridapp.domain.notice import Notice
from gridapp.domain.place import Place
from gridapp.ports import CaseQuery, Office
from tests.offices import ACTOR, NOW, TOWN, VILLAGES
from tests.ui.recording.keyboard import Keyboard
from tests.ui.screen import Screen
from ui.requests import NewInspection
from ui.safety.intake.inspection_entries import InspectionEntries
from ui.safety.intake.new_inspection_page import NewInspectionPage

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
C = TypeVar("C", bound=Case)


def put_place(office: Office, name: str = "演示木器店", place_type: str = "沿街店铺", **fields: object) -> Place:
    """A place on file."""
    told = {"village": VILLAGES[0], "owner": "演示业主", **fields}
    draft = PlaceDraft(town=TOWN, name=name, place_type=place_type, **told)  # type: ignore[arg-type]
    return add(office.places, office.registers.areas(), draft, ACTOR, NOW)


def on_file(office: Office, record: type[C]) -> Sequence[C]:
    """The cases of a kind, by number."""
    cases = office.cases.load_all(office.lists.find_ids(CaseQuery(kind=record.kind)))
    return sorted((case for case in cases.values() if isinstance(case, record)), key=lambda case: case.number)


class Inspector(Keyboard):
    """Opens the form and fills it in."""

    def __init__(self, screen: Screen, request: NewInspection | None = None) -> None:
        super().__init__()
        self.screen = screen
        self._before = {case.id for case in self._all()}
        screen.go(request or NewInspection())
        self.page = screen.page(NewInspectionPage)

    @property
    def entries(self) -> InspectionEntries:
        """The fields of the form."""
        return self.page.form.fields.entries

    @property
    def problems(self) -> dict[str, str]:
        """What is wrong, by field."""
        fields = self.page.form.fields
        boxes = dict(fields.boxes)
        told = {name: box.problem for name, box in boxes.items()}
        for n, row in enumerate(self.entries.findings.rows):
            told |= {f"findings.{n}.{name}": box.problem for name, box in row.form.boxes.items()}
        told |= {f"notice.{name}": box.problem for name, box in self.entries.notice.form.boxes.items()}
        told |= {f"new_place.{name}": box.problem for name, box in self.entries.new_place.form.boxes.items()}
        return {name: problem for name, problem in told.items() if problem}

    def pick(self, letters: str) -> None:
        """Picks the place by letters."""
        self.entries.place.setFocus()
        self.type(letters)
        self.tab()

    def name_inspectors(self, words: str = "演示甲、演示乙") -> None:
        """Writes who inspects."""
        self.entries.inspectors.setFocus()
        self.type(words)
        self.tab()

    def check(self, answers: str) -> None:
        """Alt+C, then an answer a key."""
        self.press(Qt.Key.Key_C, held=ALT)
        for answer in answers:
            self.press(Qt.Key(ord(answer)))

    def add_hazard(self, title: str) -> None:
        """Alt+H and what was found."""
        self.press(Qt.Key.Key_H, held=ALT)
        self.type(title)

    def save_and_go_on(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, held=CONTROL)
        self.screen.settle()

    def save(self) -> None:
        """Ctrl+S."""
        self.press(Qt.Key.Key_S, held=CONTROL)
        self.screen.settle()

    def saved(self, record: type[C]) -> list[C]:
        """The cases of a kind that were saved since, by number."""
        return [case for case in on_file(self.screen.office, record) if case.id not in self._before]

    def _all(self) -> Sequence[Case]:
        office = self.screen.office
        return [*on_file(office, Inspection), *on_file(office, Hazard), *on_file(office, Notice)]
