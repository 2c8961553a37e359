"""The head that all kinds share: which closing is in force, and whether it was in time."""

from datetime import datetime

import pytest

from gridapp.domain.case import Closing
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.petition import Petition
from tests.offices import TOWN, at

REPORTED = at(2018, 1, 3, 9)


def event(*closings: Closing, address: str | None = None) -> Event:
    """An event that was closed so many times."""
    return Event(
        id=case_id_at(REPORTED, 1),
        town=TOWN,
        number="1",
        title="演示：积水",
        reported_at=REPORTED,
        registered_at=REPORTED,
        closings=closings,
        address=address,
    )


def test_a_case_that_was_never_closed_has_no_closing_in_force() -> None:
    assert event().closed is None


def test_the_last_closing_is_in_force_unless_it_was_reopened() -> None:
    undone = Closing(closed_at=at(2018, 1, 20), reopened_at=at(2018, 2, 5))
    again = Closing(closed_at=at(2018, 2, 10))
    assert event(undone).closed is None
    assert event(undone, again).closed == again


@pytest.mark.parametrize(
    ("due_at", "in_time"),
    [(None, True), (at(2018, 1, 20, 12), True), (at(2018, 1, 20, 11, 59), False), (at(2018, 1, 21), True)],
)
def test_a_closing_is_in_time_up_to_its_limit(due_at: datetime | None, in_time: bool) -> None:
    assert Closing(closed_at=at(2018, 1, 20, 12), due_at=due_at).in_time is in_time


def test_a_case_is_found_by_what_its_kind_says() -> None:
    assert "演示路8号" in event(address="演示路8号").searchable()
    petition = Petition(
        id=case_id_at(REPORTED, 2),
        town=TOWN,
        number="2",
        title="演示",
        reported_at=REPORTED,
        registered_at=REPORTED,
        petitioner="演示人甲",
    )
    assert "演示人甲" in petition.searchable()
