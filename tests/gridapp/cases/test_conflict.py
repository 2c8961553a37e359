"""Two people changed one case: what only one changed is taken over, what both changed must be decided."""

from dataclasses import replace
from decimal import Decimal

from gridapp.cases.conflict import combined, differences
from gridapp.domain.party import Party, Side
from tests.offices import TWO_PARTIES, dispute_draft, draft

ORIGINAL = draft(title="演示：原来", phone="13700000001", people=None)


def test_a_field_that_only_the_other_changed_is_theirs() -> None:
    theirs = replace(ORIGINAL, people=3)
    found = differences(ORIGINAL, theirs, ORIGINAL)
    assert [(d.field, d.is_conflict) for d in found] == [("people", False)]
    assert combined(theirs, ORIGINAL, found, ()) == theirs


def test_a_field_that_only_i_changed_is_mine() -> None:
    mine = replace(ORIGINAL, phone="13700000002")
    found = differences(ORIGINAL, ORIGINAL, mine)
    assert [(d.field, d.is_conflict) for d in found] == [("phone", False)]
    assert combined(ORIGINAL, mine, found, ()) == mine


def test_a_field_that_both_changed_alike_is_no_conflict() -> None:
    both = replace(ORIGINAL, people=3)
    assert [d.is_conflict for d in differences(ORIGINAL, both, both)] == [False]


def test_a_conflict_is_decided_field_by_field() -> None:
    theirs = replace(ORIGINAL, title="演示：他的", address="演示路1号")
    mine = replace(ORIGINAL, title="演示：我的", address="演示路2号")
    found = differences(ORIGINAL, theirs, mine)
    assert [d.field for d in found if d.is_conflict] == ["title", "address"]
    assert combined(theirs, mine, found, {"address"}) == replace(theirs, address="演示路2号")


def test_my_taking_a_value_away_is_a_change_too() -> None:
    mine = replace(ORIGINAL, phone="")
    found = differences(ORIGINAL, replace(ORIGINAL, people=2), mine)
    assert combined(replace(ORIGINAL, people=2), mine, found, ()).phone == ""


def test_the_reason_of_the_correction_stays_mine() -> None:
    mine = replace(ORIGINAL, phone="13700000002", reason="演示：电话写错")
    found = differences(ORIGINAL, ORIGINAL, mine)
    assert [d.field for d in found] == ["phone"]
    assert combined(ORIGINAL, mine, found, ()).reason == "演示：电话写错"


def test_the_parties_of_a_dispute_are_one_field_that_two_may_change() -> None:
    original = dispute_draft()
    theirs = replace(original, parties=(*TWO_PARTIES, Party(side=Side.THIRD, name="演示丙")), people=3)
    mine = replace(original, parties=TWO_PARTIES[:1], amount=Decimal(500), reason="演示：更正")
    found = differences(original, theirs, mine)
    assert [(d.field, d.is_conflict) for d in found] == [("people", False), ("amount", False), ("parties", True)]
    assert combined(theirs, mine, found, ()) == replace(theirs, amount=Decimal(500), reason="演示：更正")
    assert combined(theirs, mine, found, {"parties"}).parties == TWO_PARTIES[:1]
