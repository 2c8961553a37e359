"""Names and widths as sheets have them."""

import pytest

from gridapp.workbooks.sheet_name import sheet_name
from gridapp.workbooks.widths import shown_width


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("网格事件台账", 1, "网格事件台账"),
        ("网格事件台账", 2, "网格事件台账 2"),
        ("演示" * 20, 1, ("演示" * 20)[:31]),
        ("演示" * 20, 12, f"{('演示' * 20)[:28]} 12"),
        ("办结率[%]：甲/乙*?", 1, "办结率（%）：甲、乙＊？"),
    ],
)
def test_a_sheet_has_a_name_that_workbooks_allow(title: str, number: int, name: str) -> None:
    assert sheet_name(title, number) == name


@pytest.mark.parametrize(("text", "width"), [("", 0), ("演示", 4), ("2018-06", 7), ("一\n二三四", 6)])
def test_a_chinese_letter_is_as_wide_as_two_digits(text: str, width: int) -> None:
    assert shown_width(text) == width
