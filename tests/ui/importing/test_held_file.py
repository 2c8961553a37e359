"""Files of an import are read until nobody needs them any more, whenever they come."""

import threading
from pathlib import Path

import pytest

from gridapp.domain.kind import Kind
from tests.gridapp.ledger_files import event_row, workbook
from ui.importing.file_reading import OpenedFile, open_file
from ui.importing.held_file import HeldFile, close_all


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger."""
    return workbook(tmp_path / "台账.xlsx", [event_row()])


def _opened(path: Path) -> OpenedFile:
    return open_file(path, Kind.EVENT, lambda: None)


def test_a_file_that_was_never_taken_is_closed_when_another_is_brought(path: Path) -> None:
    idle, held = threading.active_count(), HeldFile()
    held.bring(_opened(path))
    held.bring(_opened(path))
    assert threading.active_count() == idle + 1
    held.close()
    assert threading.active_count() == idle


def test_a_file_in_place_of_another_gives_the_other_back(path: Path) -> None:
    idle, held = threading.active_count(), HeldFile()
    first = held.bring(_opened(path))
    assert held.take(first) == []
    second = held.bring(_opened(path))
    assert held.opened is first
    close_all(held.take(second))
    assert held.opened is second
    assert threading.active_count() == idle + 1
    held.close()
    assert threading.active_count() == idle


def test_what_is_brought_after_the_end_is_closed_at_once(path: Path) -> None:
    idle, held = threading.active_count(), HeldFile()
    held.close()
    held.bring(_opened(path))
    assert threading.active_count() == idle
