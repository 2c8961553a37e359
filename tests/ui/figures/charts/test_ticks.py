"""What stands at an axis: round numbers, months that say their year once, names cut where they do not fit."""

import pytest

from ui.figures.charts.ticks import names_below, number, round_ticks, wrapped

_SIXTY = [f"{year}年{month}月" for year in range(2014, 2019) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("top", "most", "expected"),
    [
        (549, 6, [0, 100, 200, 300, 400, 500]),
        (3, 6, [0, 1, 2, 3]),
        (1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (1_217_992, 3, [0, 500_000, 1_000_000]),
    ],
)
def test_numbers_are_round_and_few(top: float, most: int, expected: list[float]) -> None:
    assert round_ticks(0, top, most) == expected


def test_numbers_below_nothing_pass_through_nothing() -> None:
    assert round_ticks(-18, 30, 5) == [-10, 0, 10, 20, 30]


def test_large_numbers_are_parted() -> None:
    assert number(1_000_000) == "1,000,000"


def test_months_that_have_no_room_are_left_out_by_whole_steps() -> None:
    told = names_below(_SIXTY, 1.2)
    assert [name for _, name in told[:7]] == ["1月\n2014年", "3月", "5月", "7月", "9月", "11月", "1月\n2015年"]


def test_the_year_is_said_once() -> None:
    assert sum("年" in name for _, name in names_below(_SIXTY, 3)) == 5


def test_months_of_one_year_need_none() -> None:
    assert names_below(["1月", "2月"], 5) == [(0, "1月"), (1, "2月")]


def test_long_names_go_on_in_the_next_line_and_are_cut_at_last() -> None:
    assert wrapped("乱堆物堆料（乱堆放）", 3, 2) == "乱堆物\n堆料…"


def test_digits_take_less_room_than_chinese_letters() -> None:
    assert names_below(["12月\n条", "12月\n处"], 2.6) == [(0, "12月\n条"), (1, "12月\n处")]


def test_a_short_name_stays_whole() -> None:
    assert wrapped("桐川村", 3, 1) == "桐川村"


def test_the_unit_of_a_column_stands_in_a_line_of_its_own() -> None:
    assert names_below(["1月\n条", "1月\n处"], 4) == [(0, "1月\n条"), (1, "1月\n处")]
