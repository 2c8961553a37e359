"""Reading cells: every way in which offices write dates, numbers, phones, yes and no."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.columns import Column
from gridapp.domain.moment import SHANGHAI
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import (
    read_count,
    read_flag,
    read_limit,
    read_moment,
    read_phone,
    read_quantity,
    read_text,
    read_word,
    text_of,
)
from tests.offices import at

COLUMN = Column("上报时间", "reported_at", "moment", words=("来访", "来信"), synonyms={"走访": "来访"})
READERS: list[Callable[..., object]] = [
    read_moment,
    read_limit,
    read_count,
    read_quantity,
    read_flag,
    read_phone,
    read_word,
    read_text,
]


@pytest.mark.parametrize(
    "cell",
    [
        "2018.6.11",
        "2018年6月11日",
        "2018年6月11号",
        "2018/6/11",
        "2018-06-11",
        "2018 年 6 月 11 日",
        "２０１８．６．１１",
        "２０１８年６月１１日",
        "20180611",
        20180611,
        43262,
        43262.0,
        "43262",
        date(2018, 6, 11),
        datetime(2018, 6, 11),
        "2018-06-11 00:00:00",
        "2018/6/11 0:00",
        " 2018-06-11　",
    ],
)
def test_the_same_day_however_it_is_written(cell: Any) -> None:
    assert read_moment(cell, COLUMN) == at(2018, 6, 11)


@pytest.mark.parametrize(
    "cell",
    [
        "2018-06-11 09:30",
        "2018-06-11 09:30:00",
        "2018-06-11T09:30:00",
        "2018年6月11日9时30分",
        "2018年6月11日 9:30",
        "2018-06-11 09:30:00.000",
        "２０１８－６－１１ ９：３０",
        43262.395833333336,
        datetime(2018, 6, 11, 9, 30),
    ],
)
def test_the_same_time_of_day_however_it_is_written(cell: Any) -> None:
    assert read_moment(cell, COLUMN) == at(2018, 6, 11, 9, 30)


@pytest.mark.parametrize("cell", ["6.11", "6月11日", "06-11", "6/11", "６．１１", 6.11])
def test_a_day_without_a_year_is_asked_about_and_not_guessed(cell: Any) -> None:
    with pytest.raises(Unreadable, match="没有年份") as asked:
        read_moment(cell, COLUMN)
    assert asked.value.code == "date-year"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2018-02-30", "date"),
        ("2018-13-01", "date"),
        ("2018年6月", "date"),
        ("18.6.11", "date"),
        ("昨天", "date"),
        ("2018-06-11 25:00", "date"),
        ("1889-06-11", "date-range"),
        ("9999-12-31", "date-range"),
        (0, "date"),
        (True, "date"),
        (-1.0, "date"),
        (1e300, "date"),
    ],
)
def test_what_is_no_day_is_told_with_what_was_written(cell: Any, code: str) -> None:
    with pytest.raises(Unreadable) as told:
        read_moment(cell, COLUMN)
    assert told.value.code == code
    assert "上报时间" in told.value.message


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 1, 1)).map(lambda moment: moment.replace(microsecond=0)))
def test_every_moment_is_read_back_from_how_it_is_commonly_written(moment: datetime) -> None:
    expected = moment.replace(tzinfo=SHANGHAI).astimezone(UTC)
    for form in ("%Y-%m-%d %H:%M:%S", "%Y年%m月%d日 %H:%M:%S", "%Y/%m/%dT%H:%M:%S"):
        assert read_moment(moment.strftime(form), COLUMN) == expected


def test_a_limit_given_as_a_day_runs_until_the_day_is_over() -> None:
    assert read_limit("2018-06-11", COLUMN) == at(2018, 6, 12)
    assert read_limit("2018-06-11 17:30", COLUMN) == at(2018, 6, 11, 17, 30)


@pytest.mark.parametrize(
    ("cell", "quantity"),
    [
        ("12", "12"),
        (12.0, "12"),
        ("１２．５", "12.5"),
        ("1,200.50", "1200.5"),
        ("1，200", "1200"),
        (0.1 + 0.2, "0.3"),
        ("0", "0"),
        (0.125, "0.125"),
    ],
)
def test_a_quantity_is_read_exactly(cell: Any, quantity: str) -> None:
    assert read_quantity(cell, COLUMN) == Decimal(quantity)


@pytest.mark.parametrize("cell", ["-1", "约12", "12吨", "nan", "inf", "1e20", 0.1234, "", True, "12.5.1"])
def test_what_is_no_quantity_is_told(cell: Any) -> None:
    with pytest.raises(Unreadable) as told:
        read_quantity(cell, COLUMN)
    assert told.value.code == "number"


@pytest.mark.parametrize("cell", ["3.5", -1, "三", 3_000_000_000])
def test_a_count_is_a_whole_number_that_can_be_kept(cell: Any) -> None:
    with pytest.raises(Unreadable):
        read_count(cell, COLUMN)


def test_a_count_may_come_as_text_or_number() -> None:
    assert read_count("３", COLUMN) == read_count(3.0, COLUMN) == 3


@pytest.mark.parametrize("cell", ["是", "√", "Y", "重复", 1, 1.0, True, " 是　"])
def test_yes(cell: Any) -> None:
    assert read_flag(cell, COLUMN) is True


@pytest.mark.parametrize("cell", ["否", "×", "n", "初访", 0, False])
def test_no(cell: Any) -> None:
    assert read_flag(cell, COLUMN) is False


def test_neither_yes_nor_no_is_told() -> None:
    with pytest.raises(Unreadable, match="应填是或否，写的是“也许”"):
        read_flag("也许", COLUMN)


@pytest.mark.parametrize(
    "cell", [13800001234.0, 13800001234, "138 0000 1234", "１３８００００１２３４", "+8613800001234"]
)
def test_a_phone_arrives_whole(cell: Any) -> None:
    assert read_phone(cell, COLUMN) == "13800001234"


def test_a_phone_that_is_none_is_told() -> None:
    with pytest.raises(Unreadable, match="应为 11 位手机号"):
        read_phone("138000012", COLUMN)


def test_a_word_may_be_what_offices_write_for_it() -> None:
    assert read_word("走访", COLUMN) == read_word("来访", COLUMN) == "来访"
    with pytest.raises(Unreadable, match="应为来访、来信之一，写的是“闲聊”"):
        read_word("闲聊", COLUMN)


def test_text_is_kept_without_blanks_around_it_up_to_its_length() -> None:
    assert read_text("　演示 ", COLUMN) == "演示"
    with pytest.raises(Unreadable, match="超过 2000 字"):
        read_text("长" * 2001, COLUMN)


@pytest.mark.parametrize(("cell", "text"), [(None, ""), (12.0, "12"), (12.5, "12.5"), ("　", ""), (3, "3")])
def test_what_a_cell_says(cell: Any, text: str) -> None:
    assert text_of(cell) == text


@given(st.none() | st.text(max_size=20) | st.floats(allow_nan=False) | st.integers() | st.booleans() | st.datetimes())
def test_whatever_stands_in_a_cell_is_read_or_told_but_never_a_crash(cell: Any) -> None:
    for read in READERS:
        with suppress(Unreadable):
            read(cell, COLUMN)
