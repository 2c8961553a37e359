"""The entries of a move's dialog (办理栏目): for each form of field a widget, how it is read, and how it is filled."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from gridapp.cases.permission import grades_for
from gridapp.domain.satisfaction import satisfactions_of
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import WordBox
from ui.handling.dispute_entries import check, planned, prompts, term, terms
from ui.handling.entry import Entry, Makings
from ui.handling.hazard_entries import securities
from ui.handling.meeting_edit import MeetingEdit
from ui.handling.move_field import Form, MoveField
from ui.handling.tasks_box import TasksBox
from ui.handling.units_box import UnitsBox
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.quantities_box import QuantitiesBox
from ui.widgets.combo import Combo

_LINES, _RECORD_LINES = 2, 5
_DIGITS = 14
_UNREADABLE = "看不懂这个时间，请写成 0611、6-11 9:30 或 2018-06-11。"


def entry_for(field: MoveField, makings: Makings) -> Entry:
    """The entry of a field, empty."""
    entry = _MAKERS[field.form](field, makings)
    if not entry.widget.accessibleName():
        entry.widget.setAccessibleName(field.label)
    return entry


def _words(field: MoveField, _: Makings) -> Entry:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    lines = _RECORD_LINES if field.form is Form.RECORD else _LINES
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * lines + 18)
    return Entry(edit, lambda: edit.toPlainText().strip(), edit.setPlainText, edit.textChanged)


def _line(_: MoveField, __: Makings) -> Entry:
    line = QLineEdit()
    return Entry(line, lambda: line.text().strip(), line.setText, line.textChanged)


def _picked(field: MoveField, makings: Makings) -> Entry:
    people = makings.people
    offered = {Form.UNIT: people.units, Form.PLACE: people.places}
    box = WordBox(field.label)
    box.offer(offered.get(field.form, people.staff))
    return Entry(box, lambda: box.words.strip(), box.show_words, box.textChanged)


def _several(field: MoveField, makings: Makings) -> Entry:
    box = UnitsBox(field.label, makings.people.staff if field.form is Form.PEOPLE else makings.people.units)
    return Entry(box, lambda: box.units, box.show_units, box.changed)


def _whole_number(field: MoveField, _: Makings) -> Entry:
    line = QLineEdit()
    line.setMaximumWidth(line.fontMetrics().horizontalAdvance("0") * _DIGITS)
    what, like = ("天数", "5") if field.form is Form.DAYS else (field.label.partition("（")[0], "90")

    def read() -> int | None:
        text = line.text().strip()
        if text and not text.isdecimal():
            raise ValueError(f"{what}应为整数，如 {like}。")
        return int(text) if text else None

    return Entry(line, read, lambda number: line.setText("" if number is None else str(number)), line.textChanged)


def _moment(field: MoveField, makings: Makings) -> Entry:
    today = makings.desk.today
    if field.form is Form.MEETING:
        edit: MomentEdit = MeetingEdit(field.label, today)
    else:
        edit = MomentEdit(field.label, today, is_limit=field.form is Form.LIMIT)

    def read() -> Any:
        if not edit.readable:
            raise ValueError(_UNREADABLE)
        return edit.moment

    return Entry(edit, read, edit.show_moment, edit.textChanged)


def _choice(field: MoveField, makings: Makings) -> Entry:
    case = makings.case
    by_case = {Form.GRADE: lambda: grades_for(case), Form.SATISFACTION: lambda: satisfactions_of(case.kind)}
    words = by_case.get(field.form, lambda: field.words)()
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
    Form.RECORD: _words,
    Form.LINE: _line,
    Form.PERSON: _picked,
    Form.UNIT: _picked,
    Form.PLACE: _picked,
    Form.UNITS: _several,
    Form.PEOPLE: _several,
    Form.DAYS: _whole_number,
    Form.NUMBER: _whole_number,
    Form.LIMIT: _moment,
    Form.MOMENT: _moment,
    Form.MEETING: _moment,
    Form.GRADE: _choice,
    Form.SATISFACTION: _choice,
    Form.CHOICE: _choice,
    Form.CHECK: check,
    Form.PLANNED: planned,
    Form.TERM: term,
    Form.TERMS: terms,
    Form.PROMPTS: prompts,
    Form.SECURITIES: securities,
    Form.TASKS: _tasks,
    Form.QUANTITIES: _quantities,
    Form.FILES: _files,
}
