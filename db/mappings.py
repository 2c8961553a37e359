"""Remembered columns (列对应关系) in the database, one row a kind and set of headings."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from typing_extensions import override

from db.dialect import insert_or_replace
from db.engine import Database
from db.tables.paper import COLUMN_MAPPING
from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.ports import ColumnMappings


class SqlColumnMappings(ColumnMappings):
    """The remembered columns of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def remembered(self, kind: Kind, headings: Sequence[str]) -> Mapping[str, int] | None:
        table = COLUMN_MAPPING
        query = select(table.c.places).where(table.c.kind == kind.value, table.c.headings == _written(headings))
        with self._database.read() as connection:
            places: str | None = connection.execute(query).scalar_one_or_none()
        return None if places is None else json.loads(places)

    @override
    def remember(
        self, kind: Kind, headings: Sequence[str], places: Mapping[str, int], actor: Actor, at: datetime
    ) -> None:
        row = {
            "kind": kind.value,
            "headings": _written(headings),
            "places": json.dumps(dict(places), sort_keys=True),
            "kept_at": at,
            "kept_by": actor.name,
        }
        with self._database.write() as connection:
            connection.execute(insert_or_replace(connection, COLUMN_MAPPING), row)


def _written(headings: Sequence[str]) -> str:
    return json.dumps(list(headings), ensure_ascii=False)
