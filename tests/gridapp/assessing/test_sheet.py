"""The month's sheet: each line worked out by hand, each number its list, places, stretches of service."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Engine, event

from gridapp.assessing.services import put_services
from gridapp.assessing.sheet import assess
from gridapp.counting.amount import Rate
from gridapp.counting.cell import Cell
from gridapp.counting.figure_cases import cases_behind
from gridapp.domain.case import Closing
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Unacceptable
from gridapp.domain.service import Service
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.assessing.township import (
    AFTERWARDS,
    JUNE,
    OTHER,
    WORKER,
    a_month_of_everything,
    line,
    saved,
    score,
    sheet,
    with_workers,
)
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, NOW, TOWN, VILLAGES, at


@pytest.fixture
def busy(sqlite_office: Office) -> Office:
    """An office in which the worker did something of everything in June."""
    with_workers(sqlite_office, WORKER, OTHER)
    saved(sqlite_office, *a_month_of_everything())
    return sqlite_office


def served(office: Office, first: date, last: date | None, name: str = WORKER) -> None:
    times = [Service(town=TOWN, name=name, role="专职网格员", first_day=first, last_day=last)]
    put_services(office, TOWN, name, times, ACTOR, NOW)


@pytest.mark.parametrize(
    ("item", "value", "points"),
    [
        ("reports", Decimal(10), "15.00"),
        ("valid_rate", Rate(Decimal(10), Decimal(12)), "8.33"),
        ("close_rate", Rate(Decimal(8), Decimal(10)), "12.00"),
        ("on_time", Rate(Decimal(5), Decimal(6)), "8.33"),
        ("visits", Decimal(10), "7.50"),
        ("patrol", Decimal(4), "2.00"),
        ("checking", Decimal(1), "8.00"),
        ("yellow", Decimal(1), "-1.00"),
        ("red", Decimal(0), "0.00"),
        ("major_first", Decimal(0), "0.00"),
    ],
)
def test_every_line_is_what_the_records_say(busy: Office, item: str, value: object, points: str) -> None:
    found = line(busy, item)
    assert (found.figures[0].value, f"{found.points:f}") == (value, points)


def test_the_total_is_the_sum_of_the_lines(busy: Office) -> None:
    found = score(busy)
    assert found.total == sum(one.points for one in found.lines) == Decimal("60.16")


def test_every_number_is_its_list(office: Office) -> None:
    with_workers(office, WORKER, OTHER)
    saved(office, *a_month_of_everything())
    cells = [cell for one in sheet(office).scores for found in one.lines for cell in found.figures]
    assert [cell for cell in cells if _listed(office, cell) != _numerator(cell)] == []
    assert len(cells) == 2 * 11


def _listed(office: Office, cell: Cell) -> Decimal:
    return sum((case.quantity for case in cases_behind(office.ledger, cell.indicator, cell.cut)), Decimal(0))


def _numerator(cell: Cell) -> object:
    return cell.value.numerator if isinstance(cell.value, Rate) else cell.value


def test_who_was_to_be_visited_and_was_not_is_named(busy: Office) -> None:
    found = line(busy, "visits")
    (missed,) = found.left_out
    assert found.figures[1].value == 2
    assert busy.cases.load(missed).reported_at == at(2018, 1, 4)


def test_who_was_visited_by_somebody_else_was_visited(busy: Office) -> None:
    (missed,) = line(busy, "visits").left_out
    saved(busy, bare(Kind.VISIT, at(2018, 6, 29), handler=OTHER, source_case=missed, status=Status.RECORDED))
    assert line(busy, "visits").left_out == ()


def test_a_visit_of_another_month_does_not_count(busy: Office) -> None:
    (missed,) = line(busy, "visits").left_out
    saved(busy, bare(Kind.VISIT, at(2018, 7, 1), handler=WORKER, source_case=missed, status=Status.RECORDED))
    assert line(busy, "visits").left_out == (missed,)


def test_who_did_nothing_has_the_points_that_nobody_takes(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    points = {one.item.code: f"{one.points:f}" for one in score(sqlite_office).lines if one.points}
    assert points == {"on_time": "10.00", "checking": "10.00"}


def test_a_newcomer_is_measured_by_the_days_that_he_served(busy: Office) -> None:
    served(busy, date(2018, 6, 1), date(2018, 6, 8))
    found = score(busy)
    assert (found.worker.served, found.worker.workdays) == (6, 20)
    assert (found.line("reports").target, found.line("reports").figures[0].value) == (Decimal(6), Decimal(8))
    assert f"{found.line('reports').points:f}" == "30.00"
    assert f"{found.line('patrol').points:f}" == "6.67"


def test_the_numbers_of_a_part_of_the_month_are_their_lists_too(busy: Office) -> None:
    served(busy, date(2018, 6, 5), date(2018, 6, 12))
    cells = [cell for found in score(busy).lines for cell in found.figures]
    assert [cell for cell in cells if _listed(busy, cell) != _numerator(cell)] == []
    assert sum(_listed(busy, cell) for cell in cells) > 20


def test_nothing_before_the_first_day_of_service_counts(busy: Office) -> None:
    served(busy, date(2018, 6, 10), None)
    assert line(busy, "reports").figures[0].value == 1


def test_what_a_worker_did_in_two_roles_counts_once(busy: Office) -> None:
    with_workers(busy, WORKER, role="网格长")
    assert sum(one.line("reports").points for one in sheet(busy).of(WORKER)) == Decimal("15.00")


def test_places_are_shared_and_told_in_the_role_and_in_the_town(sqlite_office: Office) -> None:
    with_workers(sqlite_office, "演示甲", "演示乙")
    with_workers(sqlite_office, "演示丙", "演示丁", role="网格员")
    saved(sqlite_office, bare(Kind.EVENT, at(2018, 6, 4), reporter="演示丁"))
    told = {one.worker.name: (one.role_rank, one.rank) for one in sheet(sqlite_office).scores}
    assert told == {"演示甲": (1, 2), "演示乙": (1, 2), "演示丙": (2, 2), "演示丁": (1, 1)}


def test_a_closing_on_the_first_of_the_next_month_is_too_late_for_the_rate(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    for moment in (at(2018, 6, 30, 23, 59), at(2018, 7, 1)):
        closing = Closing(closed_at=moment)
        saved(
            sqlite_office,
            bare(Kind.EVENT, at(2018, 6, 4), reporter=WORKER, closings=(closing,), status=Status.CLOSED),
        )
    assert line(sqlite_office, "close_rate").figures[0].value == Rate(Decimal(1), Decimal(2))


@pytest.mark.parametrize(
    ("times", "field"),
    [
        ([("专职网格员", date(2018, 6, 9), date(2018, 6, 8), None)], "last_day"),
        ([("调解员", date(2018, 6, 1), None, None)], "role"),
        ([("专职网格员", date(2018, 6, 1), None, "没有")], "grid"),
        ([("专职网格员", date(2018, 1, 1), None, None), ("专职网格员", date(2018, 6, 1), None, None)], "first_day"),
    ],
)
def test_times_of_service_that_cannot_be_are_refused(
    sqlite_office: Office, times: list[tuple[str, date, date | None, str | None]], field: str
) -> None:
    with_workers(sqlite_office, WORKER)
    services = [
        Service(town=TOWN, name=WORKER, role=role, first_day=first, last_day=last, grid=grid)
        for role, first, last, grid in times
    ]
    with pytest.raises(Unacceptable) as refused:
        put_services(sqlite_office, TOWN, WORKER, services, ACTOR, NOW)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert sqlite_office.assessment.services(TOWN) == []


def test_the_grid_of_a_time_of_service_stands_on_the_sheet(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    grid = f"{VILLAGES[0]}-01"
    times = [Service(town=TOWN, name=WORKER, role="专职网格员", first_day=date(2018, 1, 1), grid=grid)]
    put_services(sqlite_office, TOWN, WORKER, times, ACTOR, NOW)
    assert score(sqlite_office).worker.grid == grid


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every statement that any database is sent meanwhile."""
    sent: list[str] = []

    def listen(_: object, __: object, statement: str, *___: object) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    yield sent
    event.remove(Engine, "before_cursor_execute", listen)


def test_a_hundred_workers_need_no_more_statements_than_two(busy: Office, statements: list[str]) -> None:
    statements.clear()
    assess(busy, TOWN, JUNE, AFTERWARDS)
    for_two = len(statements)
    with_workers(busy, *(f"演示{n:03}" for n in range(98)))
    statements.clear()
    assert len(assess(busy, TOWN, JUNE, AFTERWARDS).scores) == 100
    assert len(statements) == for_two <= 50
