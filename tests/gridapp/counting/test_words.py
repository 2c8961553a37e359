"""The words of the dimensions: found as people write them, shown in the office's own order."""

from collections.abc import Sequence

import pytest

from gridapp.counting.cut import Cut
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES, Words
from gridapp.domain.area import AreaTree
from gridapp.domain.dispute_words import dispute_words
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


@pytest.mark.parametrize(
    ("dimension", "words"),
    [
        (Dimension.MEDIATION_TYPE, dispute_words().mediation_types),
        (Dimension.MONTHLY_TYPE, dispute_words().monthly_types),
        (Dimension.CAMPAIGN_COLUMN, dispute_words().campaign_columns),
        (Dimension.COMMITTEE, ("村", "居", "乡镇", "街道", "企事业单位", "社会团体和其他组织")),
        (Dimension.BAND, ("50人以下", "50至100", "100至500", "500以上")),
    ],
)
def test_every_word_of_a_list_that_authorities_ask_for_is_expected(dimension: Dimension, words: Sequence[str]) -> None:
    assert WORDS.expected(dimension, Cut(period_named("2018"), TOWN)) == tuple(words)


@pytest.mark.parametrize(
    ("dimension", "words"),
    [
        (Dimension.MONTHLY_TYPE, dispute_words().monthly_types),
        (Dimension.BAND, ("50人以下", "50至100", "100至500", "500以上")),
        (Dimension.FORM, ("书面", "口头", "无")),
        (Dimension.MODE, ("人民调解", "行政调解", "司法调解", "行业性专业性调解")),
        (Dimension.OUTCOME, ("调解成功", "调解不成", "撤回", "转送")),
    ],
)
def test_words_of_a_list_stand_in_its_order_and_before_those_it_does_not_know(
    dimension: Dimension, words: Sequence[str]
) -> None:
    mixed = [None, "旧词", *reversed(words)]
    assert sorted(mixed, key=lambda key: WORDS.order(dimension, key)) == [*words, "旧词", None]


def test_forms_and_outcomes_are_rows_only_where_they_count() -> None:
    cut = Cut(period_named("2018"), TOWN)
    assert [WORDS.expected(dimension, cut) for dimension in (Dimension.FORM, Dimension.OUTCOME)] == [(), ()]


def test_every_dimension_has_a_title() -> None:
    assert set(TITLES) == set(Dimension)


def test_only_the_asked_words_are_expected_where_some_were_asked_for() -> None:
    cut = Cut(period_named("2018"), TOWN, {Dimension.VILLAGE: (VILLAGES[1],)})
    assert WORDS.expected(Dimension.VILLAGE, cut) == (VILLAGES[1],)
    assert WORDS.expected(Dimension.TOWN, cut) == (TOWN,)
    assert WORDS.expected(Dimension.STAFF, cut) == ()
