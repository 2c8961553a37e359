"""Sums of money, read as clerks type them."""

from decimal import Decimal

import pytest

from ui.cases.amount_text import read_amount, spoken_amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("12000", "12000"), ("12,000.50元", "12000.5"), ("1.2万", "12000"), ("３万元", "30000"), (" 5 ", "5")],
)
def test_a_sum_is_read_in_yuan(typed: str, amount: str) -> None:
    assert read_amount(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["许多", "1.234", "1e5", "1e30", "1_000", "万", "nan", "一万"])
def test_a_sum_that_nobody_can_mean_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=typed):
        read_amount(typed)


def test_no_sum_is_nothing() -> None:
    assert read_amount(" ") is None
    assert spoken_amount(None) == ""
    assert spoken_amount(Decimal("1200.00")) == "1200"
