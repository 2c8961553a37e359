"""Beside the period it says how far its months are closed."""

from datetime import date

import pytest

from gridapp.domain.period import period_named
from tests.gridapp.closing.closings import JANUARY, closed_by_all, with_leader
from tests.ui.figures.chief import statistics
from tests.ui.screen import Screen
from ui.figures.closed_months import closed_words


@pytest.fixture(autouse=True)
def _closed(screen: Screen) -> None:
    with_leader(screen.office)
    closed_by_all(screen.office, JANUARY)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2018-01", "已关账"),
        ("2018-01-05..2018-01-09", "已关账"),
        ("2018-Q1", "2018年1月及以前已关账"),
        ("2018-02", ""),
    ],
)
def test_it_says_how_far_a_period_is_closed(screen: Screen, period: str, words: str) -> None:
    assert closed_words(screen.office, screen.office.registers.areas().towns, period_named(period)) == words


def test_it_stands_beside_the_period(screen: Screen) -> None:
    bar = statistics(screen, date(2018, 1, 1), date(2018, 1, 31)).bar
    assert (bar.closed.isVisible(), bar.closed.text()) == (True, "已关账")
    screen.click(bar.period.later)
    assert not bar.closed.isVisible()
