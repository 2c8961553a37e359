"""Every register by keys alone: entered, found, amended, taken off the list, voided, and counted as it is listed."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS, STANDING
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.gridapp.cases.register.entries import STARTED, VALUES, entered, entry_draft
from tests.ui.registers.registrar import ALT, CONTROL, Registrar
from tests.ui.screen import write
from ui.cases.ledger_page import LedgerPage
from ui.cases.move_dialog import MoveDialog
from ui.handling.action import Deed
from ui.requests import ShowLedger

EVERY = sorted(REGISTERS)


def _values(kind: Kind) -> dict[str, Any]:
    """What is typed; the promises of a reception day are not written in its form."""
    return {"reported_at": STARTED, **{name: value for name, value in VALUES[kind].items() if name != "promises"}}


@pytest.mark.parametrize("kind", EVERY)
def test_everything_that_is_typed_is_on_file(registrar: Registrar, kind: Kind) -> None:
    values = _values(kind)
    registrar.fill(registrar.begin(kind), values)
    registrar.save_and_go_on()
    (entry,) = registrar.on_file(kind)
    assert {name: getattr(entry, name) for name in values} == values


@pytest.mark.parametrize("kind", EVERY)
def test_everything_that_is_missing_is_told_at_once(registrar: Registrar, kind: Kind) -> None:
    page = registrar.begin(kind)
    registrar.save()
    boxes = page.form.fields.boxes
    told = {field for field, box in boxes.items() if box.problem}
    required = {c.field for c in page.form.fields.entries.columns.values() if c.required and c.field != "reported_at"}
    assert told == required
    assert not registrar.on_file(kind)


@pytest.mark.parametrize("kind", EVERY)
def test_an_entry_is_found_in_its_list_and_opened(registrar: Registrar, kind: Kind) -> None:
    entry = entered(registrar.screen.office, entry_draft(kind))
    registrar.screen.go(ShowLedger(kind))
    page = registrar.screen.page(LedgerPage)
    write(page.list.search, entry.title[:4])
    registrar.press(Qt.Key.Key_Return)
    registrar.screen.qtbot.waitUntil(lambda: not registrar.screen.jobs.busy)
    assert page.list.model.rowCount() == 1
    page.list.table.setFocus()
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    registrar.press(Qt.Key.Key_Return)
    registrar.screen.settle()
    assert registrar.screen.window.page is not page


@pytest.mark.parametrize("kind", EVERY)
def test_a_note_is_added_without_a_reason(registrar: Registrar, kind: Kind) -> None:
    page = registrar.open(entered(registrar.screen.office, entry_draft(kind)))
    registrar.press(Qt.Key.Key_E, held=ALT)
    registrar.screen.qtbot.waitUntil(lambda: page.is_editing)
    registrar.go_to(page.amending.form.entries.by_field["note"])
    registrar.type("演示：补充说明")
    registrar.save()
    (entry,) = registrar.on_file(kind)
    assert (entry.note, entry.version, page.is_editing) == ("演示：补充说明", 2, False)


@pytest.mark.parametrize("kind", sorted(STANDING))
def test_an_entry_is_taken_off_its_list(registrar: Registrar, kind: Kind) -> None:
    page = registrar.open(entered(registrar.screen.office, entry_draft(kind)))
    page.doing.buttons["移出"].setFocus()
    registrar.press(Qt.Key.Key_Space)
    registrar.screen.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MoveDialog)
    registrar.press(Qt.Key.Key_Return, held=CONTROL)
    registrar.screen.settle()
    assert dialog.boxes["removed_reason"].problem
    registrar.type("演示：不再需要")
    registrar.press(Qt.Key.Key_Return, held=CONTROL)
    registrar.screen.settle()
    (entry,) = registrar.on_file(kind)
    assert (entry.status, "移出" in page.doing.buttons) == (Status.REMOVED, False)


@pytest.mark.parametrize("kind", EVERY)
def test_an_entry_is_voided_and_no_more_can_be_done(registrar: Registrar, kind: Kind) -> None:
    page = registrar.open(entered(registrar.screen.office, entry_draft(kind)))
    page.begin(Deed.VOID)
    registrar.screen.settle()
    registrar.type("演示：重复登记")
    registrar.press(Qt.Key.Key_Return, held=CONTROL)
    registrar.screen.settle()
    (entry,) = registrar.on_file(kind)
    assert (entry.excluded is not None, page.doing.buttons) == (True, {})


@pytest.mark.parametrize("kind", EVERY)
def test_what_is_not_saved_is_kept_and_gone_on_with(registrar: Registrar, kind: Kind) -> None:
    page = registrar.begin(kind)
    values = _values(kind)
    registrar.fill(page, values)
    draft = page.form.draft()
    content = page.form.content()
    page.form.begin(page.form.blank(draft.town))
    page.form.go_on_with(content)
    registrar.screen.settle()
    assert page.form.draft() == draft
    assert not registrar.screen.office.lists.find_ids(CaseQuery(kind=kind))
