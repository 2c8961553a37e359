"""The values of figures: rates that never claim more than is true."""

from decimal import Decimal

import pytest

from gridapp.counting.amount import Rate, Value, spoken


@pytest.mark.parametrize(
    ("numerator", "denominator", "percent"),
    [
        (1954, 1955, "99.95"),
        (1955, 1955, "100.00"),
        (199_999, 200_000, "99.99"),
        (200_001, 200_000, "100.01"),
        (0, 5, "0.00"),
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (1, 800, "0.13"),
        (3, 2, "150.00"),
    ],
)
def test_percent_is_rounded_half_up_and_a_hundred_only_when_exact(
    numerator: int, denominator: int, percent: str
) -> None:
    assert str(Rate(Decimal(numerator), Decimal(denominator)).percent) == percent


def test_over_nothing_there_is_no_percent() -> None:
    assert Rate(Decimal(0), Decimal(0)).percent is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "—"),
        (Decimal(0), "0"),
        (Decimal("1200.500"), "1,200.5"),
        (Decimal("1E+3"), "1,000"),
        (Decimal(-3), "-3"),
        (Rate(Decimal(1954), Decimal(1955)), "99.95%"),
        (Rate(Decimal(0), Decimal(0)), "—"),
    ],
)
def test_a_value_is_shown_as_offices_write_it(value: Value, shown: str) -> None:
    assert spoken(value) == shown


def test_nothing_of_red_figures_is_nothing() -> None:
    assert spoken(Rate(Decimal(0), Decimal(-1))) == "0.00%"
