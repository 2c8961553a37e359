"""What is expected after some months: robust, and rarely wrong about calm ones."""

import random
from math import exp

import pytest

from gridapp.reporting.sense.outlier import Tolerance, expected
from gridapp.reporting.sense.rules import sense_rules

TOLERANCE = Tolerance(at_least=6, spread=4.0, floor=2.0)


def _fits(history: list[float], value: float) -> bool:
    fitting = expected(history, TOLERANCE)
    assert fitting is not None
    return fitting.fits(value)


def _poisson(rng: random.Random, mean: float) -> int:
    count, product, border = 0, rng.random(), exp(-mean)
    while product > border:
        count += 1
        product *= rng.random()
    return count


@pytest.mark.parametrize("value", [100, 0])
def test_a_month_far_from_the_others_does_not_fit(value: float) -> None:
    assert not _fits([30, 28, 31, 33, 29, 30, 27, 32, 30, 31, 29, 30], value)


@pytest.mark.parametrize("value", [26, 30, 40])
def test_a_month_like_the_others_fits(value: float) -> None:
    assert _fits([30, 28, 31, 33, 29, 30, 27, 32, 30, 31, 29, 30], value)


def test_one_wild_month_does_not_hide_the_next() -> None:
    calm: list[float] = [30, 28, 31, 33, 29, 30, 27, 32, 30, 31, 29]
    assert not _fits([*calm, 500], 700)
    assert _fits([*calm, 500], 400)


def test_months_that_happen_to_be_alike_do_not_make_the_next_suspicious() -> None:
    assert _fits([20.0] * 12, 30)
    assert _fits([0.0] * 12, 8)
    assert not _fits([0.0] * 12, 9)


def test_too_few_months_lead_one_to_expect_nothing() -> None:
    assert expected([30.0] * 5, TOLERANCE) is None
    assert expected([], Tolerance(at_least=0, spread=4.0, floor=2.0)) is None


@pytest.mark.parametrize("mean", [0.3, 2, 10, 60])
def test_calm_months_seldom_alarm(mean: float) -> None:
    rng = random.Random(7)
    tolerance = sense_rules().tolerance
    alarms = 0
    for _ in range(2_000):
        fitting = expected([float(_poisson(rng, mean)) for _ in range(12)], tolerance)
        alarms += fitting is not None and not fitting.fits(_poisson(rng, mean))
    assert alarms <= 2_000 * 0.05
