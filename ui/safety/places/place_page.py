"""The page of a place (场所): what is known of it, its inspections, hazards, notices and measures, its changes."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.inspection.places import close, reopen
from gridapp.domain.kind import Kind
from gridapp.domain.place import Place
from gridapp.domain.problem import Refusal
from gridapp.domain.status import OPEN
from gridapp.ports import CaseRow
from ui.desk import Desk
from ui.dialogs import ask_before_leaving
from ui.handling.content_view import ContentView
from ui.handling.three_columns import Columns
from ui.page import Page
from ui.requests import NewInspection, ShowPlans
from ui.safety.case_lines import CaseLines, line_of
from ui.safety.places.closing_dialog import ClosingDialog
from ui.safety.places.loaded_place import LoadedPlace, load_place
from ui.safety.places.place_editing import PlaceEditing
from ui.safety.places.place_history import PlaceHistory
from ui.safety.places.place_words import facts_of
from ui.safety.stacked import stacked
from ui.widgets.card import Card

_NAMES = ("场所情况", "检查、隐患、文书和处置", "变更记录")
_HISTORY_LINES = 10
_NOTHING = {
    Kind.INSPECTION: "还没有检查过。",
    Kind.HAZARD: "没有隐患。",
    Kind.NOTICE: "没有文书。",
    Kind.ENFORCEMENT: "没有执法处置。",
}


class PlacePage(Page):
    """Reading at first, with Alt+E the form; Alt+J begins an inspection here, Alt+B files one."""

    def __init__(self, desk: Desk, place_id: UUID) -> None:
        super().__init__(desk, "场所")
        self._id = place_id
        self.loaded: LoadedPlace | None = None
        self._after_saving: Callable[[], None] | None = None
        self.content = ContentView(1)
        self.history = PlaceHistory()
        self.lists = {kind: CaseLines(kind.label, nothing) for kind, nothing in _NOTHING.items()}
        self.inspect_button = _button("新检查", "在这里登记检查（Alt+J）", "primary")
        self.plan_button = _button("报备检查", "报备对这里的检查（Alt+B）")
        self.edit_button = _button("修改", "修改场所（Alt+E）")
        self.close_button = _button("注销", "注销或恢复（Alt+X）")
        self.editing = PlaceEditing(desk)
        self._sides = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        about = Card("场所情况")
        buttons = QHBoxLayout()
        for button in (self.inspect_button, self.plan_button, self.edit_button, self.close_button):
            buttons.addWidget(button)
        buttons.addStretch()
        about.body.addWidget(self.content)
        about.body.addStretch()
        past = Card("变更记录")
        past.body.addWidget(self.history, 1)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(buttons)
        self.history.setMinimumHeight(_HISTORY_LINES * self.fontMetrics().lineSpacing())
        column.addWidget(Columns(_NAMES, (about,), stacked(tuple(self.lists.values())), (past,)), 1)
        self._sides.addWidget(reading)
        self._sides.addWidget(self.editing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 10, 20, 12)
        whole.addWidget(self._sides)

    def _connect(self) -> None:
        self.inspect_button.clicked.connect(lambda: self.asked.emit(NewInspection(place=self._id)))
        self.plan_button.clicked.connect(lambda: self.asked.emit(ShowPlans((self._id,))))
        self.edit_button.clicked.connect(self.edit)
        self.close_button.clicked.connect(self._close_or_reopen)
        self.editing.saved.connect(self._saved)
        self.editing.refused.connect(self._not_saved)
        self.editing.left.connect(partial(self._sides.setCurrentIndex, 0))
        for lines in self.lists.values():
            lines.asked.connect(self.asked)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._save)
        for keys, button in (
            ("Alt+J", self.inspect_button),
            ("Alt+B", self.plan_button),
            ("Alt+E", self.edit_button),
            ("Alt+X", self.close_button),
        ):
            # A button's own shortcut clicks a tenth of a second late, when the next keys have gone elsewhere already.
            QShortcut(QKeySequence(keys), self, button.click)

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return self._sides.currentWidget() is self.editing

    @override
    def reload(self) -> None:
        if self.is_editing and self.editing.is_changed:
            self.refused.emit("表单有未保存的修改，没有重新载入。")
            return
        desk, place_id = self.desk, self._id
        self.questions.ask("place", lambda: load_place(desk, place_id), self._show, self.refuse)

    def edit(self) -> None:
        """Opens the form."""
        if self.loaded is not None and not self.is_editing:
            self.editing.start(self.loaded.place)
            self._sides.setCurrentWidget(self.editing)

    @override
    def leave(self, then: Callable[[], None]) -> None:
        if not (self.is_editing and self.editing.is_changed):
            then()
            return

        def save_first() -> None:
            self._after_saving = then
            self.editing.save()

        ask_before_leaving(self, save_first, then)

    def _show(self, loaded: LoadedPlace) -> None:
        first, self.loaded = self.loaded is None, loaded
        place = loaded.place
        closed = place.closed_on is not None
        self.entitle(f"{place.name}（{place.place_type}）{'　已注销' if closed else ''}")
        self.content.show_pairs(facts_of(place, self.desk.areas))
        self.history.show_changes(loaded.history, self.desk.areas)
        for kind, lines in self.lists.items():
            told = counted(kind, loaded)
            lines.show_lines(map(line_of, loaded.cases[kind]), lambda _, told=told: told)  # type: ignore[misc]
        self.close_button.setText("恢复" if closed else "注销")
        for button in (self.inspect_button, self.plan_button):
            button.setEnabled(not closed)
        if first:
            self.inspect_button.setFocus()

    def _save(self) -> None:
        if self.is_editing:
            self.editing.save()

    def _saved(self, place: Place) -> None:
        self._sides.setCurrentIndex(0)
        self.cases_changed.emit()
        self.told.emit(f"已保存场所“{place.name}”。")
        then, self._after_saving = self._after_saving, None
        if then is not None:
            then()
        else:
            self.reload()

    def _not_saved(self, refusal: Refusal | None) -> None:
        self._after_saving = None
        if refusal is not None:
            self.refuse(refusal)

    def _close_or_reopen(self) -> None:
        if self.loaded is None:
            return
        place, desk = self.loaded.place, self.desk
        book, actor, clock = desk.office.places, desk.actor, desk.clock
        if place.closed_on is not None:
            self._do(lambda: reopen(book, place.id, place.version, actor, clock), f"已恢复“{place.name}”。")
            return
        dialog = ClosingDialog(self, place.name, desk.today)

        def decided(day: date) -> None:
            self._do(lambda: close(book, place.id, place.version, day, actor, clock), f"已注销“{place.name}”。")

        dialog.decided.connect(decided)
        dialog.open()

    def _do(self, work: Callable[[], Place], sentence: str) -> None:
        def done(_: Place) -> None:
            self.cases_changed.emit()
            self.told.emit(sentence)
            self.reload()

        self.questions.ask("do", work, done, self.refuse)


def counted(kind: Kind, loaded: LoadedPlace) -> str:
    """How much of a kind there is: visits are counted as 家次, however many, the place as one 家 (domain.md §7.6)."""
    rows: Sequence[CaseRow] = loaded.cases[kind]
    if kind is Kind.INSPECTION:
        return f"{len(loaded.visits)} 家次（1 家）" if loaded.visits else "已报备，还没有检查"
    if kind is Kind.HAZARD:
        units = [str(row.own.get("counting_unit") or "条") for row in rows]
        told = " ".join(f"{units.count(unit)} {unit}" for unit in dict.fromkeys(sorted(units)))
        waiting = sum(row.status in OPEN for row in rows)
        return f"{told}，未销号 {waiting} 项" if waiting else f"{told}，已全部销号"
    return f"{len(rows)} {'份' if kind is Kind.NOTICE else '次'}"


def _button(text: str, hint: str, name: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    if name:
        button.setObjectName(name)
    return button
