"""The page on which a place is put on file (登记场所)."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from gridapp.domain.place import Place
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.dialogs import ask_before_leaving
from ui.page import Page
from ui.requests import ShowPlace
from ui.safety.places.place_editing import PlaceEditing


class NewPlacePage(Page):
    """A blank form; a saved place is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "登记场所")
        self._started = False
        self._after_saving: Callable[[], None] | None = None
        self.editing = PlaceEditing(desk)
        self.editing.saved.connect(self._saved)
        self.editing.refused.connect(self._not_saved)
        self.editing.left.connect(lambda: self.leave(self.ended.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.addWidget(self.editing)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.editing.save)

    @override
    def reload(self) -> None:
        if not self._started:
            self._started = True
            self.editing.begin(self.desk.areas.towns[0].code)

    @override
    def leave(self, then: Callable[[], None]) -> None:
        if not self.editing.is_changed:
            then()
            return

        def save_first() -> None:
            self._after_saving = then
            self.editing.save()

        ask_before_leaving(self, save_first, then)

    def _saved(self, place: Place) -> None:
        self.cases_changed.emit()
        then, self._after_saving = self._after_saving, None
        if then is not None:
            then()
            return
        self.ended.emit()
        self.asked.emit(ShowPlace(place.id))
        self.told.emit(f"已登记场所“{place.name}”。")

    def _not_saved(self, refusal: Refusal | None) -> None:
        self._after_saving = None
        if refusal is not None:
            self.refuse(refusal)
