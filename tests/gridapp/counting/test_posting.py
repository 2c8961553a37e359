"""Postings: what is written so that the ledger holds what is wanted, and nothing twice."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from gridapp.counting.posting import POSTED, Dimension, Dimensions, Posting, balanced, difference

QUANTITIES = st.decimals(-5, 5, places=1)
POSTINGS = st.builds(
    Posting,
    measure=st.sampled_from(["event.reported", "event.closed"]),
    day=st.sampled_from([date(2018, 1, 31), date(2018, 2, 1)]),
    quantity=QUANTITIES,
    dimensions=st.builds(Dimensions, town=st.just("镇"), village=st.sampled_from([None, "甲", "乙"])),
    subject=st.sampled_from([None, "场所"]),
)
LEDGERS = st.lists(POSTINGS).map(balanced)


@given(LEDGERS, LEDGERS)
def test_what_is_held_and_the_difference_make_what_is_wanted(
    held: frozenset[Posting], wanted: frozenset[Posting]
) -> None:
    written = [entry.posting for entry in difference(held, wanted)]
    assert balanced([*held, *written]) == wanted


@given(LEDGERS)
def test_a_ledger_that_holds_what_is_wanted_is_left_alone(held: frozenset[Posting]) -> None:
    assert difference(held, held) == []


@given(LEDGERS, LEDGERS)
def test_only_what_no_longer_holds_is_reversed(held: frozenset[Posting], wanted: frozenset[Posting]) -> None:
    reversed_ = {e.posting.account.of(-e.posting.quantity) for e in difference(held, wanted) if e.reversal}
    assert reversed_ == held - wanted


@given(st.lists(POSTINGS))
def test_balanced_keeps_every_sum(postings: list[Posting]) -> None:
    def total(some: list[Posting]) -> Decimal:
        return sum((posting.quantity for posting in some), Decimal(0))

    assert total(list(balanced(postings))) == total(postings)


@given(st.lists(POSTINGS))
def test_balanced_holds_each_account_once_and_none_that_comes_to_nothing(postings: list[Posting]) -> None:
    kept = balanced(postings)
    assert len({posting.account for posting in kept}) == len(kept)
    assert all(posting.quantity for posting in kept)


def test_reversals_come_before_new_entries() -> None:
    old = Posting("event.reported", date(2018, 2, 1), Decimal(1), Dimensions(town="镇", village="甲"))
    new = Posting("event.reported", date(2018, 1, 1), Decimal(1), Dimensions(town="镇", village="乙"))
    assert [entry.reversal for entry in difference(frozenset({old}), frozenset({new}))] == [True, False]


def test_a_posting_carries_every_dimension_but_the_month_which_is_that_of_its_day_in_their_order() -> None:
    assert set(Dimension) - set(POSTED) == {Dimension.MONTH}
    assert Dimensions._fields == tuple(dimension.value for dimension in POSTED)
