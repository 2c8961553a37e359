"""The entries of a register's form by the types of its columns (登记栏目): each shows a value and gives it back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from gridapp.domain.columns import Column
from gridapp.domain.paper import plain_paper_number
from gridapp.domain.person import plain_phone
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import read_count, read_quantity
from ui.cases.amount_text import read_amount, spoken_amount
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import WordBox
from ui.recording.case_entries import one_line
from ui.recording.parties.birth_text import read_birth
from ui.registers.case_pick import CasePick
from ui.widgets.listed_box import ListedBox
from ui.widgets.names_edit import NamesEdit
from ui.widgets.paper_number_edit import PaperNumberEdit
from ui.widgets.pick_box import PickBox

PEOPLE = frozenset({"handler", "deputy"})
"""Fields in which the office's own people stand."""
UNITS = frozenset({"unit"})
CAMPAIGNS = frozenset({"campaign"})

_LINES = 2
_MONEY = "元"


def entry_for(column: Column, today: date) -> QWidget:
    """An empty entry for a column."""
    made = _made(column, today)
    made.setAccessibleName(column.heading)
    return made


def _made(column: Column, today: date) -> QWidget:
    name = column.heading
    if column.type in ("moment", "limit"):
        return MomentEdit(name, today, is_limit=column.type == "limit")
    if column.type == "text" and column.long:
        return _several_lines()
    if column.type == "text" and (column.words or column.field in PEOPLE | UNITS | CAMPAIGNS):
        box = WordBox(name)
        box.offer(column.words)
        return box
    plain: Mapping[str, Callable[[], QWidget]] = {
        "word": lambda: ListedBox(name, column.words),
        "words": lambda: NamesEdit(name),
        "flag": lambda: QCheckBox(name),
        "village": lambda: PickBox(name),
        "grid": lambda: PickBox(name),
        "case": lambda: CasePick(name),
        "paper": PaperNumberEdit,
    }
    return plain.get(column.type, QLineEdit)()


def _several_lines() -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _LINES + 14)
    return edit


def show_value(entry: QWidget, column: Column, value: Any) -> None:
    """Shows a value in the entry of its column, or that there is none."""
    match entry:
        case ListedBox():
            entry.show_word(value or "")
        case NamesEdit():
            entry.show_names(value or ())
        case MomentEdit():
            entry.show_moment(value)
        case CasePick():
            entry.show_case(value)
        case PaperNumberEdit():
            entry.show_number(value or "")
        case PickBox() if column.type in ("village", "grid"):
            entry.choose(value)
        case PickBox():
            entry.show_words(value or "")
        case QCheckBox():
            entry.setChecked(bool(value))
        case QPlainTextEdit():
            entry.setPlainText(value or "")
        case QLineEdit():
            entry.setText(_said(column, value))
            entry.setCursorPosition(0)


def _said(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.type == "quantity":
        return spoken_amount(value)
    return value.isoformat() if isinstance(value, date) else str(value)


@dataclass(frozen=True, slots=True)
class Written:
    """What an entry says: its value, or why it cannot be read."""

    value: Any
    problem: str = ""


def read_value(entry: QWidget, column: Column) -> Written:
    """What is written in the entry of a column; nothing for nothing."""
    match entry:
        case ListedBox() | PickBox() if column.type in ("word", "village", "grid"):
            return Written(entry.key)
        case NamesEdit():
            return Written(entry.names)
        case MomentEdit():
            return Written(entry.moment if entry.readable else None)
        case CasePick():
            return Written(entry.case_id)
        case PaperNumberEdit():
            return Written(plain_paper_number(entry.number))
        case PickBox():
            return Written(entry.words.strip())
        case QCheckBox():
            return Written(entry.isChecked())
        case QPlainTextEdit():
            return Written(entry.toPlainText())
        case QLineEdit():
            return _line(one_line(entry).strip(), column)
    raise TypeError(column.type)


def _line(text: str, column: Column) -> Written:
    if not text:
        return Written(None)
    if column.type == "phone":
        return Written(plain_phone(text))
    try:
        if column.type == "day":
            return Written(read_birth(text))
        if column.type == "count":
            return Written(read_count(text, column))
        if column.type == "quantity":
            return Written(read_amount(text) if column.unit == _MONEY else read_quantity(text, column))
    except Unreadable as error:
        return Written(None, error.message)
    except ValueError:
        return Written(None, _UNREADABLE.get(column.type, _AMOUNT))
    return Written(text)


_AMOUNT = "请写成数字，单位为元，如 12000 或 1.2万。"
_UNREADABLE = {"day": "看不懂这个日期，请写成 19800101 或 1980-1-1。"}
