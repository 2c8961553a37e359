"""T9 包案和督办清单: one line a case, of its period, without what is confidential."""

from datetime import datetime
from typing import Any

import pytest

from gridapp.domain.case import Closing
from gridapp.domain.charge import Charge
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.petition import PetitionPurpose
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import Office
from gridapp.reporting.official.cells import Scope
from gridapp.reporting.official.charge_list import charge_list
from gridapp.reporting.official.table import OfficialRow, RowKind
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import TOWN, at

MAY = Scope(TOWN, period_named("2018-05"))


def charged(taken: datetime, ended: datetime | None = None, **fields: Any) -> Any:
    """A petition of which a leader took charge."""
    charge = Charge(
        leader="演示领导",
        unit="演示所",
        person="演示员",
        taken_at=taken,
        plan="演示：约谈",
        due_at=at(2018, 7, 1),
        ended_at=ended,
        result="演示：已化解" if ended else None,
    )
    return bare(Kind.PETITION, charges=(charge,), **fields)


def supervised(when: datetime, **fields: Any) -> Any:
    """An event that was put under supervision."""
    step = Step(
        move=Move.SUPERVISE, at=when, person="演示员", status=Status.PROCESSING, grade="黄牌督办", text="演示：超期"
    )
    return bare(Kind.EVENT, steps=(step,), supervision="黄牌督办", status=Status.PROCESSING, **fields)


def lines(office: Office) -> list[OfficialRow]:
    """The lines of May below their headings."""
    return [row for row in charge_list(office, MAY).rows if row.kind is RowKind.PLAIN]


@pytest.mark.parametrize(
    ("taken", "ended", "listed"),
    [
        (at(2018, 5, 31, 23), None, True),
        (at(2018, 6, 1), None, False),
        (at(2018, 4, 2), at(2018, 5, 1), True),
        (at(2018, 4, 2), at(2018, 4, 30, 23), False),
    ],
)
def test_a_charge_is_listed_while_it_was_in_force(
    office: Office, taken: datetime, ended: datetime | None, listed: bool
) -> None:
    save(office, [charged(taken, ended)])
    assert len(lines(office)) == listed


def test_a_line_says_whose_case_it_is_what_was_planned_and_what_came_of_it(sqlite_office: Office) -> None:
    case = charged(at(2018, 4, 2), at(2018, 5, 4))
    save(sqlite_office, [case])
    (line,) = lines(sqlite_office)
    told = [cell.shown for cell in line.cells]
    assert told[:7] == ["信访", case.number, "演示", "演示领导", "演示所", "演示员", "2018-04-02"]
    assert told[7:] == ["演示：约谈", "2018-06-30", "0", "已销案", "2018-05-04", "演示：已化解"]
    assert {cell.case_id for cell in line.cells} == {case.id}


def test_what_ended_after_the_period_stands_in_it_as_in_force(sqlite_office: Office) -> None:
    save(sqlite_office, [charged(at(2018, 4, 2), at(2018, 6, 4))])
    (line,) = lines(sqlite_office)
    assert [cell.shown for cell in line.cells][-3:] == ["在包", "", ""]


def test_what_is_supervised_by_the_end_of_the_period_follows(office: Office) -> None:
    save(office, [supervised(at(2018, 5, 20), due_at=at(2018, 5, 11)), supervised(at(2018, 6, 2))])
    (line,) = lines(office)
    assert [cell.shown for cell in line.cells][3:10] == [
        "黄牌督办",
        "",
        "",
        "2018-05-20",
        "演示：超期",
        "2018-05-10",
        "",
    ]


def test_a_supervised_case_stands_as_it_was_when_the_period_ended(office: Office) -> None:
    steps = (
        _step(Move.ASSIGN, at(2018, 5, 3), unit="演示一所", handler="演示甲"),
        _step(Move.SUPERVISE, at(2018, 5, 20), grade="黄牌督办", text="演示：超期", due_at=at(2018, 5, 11)),
        _step(Move.SUPERVISE, at(2018, 6, 2), grade="红牌督办", text="演示：仍超期", due_at=at(2018, 5, 11)),
        _step(Move.ASSIGN, at(2018, 6, 4), unit="演示二所", handler="演示乙"),
        _step(Move.LIFT_SUPERVISION, at(2018, 6, 5)),
        _step(Move.CLOSE, at(2018, 6, 6), status=Status.CLOSED),
    )
    ended = Closing(closed_at=at(2018, 6, 6), result="演示：已办")
    case = bare(Kind.EVENT, steps=steps, closings=(ended,), status=Status.CLOSED, unit="演示二所", handler="演示乙")
    save(office, [case])
    (line,) = lines(office)
    told = [cell.shown for cell in line.cells]
    assert told[3:9] == ["黄牌督办", "演示一所", "演示甲", "2018-05-20", "演示：超期", "2018-05-10"]
    assert told[10:] == [Status.PROCESSING.label, "", ""]


@pytest.mark.parametrize(("lifted", "listed"), [(at(2018, 5, 31, 9), False), (at(2018, 6, 1), True)])
def test_what_was_lifted_by_the_end_of_the_period_is_not_listed(
    sqlite_office: Office, lifted: datetime, listed: bool
) -> None:
    ordered = _step(Move.SUPERVISE, at(2018, 5, 20), grade="黄牌督办", text="演示：超期")
    save(sqlite_office, [bare(Kind.EVENT, steps=(ordered, _step(Move.LIFT_SUPERVISION, lifted)))])
    assert len(lines(sqlite_office)) == listed


@pytest.mark.parametrize(("closed", "listed"), [(at(2018, 4, 30, 9), False), (at(2018, 5, 1), True)])
def test_what_was_closed_before_the_period_began_is_not_listed(
    sqlite_office: Office, closed: datetime, listed: bool
) -> None:
    ordered = _step(Move.SUPERVISE, at(2018, 4, 20), grade="黄牌督办", text="演示：超期")
    case = bare(Kind.EVENT, steps=(ordered,), closings=(Closing(closed_at=closed),), supervision="黄牌督办")
    save(sqlite_office, [case])
    assert len(lines(sqlite_office)) == listed


def _step(move: Move, when: datetime, status: Status = Status.PROCESSING, **told: Any) -> Step:
    return Step(move=move, at=when, person="演示员", status=status, **told)


def test_confidential_cases_are_on_no_paper(office: Office) -> None:
    save(office, [charged(at(2018, 5, 2), purpose=PetitionPurpose.ACCUSATION)])
    assert lines(office) == []
