"""How far inspections reached: different villages, and everybody who went."""

from decimal import Decimal
from typing import Any

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Exclusion
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import bare
from tests.offices import VILLAGES, at

TWO = ("演示甲", "演示乙")


def told(**fields: Any) -> dict[str, tuple[Decimal, str | None]]:
    """What an inspection says of its reach."""
    wanted = {"inspection.in_village", "inspection.inspectors"}
    postings = postings_of(bare(Kind.INSPECTION, **fields))
    return {p.measure: (p.quantity, p.subject) for p in postings if p.measure in wanted}


def test_an_inspection_is_in_its_village_with_all_its_inspectors() -> None:
    assert told(inspectors=TWO) == {
        "inspection.in_village": (Decimal(1), VILLAGES[0]),
        "inspection.inspectors": (Decimal(2), None),
    }


def test_without_village_and_names_it_says_nothing() -> None:
    assert told(village=None) == {}


def test_one_that_is_only_filed_or_voided_reached_nobody() -> None:
    assert told(inspectors=TWO, status=Status.FILED) == {}
    assert told(inspectors=TWO, excluded=Exclusion(at=at(2018, 1, 5), reason="误")) == {}
