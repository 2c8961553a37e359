"""The sessions of all disputes (约调), read for the week's calendar."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select
from typing_extensions import override

from db.engine import Database
from db.tables.cases import HEAD
from db.tables.parts import SESSION
from db.veil import apart_from, veiled_from
from gridapp.domain.mediation import Purpose
from gridapp.domain.status import Status
from gridapp.ports import SessionBook, SessionLine


class SqlSessionBook(SessionBook):
    """The sessions of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def sessions(
        self, since: datetime, until: datetime, town: str | None = None, reader: str | None = None
    ) -> Sequence[SessionLine]:
        held, planned = SESSION.c.held_at, SESSION.c.planned_at
        query = (
            select(SESSION, HEAD.c.town, HEAD.c.number, HEAD.c.title, HEAD.c.status)
            .join(HEAD, HEAD.c.id == SESSION.c.case_id)
            .where(
                SESSION.c.cancelled_at.is_(None),
                HEAD.c.excluded_at.is_(None),
                or_(
                    and_(held >= since, held < until),
                    and_(held.is_(None), planned >= since, planned < until),
                ),
            )
            .order_by(func.coalesce(held, planned), SESSION.c.case_id, SESSION.c.n)
        )
        if town is not None:
            query = query.where(HEAD.c.town == town)
        with self._database.read() as connection:
            query = query.where(*apart_from(veiled_from(connection, reader)))
            return [_line(row) for row in connection.execute(query).mappings()]


def _line(row: Mapping[Any, Any]) -> SessionLine:
    return SessionLine(
        case_id=row["case_id"],
        n=row["n"],
        town=row["town"],
        number=row["number"],
        title=row["title"],
        status=Status(row["status"]),
        purpose=Purpose(row["purpose"]),
        starts_at=row["held_at"] or row["planned_at"],
        minutes=row["minutes"],
        place=row["place"],
        mediators=row["mediators"],
        awaited=row["held_at"] is None,
        result=row["result"],
    )
