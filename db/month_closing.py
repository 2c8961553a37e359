"""Closing and opening a month (关账, 重开) in the database: one transaction that nobody else books into."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Table, delete, insert, text

from db.books import closings_of, lines_booked_until, steps_of
from db.bringing_home import bring_home
from db.bulk import insert_rows
from db.month_number import month_number
from db.open_books import open_books
from db.tables.books import BOOK_STEP, KEPT_TABLE
from db.tables.ledger import MONTH_CLOSING, POSTING
from db.terms import NewTerms
from gridapp.domain.actor import Actor
from gridapp.domain.books import BookAction, BookStep, KeptTable, digest_of
from gridapp.domain.period import Month
from gridapp.domain.problem import Overtaken, Refusal


def keep_step(connection: Connection, step: BookStep, after: int | None = None) -> None:
    """Keeps what was done with a month; raises `Refusal` where it was decided after fewer steps than there are."""
    _hold(connection, BOOK_STEP)
    known = steps_of(connection, step.town, step.month)
    if after is not None and len(known) > after:
        raise Refusal(f"{step.month} 的报表刚刚由{known[-1].person}{known[-1].action.value}，请刷新后再办理。")
    row = {name: getattr(step, name) for name in step.__slots__ if name != "month"}
    numbered = {"action": step.action.value, "month": month_number(step.month), "n": len(known) + 1}
    connection.execute(insert(BOOK_STEP), row | numbered)


def close_month(
    connection: Connection,
    terms: NewTerms,
    step: BookStep,
    tables: Sequence[KeptTable],
    lines: int | None,
    after: int | None,
) -> None:
    """Closes a month for good, with its tables; raises as `Writer.close_month`."""
    # Before the ledger is held: somebody who posts may hold the town's new word and wait for the ledger.
    terms.require([("town", step.town)])
    _hold(connection, POSTING)
    first_open = open_books(connection).get(step.town)
    if first_open is not None and step.month.start < first_open:
        raise Refusal(f"{step.month} 已经关账，不必再关。")
    if lines is not None and lines_booked_until(connection, terms.number("town", step.town), step.month) != lines:
        raise Overtaken("编制报表之后又记入了新的数，请重新核对后再关账。")
    keep_step(connection, step, after)
    month, closing = month_number(step.month), closings_of(connection, step.town, step.month)
    closed = {"town": step.town, "month": month, "at": step.at, "person": step.person}
    connection.execute(insert(MONTH_CLOSING), closed)
    rows = [
        {
            "town": step.town,
            "month": month,
            "closing": closing,
            "position": position,
            "code": table.code,
            "title": table.title,
            "content": table.content,
            "digest": table.digest,
        }
        for position, table in enumerate(tables)
    ]
    insert_rows(connection, KEPT_TABLE, rows)


def reopen_month(connection: Connection, step: BookStep) -> None:
    """Opens the month that was closed last, and brings its 更正 home; raises as `Writer.reopen_month`."""
    _hold(connection, POSTING)
    first_open = open_books(connection).get(step.town)
    if first_open is None or step.month.start >= first_open:
        raise Refusal(f"{step.month} 没有关账，不需要重开。")
    if step.month.end != first_open:
        raise Refusal(f"{step.month} 之后还有已关账的月份，请从最后关账的月份开始重开。")
    keep_step(connection, step)
    number = month_number(step.month)
    connection.execute(delete(MONTH_CLOSING).where(MONTH_CLOSING.c.town == step.town, MONTH_CLOSING.c.month == number))
    bring_home(connection, step.town, first_open, open_books(connection).get(step.town), step.at)


def step_of(
    action: BookAction, town: str, month: Month, actor: Actor, at: datetime, tables: Sequence[KeptTable] = ()
) -> BookStep:
    """The step by which a month is closed, with the digest of its tables."""
    return BookStep(
        town=town,
        month=month,
        action=action,
        at=at,
        person=actor.name,
        workstation=actor.workstation,
        digest=digest_of(tables) if tables else None,
    )


def _hold(connection: Connection, table: Table) -> None:
    """Until the transaction ends nobody else writes a table; a writing transaction on SQLite is alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE"))
