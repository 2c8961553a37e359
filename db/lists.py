"""Lists of cases: the query returns identities in order, rows come when they are shown."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select, type_coerce
from sqlalchemy.types import NullType
from typing_extensions import override

from db.engine import Database
from db.identities import Identities
from db.tables.cases import HEAD
from gridapp.domain.kind import Kind
from gridapp.domain.moment import start_of
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.ports import CaseList, CaseQuery, CaseRow

_SORTS = frozenset(
    {
        "reported_at",
        "registered_at",
        "number",
        "title",
        "village",
        "category",
        "level",
        "source",
        "status",
        "due_at",
        "closed_at",
        "handler",
        "unit",
    }
)
_AS_THEY_ARE = (
    "number",
    "title",
    "town",
    "village",
    "category",
    "level",
    "source",
    "handler",
    "unit",
    "reported_at",
    "due_at",
    "closed_at",
)
# Put together once: for a page of a list that takes longer than the database does.
_ROWS = select(
    HEAD.c.id, HEAD.c.kind, HEAD.c.status, HEAD.c.excluded_at, *(HEAD.c[name] for name in _AS_THEY_ARE)
).where(HEAD.c.id.in_(bindparam("ids", expanding=True)))


class SqlCaseList(CaseList):
    """The lists of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def find_ids(self, query: CaseQuery) -> Sequence[UUID]:
        if query.sort not in _SORTS:
            raise Refusal("不能按这一列排序，请换一列。")
        column = HEAD.c[query.sort]
        order = column.desc() if query.descending else column.asc()
        stored = type_coerce(HEAD.c.id, NullType)
        statement = _filtered(select(stored), query).order_by(order.nulls_last(), HEAD.c.id)
        if query.ids is None:
            statement = statement.limit(query.limit)
        with self._database.read() as connection:
            ids = Identities([row[0] for row in connection.execute(statement)])
        if query.ids is None:
            return ids
        wanted = frozenset(query.ids)
        return [case_id for case_id in ids if case_id in wanted][: query.limit]

    @override
    def count(self, query: CaseQuery) -> int:
        if query.ids is not None:
            return len(self.find_ids(query))
        with self._database.read() as connection:
            counted = connection.execute(_filtered(select(func.count(HEAD.c.id)), query))
            number: int = counted.scalar_one()
            return number

    @override
    def load_rows(self, ids: Sequence[UUID]) -> Sequence[CaseRow]:
        with self._database.read() as connection:
            found = connection.execute(_ROWS, {"ids": list(ids)})
            rows = {row[0]: _row(row) for row in found}
        return [rows[case_id] for case_id in ids if case_id in rows]


def _row(row: Sequence[Any]) -> CaseRow:
    case_id, kind, status, excluded_at, *others = row
    values = dict(zip(_AS_THEY_ARE, others, strict=True))
    return CaseRow(id=case_id, kind=Kind(kind), status=Status(status), excluded=excluded_at is not None, **values)


def _filtered(statement: Select[Any], query: CaseQuery) -> Select[Any]:
    if query.kind is not None:
        statement = statement.where(HEAD.c.kind == query.kind.value)
    if query.town is not None:
        statement = statement.where(HEAD.c.town == query.town)
    if query.village is not None:
        statement = statement.where(HEAD.c.village == query.village)
    if query.statuses:
        statement = statement.where(HEAD.c.status.in_(sorted(query.statuses)))
        statement = statement.where(HEAD.c.excluded_at.is_(None))
    if query.period is not None:
        statement = statement.where(
            HEAD.c.reported_at >= start_of(query.period.start),
            HEAD.c.reported_at < start_of(query.period.end),
        )
    if query.due_after is not None:
        statement = statement.where(HEAD.c.due_at > query.due_after)
    if query.due_before is not None:
        statement = statement.where(HEAD.c.due_at <= query.due_before)
    for word in query.text.split():
        statement = statement.where(HEAD.c.search_text.contains(word, autoescape=True))
    return statement
