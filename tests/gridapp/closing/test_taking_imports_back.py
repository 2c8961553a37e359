"""An import that a closed month has counted is taken back by a leader's leave alone, whatever the clocks said."""

from pathlib import Path

import pytest

from gridapp.domain.kind import Kind
from gridapp.domain.problem import ClosedMonth
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import Correction, Office
from tests.gridapp.closing.closings import JANUARY, LEAVE
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, workbook
from tests.offices import ACTOR, NOW, TOWN, at


def _imported(office: Office, folder: Path, correction: Correction | None = None) -> str:
    path = workbook(folder / "台账.xlsx", [event_row("GH-1", 上报时间="2018-01-11 09:30")])
    import_ledger(office, Kind.EVENT, path, office.registers.areas()[TOWN], ACTOR, NOW, correction=correction)
    return office.cases.batches()[0].id


def _take_back(office: Office, batch: str) -> int:
    with office.cases.transaction() as writer:
        return writer.take_back(batch, ACTOR, NOW())


def test_an_import_of_a_closed_month_is_not_taken_back_though_its_clock_ran_ahead(
    office: Office, location: str, tmp_path: Path
) -> None:
    batch = _imported(office, tmp_path)
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, JANUARY, ACTOR, at(2018, 2, 5))
    before = dump(location)
    with pytest.raises(ClosedMonth):
        _take_back(office, batch)
    assert dump(location) == before


def test_an_import_that_corrected_a_closed_month_can_be_taken_back(office: Office, tmp_path: Path) -> None:
    moment = NOW()
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, JANUARY, ACTOR, moment)
    batch = _imported(office, tmp_path, LEAVE)
    assert _take_back(office, batch) == 1
    assert office.checks.postings().ok
    assert office.checks.balances().ok
