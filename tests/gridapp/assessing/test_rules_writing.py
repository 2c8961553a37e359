"""Rules of assessment written down: what is read from the text is what was written."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gridapp.assessing.rules import default_text, keep_rules, rules_for, rules_of
from gridapp.assessing.rules_writing import text_of, weight_of
from gridapp.domain.problem import Unacceptable
from gridapp.ports import Office
from tests.gridapp.assessing.township import JUNE
from tests.offices import ACTOR, NOW, TOWN

DEFAULT = rules_of(default_text())


def test_the_rules_that_come_with_the_program_are_read_back_as_they_are() -> None:
    assert rules_of(text_of(DEFAULT)) == DEFAULT


def test_words_with_quotes_and_lines_and_parts_of_a_point_are_read_back() -> None:
    item = replace(DEFAULT.items[0], name='“上报”"\\', rule="一\n二\t三", weight=Decimal("29.5"))
    rules = replace(DEFAULT, items=(item, *DEFAULT.items[1:]))
    assert rules_of(text_of(rules)) == rules


def test_the_weights_that_come_with_the_program_are_a_hundred() -> None:
    assert weight_of(DEFAULT) == 100


def test_rules_whose_weights_are_not_a_hundred_are_not_kept(sqlite_office: Office) -> None:
    text = default_text().replace("weight = 30", "weight = 31")
    with pytest.raises(Unacceptable, match="各项分值合计应为 100 分，现在是 101 分"):
        keep_rules(sqlite_office, TOWN, JUNE, text, ACTOR, NOW)
    assert rules_for(sqlite_office, TOWN, JUNE) == DEFAULT
