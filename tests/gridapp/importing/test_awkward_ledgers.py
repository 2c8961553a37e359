"""Awkward ledgers: what can be read goes in, what cannot comes back with its reason, and a second time adds nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from gridapp.importing.pipeline import import_ledger
from gridapp.ports import CaseQuery, Office
from tests.gridapp.importing.awkward_ledgers import AWKWARD, Awkward
from tests.offices import ACTOR, NOW, TOWN_AREAS


@pytest.mark.parametrize("ledger", AWKWARD, ids=lambda ledger: ledger.trouble)
def test_what_becomes_of(ledger: Awkward, sqlite_office: Office, tmp_path: Path) -> None:
    path, town = ledger.make(tmp_path), TOWN_AREAS[0]
    done = import_ledger(sqlite_office, ledger.kind, path, town, ACTOR, NOW, **ledger.options)
    assert (done.new, [problem.code for problem in done.problems]) == (ledger.new, list(ledger.codes))
    assert [rows.why for rows in done.skipped] == list(ledger.skipped)
    assert done.unused == list(ledger.unused)
    if ledger.new:
        cases = sqlite_office.cases.load_all(sqlite_office.lists.find_ids(CaseQuery())).values()
        first = min(cases, key=lambda case: case.number)
        held = {name: getattr(first, name) for name in ledger.holds}
        assert held == {n: _utc(value) for n, value in ledger.holds.items()}
    again = import_ledger(sqlite_office, ledger.kind, path, town, ACTOR, NOW, **ledger.options)
    assert (again.new, again.changed, again.same, again.batch) == (0, 0, ledger.new, None)


def test_there_are_enough_and_each_has_a_name_of_its_own() -> None:
    names = [ledger.trouble for ledger in AWKWARD]
    assert len(set(names)) == len(names) >= 35


def _utc(value: object) -> object:
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else value
