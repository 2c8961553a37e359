"""The charges of leaders (领导包案), read for their board."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, select, text
from typing_extensions import override

from db.engine import Database
from db.tables.cases import HEAD
from db.tables.parts import CHARGE, SESSION, STEP
from db.veil import apart_from, veiled_from
from gridapp.domain.charge import Charge
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import ChargeBook, ChargeLine


class SqlChargeBook(ChargeBook):
    """The charges of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def charges(
        self, town: str | None = None, reader: str | None = None, until: datetime | None = None
    ) -> Sequence[ChargeLine]:
        talked = and_(
            SESSION.c.case_id == CHARGE.c.case_id,
            SESSION.c.purpose == Purpose.TALK.value,
            SESSION.c.held_at >= CHARGE.c.taken_at,
            func.coalesce(SESSION.c.held_at <= CHARGE.c.ended_at, True),
        )
        if until is not None:
            talked = and_(talked, SESSION.c.held_at < until)
        talks = select(func.count()).where(talked).scalar_subquery()
        last = select(func.max(SESSION.c.held_at)).where(talked).scalar_subquery()
        query = (
            select(
                CHARGE,
                HEAD.c.kind,
                HEAD.c.town,
                HEAD.c.number,
                HEAD.c.title,
                HEAD.c.status,
                talks.label("talks"),
                last.label("last_talk_at"),
            )
            .join(HEAD, HEAD.c.id == CHARGE.c.case_id)
            .where(HEAD.c.excluded_at.is_(None))
            .order_by(CHARGE.c.leader, CHARGE.c.due_at, CHARGE.c.case_id, CHARGE.c.n)
        )
        if town is not None:
            # Charges are few: an index of towns must not tempt the planner into walking all cases of one.
            query = query.where(HEAD.c.town.concat("") == town)
        with self._database.read() as connection:
            query = query.where(*apart_from(veiled_from(connection, reader)))
            return [_line(row) for row in connection.execute(query).mappings()]

    @override
    def supervised(self, town: str, until: datetime) -> Sequence[UUID]:
        # Written out, so that the index of these few steps is the one that is read.
        ordered = text(f"step.move = '{Move.SUPERVISE.value}'")
        query = select(STEP.c.case_id).distinct().join(HEAD, HEAD.c.id == STEP.c.case_id)
        query = query.where(ordered, STEP.c.at < until, HEAD.c.town == town, HEAD.c.excluded_at.is_(None))
        with self._database.read() as connection:
            return list(connection.execute(query).scalars())


def _line(row: Mapping[Any, Any]) -> ChargeLine:
    return ChargeLine(
        case_id=row["case_id"],
        kind=Kind(row["kind"]),
        town=row["town"],
        number=row["number"],
        title=row["title"],
        status=Status(row["status"]),
        charge=Charge(**{name: row[name] for name in Charge.__slots__}),
        talks=row["talks"],
        last_talk_at=row["last_talk_at"],
    )
