"""Somebody imports a ledger in the window, step by step."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QMessageBox

from gridapp.domain.kind import Kind
from tests.gridapp.ledger_files import event_row
from tests.offices import TOWN
from tests.ui.screen import Screen
from ui.importing.import_page import ImportPage


def row_of(number: str | None = None, **cells: Any) -> dict[str, Any]:
    """A row of a day before the one on which the window sits."""
    return event_row(number, **{"上报时间": "2018-01-11 09:30", **cells})


def open_file(screen: Screen, page: ImportPage, path: Path) -> None:
    """Chooses a file."""
    page.file.file_chosen.emit(path)
    screen.settle()


def go_on(screen: Screen, page: ImportPage) -> None:
    """On to the next step."""
    screen.click(page.next_button)


def count_of(screen: Screen) -> int:
    """How many of the rows are on file."""
    return len(screen.office.cases.by_number(TOWN, Kind.EVENT, ["演-1", "演-2"]))


def why_of(page: ImportPage, field: str) -> str:
    """What is said beside a field of why its column is thought to fill it."""
    return page.columns.whys[field].text()


def button_of(box: QMessageBox, text: str) -> QAbstractButton:
    """A button of a question, by what it says."""
    return next(button for button in box.buttons() if button.text() == text)
