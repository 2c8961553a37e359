"""What is said beside a limit that is not filled in."""

import pytest

from tests.offices import DEADLINES, at
from ui.recording.limit_hint import limit_in_words


@pytest.mark.parametrize(
    ("category", "level", "words"),
    [
        (None, "一般", "受理后 10 个工作日，至 2018-07-13"),
        ("ZF0303", "一般", "受理后 2 个工作时，至 2018-06-29 11:00"),
        ("ZZ0102", "", "受理后 30 日，至 2018-07-30"),
    ],
)
def test_the_limit_of_a_category_and_level_with_its_last_day(category: str | None, level: str, words: str) -> None:
    assert limit_in_words(DEADLINES, category, level, at(2018, 6, 29, 9)) == words


def test_a_year_without_a_calendar_is_never_guessed() -> None:
    assert limit_in_words(DEADLINES, None, "一般", at(2026, 12, 28)) == "2027 年的工作日历未维护，不计算时限"
