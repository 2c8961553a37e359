"""What stands on a list of its own (积案, 治理计划) is held against the ledger, and a difference is named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import CheckResult, Office
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import at

DAY = at(2018, 1, 9)


@pytest.fixture
def listed(sqlite_office: Office) -> Office:
    """A petition on the backlog list, a major hazard in a plan, and one that is in none."""
    planned = Step(move=Move.PUT_IN_PLAN, at=DAY, person="演示员", status=Status.PLANNED)
    save(
        sqlite_office,
        [
            bare(Kind.PETITION, backlog_entered_at=DAY),
            bare(Kind.HAZARD, level="重大", status=Status.PLANNED, steps=(planned,)),
            bare(Kind.HAZARD, level="重大", status=Status.RECTIFYING),
        ],
    )
    return sqlite_office


def _result(office: Office, name: str) -> CheckResult:
    return next(result for result in check(office) if result.name == name)


def _tamper(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "office.db")) as file, file:
        file.execute(statement)


@pytest.mark.parametrize(
    ("name", "detail"), [("积案账与积案清单", "1 件在列积案"), ("重大隐患账与治理计划", "2 件未销号的重大隐患")]
)
def test_lists_that_are_as_the_ledger_says_are_counted(listed: Office, name: str, detail: str) -> None:
    result = _result(listed, name)
    assert result.ok
    assert result.detail.startswith(detail)


@pytest.mark.parametrize(
    ("statement", "name", "detail"),
    [
        ("UPDATE petition_detail SET backlog_entered_at = NULL", "积案账与积案清单", "账上积案 1 件、清单上 0 件"),
        (
            "UPDATE step SET move = '督办'",
            "重大隐患账与治理计划",
            "账上列入治理计划的重大隐患 1 件、清单上 0 件",
        ),
    ],
)
def test_a_list_that_was_changed_behind_the_ledgers_back_is_named(
    listed: Office, tmp_path: Path, statement: str, name: str, detail: str
) -> None:
    _tamper(tmp_path, statement)
    result = _result(listed, name)
    assert not result.ok
    assert detail in result.detail
