"""The places of an office (场所名录): found, put on file, changed, each change with who made it."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update
from typing_extensions import override

from db.engine import Database
from db.places import place_row
from db.places_found import WAITING, conditions, found
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.registers import PLACE, PLACE_CHANGE
from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.domain.place import Place
from gridapp.domain.plain import to_plain
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.ports.places import PlaceBook, PlaceChange, PlaceQuery, PlaceRow

_HAZARD = DETAILS[Kind.HAZARD]
_PUT_ON_FILE = "登记"


class SqlPlaceBook(PlaceBook):
    """The places of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def find(self, query: PlaceQuery) -> Sequence[PlaceRow]:
        with self._database.read() as connection:
            return found(connection, query)[: query.limit]

    @override
    def count(self, query: PlaceQuery) -> int:
        with self._database.read() as connection:
            if query.text.strip():
                return len(found(connection, query))
            counted = select(func.count()).select_from(PLACE).where(*conditions(query))
            number: int = connection.execute(counted).scalar_one()
            return number

    @override
    def load(self, place_id: UUID) -> Place:
        with self._database.read() as connection:
            return _loaded(connection, place_id)

    @override
    def named(self, town: str, place_type: str, name: str) -> Place | None:
        with self._database.read() as connection:
            return place_named(connection, town, place_type, name)

    @override
    def open_hazards(self, place_id: UUID) -> int:
        query = (
            select(func.count())
            .select_from(_HAZARD)
            .join(HEAD, HEAD.c.id == _HAZARD.c.case_id)
            .where(_HAZARD.c.place == place_id, *WAITING)
        )
        with self._database.read() as connection:
            number: int = connection.execute(query).scalar_one()
            return number

    @override
    def cases_of(self, place_id: UUID, kind: Kind) -> Sequence[UUID]:
        detail = DETAILS[kind]
        query = (
            select(HEAD.c.id)
            .join(detail, detail.c.case_id == HEAD.c.id)
            .where(detail.c.place == place_id, HEAD.c.excluded_at.is_(None))
            .order_by(HEAD.c.reported_at.desc(), HEAD.c.id.desc())
        )
        with self._database.read() as connection:
            return list(connection.execute(query).scalars())

    @override
    def history(self, place_id: UUID) -> Sequence[PlaceChange]:
        query = select(PLACE_CHANGE).where(PLACE_CHANGE.c.place_id == place_id).order_by(PLACE_CHANGE.c.n)
        with self._database.read() as connection:
            return [
                PlaceChange(
                    n=row["n"],
                    at=row["at"],
                    person=row["person"],
                    workstation=row["workstation"],
                    action=row["action"],
                    changes={name: (old, new) for name, (old, new) in json.loads(row["changes"]).items()},
                )
                for row in connection.execute(query).mappings()
            ]

    @override
    def add(self, places: Collection[Place], actor: Actor, at: datetime) -> None:
        with self._database.write() as connection:
            put_on_file(connection, places, actor, at)

    @override
    def put(self, place: Place, version: int, action: str, actor: Actor, at: datetime) -> Place:
        with self._database.write() as connection:
            before = _loaded(connection, place.id)
            _refuse_double(connection, place)
            row = place_row(place) | {"version": version + 1}
            seen = (PLACE.c.id == place.id, PLACE.c.version == version)
            if connection.execute(update(PLACE).where(*seen).values(row)).rowcount != 1:
                raise Overtaken(f"{before.name} 刚被他人修改过，请先查看修改后的内容再保存。")
            _log(connection, before, place, action, actor, at)
        return _loaded_as(place, version + 1)


def put_on_file(connection: Connection, places: Collection[Place], actor: Actor, at: datetime) -> None:
    """Puts new places on file; raises `Refusal` where one of the same type and name is there already."""
    for place in places:
        _refuse_double(connection, place)
        connection.execute(insert(PLACE), place_row(place) | {"version": 1})
        _log(connection, None, place, _PUT_ON_FILE, actor, at)


def place_named(connection: Connection, town: str, place_type: str, name: str) -> Place | None:
    """The place of a type that bears a name, if it is on file."""
    named = (PLACE.c.town == town, PLACE.c.place_type == place_type, PLACE.c.name == name)
    row = connection.execute(select(PLACE).where(*named)).mappings().one_or_none()
    return None if row is None else Place(**row)


def _loaded(connection: Connection, place_id: UUID) -> Place:
    row = connection.execute(select(PLACE).where(PLACE.c.id == place_id)).mappings().one_or_none()
    if row is None:
        raise Refusal("这个场所已不存在（可能随导入批次撤销），请刷新后重试。")
    return Place(**row)


def _loaded_as(place: Place, version: int) -> Place:
    return Place(**(place_row(place) | {"version": version}))


def _refuse_double(connection: Connection, place: Place) -> None:
    other = place_named(connection, place.town, place.place_type, place.name)
    if other is not None and other.id != place.id:
        raise Refusal(f"已有名为“{place.name}”的{place.place_type}，请换一个名称，或打开原来的场所修改。")


def _log(connection: Connection, before: Place | None, after: Place, action: str, actor: Actor, at: datetime) -> None:
    old, new = ({} if before is None else _told(before)), _told(after)
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    changes = {name: (old.get(name), new.get(name)) for name in names}
    last = select(func.max(PLACE_CHANGE.c.n)).where(PLACE_CHANGE.c.place_id == after.id)
    row = {
        "place_id": after.id,
        "n": (connection.execute(last).scalar_one() or 0) + 1,
        "at": at,
        "person": actor.name,
        "workstation": actor.workstation,
        "action": action,
        "changes": json.dumps(changes, ensure_ascii=False),
    }
    connection.execute(insert(PLACE_CHANGE), row)


def _told(place: Place) -> Mapping[str, Any]:
    plain = to_plain(place)
    return {name: value for name, value in plain.items() if name not in ("id", "version")}
