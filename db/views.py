"""Saved views (收藏的查询) in the database, one row a view."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from typing_extensions import override

from db.dialect import insert_or_replace
from db.engine import Database
from db.tables.views import VIEW
from gridapp.domain.filter import condition_from
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import View, Views


class SqlViews(Views):
    """The saved views of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def views_of(self, person: str, kind: Kind) -> Sequence[View]:
        query = select(VIEW).where(VIEW.c.person == person, VIEW.c.kind == kind.value)
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(VIEW.c.position, VIEW.c.name)).mappings().all()
        return [_view(row) for row in rows]

    @override
    def put_view(self, view: View) -> None:
        if not view.name.strip():
            raise Refusal("请给这个查询起一个名称。")
        row = {column.name: getattr(view, column.name) for column in VIEW.c} | {
            "kind": view.kind.value,
            "name": view.name.strip(),
            "conditions": json.dumps([condition.to_plain() for condition in view.conditions], ensure_ascii=False),
            "columns": json.dumps(view.columns, ensure_ascii=False),
        }
        same = select(VIEW.c.id).where(
            VIEW.c.person == view.person,
            VIEW.c.kind == view.kind.value,
            VIEW.c.name == row["name"],
            VIEW.c.id != view.id,
        )
        with self._database.write() as connection:
            if connection.execute(same).first():
                raise Refusal(f"已经有一个查询叫“{row['name']}”，请换一个名称，或者先删除原来的。")
            connection.execute(insert_or_replace(connection, VIEW), row)

    @override
    def delete_view(self, view_id: UUID) -> None:
        with self._database.write() as connection:
            connection.execute(delete(VIEW).where(VIEW.c.id == view_id))


def _view(row: Mapping[Any, Any]) -> View:
    return View(
        **{
            **row,
            "kind": Kind(row["kind"]),
            "conditions": tuple(condition_from(plain) for plain in json.loads(row["conditions"])),
            "columns": tuple(json.loads(row["columns"])),
        }
    )
