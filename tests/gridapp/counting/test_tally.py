"""Tables of figures: rows add up, balances run on, what is not filled in is shown, units stay apart."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

import pytest

from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Aggregate, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally, figure, tally
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import NEIFENG, TONGCHUAN, XISHAN, fill, save
from tests.offices import TOWN, at

Key: TypeAlias = str | None
IDENTITIES = {
    Kind.EVENT: ("opening", "reported", "closed", "closing"),
    Kind.DISPUTE: ("opening", "found", "handled", "closing"),
    Kind.PETITION: ("opening", "registered", "finished", "closing"),
    Kind.HAZARD: ("opening", "found", "removed", "closing"),
}


@pytest.fixture
def small(sqlite_office: Office) -> Office:
    """The small office in a file."""
    fill(sqlite_office)
    return sqlite_office


def table(office: Office, kind: Kind, period: str, *by: Dimension, **where: tuple[Key, ...]) -> Tally:
    asked = {Dimension(word): keys for word, keys in where.items()}
    cut = Cut(period_named(period), TOWN, asked)
    return tally(office.ledger, words_of(office), catalogue()[kind], cut, by)


def amount(value: Value) -> Decimal:
    assert isinstance(value, Decimal)
    return value


def column(told: Tally, code: str) -> dict[tuple[Key, ...], object]:
    return {row.keys: row.values[code] for row in told.rows}


def test_the_events_of_the_small_office(office: Office) -> None:
    fill(office)
    told = table(office, Kind.EVENT, "2018-01..2018-02", Dimension.MONTH)
    codes = ("opening", "reported", "closed", "closing", "reopened", "voided", "merged", "overdue")
    rows = {row.keys: [row.values[f"event.{code}"] for code in codes] for row in told.rows}
    assert rows == {
        ("2018-01",): [1, 3, 2, 2, 0, 0, 0, 1],
        ("2018-02",): [2, 1, 1, 2, 1, 1, 1, 1],
    }
    assert [told.total[f"event.{code}"] for code in codes] == [1, 4, 3, 2, 1, 1, 1, 1]


def test_on_time_and_late_closings_are_net(small: Office) -> None:
    told = table(small, Kind.EVENT, "2018-01..2018-02", Dimension.MONTH)
    assert column(told, "event.closed_on_time") == {("2018-01",): Decimal(1), ("2018-02",): Decimal(1)}
    assert column(told, "event.closed_late") == {("2018-01",): Decimal(1), ("2018-02",): Decimal(0)}


def test_rates_are_asked_of_the_rows_own_cases(small: Office) -> None:
    told = table(small, Kind.EVENT, "2018-01", Dimension.VILLAGE)
    assert column(told, "event.close_rate") == {
        (TONGCHUAN,): Rate(Decimal(2), Decimal(2)),
        (NEIFENG,): Rate(Decimal(0), Decimal(1)),
        (XISHAN,): Rate(Decimal(0), Decimal(0)),
    }
    assert told.total["event.close_rate"] == Rate(Decimal(2), Decimal(3))


def test_the_disputes_of_the_small_office(small: Office) -> None:
    total = table(small, Kind.DISPUTE, "2018-01").total
    assert {code.removeprefix("dispute."): value for code, value in total.items() if value} == {
        "found": 3,
        "handled": 3,
        "succeeded": 1,
        "failed": 1,
        "withdrawn": 1,
        "success_rate": Rate(Decimal(1), Decimal(2)),
        "handling_rate": Rate(Decimal(3), Decimal(3)),
        "handled_on_time": 3,
        "on_time_rate": Rate(Decimal(3), Decimal(3)),
        "agreed_in_writing": 1,
        "people": 5,
        "amount": Decimal("500.5"),
    }


def test_the_petitions_of_the_small_office(small: Office) -> None:
    total = table(small, Kind.PETITION, "2018-01").total
    assert {code.removeprefix("petition."): value for code, value in total.items() if value} == {
        "batches": 2,
        "persons": 7,
        "group_batches": 1,
        "group_persons": 5,
        "repeat_batches": 1,
        "letters": 1,
        "web": 1,
        "registered": 4,
        "closing": 4,
        "backlog_opening": 1,
        "backlog_entered": 1,
        "backlog_closing": 2,
    }


def test_visits_are_counted_each_and_places_once(small: Office) -> None:
    by_month = table(small, Kind.INSPECTION, "2018-01..2018-02", Dimension.MONTH)
    assert column(by_month, "inspection.visits") == {("2018-01",): Decimal(1), ("2018-02",): Decimal(2)}
    assert column(by_month, "inspection.places") == {("2018-01",): Decimal(1), ("2018-02",): Decimal(2)}
    amounts = {code: value for code, value in by_month.total.items() if isinstance(value, Decimal) and value}
    assert amounts == {"inspection.visits": 3, "inspection.places": 2}


def test_a_place_sealed_twice_is_one_place(small: Office) -> None:
    total = table(small, Kind.ENFORCEMENT, "2018-01..2018-02").total
    assert {code for code, value in total.items() if value == 1} == {"enforcement.sealed", "enforcement.detained"}


def test_items_and_spots_are_rows_of_their_own_without_a_total(small: Office) -> None:
    told = table(small, Kind.HAZARD, "2018-01")
    assert told.by == (Dimension.UNIT,)
    assert column(told, "hazard.found") == {("条",): Decimal(3), ("处",): Decimal(1)}
    assert set(told.total.values()) == {None}


def test_of_one_unit_there_is_a_total(small: Office) -> None:
    told = table(small, Kind.HAZARD, "2018-02", unit=("条",))
    assert [told.total[f"hazard.{name}"] for name in IDENTITIES[Kind.HAZARD]] == [3, 0, 1, 2]
    assert told.total["hazard.overdue"] == 1


def test_work_is_told_by_unit_with_its_decimals(small: Office) -> None:
    told = table(small, Kind.WORKLOG, "2018-01..2018-02")
    assert column(told, "worklog.quantity") == {("吨",): Decimal("14.5"), ("册",): Decimal(300)}


def test_what_was_not_filled_in_is_a_row_so_that_rows_add_up(small: Office) -> None:
    told = table(small, Kind.EVENT, "2018-02", Dimension.VILLAGE)
    assert told.rows[-1].keys == (None,)
    assert told.rows[-1].values["event.reported"] == 1
    assert sum(amount(row.values["event.reported"]) for row in told.rows) == told.total["event.reported"]


def test_a_village_without_cases_shows_nought(small: Office) -> None:
    told = table(small, Kind.EVENT, "2018-01", Dimension.VILLAGE)
    assert [row.keys for row in told.rows] == [(TONGCHUAN,), (NEIFENG,), (XISHAN,)]
    assert told.rows[2].values["event.reported"] == 0


def test_every_month_and_every_platform_is_a_row(small: Office) -> None:
    months = table(small, Kind.EVENT, "2018-03..2018-05", Dimension.MONTH)
    assert [row.keys for row in months.rows] == [("2018-03",), ("2018-04",), ("2018-05",)]
    assert len(table(small, Kind.EVENT, "2018-01", Dimension.PLATFORM).rows) == 4


@pytest.mark.parametrize("kind", list(IDENTITIES))
def test_each_month_opens_with_what_the_one_before_closed_with(small: Office, kind: Kind) -> None:
    told = table(small, kind, "2017-11..2018-04", Dimension.MONTH, Dimension.VILLAGE)
    balances = {row.keys: row.values for row in told.rows}
    months = [str(month) for month in period_named("2017-11..2018-04").months()]
    assert balances
    for keys, values in balances.items():
        later = (months[months.index(str(keys[0])) + 1], *keys[1:]) if keys[0] != months[-1] else None
        closing = values[f"{kind}.closing"]
        if later is not None and (closing or later in balances):
            assert balances[later][f"{kind}.opening"] == closing, (keys, later)


@pytest.mark.parametrize("kind", list(IDENTITIES))
@pytest.mark.parametrize("by", [Dimension.VILLAGE, Dimension.MONTH, Dimension.CATEGORY, Dimension.STAFF])
def test_opening_and_new_less_ended_is_closing_in_every_cell(small: Office, kind: Kind, by: Dimension) -> None:
    opening, new, ended, closing = (f"{kind}.{name}" for name in IDENTITIES[kind])
    for row in table(small, kind, "2018-01-04..2018-02-03", by).rows:
        amounts = {code: amount(row.values[code]) for code in (opening, new, ended, closing)}
        assert amounts[opening] + amounts[new] - amounts[ended] == amounts[closing], row.keys


@pytest.mark.parametrize(
    ("period", "reported"),
    [
        ("2018-01-01..2018-01-31", 3),
        ("2018-01-04..2018-02-03", 3),
        ("2018-01-05", 1),
        ("2018-01-06..2018-01-30", 0),
        ("2018-01-15..2018-03-15", 2),
        ("2017-12-30..2018-01-03", 2),
        ("2018", 4),
    ],
)
def test_edges_within_months_count_to_the_day(small: Office, period: str, reported: int) -> None:
    assert table(small, Kind.EVENT, period).total["event.reported"] == reported


def test_rows_are_in_the_order_of_the_vocabulary(small: Office) -> None:
    told = table(small, Kind.EVENT, "2018", Dimension.CATEGORY)
    assert [row.keys for row in told.rows] == [("ZZ0102",), ("ZF0303",)]


@pytest.mark.parametrize(
    ("kind", "dimension", "name"),
    [
        (Kind.EVENT, Dimension.OUTCOME, "结果"),
        (Kind.EVENT, Dimension.MODE, "调解方式"),
        (Kind.DISPUTE, Dimension.PLATFORM, "平台"),
        (Kind.WORKLOG, Dimension.STAFF, "人员"),
    ],
)
def test_a_dimension_that_a_kind_lacks_is_refused_by_name(
    small: Office, kind: Kind, dimension: Dimension, name: str
) -> None:
    with pytest.raises(Refusal, match=f"{kind.label}没有“{name}”（{dimension}）"):
        table(small, kind, "2018", dimension)
    with pytest.raises(Refusal, match=f"没有“{name}”"):
        table(small, kind, "2018", **{dimension.value: ("甲",)})


def test_columns_that_cannot_be_told_by_outcome_are_left_out(small: Office) -> None:
    told = table(small, Kind.DISPUTE, "2018-01", Dimension.OUTCOME)
    codes = {indicator.code for indicator in told.columns}
    assert "dispute.handled" in codes
    assert codes.isdisjoint({"dispute.found", "dispute.opening", "dispute.closing"})
    with pytest.raises(Refusal, match="不分结果"):
        figure(
            small.ledger,
            indicator_named("dispute.found"),
            Cut(period_named("2018"), TOWN, {Dimension.OUTCOME: ("撤回",)}),
        )


@pytest.mark.parametrize("kind", list(Kind))
def test_of_every_kind_flows_add_up_over_villages_and_months(small: Office, kind: Kind) -> None:
    units: dict[Kind, dict[str, tuple[Key, ...]]] = {Kind.HAZARD: {"unit": ("条",)}, Kind.WORKLOG: {"unit": ("吨",)}}
    told = table(small, kind, "2017-12..2018-03", Dimension.VILLAGE, Dimension.MONTH, **units.get(kind, {}))
    flows: Sequence[str] = [
        c.code for c in told.columns if c.reading.aggregate is Aggregate.FLOW and c.denominator is None
    ]
    for code in flows:
        assert sum(amount(row.values[code]) for row in told.rows) == told.total[code], code


def test_a_case_of_another_town_is_not_counted(small: Office) -> None:
    cut = Cut(period_named("2018"), "999999999")
    assert figure(small.ledger, indicator_named("event.reported"), cut) == 0


def test_a_new_case_is_counted_at_once(small: Office) -> None:
    assert table(small, Kind.EVENT, "2018-03").total["event.reported"] == 0
    save(small, [bare(Kind.EVENT, at(2018, 3, 1), reporter="新来的演示员", category="ZZ0103")])
    assert table(small, Kind.EVENT, "2018-03").total["event.reported"] == 1


def test_where_units_stay_apart_every_month_is_a_row_of_each_unit(small: Office) -> None:
    cut = Cut(period_named("2018"), TOWN)
    table = tally(small.ledger, words_of(small), catalogue()[Kind.HAZARD], cut, [Dimension.MONTH])
    units = {keys[1] for keys in (row.keys for row in table.rows)}
    assert len(table.rows) == 12 * len(units)
