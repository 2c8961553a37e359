"""The history of cases: what it says of a moment does not depend on whose clock told it."""

from gridapp.cases.event.record import record
from gridapp.domain.moment import SHANGHAI
from gridapp.ports import Office
from tests.offices import ACTOR, DEADLINES, NOW, draft


def test_a_clock_of_another_zone_leaves_the_history_whole(office: Office) -> None:
    record(office.cases, office.registers.areas(), DEADLINES, draft(), ACTOR, lambda: NOW().astimezone(SHANGHAI))
    result = office.checks.history()
    assert result.ok, result.detail
