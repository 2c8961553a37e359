"""The petitions that were presented before (以前的信访件), found by the indexes of names, documents and the accused."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, union
from typing_extensions import override

from db.engine import Database
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.parts import PARTY
from db.veil import apart_from, veiled_from
from gridapp.domain.kind import Kind
from gridapp.domain.party import Party, Side
from gridapp.ports import FormerPetition, FormerPetitions, Presented

_DETAIL = DETAILS[Kind.PETITION]
_MOST = 200
_OF_THE_HEAD = ("id", "reported_at", "title", "category", "village")
_OF_ITS_OWN = ("petitioner", "phone", "address", "accused", "demand")
_OF_A_PARTY = ("name", "phone", "paper_number", "address", "agent")


class SqlFormerPetitions(FormerPetitions):
    """The earlier petitions of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def petitions(self, presented: Presented) -> Sequence[FormerPetition]:
        named = list(_sharing(presented))
        if not named:
            return []
        with self._database.read() as connection:
            readable = apart_from(veiled_from(connection, presented.reader, Kind.PETITION))
            rows = connection.execute(_told(presented, named, list(readable))).all()
        return [_former(list(lines)) for _, lines in groupby(rows, key=lambda row: row[0])]

    @override
    def repeated_by(self, case_id: UUID, reader: str | None = None) -> Sequence[UUID]:
        with self._database.read() as connection:
            found = (
                select(HEAD.c.id)
                .join(_DETAIL, _DETAIL.c.case_id == HEAD.c.id)
                .where(_DETAIL.c.earlier == case_id, HEAD.c.excluded_at.is_(None))
                .where(*apart_from(veiled_from(connection, reader, Kind.PETITION)))
                .order_by(HEAD.c.reported_at, HEAD.c.id)
            )
            return connection.execute(found).scalars().all()


def _sharing(presented: Presented) -> Iterator[Select[tuple[UUID]]]:
    """One question to one index each: names, documents, and where nobody is named the accused."""
    names = sorted({person.name for person in presented.people})
    papers = sorted({person.paper_number for person in presented.people if person.paper_number})
    if names:
        yield select(_DETAIL.c.case_id).where(_DETAIL.c.petitioner.in_(names))
        yield select(PARTY.c.case_id).where(PARTY.c.name.in_(names))
    if papers:
        yield select(PARTY.c.case_id).where(PARTY.c.paper_number.in_(papers))
    if presented.accused and not names:
        yield select(_DETAIL.c.case_id).where(_DETAIL.c.accused == presented.accused)


def _told(
    presented: Presented, named: Sequence[Select[tuple[UUID]]], readable: Sequence[ColumnElement[bool]]
) -> Select[Any]:
    sharing = union(*named).subquery()
    newest = (
        select(HEAD.c.id)
        .join_from(sharing, _DETAIL, _DETAIL.c.case_id == sharing.c.case_id)
        .join(HEAD, HEAD.c.id == sharing.c.case_id)
        .where(HEAD.c.town == presented.town, HEAD.c.excluded_at.is_(None), *readable)
        .order_by(HEAD.c.reported_at.desc(), HEAD.c.id)
        .limit(_MOST)
    )
    if presented.reported_at is not None:
        newest = newest.where(HEAD.c.reported_at <= presented.reported_at)
    if presented.case_id is not None:
        newest = newest.where(HEAD.c.id != presented.case_id)
    chosen = newest.subquery()
    return (
        select(
            *(HEAD.c[name] for name in _OF_THE_HEAD),
            *(_DETAIL.c[name] for name in _OF_ITS_OWN),
            *(PARTY.c[name] for name in _OF_A_PARTY),
        )
        .join_from(chosen, HEAD, HEAD.c.id == chosen.c.id)
        .join(_DETAIL, _DETAIL.c.case_id == HEAD.c.id)
        .outerjoin(PARTY, PARTY.c.case_id == HEAD.c.id)
        .order_by(HEAD.c.reported_at.desc(), HEAD.c.id, PARTY.c.n)
    )


def _former(lines: Sequence[Sequence[Any]]) -> FormerPetition:
    """A petition from its lines, one for each of those who gave their names."""
    case_id, reported_at, title, category, village, petitioner, phone, address, accused, demand, *_ = lines[0]
    return FormerPetition(
        id=case_id,
        reported_at=reported_at,
        petitioner=petitioner,
        phone=phone,
        address=address,
        parties=tuple(_party(*line[-len(_OF_A_PARTY) :]) for line in lines if line[-len(_OF_A_PARTY)] is not None),
        accused=(accused or "").strip(),
        text=f"{title}\n{demand or ''}".strip(),
        category=category,
        village=village,
    )


def _party(name: str, phone: str | None, paper_number: str | None, address: str | None, agent: str | None) -> Party:
    return Party(side=Side.A, name=name, phone=phone, paper_number=paper_number, address=address, agent=agent)
