"""Rules while they are revised: sentences follow their numbers, and what cannot be kept is known."""

import pytest

from gridapp.assessing.rules import default_text, rules_of
from ui.assessing.points_text import read_points
from ui.assessing.rule_revision import EACH, RULE, WEIGHT, Revision, reworded

DEFAULT = rules_of(default_text())


def test_what_nobody_touched_stays_as_it_was() -> None:
    assert Revision(DEFAULT).revised(DEFAULT.name, DEFAULT.bonus_limit) == DEFAULT


def test_the_sentence_follows_the_number() -> None:
    revision = Revision(DEFAULT)
    place = [item.code for item in DEFAULT.items].index("checking")
    revision.write((place, EACH), "1.5")
    assert revision.text((place, RULE)) == "10分，核查不实每次扣1.5分，扣完为止。"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("共3分", "共5分"), ("30天内3次", "30天内5次"), ("1.3分", "1.3分"), ("没有数", "没有数")],
)
def test_only_a_number_that_stands_alone_is_replaced(sentence: str, expected: str) -> None:
    assert reworded(sentence, "3", "5") == expected


def test_what_an_item_does_not_have_is_not_open() -> None:
    revision = Revision(DEFAULT)
    assert revision.is_open((0, WEIGHT))
    assert not revision.is_open((0, EACH))
    assert revision.text((0, EACH)) == "—"


@pytest.mark.parametrize("text", ["", "三", "1.234", "NaN", "Infinity", "1e", "--2"])
def test_points_that_cannot_be_read_are_nothing(text: str) -> None:
    assert read_points(text) is None
