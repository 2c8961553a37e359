"""The books of the months (月报与关账) in the database: steps, kept tables, what was changed afterwards."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, func, select
from typing_extensions import override

from db.engine import Database
from db.late_changes import late_changes_of
from db.month_number import month_number, month_of
from db.open_books import open_books
from db.tables.books import BOOK_STEP, KEPT_TABLE
from db.tables.ledger import POSTING
from db.terms import Terms
from gridapp.domain.books import BookAction, BookStep, KeptTable
from gridapp.domain.period import Month
from gridapp.ports import Books, LateChange


class SqlBooks(Books):
    """The books of a database."""

    def __init__(self, database: Database, terms: Terms) -> None:
        self._database, self._terms = database, terms

    @override
    def open_from(self, town: str) -> date | None:
        with self._database.read() as connection:
            return open_books(connection).get(town)

    @override
    def steps(self, town: str, month: Month | None = None) -> Sequence[BookStep]:
        with self._database.read() as connection:
            return steps_of(connection, town, month)

    @override
    def tables(self, town: str, month: Month, closing: int | None = None) -> Sequence[KeptTable]:
        with self._database.read() as connection:
            return tables_of(connection, town, month, closing or closings_of(connection, town, month))

    @override
    def lines_until(self, town: str, month: Month) -> int:
        with self._database.read() as connection:
            return lines_booked_until(connection, self._terms.number(connection, "town", town), month)

    @override
    def late_changes(self, town: str, month: Month) -> Sequence[LateChange]:
        with self._database.read() as connection:
            first_open = open_books(connection).get(town)
            if first_open is None or month.start >= first_open:
                return []
            return late_changes_of(connection, self._terms, town, month, steps_of(connection, town, None))


def steps_of(connection: Connection, town: str, month: Month | None) -> list[BookStep]:
    """What was done with a month, or with every month of a town, oldest first."""
    query = select(BOOK_STEP).where(BOOK_STEP.c.town == town).order_by(BOOK_STEP.c.month, BOOK_STEP.c.n)
    if month is not None:
        query = query.where(BOOK_STEP.c.month == month_number(month))
    return [
        BookStep(
            town=row["town"],
            month=month_of(row["month"]),
            action=BookAction(row["action"]),
            at=row["at"],
            person=row["person"],
            workstation=row["workstation"],
            authority=row["authority"],
            reason=row["reason"],
            digest=row["digest"],
        )
        for row in connection.execute(query).mappings()
    ]


def tables_of(connection: Connection, town: str, month: Month, closing: int) -> list[KeptTable]:
    """The tables of one closing, in their order."""
    query = (
        select(KEPT_TABLE.c.code, KEPT_TABLE.c.title, KEPT_TABLE.c.content)
        .where(KEPT_TABLE.c.town == town, KEPT_TABLE.c.month == month_number(month), KEPT_TABLE.c.closing == closing)
        .order_by(KEPT_TABLE.c.position)
    )
    return [KeptTable(**row) for row in connection.execute(query).mappings()]


def closings_of(connection: Connection, town: str, month: Month) -> int:
    """How often a month was closed."""
    query = (
        select(func.count())
        .select_from(BOOK_STEP)
        .where(
            BOOK_STEP.c.town == town,
            BOOK_STEP.c.month == month_number(month),
            BOOK_STEP.c.action == BookAction.CLOSE.value,
        )
    )
    return connection.execute(query).scalar_one()


def lines_booked_until(connection: Connection, town: int, month: Month) -> int:
    """How many lines of a town (its word's number) are booked up to a month's end."""
    query = select(func.count()).where(POSTING.c.town == town, POSTING.c.book_day < month.end)
    return connection.execute(query).scalar_one()
