"""Pinyin: a word is found by its initials and syllables in every reading."""

import subprocess
import sys

import pytest

from gridapp.domain.pinyin import finds, initials_of


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("单田芳", "shan", "dan"),
        ("仇和", "qiu", "chou"),
        ("曾国藩", "zeng", "ceng"),
        ("查良镛", "zha", "cha"),
        ("盖叫天", "ge", "gai"),
        ("区大相", "ou", "qu"),
    ],
)
def test_a_surname_with_two_readings_is_found_by_both(name: str, one: str, other: str) -> None:
    for reading in (one, other):
        assert finds(reading, name)
        assert any(word.startswith(reading[0]) for word in initials_of(name))


@pytest.mark.parametrize(
    "typed", ["nfc", "fc", "n", "neifengcun", "neifeng", "nfcun", "neifc", "NFC", "内冯", " 冯村 ", ""]
)
def test_a_village_is_found_by_text_initials_and_syllables(typed: str) -> None:
    assert finds(typed, "内冯村")


@pytest.mark.parametrize("typed", ["nc", "nfcx", "村内", "feng村", "%", "_", "'"])
def test_what_is_neither_part_nor_spelling_finds_nothing(typed: str) -> None:
    assert not finds(typed, "内冯村")


def test_a_code_is_found_by_its_beginning_only() -> None:
    assert finds("zf03", "道路积水", "ZF0303")
    assert not finds("0303", "道路积水", "ZF0303")


def test_two_letters_may_stand_for_an_initial() -> None:
    assert finds("zhs", "张三")


def test_figures_in_a_word_are_typed_as_they_are() -> None:
    assert finds("d3wg", "桐川村第3网格")


def test_a_long_text_is_found_by_each_reading_of_a_surname_in_it() -> None:
    words = initials_of("演示：反映单田芳占用通道一事")
    assert any("fydtf" in word for word in words)
    assert any("fystf" in word for word in words)


def test_what_is_not_chinese_has_no_initials() -> None:
    assert initials_of("ABC-123，！") == ()


def test_a_name_of_many_readings_stays_bounded() -> None:
    assert len(initials_of("行重长单")) == 16


def test_the_table_is_not_loaded_before_something_is_looked_for() -> None:
    script = "import sys, gridapp.domain.pinyin; assert 'pypinyin' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
