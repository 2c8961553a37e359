"""The words of the dimensions: found as people write them, shown in the office's own order."""

import pytest

from gridapp.counting.cut import Cut
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES, Words
from gridapp.domain.area import AreaTree
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from tests.offices import TOWN, TOWN_AREAS, VILLAGES

WORDS = Words(AreaTree(TOWN_AREAS), vocabulary())


@pytest.mark.parametrize(
    ("dimension", "word", "key"),
    [
        (Dimension.TOWN, "高湖镇", TOWN),
        (Dimension.VILLAGE, "内冯村", VILLAGES[1]),
        (Dimension.VILLAGE, VILLAGES[1], VILLAGES[1]),
        (Dimension.GRID, "桐川村第1网格", f"{VILLAGES[0]}-01"),
        (Dimension.PLATFORM, "综治工作", "ZZ"),
        (Dimension.MAJOR, "矛盾纠纷", "ZZ01"),
        (Dimension.CATEGORY, "邻里纠纷", "ZZ0102"),
        (Dimension.CATEGORY, "清运垃圾", "清运垃圾"),
        (Dimension.STAFF, "演示员", "演示员"),
        (Dimension.VILLAGE, "未填", None),
        (Dimension.STAFF, "", None),
    ],
)
def test_a_word_finds_its_key(dimension: Dimension, word: str, key: str | None) -> None:
    assert WORDS.keys(dimension, word, TOWN) == (key,)


@pytest.mark.parametrize(
    ("dimension", "word"),
    [
        (Dimension.TOWN, "没有镇"),
        (Dimension.VILLAGE, "高湖镇"),
        (Dimension.GRID, "桐川村"),
        (Dimension.PLATFORM, "五平台"),
        (Dimension.MAJOR, "邻里纠纷"),
    ],
)
def test_a_word_of_a_closed_list_that_is_not_in_it_is_refused(dimension: Dimension, word: str) -> None:
    with pytest.raises(Refusal, match=f"没有叫“{word}”的{TITLES[dimension]}"):
        WORDS.keys(dimension, word, TOWN)


@pytest.mark.parametrize(
    ("dimension", "key", "name"),
    [
        (Dimension.VILLAGE, VILLAGES[0], "桐川村"),
        (Dimension.PLATFORM, "ZZ", "综治工作"),
        (Dimension.MAJOR, "ZZ01", "矛盾纠纷"),
        (Dimension.CATEGORY, "ZZ0102", "邻里纠纷"),
        (Dimension.CATEGORY, "旧类别", "旧类别"),
        (Dimension.MONTH, "2018-01", "2018-01"),
        (Dimension.STAFF, None, None),
    ],
)
def test_a_key_is_shown_by_its_name(dimension: Dimension, key: str | None, name: str | None) -> None:
    assert WORDS.name(dimension, key) == name


def test_what_was_not_filled_in_comes_last() -> None:
    keys = [None, VILLAGES[2], VILLAGES[0]]
    assert sorted(keys, key=lambda key: WORDS.order(Dimension.VILLAGE, key)) == [VILLAGES[0], VILLAGES[2], None]


def test_every_dimension_has_a_title() -> None:
    assert set(TITLES) == set(Dimension)


def test_only_the_asked_words_are_expected_where_some_were_asked_for() -> None:
    cut = Cut(period_named("2018"), TOWN, {Dimension.VILLAGE: (VILLAGES[1],)})
    assert WORDS.expected(Dimension.VILLAGE, cut) == (VILLAGES[1],)
    assert WORDS.expected(Dimension.TOWN, cut) == (TOWN,)
    assert WORDS.expected(Dimension.STAFF, cut) == ()
