"""Reconciliation: a published figure beside the one that the ledger gives."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate
from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import PublishedFigure, Reconciled, reconcile
from gridapp.domain.case import Closing
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import fill, save
from tests.offices import at


def published(
    reported: str, *, at_least: bool = False, indicator: str = "event.reported", **where: str
) -> PublishedFigure:
    """A figure that the small office reported for January and February."""
    return PublishedFigure(
        id="T01",
        town="高湖镇",
        indicator=indicator,
        where={Dimension(word): tuple(value.split("|")) for word, value in where.items()},
        period=period_named("2018-01..2018-02"),
        reported=Decimal(reported),
        at_least=at_least,
        unit="件",
        title="演示",
        source="演示",
        sentence="演示",
    )


@pytest.fixture
def small(sqlite_office: Office) -> Office:
    """The small office in a file."""
    fill(sqlite_office)
    return sqlite_office


def asked(office: Office, figure: PublishedFigure) -> Reconciled:
    return reconcile(office.ledger, words_of(office), figure)


@pytest.mark.parametrize(
    ("reported", "at_least", "difference", "verdict"),
    [
        ("4", False, "0", "相符"),
        ("3", False, "1", "不符"),
        ("5", False, "-1", "不符"),
        ("4", True, "0", "相符"),
        ("3", True, "1", "相符"),
        ("5", True, "-1", "不符"),
    ],
)
def test_more_than_reported_agrees_only_where_the_report_said_at_least(
    small: Office, reported: str, at_least: bool, difference: str, verdict: str
) -> None:
    result = asked(small, published(reported, at_least=at_least))
    assert result.recomputed == 4
    assert (result.difference, result.verdict) == (Decimal(difference), verdict)


def test_words_are_those_of_the_office(small: Office) -> None:
    assert asked(small, published("2", village="桐川村")).agrees
    assert asked(small, published("3", village="桐川村|内冯村")).agrees
    assert asked(small, published("2", category="邻里纠纷")).agrees


def test_a_rate_is_compared_in_percent(small: Office) -> None:
    assert asked(small, published("75", indicator="event.close_rate")).agrees


def test_a_village_that_is_not_the_towns_is_refused(small: Office) -> None:
    with pytest.raises(Refusal, match="没有叫“陈岙村”的村社"):
        asked(small, published("2", village="陈岙村"))


def test_a_registered_figure_comes_back_as_it_was(office: Office) -> None:
    figures = [
        published("3.5", at_least=True, village="桐川村|内冯村"),
    ]
    office.registers.publish(figures)
    assert list(office.registers.published("高湖镇")) == figures
    assert list(office.registers.published("水头镇")) == []


def published_rate(percent: str) -> PublishedFigure:
    """A removal rate of 2024 as a bulletin gave it (domain.md §5.3)."""
    figure = published(percent, indicator="hazard.removal_rate", unit="条")
    return replace(figure, period=period_named("2024"), unit="%")


@pytest.fixture
def bulletin(sqlite_office: Office) -> Office:
    """A town that found 156 hazards and removed 151, as 137354 of 141911 are: 96.79 %."""
    found = at(2024, 3, 1)
    removed = {
        "closings": (Closing(closed_at=at(2024, 4, 1)),),
        "status": Status.STRUCK_OFF,
        "rechecked_at": at(2024, 4, 1),
        "recheck_result": RecheckResult.PASSED,
    }
    save(sqlite_office, [bare(Kind.HAZARD, found, **(removed if n < 151 else {})) for n in range(156)])
    return sqlite_office


def test_a_published_rate_stays_beside_the_recomputed_one(bulletin: Office) -> None:
    result = asked(bulletin, published_rate("97.28"))
    assert result.recomputed == Rate(Decimal(151), Decimal(156))
    assert (result.published.reported, result.verdict) == (Decimal("97.28"), "不符")
    assert (result.reported_in_words, result.difference_in_words) == ("97.28%", "-0.49个百分点")


def test_a_rate_that_recomputes_agrees_to_the_hundredth(bulletin: Office) -> None:
    assert asked(bulletin, published_rate("96.79")).agrees
    assert not asked(bulletin, published_rate("96.8")).agrees


def test_a_published_hundred_percent_agrees_only_where_nothing_is_left() -> None:
    left = Rate(Decimal(20_000), Decimal(20_001))
    assert left.percent == Decimal("99.99")
    found = Reconciled(published_rate("100"), left, left.percent - 100)
    assert (found.verdict, found.difference_in_words) == ("不符", "-0.01个百分点")


def test_a_published_rate_is_kept_as_it_was(office: Office) -> None:
    office.registers.publish([published_rate("97.28")])
    assert [figure.reported for figure in office.registers.published()] == [Decimal("97.28")]
