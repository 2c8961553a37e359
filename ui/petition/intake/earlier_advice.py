"""Beside a form of a petition its earlier ones (初重访提示): looked for while it is written, confirmed into it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from gridapp.cases.petition.earlier import Earlier, presented_by
from ui.desk import Desk
from ui.petition.intake.earlier_panel import EarlierPanel
from ui.petition.intake.earlier_watch import EarlierWatch
from ui.petition.intake.earlier_words import in_words
from ui.petition.intake.petition_form import PetitionForm


class EarlierAdvice(QObject):
    """Keeps a panel to what a form holds; `case_id` is the petition that is amended, if it is on file."""

    found = Signal(object)
    """A sequence of `Earlier`."""

    def __init__(
        self, desk: Desk, form: PetitionForm, panel: EarlierPanel, case_id: Callable[[], UUID | None] = lambda: None
    ) -> None:
        super().__init__(form)
        self._form, self._panel = form, panel
        self._watch = EarlierWatch(desk, lambda: presented_by(form.draft(), case_id()), self)
        self._watch.found.connect(panel.show_found)
        self._watch.found.connect(self.found)
        form.composing.connect(self._watch.set_composing)
        form.changed.connect(self._look_again)
        panel.confirmed.connect(self._confirm)
        panel.changed.connect(self._hint)

    def _look_again(self) -> None:
        self._watch.touch()
        self._panel.mark_confirmed(self._form.entries.repeat.earlier)
        self._hint()

    def _hint(self) -> None:
        """In a narrow window the panel may be out of sight: the form says that there is something to decide."""
        undecided = 0 if self._form.entries.repeat.repeat else self._panel.undecided
        self._form.boxes["petitioner"].show_hint(f"疑似重访 {undecided} 件（Alt+F）" if undecided else "")

    def _confirm(self, found: Earlier) -> None:
        self._form.entries.repeat.confirm(found.row.id, in_words(found.row))
