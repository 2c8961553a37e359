"""Drafts (草稿): kept as they are typed, thrown away when they are saved."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, delete, select
from typing_extensions import override

from db.dialect import insert_or_replace
from db.engine import Database
from db.tables.drafts import DRAFT
from gridapp.domain.kind import Kind
from gridapp.ports import Draft, Drafts


class SqlDrafts(Drafts):
    """The drafts of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def put(self, draft: Draft) -> None:
        row = {name: getattr(draft, name) for name in draft.__slots__}
        row |= {"kind": draft.kind.value, "content": json.dumps(dict(draft.content), ensure_ascii=False)}
        with self._database.write() as connection:
            connection.execute(insert_or_replace(connection, DRAFT), row)

    @override
    def of(self, person: str) -> Sequence[Draft]:
        query = select(DRAFT).where(DRAFT.c.person == person).order_by(DRAFT.c.saved_at.desc(), DRAFT.c.id)
        return self._found(query)

    @override
    def everybody(self) -> Sequence[Draft]:
        return self._found(select(DRAFT).order_by(DRAFT.c.saved_at, DRAFT.c.id))

    def _found(self, query: Select[Any]) -> Sequence[Draft]:
        with self._database.read() as connection:
            rows = connection.execute(query).mappings().all()
        return [Draft(**{**row, "kind": Kind(row["kind"]), "content": json.loads(row["content"])}) for row in rows]

    @override
    def delete(self, draft_id: UUID) -> None:
        with self._database.write() as connection:
            drop_draft(connection, draft_id)


def drop_draft(connection: Connection, draft_id: UUID) -> None:
    """Throws a draft away within a transaction that saves what it held."""
    connection.execute(delete(DRAFT).where(DRAFT.c.id == draft_id))
