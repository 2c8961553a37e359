"""The parties of a dispute count with its end."""

from datetime import date
from decimal import Decimal

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Closing
from gridapp.domain.dispute import Outcome
from tests.gridapp.bare_cases import dispute
from tests.offices import TWO_PARTIES, at


def counted(**fields: object) -> dict[date, Decimal]:
    """The parties by day."""
    postings = postings_of(dispute(**fields))
    return {p.day: p.quantity for p in postings if p.measure == "dispute.handled_parties"}


def test_parties_count_when_the_dispute_ends_and_go_with_its_reopening() -> None:
    closing = Closing(closed_at=at(2018, 1, 9), outcome=Outcome.FAILED, reopened_at=at(2018, 2, 1))
    assert counted(parties=TWO_PARTIES) == {}
    assert counted(parties=TWO_PARTIES, closings=(closing,)) == {date(2018, 1, 9): 2, date(2018, 2, 1): -2}


def test_the_names_of_a_ledger_are_parties_too() -> None:
    closing = Closing(closed_at=at(2018, 1, 9), outcome=Outcome.SUCCEEDED)
    assert counted(party_a="演示甲、演示丙", party_b="演示乙", closings=(closing,)) == {date(2018, 1, 9): 3}
