"""Words into lines (断行)."""

import random

import pytest

from gridapp.pages.blocks import Face, Run
from gridapp.pages.line_breaking import lines_of
from tests.gridapp.pages.laying import RULER

SENTENCE = "桐川村王秀兰（1962年3月4日生，证件号码330326198001010012）与李永䶮因“宅基地边界”发生争执，要求调解。"


def broken(text: str, room: float, size: float = 10.0) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines_of([Run(text, size)], RULER, room, 0.0)]


@pytest.mark.parametrize("room", [60, 95, 100, 137, 200, 333])
def test_nothing_is_lost_and_no_line_is_too_wide(room: int) -> None:
    lines = lines_of([Run(SENTENCE, 10.0)], RULER, room, 0.0)
    told = ["".join(piece.text for piece in line.pieces) for line in lines]
    assert "".join(told) == SENTENCE
    assert all(RULER.width(line, Face.SONG, 10.0) <= room + 0.1 for line in told if "330326" not in line)


@pytest.mark.parametrize("room", [105, 120, 150, 211])
def test_a_number_of_eighteen_digits_stays_on_one_line(room: int) -> None:
    assert any("330326198001010012" in line for line in broken(SENTENCE, room))


@pytest.mark.parametrize("room", range(40, 140, 7))
def test_no_line_begins_with_a_comma_or_ends_with_an_opening_bracket(room: int) -> None:
    lines = broken("甲乙，丙丁。“戊己”（庚辛）、壬癸；《子丑》！" * 3, room)
    assert not [line for line in lines if line[0] in "，。”）、；》！"]
    assert not [line for line in lines if line[-1] in "“（《"]


def test_a_word_longer_than_the_room_is_broken_rather_than_cut() -> None:
    lines = broken("x" * 300, 50)
    assert "".join(lines) == "x" * 300
    assert max(RULER.width(line, Face.SONG, 10.0) for line in lines) <= 50


def test_a_line_break_in_the_words_is_one_on_the_page() -> None:
    assert broken("甲\n\n乙", 100) == ["甲", "", "乙"]


def test_a_line_that_was_full_does_not_go_on_with_a_blank() -> None:
    assert broken("甲甲甲 乙乙乙", 32) == ["甲甲甲", "乙乙乙"]


def test_blanks_at_the_head_of_a_paragraph_stay() -> None:
    assert broken("  甲", 100) == ["  甲"]


def test_control_characters_and_marks_of_direction_leave_no_trace() -> None:
    assert broken("甲\x00\x07乙\u200b\u202e丙\ufe0f", 100) == ["甲乙丙"]


def test_a_letter_that_no_face_has_is_shown_as_missing_and_named() -> None:
    assert broken("𠮷先生😀", 100) == ["〓先生〓"]
    assert RULER.missing("𠮷先生😀䶮") == "𠮷😀"


def test_a_letter_of_the_other_face_is_taken_from_it() -> None:
    only_here = next(c for c in "✓☑⒈㎡①⑳" if RULER.parts(c, Face.HEI))
    assert RULER.parts(only_here, Face.SONG)[0][0] == only_here


def test_any_mixture_comes_out_whole() -> None:
    rng = random.Random(7)
    letters = "甲乙丙，。（）“”《》、1234567890abc-/.%￥ \u3000"
    for _ in range(300):
        text = "".join(rng.choices(letters, k=rng.randrange(1, 120))).strip(" ")
        lines = broken(text, rng.uniform(15, 300))
        assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))
