"""Bringing 更正 home (冲回): once a month is open again, what was counted elsewhere is booked on its own days."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from db.bulk import insert_rows
from db.carrying import carry
from db.month_number import month_number
from db.tables.ledger import POSTING, TERM
from gridapp.counting.booking import booking_of

_CHUNK = 500


def bring_home(connection: Connection, town: str, booked_on: date, first_open: date | None, made_at: datetime) -> None:
    """Books the 更正 of a reopened month on their own days (冲回), those of months still closed on its first day."""
    net = func.sum(POSTING.c.quantity).label("quantity")
    columns = [c for c in POSTING.c if c.name not in ("n", "quantity", "reversal", "made_at")]
    standing = (
        select(*columns, net)
        .where(
            POSTING.c.town == select(TERM.c.id).where(TERM.c.dimension == "town", TERM.c.key == town).scalar_subquery(),
            POSTING.c.book_day == booked_on,
            POSTING.c.corrects.is_not(None),
        )
        .group_by(*columns)
        .having(net != 0)
    )
    found = [{**row, "quantity": int(row["quantity"])} for row in connection.execute(standing).mappings()]
    last = _last_lines(connection, sorted({row["case_id"] for row in found}))
    rows: list[dict[str, Any]] = []
    for row in found:
        booking = booking_of(row["day"], first_open)
        home = {"book_day": booking.book_day, "corrects": booking.corrects and month_number(booking.corrects)}
        for change in ({"quantity": -row["quantity"], "reversal": True}, {**home, "reversal": False}):
            last[row["case_id"]] += 1
            rows.append({**row, "n": last[row["case_id"]], "made_at": made_at, **change})
    insert_rows(connection, POSTING, rows)
    measures = select(TERM.c.id, TERM.c.key).where(TERM.c.dimension == "measure")
    carry(connection, rows, {row.id: row.key for row in connection.execute(measures)})


def _last_lines(connection: Connection, cases: Sequence[UUID]) -> dict[UUID, int]:
    last: dict[UUID, int] = {}
    for start in range(0, len(cases), _CHUNK):
        query = select(POSTING.c.case_id, func.max(POSTING.c.n)).where(
            POSTING.c.case_id.in_(cases[start : start + _CHUNK])
        )
        last.update((case_id, n) for case_id, n in connection.execute(query.group_by(POSTING.c.case_id)))
    return last
