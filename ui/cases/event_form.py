"""The form of a grid event (事件表单): shows a draft, gives a draft back, shows every problem at once."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.cases.draft import LEVELS, SOURCES, EventDraft
from gridapp.domain.person import plain_phone
from gridapp.domain.problem import Problem
from ui.cases.field_box import FieldBox
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import CategoryBox, WordBox
from ui.desk import Desk
from ui.widgets.combo import Combo

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UNREADABLE = "看不懂这个时间，请写成 2018-06-11 或 2018-06-11 9:30。"
_NOTE_HEIGHT = 58


class EventForm(QWidget):
    """All fields of an `EventDraft`; Enter and Tab go on to the next one."""

    changed = Signal()
    town_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._areas = desk.areas
        self._shown: EventDraft | None = None
        self.title = QLineEdit()
        self.category = CategoryBox("类别")
        self.town = Combo("乡镇")
        self.village = Combo("所属村社")
        self.grid = Combo("网格")
        self.address = QLineEdit()
        self.reporter = WordBox("上报人")
        self.phone = QLineEdit()
        self.source = WordBox("来源")
        self.level = Combo("级别")
        self.reported_at = MomentEdit("上报时间", desk.today)
        self.due_at = MomentEdit("办理时限", desk.today, is_limit=True)
        self.unit = WordBox("承办单位")
        self.handler = WordBox("承办人")
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.source.offer(SOURCES)
        self.level.offer([(None, ""), *((level, level) for level in LEVELS)])
        self.town.offer([(town.code, town.name) for town in desk.areas.towns])
        self.boxes: dict[str, FieldBox] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        several = len(self._areas.towns) > 1
        for field, name, entry, required, row, column, span in (
            ("title", "标题", self.title, True, 0, 0, 2),
            ("category", "类别", self.category, True, 0, 2, 1),
            ("town", "乡镇", self.town, True, 1, 0, 1),
            ("village", "所属村社", self.village, True, 1, 1 if several else 0, 1),
            ("grid", "网格", self.grid, False, 1, 2 if several else 1, 1),
            ("address", "地点", self.address, False, 2, 0, 1),
            ("reporter", "上报人", self.reporter, False, 2, 1, 1),
            ("phone", "联系电话", self.phone, False, 2, 2, 1),
            ("source", "来源", self.source, False, 3, 0, 1),
            ("reported_at", "上报时间", self.reported_at, True, 3, 1, 1),
            ("due_at", "办理时限", self.due_at, False, 3, 2, 1),
            ("level", "级别", self.level, False, 4, 0, 1),
            ("unit", "承办单位", self.unit, False, 4, 1, 1),
            ("handler", "承办人", self.handler, False, 4, 2, 1),
            ("note", "备注", self.note, False, 5, 0, 3),
        ):
            box = FieldBox(name, entry, required=required)
            self.boxes[field] = box
            grid.addWidget(box, row, column, 1, span)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.boxes["town"].setVisible(several)

    def _connect(self) -> None:
        self.town.chosen.connect(self._town_chosen)
        self.village.chosen.connect(self._offer_grids)
        for box in self.boxes.values():
            entry = box.entry
            entry.installEventFilter(self)
            if isinstance(entry, QLineEdit | QPlainTextEdit):
                entry.textChanged.connect(self.changed)
            elif isinstance(entry, Combo):
                entry.chosen.connect(self.changed)
            elif isinstance(entry, QComboBox):
                entry.editTextChanged.connect(self.changed)

    @property
    def is_changed(self) -> bool:
        """Whether anything differs from what was shown."""
        return self._shown is not None and (bool(self._unreadable()) or self.draft() != self._shown)

    def show_draft(self, draft: EventDraft) -> None:
        """Shows a draft, with nothing wrong."""
        self._shown = None
        with QSignalBlocker(self):
            self._fill(draft)
        self.show_problems(())
        self._shown = self.draft()
        self.changed.emit()

    def _fill(self, draft: EventDraft) -> None:
        self.title.setText(draft.title)
        self.title.setCursorPosition(0)
        self.category.show_category(draft.category)
        self.town.choose(draft.town)
        self._offer_villages()
        self.village.choose(draft.village)
        self._offer_grids()
        self.grid.choose(draft.grid)
        self.address.setText(draft.address)
        self.reporter.show_words(draft.reporter)
        self.phone.setText(draft.phone)
        self.source.show_words(draft.source)
        if draft.level not in ("", *LEVELS):
            self.level.offer([(None, ""), *((level, level) for level in (*LEVELS, draft.level))])
        self.level.choose(draft.level or None)
        self.reported_at.show_moment(draft.reported_at)
        self.due_at.show_moment(draft.due_at)
        self.unit.show_words(draft.unit)
        self.handler.show_words(draft.handler)
        self.note.setPlainText(draft.note)

    def draft(self) -> EventDraft:
        """What is written; a time that cannot be read is left out."""
        return EventDraft(
            town=self.town.key or "",
            title=self.title.text(),
            category=self.category.category,
            village=self.village.key,
            grid=self.grid.key,
            address=self.address.text(),
            reporter=self.reporter.words,
            phone=plain_phone(self.phone.text()),
            source=self.source.words,
            level=self.level.key or "",
            reported_at=self.reported_at.moment if self.reported_at.readable else None,
            due_at=self.due_at.moment if self.due_at.readable else None,
            unit=self.unit.words,
            handler=self.handler.words,
            note=self.note.toPlainText(),
        )

    def problems(self, found: Sequence[Problem]) -> tuple[Problem, ...]:
        """What the rules found, and the times that cannot be read, in the order of the fields."""
        unreadable = self._unreadable()
        fields = {problem.field for problem in unreadable}
        every = [*unreadable, *(problem for problem in found if problem.field not in fields)]
        order = list(self.boxes)
        return tuple(sorted(every, key=lambda p: order.index(p.field) if p.field in order else len(order)))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field and goes to the first."""
        messages = {problem.field: problem.message for problem in reversed(problems)}
        for field, box in self.boxes.items():
            box.show_problem(messages.get(field, ""))
        first = next((field for field in self.boxes if field in messages), None)
        if first is not None:
            self.boxes[first].entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def lock_town(self) -> None:
        """A saved event stays in its town."""
        self.town.setEnabled(False)

    def _unreadable(self) -> list[Problem]:
        moments = {"reported_at": self.reported_at, "due_at": self.due_at}
        return [Problem(name, "moment", _UNREADABLE) for name, edit in moments.items() if not edit.readable]

    def _town_chosen(self) -> None:
        self._offer_villages()
        self.town_chosen.emit(self.town.key or "")

    def _offer_villages(self) -> None:
        villages = self._areas.villages(self.town.key or "")
        self.village.offer([(None, "请选择"), *((village.code, village.name) for village in villages)])
        self._offer_grids()

    def _offer_grids(self) -> None:
        grids = self._areas.children(self.village.key) if self.village.key else ()
        self.grid.offer([(None, ""), *((grid.code, grid.name) for grid in grids)])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and not isinstance(watched, QPlainTextEdit) and not _picking(watched):
                QApplication.sendEvent(
                    watched,
                    QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
                )
                return True
        return super().eventFilter(watched, event)


def _picking(entry: QObject) -> bool:
    """Whether a list of suggestions is open, in which Enter picks."""
    completer = entry.completer() if isinstance(entry, QComboBox) else None
    return completer is not None and completer.popup().isVisible()
