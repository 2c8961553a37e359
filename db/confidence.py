"""What is confidential (保密), in the database: who may read it, who has read it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from db.engine import Database
from db.tables.confidence import CONFIDANT_CHANGE, READING_LOG
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Overtaken
from gridapp.ports import ConfidantsChange, ConfidenceBook, Reading

_CHANGED_MEANWHILE = "保密名单刚被他人改过，请先查看现在的名单再修改。"


class SqlConfidenceBook(ConfidenceBook):
    """The account of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def confidants(self, confidence: Confidence) -> tuple[str, ...]:
        with self._database.read() as connection:
            return _standing(connection, confidence)[1]

    @override
    def readable_by(self, person: str) -> frozenset[Confidence]:
        with self._database.read() as connection:
            return frozenset(Confidence) - closed_to(connection, person)

    @override
    def change(
        self,
        confidence: Confidence,
        before: tuple[str, ...],
        after: tuple[str, ...],
        actor: Actor,
        at: datetime,
    ) -> None:
        row = {
            "confidence": confidence.value,
            "at": at,
            "person": actor.name,
            "workstation": actor.workstation,
            "before": before,
            "after": after,
        }
        with self._database.write() as connection:
            n, standing = _standing(connection, confidence)
            if standing != before:
                raise Overtaken(_CHANGED_MEANWHILE)
            try:
                connection.execute(insert(CONFIDANT_CHANGE), row | {"n": n + 1})
            except IntegrityError as error:
                raise Overtaken(_CHANGED_MEANWHILE) from error

    @override
    def changes(self, confidence: Confidence) -> Sequence[ConfidantsChange]:
        table = CONFIDANT_CHANGE
        query = select(table).where(table.c.confidence == confidence.value).order_by(table.c.n.desc())
        with self._database.read() as connection:
            return [
                ConfidantsChange(
                    confidence=confidence,
                    at=row["at"],
                    person=row["person"],
                    workstation=row["workstation"],
                    before=row["before"],
                    after=row["after"],
                )
                for row in connection.execute(query).mappings()
            ]

    @override
    def note_reading(self, case: Case, confidence: Confidence, actor: Actor, at: datetime) -> None:
        row = {
            "at": at,
            "person": actor.name,
            "workstation": actor.workstation,
            "case_id": case.id,
            "kind": case.kind.value,
            "number": case.number,
            "confidence": confidence.value,
        }
        with self._database.write() as connection:
            connection.execute(insert(READING_LOG), row)

    @override
    def last_read(self, case_id: UUID, person: str) -> datetime | None:
        query = select(func.max(READING_LOG.c.at)).where(
            READING_LOG.c.case_id == case_id, READING_LOG.c.person == person
        )
        with self._database.read() as connection:
            last: datetime | None = connection.execute(query).scalar_one()
            return last

    @override
    def readings(self, confidence: Confidence, limit: int) -> Sequence[Reading]:
        table = READING_LOG
        query = select(table).where(table.c.confidence == confidence.value).order_by(table.c.n.desc()).limit(limit)
        with self._database.read() as connection:
            return [
                Reading(
                    at=row["at"],
                    person=row["person"],
                    workstation=row["workstation"],
                    case_id=row["case_id"],
                    kind=Kind(row["kind"]),
                    number=row["number"],
                    confidence=confidence,
                )
                for row in connection.execute(query).mappings()
            ]


def closed_to(connection: Connection, reader: str | None) -> frozenset[Confidence]:
    """What a reader may not see; everything that is confidential where nobody is named."""
    return frozenset(_closed_to(connection, reader))


def _closed_to(connection: Connection, reader: str | None) -> Iterator[Confidence]:
    for confidence in Confidence:
        if reader is None or reader not in _standing(connection, confidence)[1]:
            yield confidence


def _standing(connection: Connection, confidence: Confidence) -> tuple[int, tuple[str, ...]]:
    """How often the list of a group was changed, and the names on it now."""
    table = CONFIDANT_CHANGE
    query = select(table.c.n, table.c.after).where(table.c.confidence == confidence.value)
    last = connection.execute(query.order_by(table.c.n.desc()).limit(1)).first()
    return (0, ()) if last is None else (last.n, last.after)
