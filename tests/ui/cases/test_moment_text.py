"""Days and times as clerks type them."""

from datetime import date, datetime

import pytest

from tests.offices import at
from ui.cases.moment_text import read_moment

TODAY = date(2018, 6, 30)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2018-06-11", at(2018, 6, 11)),
        ("2018-6-1 9:30", at(2018, 6, 1, 9, 30)),
        ("2018年6月1日", at(2018, 6, 1)),
        ("20180611", at(2018, 6, 11)),
        ("0611", at(2018, 6, 11)),
        ("6-11 14：05", at(2018, 6, 11, 14, 5)),
        ("今天", at(2018, 6, 30)),
        ("昨天 8:00", at(2018, 6, 29, 8)),
        ("6.11", at(2018, 6, 11)),
        ("6/11 0930", at(2018, 6, 11, 9, 30)),
        ("0611 9:30", at(2018, 6, 11, 9, 30)),
        ("20180611 1405", at(2018, 6, 11, 14, 5)),
        ("6月11日", at(2018, 6, 11)),
        ("６。１１", at(2018, 6, 11)),
        ("昨天 0830", at(2018, 6, 29, 8, 30)),
        ("前天", at(2018, 6, 28)),
        ("  ", None),
    ],
)
def test_reads_what_clerks_type(text: str, moment: datetime | None) -> None:
    assert read_moment(text, TODAY) == moment


@pytest.mark.parametrize(
    "text",
    [
        "明年",
        "13-45",
        "2018-06-31",
        "6-11 9点",
        "6-11 25:00",
        "6-11 9:30 多",
        "6-11 930",
        "611",
        "6-11 2460",
        "0001-01-01",
        "1018-6-11",
        "9999-12-31",
    ],
)
def test_refuses_what_it_cannot_read(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_moment(text, TODAY)


def test_a_limit_without_a_time_runs_until_midnight() -> None:
    assert read_moment("6-11", TODAY, is_limit=True) == at(2018, 6, 12)


def test_a_limit_with_a_time_ends_then() -> None:
    assert read_moment("6-11 12:00", TODAY, is_limit=True) == at(2018, 6, 11, 12)
