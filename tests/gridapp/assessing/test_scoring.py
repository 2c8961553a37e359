"""Every formula worked out by hand at its borders, and what holds of all of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.assessing.rules import default_text, rules_of
from gridapp.assessing.scoring import Facts, limited, points_of, ranks, target_of
from gridapp.counting.amount import Rate, Value
from gridapp.domain.assessment import WEIGHTED, Formula, Item

RULES = rules_of(default_text())
FULL_TIME = "专职网格员"


def item(code: str) -> Item:
    found = RULES.item(code)
    assert found is not None
    return found


def rate(numerator: int, denominator: int) -> Rate:
    return Rate(Decimal(numerator), Decimal(denominator))


def points(code: str, value: Value, served: int = 21, covered: Rate | None = None, marks: str = "0") -> str:
    facts = Facts(value=value, served=served, workdays=21, covered=covered, marks=Decimal(marks))
    return f"{points_of(item(code), FULL_TIME, facts):f}"


def test_the_default_is_worth_a_hundred_points() -> None:
    assert sum(i.weight for i in RULES.items) == 100


@pytest.mark.parametrize(
    ("reports", "served", "expected"),
    [
        (0, 21, "0.00"),
        (1, 21, "1.50"),
        (13, 21, "19.50"),
        (19, 21, "28.50"),
        (20, 21, "30.00"),
        (35, 21, "30.00"),
        (7, 7, "30.00"),
        (6, 7, "27.00"),
        (1, 13, "2.42"),
        (-1, 21, "0.00"),
    ],
)
def test_reports_are_measured_by_the_target_of_the_days_served(reports: int, served: int, expected: str) -> None:
    assert points("reports", Decimal(reports), served) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [((8, 10), "8.00"), ((2, 3), "6.67"), ((1, 3), "3.33"), ((5, 5), "10.00"), ((0, 4), "0.00"), ((0, 0), "0.00")],
)
def test_the_share_of_valid_reports_is_its_rate_and_nothing_without_reports(
    told: tuple[int, int], expected: str
) -> None:
    assert points("valid_rate", rate(*told)) == expected


@pytest.mark.parametrize(
    ("told", "expected"), [((1, 8), "1.88"), ((7, 8), "13.13"), ((8, 8), "15.00"), ((0, 0), "0.00")]
)
def test_the_rate_of_closing_is_worth_fifteen(told: tuple[int, int], expected: str) -> None:
    assert points("close_rate", rate(*told)) == expected


@pytest.mark.parametrize(("told", "expected"), [((0, 0), "10.00"), ((3, 4), "7.50"), ((0, 1), "0.00")])
def test_who_had_no_step_of_his_own_was_late_with_none(told: tuple[int, int], expected: str) -> None:
    assert points("on_time", rate(*told)) == expected


@pytest.mark.parametrize(
    ("visits", "covered", "expected"),
    [
        (20, rate(4, 4), "15.00"),
        (20, rate(3, 4), "11.25"),
        (10, rate(3, 4), "7.50"),
        (20, rate(0, 1), "0.00"),
        (20, rate(0, 0), "15.00"),
        (25, rate(2, 3), "10.00"),
    ],
)
def test_visits_are_worth_no_more_than_the_share_of_those_who_had_to_be_visited(
    visits: int, covered: Rate, expected: str
) -> None:
    assert points("visits", Decimal(visits), covered=covered) == expected


@pytest.mark.parametrize(
    ("days", "served", "expected"),
    [(21, 21, "10.00"), (20, 21, "9.52"), (25, 21, "10.00"), (3, 8, "3.75"), (0, 21, "0.00")],
)
def test_patrols_are_full_days_of_the_working_days_served(days: int, served: int, expected: str) -> None:
    assert points("patrol", Decimal(days), served) == expected


@pytest.mark.parametrize(("faults", "expected"), [(0, "10.00"), (1, "8.00"), (5, "0.00"), (6, "0.00")])
def test_every_untrue_check_costs_two_points_until_none_is_left(faults: int, expected: str) -> None:
    assert points("checking", Decimal(faults)) == expected


@pytest.mark.parametrize(
    ("code", "times", "marks", "expected"),
    [
        ("yellow", 2, "0", "-2.00"),
        ("red", 1, "0", "-3.00"),
        ("red", 1, "3", "0.00"),
        ("missed_major", None, "-10", "-10.00"),
        ("false_report", None, "-10", "-10.00"),
        ("major_first", 2, "0", "4.00"),
        ("commended", None, "3", "3.00"),
    ],
)
def test_deductions_and_bonuses_are_what_was_counted_and_what_was_entered(
    code: str, times: int | None, marks: str, expected: str
) -> None:
    assert points(code, None if times is None else Decimal(times), marks=marks) == expected


@pytest.mark.parametrize(
    ("bonuses", "given_"),
    [(["4", "3"], ["4", "3"]), (["8", "3"], ["8", "2"]), (["12", "3"], ["10", "0"]), (["-2", "12"], ["-2", "12"])],
)
def test_bonuses_are_given_in_order_up_to_the_limit(bonuses: list[str], given_: list[str]) -> None:
    assert limited([Decimal(b) for b in bonuses], Decimal(10)) == [Decimal(g) for g in given_]


def test_equal_totals_share_the_better_place_and_the_next_is_left_out() -> None:
    assert ranks([Decimal(t) for t in ("80", "95.5", "80", "70", "95.50")]) == [3, 1, 3, 5, 1]


def test_a_target_is_that_of_the_days_served() -> None:
    assert target_of(item("reports"), FULL_TIME, 7, 21) == Decimal("6.67")


amounts = st.integers(-5, 200).map(Decimal)
values = st.one_of(amounts, st.none())
rates = st.tuples(amounts, st.integers(0, 200)).map(lambda pair: Rate(pair[0], Decimal(pair[1])))


@given(
    code=st.sampled_from([i.code for i in RULES.items if i.formula in WEIGHTED]),
    amount=amounts,
    told=rates,
    covered=rates,
    served=st.integers(1, 23),
)
def test_the_points_of_an_item_with_a_weight_lie_between_nothing_and_its_weight(
    code: str, amount: Decimal, told: Rate, covered: Rate, served: int
) -> None:
    found = item(code)
    value: Value = told if found.formula is Formula.RATE else amount
    facts = Facts(value=value, served=served, workdays=23, covered=covered)
    assert 0 <= points_of(found, FULL_TIME, facts) <= found.weight


@given(st.lists(amounts, max_size=6))
def test_bonuses_never_come_to_more_than_the_limit(bonuses: list[Decimal]) -> None:
    assert sum(limited(bonuses, Decimal(10)), Decimal(0)) <= 10
