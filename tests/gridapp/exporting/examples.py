"""An office with a case of every kind, each filled in as the example of its ledger is."""

from pathlib import Path

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.exporting.column import Content
from gridapp.exporting.example_row import MARK, example_of
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import Office
from tests.gridapp.ledger_files import workbook
from tests.offices import ACTOR, NOW, TOWN


def fill_with_examples(office: Office, folder: Path) -> None:
    """Imports the example of every kind of ledger, all its columns filled."""
    areas = office.registers.areas()
    for kind in Kind:
        ledger = ledger_of(kind)
        example = example_of(ledger, areas[TOWN], areas)
        row = {column.heading: _told(example.get(column.field)) for column in ledger.columns}
        path = workbook(folder / f"{kind.value}.xlsx", [row], [column.heading for column in ledger.columns])
        done = import_ledger(office, kind, path, areas[TOWN], ACTOR, NOW)
        assert (done.new, done.problems) == (1, []), kind


def _told(content: Content) -> Content:
    return content.replace(MARK, "演示") if isinstance(content, str) else content
