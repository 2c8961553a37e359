"""The words of the field (词表): unique, complete, found by code and by name."""

from collections import Counter

import pytest

from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary

LEAVES = vocabulary().leaves


def test_no_code_and_no_name_is_given_twice() -> None:
    words = Counter(word for leaf in LEAVES for word in (leaf.code, leaf.name))
    assert [word for word, times in words.items() if times > 1] == []


def test_every_major_has_a_rest_for_what_fits_nowhere() -> None:
    without = vocabulary().majors.keys() - {leaf.major for leaf in LEAVES if leaf.code.endswith("99")}
    assert without == set()


def test_a_leafs_code_begins_with_its_major_and_that_with_its_platform() -> None:
    astray = [leaf.code for leaf in LEAVES if not leaf.code.startswith(leaf.major)]
    assert astray == []
    assert [leaf.code for leaf in LEAVES if not leaf.major.startswith(leaf.platform)] == []


def test_there_are_four_platforms() -> None:
    assert len(vocabulary().platforms) == 4


def test_a_rest_asks_for_a_note() -> None:
    assert [leaf.code for leaf in LEAVES if leaf.code.endswith("99") and not leaf.note_required] == []


def test_every_dispute_stands_in_the_lists_of_the_justice_office_and_the_monthly_table() -> None:
    for leaf in vocabulary().opening(Kind.DISPUTE):
        assert leaf.mediation_type, leaf.code
        assert leaf.monthly_type, leaf.code


@pytest.mark.parametrize("kind", [Kind.DISPUTE, Kind.PETITION, Kind.HAZARD])
def test_a_specialised_kind_has_leaves_of_its_own(kind: Kind) -> None:
    leaves = vocabulary().opening(kind)
    assert leaves
    assert {leaf.opens for leaf in leaves} == {kind}


def test_an_event_may_have_any_leaf() -> None:
    assert list(vocabulary().opening(Kind.EVENT)) == list(LEAVES)


def test_a_leaf_is_found_by_code_and_by_name_alike() -> None:
    assert all(vocabulary().leaf(leaf.code) is vocabulary().leaf(leaf.name) is leaf for leaf in LEAVES)


@pytest.mark.parametrize("word", [None, "", "没有这一类", "矛盾纠纷"])
def test_other_words_are_no_leaf(word: str | None) -> None:
    assert vocabulary().leaf(word) is None
