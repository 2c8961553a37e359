"""Writing a place into the register (登记、修改场所): its form with its buttons, new or on file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gridapp.cases.inspection.places import PlaceDraft, add, amend, check, draft_of
from gridapp.domain.place import Place
from gridapp.domain.problem import Refusal, Unacceptable
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.recording_layout import PressButton
from ui.safety.places.place_form import PlaceForm
from ui.widgets.card import Card


class PlaceEditing(QWidget):
    """Shows a draft, saves it or shows everything that is wrong with it."""

    saved = Signal(object)
    """The `Place` as it is on file now."""
    refused = Signal(object)
    """It is not saved: a `Refusal`, or nothing where the problems stand under the fields."""
    left = Signal()
    """Nothing is to be saved after all."""
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._questions = Questions(desk.jobs, self)
        self._place: Place | None = None
        self.form = PlaceForm(desk)
        self._shown = PlaceDraft(town="")
        self.form.changed.connect(self.changed)
        self.save_button = PressButton("保存")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("保存（Ctrl+S）")
        self.save_button.clicked.connect(self.save)
        self.cancel_button = PressButton("取消")
        self.cancel_button.clicked.connect(self.left)
        card = Card()
        card.body.addWidget(self.form)
        card.body.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(card)
        scroll.setAccessibleName("场所表单")
        bar = QHBoxLayout()
        bar.addStretch()
        bar.addWidget(self.cancel_button)
        bar.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scroll, 1)
        column.addLayout(bar)

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what was shown."""
        return bool(self.form.typed()) or self.form.draft() != self._shown

    def begin(self, town: str) -> None:
        """Shows the form of a new place."""
        self._place = None
        self._show(PlaceDraft(town=town))

    def start(self, place: Place) -> None:
        """Shows a place on file."""
        self._place = place
        self.form.lock_town()
        self._show(draft_of(place))

    def save(self) -> None:
        """Saves what is written; the register itself says what is wrong with it."""
        unreadable = list(self.form.unreadable())
        if not self.save_button.isEnabled():
            return
        desk, draft, place = self._desk, self.form.draft(), self._place
        book, areas, actor, clock = desk.office.places, desk.areas, desk.actor, desk.clock

        def work() -> Place:
            found = check(draft, areas, book, place)
            if unreadable or found:
                raise Unacceptable((*unreadable, *found))
            if place is None:
                return add(book, areas, draft, actor, clock)
            return amend(book, areas, place.id, place.version, draft, actor, clock)

        self.save_button.setEnabled(False)
        self._questions.ask("save", work, self._saved, self._not_saved)

    def _show(self, draft: PlaceDraft) -> None:
        self.form.show_draft(draft)
        self._shown = self.form.draft()
        self.form.place_type.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, place: Place) -> None:
        self.save_button.setEnabled(True)
        self._place, self._shown = place, self.form.draft()
        self.form.show_problems({})
        self.saved.emit(place)

    def _not_saved(self, refusal: Refusal) -> None:
        self.save_button.setEnabled(True)
        if isinstance(refusal, Unacceptable):
            told: dict[str, str] = {}
            for problem in refusal.problems:
                told.setdefault(problem.field, problem.message)
            self.form.show_problems(told)
            self.form.go_to_first_problem()
            self.refused.emit(None)
        else:
            self.refused.emit(refusal)
