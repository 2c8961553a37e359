"""Column types: both databases give back exactly what was put in."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert, select

from db.column_types import Day, Exact, Identity, Moment, day_number, thousandths
from db.engine import engine_for, url_of

TABLE = Table(
    "tried",
    MetaData(),
    Column("n", Integer, primary_key=True),
    Column("moment", Moment),
    Column("day", Day),
    Column("identity", Identity),
    Column("exact", Exact),
)


@pytest.fixture
def connection(location: str) -> Iterator[Connection]:
    """A connection with a table of every type, on each of the two databases."""
    engine = engine_for(url_of(location))
    with engine.connect() as opened:
        TABLE.create(opened)
        yield opened
        opened.rollback()
    engine.dispose()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("moment", datetime(2018, 6, 11, 9, 30, 15, 123456, tzinfo=UTC)),
        ("moment", datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
        ("moment", datetime(2018, 6, 11, 9, 30, tzinfo=timezone(timedelta(hours=8)))),
        ("day", date(2018, 6, 11)),
        ("day", date(1990, 1, 1)),
        ("identity", UUID("0160b988-3680-7000-8000-000000000005")),
        ("exact", Decimal("184.7")),
        ("exact", Decimal("-0.001")),
        ("exact", Decimal(10**12)),
    ],
)
def test_a_value_comes_back_exactly(connection: Connection, column: str, value: Any) -> None:
    connection.execute(insert(TABLE), {"n": 1, column: value})
    assert connection.execute(select(TABLE.c[column])).scalar_one() == value


def test_nothing_comes_back_as_nothing(connection: Connection) -> None:
    connection.execute(insert(TABLE), {"n": 1})
    assert connection.execute(select(TABLE)).one() == (1, None, None, None, None)


def test_moments_come_back_in_utc(connection: Connection) -> None:
    connection.execute(insert(TABLE), {"n": 1, "moment": datetime(2018, 6, 11, tzinfo=timezone(timedelta(hours=8)))})
    assert connection.execute(select(TABLE.c.moment)).scalar_one().utcoffset() == timedelta(0)


def test_days_and_moments_sort_as_they_follow(connection: Connection) -> None:
    days = [date(2017, 12, 31), date(2018, 1, 1), date(2018, 10, 1)]
    connection.execute(insert(TABLE), [{"n": n, "day": day} for n, day in enumerate(reversed(days))])
    assert connection.execute(select(TABLE.c.day).order_by(TABLE.c.day)).scalars().all() == days


def test_a_quantity_that_would_lose_something_is_not_stored() -> None:
    with pytest.raises(ValueError, match="more than three decimals"):
        thousandths(Decimal("0.0001"))


def test_a_days_month_is_a_division_away() -> None:
    assert day_number(date(2018, 6, 11)) // 100 == 201806
