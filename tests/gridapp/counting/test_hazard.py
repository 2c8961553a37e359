"""What a hazard counts for: always in its own counting unit."""

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Closing
from gridapp.domain.hazard import CountingUnit
from tests.gridapp.bare_cases import hazard
from tests.offices import at


@pytest.mark.parametrize("unit", list(CountingUnit))
def test_every_posting_of_a_hazard_bears_its_unit(unit: CountingUnit) -> None:
    due = at(2018, 1, 10)
    case = hazard(
        counting_unit=unit,
        due_at=due,
        place_type="合用场所",
        closings=(Closing(closed_at=at(2018, 1, 20), due_at=due, reopened_at=at(2018, 2, 1)),),
    )
    postings = postings_of(case)
    assert {p.measure for p in postings} == {"hazard.found", "hazard.removed", "hazard.overdue", "hazard.reopened"}
    assert {(p.dimensions.unit, p.dimensions.place_type) for p in postings} == {(unit, "合用场所")}
