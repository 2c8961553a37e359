"""Which entry of a pick list somebody's typing means."""

import pytest

from ui.widgets.choices import Choice, matching

VILLAGES = [
    Choice("1", "桐川村", "01"),
    Choice("2", "内冯村", "02"),
    Choice("3", "西山村", "03"),
    Choice("4", "内西村", "10"),
]
LEAVES = [
    Choice("a", "综治工作 · 邻里纠纷", "ZZ0102", "邻里纠纷"),
    Choice("b", "综合执法 · 暴露垃圾", "ZF0101", "暴露垃圾"),
    Choice("c", "综治工作 · 垃圾纠纷", "ZZ0199", "垃圾纠纷"),
]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("", "1234"),
        ("02", "2"),
        ("冯", "2"),
        ("nfc", "2"),
        ("NeiFeng", "2"),
        ("西", "34"),
        ("xs", "3"),
        ("n", "24"),
        ("没有", ""),
        ("1", "4"),
    ],
)
def test_finds_by_code_words_and_pinyin(typed: str, keys: str) -> None:
    assert "".join(choice.key or "" for choice in matching(typed, VILLAGES)) == keys


@pytest.mark.parametrize(
    ("typed", "first"),
    [("垃圾", "c"), ("lj", "c"), ("zf0101", "b"), ("邻", "a"), ("zhzf", "b"), ("综合执法", "b"), ("综治", "a")],
)
def test_the_best_match_comes_first(typed: str, first: str) -> None:
    assert next((choice.key for choice in matching(typed, LEAVES)), "") == first
