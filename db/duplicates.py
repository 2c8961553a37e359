"""The few cases that a new entry is worth comparing with (疑似重复), each found by an index."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, Table, null, select
from typing_extensions import override

from db.engine import Database
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.parts import PARTY
from db.veil import apart_from, veiled_from
from gridapp.domain.kind import Kind
from gridapp.ports import Candidate, Duplicates, Entered

_NEAR = timedelta(days=7)
_OF_A_PERSON = 60
_OF_A_VILLAGE = 200
_OF_A_CATEGORY = 60


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a kind keeps what duplicates are recognised by."""

    persons: tuple[str, ...] = ()
    phone: str | None = None
    address: str | None = None
    text: str | None = None


_BY_KIND: Mapping[Kind, _Columns] = {
    Kind.EVENT: _Columns(persons=("reporter",), phone="phone", address="address"),
    Kind.DISPUTE: _Columns(persons=("party_a", "party_b"), address="address", text="demand"),
    Kind.PETITION: _Columns(persons=("petitioner",), phone="phone", text="demand"),
    Kind.HAZARD: _Columns(address="place_name"),
}


_WITH_PARTIES = frozenset({Kind.DISPUTE, Kind.PETITION})
"""The kinds of which several people may be named."""


class SqlDuplicates(Duplicates):
    """The look-out for duplicates of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def candidates(self, entered: Entered) -> Sequence[Candidate]:
        columns = _BY_KIND.get(entered.kind)
        if columns is None:
            return []
        with self._database.read() as connection:
            ids: set[UUID] = set()
            readable = tuple(apart_from(veiled_from(connection, entered.reader, entered.kind)))
            for query in _queries(entered, columns):
                ids.update(connection.execute(query.where(*readable)).scalars())
            ids.discard(entered.case_id or UUID(int=0))
            return _loaded(connection, entered, list(ids))


def _queries(entered: Entered, columns: _Columns) -> Iterator[Select[Any]]:
    detail = DETAILS[entered.kind]
    if entered.phone and columns.phone:
        yield _newest(entered, detail, detail.c[columns.phone] == entered.phone)
    for name in columns.persons:
        for person in filter(None, entered.persons):
            yield _newest(entered, detail, detail.c[name] == person)
    if entered.kind in _WITH_PARTIES:
        for person in filter(None, entered.persons):
            yield _newest(entered, PARTY, PARTY.c.name == person)
        if entered.phone:
            yield _newest(entered, PARTY, PARTY.c.phone == entered.phone)
    if entered.reported_at is None:
        return
    around = select(HEAD.c.id).where(
        *_counting(entered), HEAD.c.reported_at.between(entered.reported_at - _NEAR, entered.reported_at + _NEAR)
    )
    around = around.order_by(HEAD.c.reported_at.desc())
    if entered.village:
        yield around.where(HEAD.c.village == entered.village).limit(_OF_A_VILLAGE)
    if entered.category:
        yield around.where(HEAD.c.category == entered.category).limit(_OF_A_CATEGORY)


def _newest(entered: Entered, table: Table, shared: ColumnElement[bool]) -> Select[Any]:
    """The newest cases that share something; identities grow with time, so the index is read from its end."""
    query = select(table.c.case_id).join(HEAD, HEAD.c.id == table.c.case_id).where(shared, *_counting(entered))
    return query.order_by(table.c.case_id.desc()).limit(_OF_A_PERSON)


def _counting(entered: Entered) -> Sequence[ColumnElement[bool]]:
    return HEAD.c.town == entered.town, HEAD.c.kind == entered.kind.value, HEAD.c.excluded_at.is_(None)


def _loaded(connection: Connection, entered: Entered, ids: Sequence[UUID]) -> Sequence[Candidate]:
    if not ids:
        return []
    kind = entered.kind
    query, detail = _rows(kind), DETAILS[kind]
    found = connection.execute(query.where(detail.c.case_id.in_(ids))).all()
    parties = _parties(connection, ids) if kind in _WITH_PARTIES else {}
    return [
        Candidate(
            id=row.id,
            number=row.number,
            title=row.title,
            status=row.status,
            reported_at=row.reported_at,
            text="\n".join(filter(None, (row.note, row.text))),
            category=row.category,
            village=row.village,
            address=row.address or "",
            persons=_names(kind, row, parties.get(row.id, ())),
            phone=_phone([("", row.phone), *parties.get(row.id, ())], entered.phone),
        )
        for row in found
    ]


_Party = Sequence[Any]
"""The name and the phone of a party."""


def _parties(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[_Party]]:
    query = select(PARTY.c.case_id, PARTY.c.name, PARTY.c.phone).where(PARTY.c.case_id.in_(ids))
    parties: dict[UUID, list[_Party]] = {}
    for case_id, *party in connection.execute(query.order_by(PARTY.c.case_id, PARTY.c.n)):
        parties.setdefault(case_id, []).append(party)
    return parties


def _names(kind: Kind, row: Sequence[Any], parties: Sequence[_Party]) -> tuple[str, ...]:
    """Who a case is about; a ledger writes several parties of a side in one cell."""
    told = [cell for cell in row[: len(_BY_KIND[kind].persons)] if cell]
    if kind is Kind.DISPUTE and not parties:
        return tuple(name for cell in told for name in cell.split("、"))
    named = [name for name, _ in parties]
    return tuple(named if kind is Kind.DISPUTE else dict.fromkeys((*told, *named)))


def _phone(parties: Sequence[_Party], asked: str) -> str:
    """The phone that is asked for if one of the parties has it, else the first there is."""
    phones = [phone for _, phone in parties if phone]
    return asked if asked in phones else next(iter(phones), "")


@cache
def _rows(kind: Kind) -> Select[Any]:
    detail, columns = DETAILS[kind], _BY_KIND[kind]

    def named(label: str, name: str | None) -> ColumnElement[Any]:
        return null().label(label) if name is None else detail.c[name].label(label)

    persons = (detail.c[name] for name in columns.persons)
    head = (HEAD.c[name] for name in ("id", "number", "title", "status", "reported_at", "note", "category", "village"))
    rest = (named("text", columns.text), named("address", columns.address), named("phone", columns.phone))
    return select(*persons, *head, *rest).join_from(detail, HEAD, HEAD.c.id == detail.c.case_id)
