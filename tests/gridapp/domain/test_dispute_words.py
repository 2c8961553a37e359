"""The lists of words for disputes (domain.md §2.2, §3): complete, without doubles, and fitting the categories."""

import dataclasses

import pytest

from gridapp.domain.dispute_words import ENTRUSTED, DisputeWords, dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import Leaf, vocabulary

LISTS = [field.name for field in dataclasses.fields(DisputeWords)]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_each_word_once(name: str) -> None:
    words = getattr(dispute_words(), name)
    assert len(set(words)) == len(words) > 0
    assert all(word == word.strip() != "" for word in words)


def test_the_three_lists_of_types_are_as_long_as_the_authorities_have_them() -> None:
    words = dispute_words()
    assert [len(types) for types in (words.mediation_types, words.monthly_types, words.campaign_columns)] == [18, 19, 8]


@pytest.mark.parametrize("leaf", vocabulary().opening(Kind.DISPUTE), ids=lambda leaf: leaf.code)
def test_the_types_of_every_category_stand_in_their_lists(leaf: Leaf) -> None:
    words = dispute_words()
    types = [
        (leaf.mediation_type, words.mediation_types),
        (leaf.monthly_type, words.monthly_types),
        (leaf.campaign_column, words.campaign_columns),
    ]
    assert [word for word, known in types if word is not None and word not in known] == []


def test_every_category_of_disputes_has_a_type_of_the_justice_office_and_of_the_monthly_table() -> None:
    leaves = vocabulary().opening(Kind.DISPUTE)
    assert [leaf.code for leaf in leaves if leaf.mediation_type is None or leaf.monthly_type is None] == []


def test_what_no_court_confirms_is_a_type_of_its_list() -> None:
    assert set(dispute_words().unconfirmable) <= set(dispute_words().mediation_types)


def test_a_dispute_may_come_by_being_sent() -> None:
    assert ENTRUSTED in dispute_words().sources
