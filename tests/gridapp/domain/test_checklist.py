"""Checklists and types of places: data that fit the vocabulary."""

import pytest

from gridapp.domain.checklist import checklist_of
from gridapp.domain.kind import Kind
from gridapp.domain.place_type import PlaceType, place_type_named, place_types
from gridapp.domain.vocabulary import vocabulary


@pytest.mark.parametrize("kind", place_types(), ids=lambda kind: kind.name)
def test_every_type_has_a_checklist_whose_items_become_hazards(kind: PlaceType) -> None:
    items = checklist_of(kind.name)
    assert 6 <= len(items) <= 12
    for code in (kind.leaf, *(item.leaf for item in items)):
        leaf = vocabulary().leaf(code)
        assert leaf is not None, code
        assert leaf.opens is Kind.HAZARD, code


def test_a_ledger_word_finds_its_type() -> None:
    known = place_type_named("加油站")
    assert known is not None
    assert (known.name, known.company, known.recheck_inspectors) == ("危化品企业", True, 2)


def test_no_word_means_two_types() -> None:
    words = [word for kind in place_types() for word in (kind.name, *kind.aliases)]
    assert len(set(words)) == len(words)


def test_an_unknown_type_has_no_checklist() -> None:
    assert checklist_of("演示类型") == ()
