"""How cases belong together: merged into one (并案), opened from one (转出), and the way from a number."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, select

from db.records import load_cases
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.parts import CLOSING
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Petition

_CHUNK = 500


def merged_into(connection: Connection, case_id: UUID) -> Sequence[Case]:
    """The cases that were merged directly into a case, by number."""
    ids = connection.execute(select(HEAD.c.id).where(HEAD.c.merged_into == case_id)).scalars().all()
    return sorted(load_cases(connection, ids).values(), key=lambda case: case.number)


def opened_from(connection: Connection, case_id: UUID) -> Sequence[Case]:
    """The cases that were opened from a case, by number."""
    ids = connection.execute(select(HEAD.c.id).where(HEAD.c.source_case == case_id)).scalars().all()
    return sorted(load_cases(connection, ids).values(), key=lambda case: case.number)


def received_on(connection: Connection, receptions: Sequence[UUID]) -> Sequence[Petition]:
    """The petitions that were received on some reception days, by number."""
    detail = DETAILS[Kind.PETITION]
    ids = connection.execute(select(detail.c.case_id).where(detail.c.reception.in_(receptions))).scalars().all()
    found = load_cases(connection, ids).values()
    return sorted((case for case in found if isinstance(case, Petition)), key=lambda case: case.number)


def by_number(connection: Connection, town: str, kind: Kind, numbers: Collection[str]) -> Mapping[str, Case]:
    """The cases that bear some numbers."""
    return {case.number: case for case in _matching(connection, town, kind, HEAD.c.number, numbers)}


def by_import_key(connection: Connection, town: str, kind: Kind, keys: Collection[str]) -> Mapping[str, Case]:
    """The cases that came from some ledger rows without numbers."""
    return {case.import_key or "": case for case in _matching(connection, town, kind, HEAD.c.import_key, keys)}


def _matching(
    connection: Connection, town: str, kind: Kind, column: Column[Any], values: Collection[str]
) -> Iterator[Case]:
    wanted = sorted(values)
    for start in range(0, len(wanted), _CHUNK):
        said = column.in_(wanted[start : start + _CHUNK])
        query = select(HEAD.c.id).where(HEAD.c.town == town, HEAD.c.kind == kind.value, said)
        yield from load_cases(connection, connection.execute(query).scalars().all()).values()


def with_agreement(connection: Connection, town: str, number: str) -> Sequence[Case]:
    """The cases of a town with an agreement that bears a number, by number."""
    query = select(HEAD.c.id).join(CLOSING, CLOSING.c.case_id == HEAD.c.id).distinct()
    ids = connection.execute(query.where(CLOSING.c.number == number, HEAD.c.town == town)).scalars().all()
    return sorted(load_cases(connection, ids).values(), key=lambda case: case.number)
