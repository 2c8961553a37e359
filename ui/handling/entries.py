"""The entries of a move's dialog (办理栏目): for each form of field a widget, how it is read, and how it is filled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gridapp.cases.permission import grades_for
from gridapp.domain.case import Case
from gridapp.domain.move import SATISFACTION
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import WordBox
from ui.desk import Desk
from ui.handling.move_fields import Form, MoveField
from ui.handling.proposals import People
from ui.handling.tasks_box import TasksBox
from ui.handling.units_box import UnitsBox
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.quantities_box import QuantitiesBox
from ui.widgets.combo import Combo

_LINES = 2
_UNREADABLE = "看不懂这个时间，请写成 0611、6-11 9:30 或 2018-06-11。"


@dataclass(frozen=True, slots=True)
class Entry:
    """A widget with what it holds; `read` raises `ValueError` with a sentence where that cannot be read."""

    widget: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    changed: SignalInstance


@dataclass(frozen=True, slots=True)
class Makings:
    """What entries are made with: the desk, the case, and the people and units of its town."""

    desk: Desk
    case: Case
    people: People


def entry_for(field: MoveField, makings: Makings) -> Entry:
    """The entry of a field, empty."""
    entry = _MAKERS[field.form](field, makings)
    if not entry.widget.accessibleName():
        entry.widget.setAccessibleName(field.label)
    return entry


def _words(field: MoveField, _: Makings) -> Entry:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _LINES + 18)
    return Entry(edit, lambda: edit.toPlainText().strip(), edit.setPlainText, edit.textChanged)


def _picked(field: MoveField, makings: Makings) -> Entry:
    box = WordBox(field.label)
    box.offer(makings.people.units if field.form is Form.UNIT else makings.people.staff)
    return Entry(box, lambda: box.words.strip(), box.show_words, box.textChanged)


def _units(field: MoveField, makings: Makings) -> Entry:
    box = UnitsBox(field.label, makings.people.units)
    return Entry(box, lambda: box.units, box.show_units, box.changed)


def _days(field: MoveField, _: Makings) -> Entry:
    line = QLineEdit()
    line.setMaximumWidth(line.fontMetrics().horizontalAdvance("0") * 14)

    def read() -> int | None:
        text = line.text().strip()
        if text and not text.isdecimal():
            raise ValueError("天数应为整数，如 5。")
        return int(text) if text else None

    return Entry(line, read, lambda days: line.setText("" if days is None else str(days)), line.textChanged)


def _moment(field: MoveField, makings: Makings) -> Entry:
    edit = MomentEdit(field.label, makings.desk.today, is_limit=field.form is Form.LIMIT)

    def read() -> Any:
        if not edit.readable:
            raise ValueError(_UNREADABLE)
        return edit.moment

    return Entry(edit, read, edit.show_moment, edit.textChanged)


def _choice(field: MoveField, makings: Makings) -> Entry:
    words = grades_for(makings.case) if field.form is Form.GRADE else SATISFACTION
    box = Combo(field.label)
    box.offer([(None, "请选择"), *((word, word) for word in words)])
    return Entry(box, lambda: box.key or "", lambda key: box.choose(key or None), box.chosen)


def _tasks(field: MoveField, makings: Makings) -> Entry:
    box = TasksBox(field.label, makings.people)
    return Entry(box, lambda: box.tasks, box.show_tasks, box.changed)


def _quantities(_: MoveField, makings: Makings) -> Entry:
    box = QuantitiesBox()

    def read() -> Any:
        for problem in box.problems:
            raise ValueError(problem.message)
        return box.quantities(makings.desk.now)

    return Entry(box, read, box.show_quantities, box.changed)


def _files(_: MoveField, makings: Makings) -> Entry:
    box = AttachmentsBox(makings.desk)

    def read() -> Any:
        if box.is_busy:
            raise ValueError("附件正在读取，请稍候再确认。")
        return box.attachments

    return Entry(box, read, box.show_attachments, box.changed)


_MAKERS: Mapping[Form, Callable[[MoveField, Makings], Entry]] = {
    Form.WORDS: _words,
    Form.PERSON: _picked,
    Form.UNIT: _picked,
    Form.UNITS: _units,
    Form.DAYS: _days,
    Form.LIMIT: _moment,
    Form.MOMENT: _moment,
    Form.GRADE: _choice,
    Form.SATISFACTION: _choice,
    Form.TASKS: _tasks,
    Form.QUANTITIES: _quantities,
    Form.FILES: _files,
}
