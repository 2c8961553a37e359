"""Where the books stand open (账期): nothing is booked before the first open day of a town."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, func, select

from db.month_number import month_of
from db.tables.ledger import MONTH_CLOSING


def open_books(connection: Connection) -> Mapping[str, date]:
    """For each town that has closed months, the first day on which its books are open."""
    latest = select(MONTH_CLOSING.c.town, func.max(MONTH_CLOSING.c.month)).group_by(MONTH_CLOSING.c.town)
    return {town: month_of(month).end for town, month in connection.execute(latest)}
