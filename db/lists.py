"""Lists of cases: the query returns identities in order, rows come when they are shown."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select
from typing_extensions import override

from db.engine import Database
from db.identities import Identities
from db.lists_by_index import ids_by_index, is_best_found_by_the_index, number_by_index
from db.lists_by_tables import ids_by_tables, number_by_tables
from db.search_question import is_answered_by_the_index
from db.tables.cases import DETAILS, HEAD
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.ports import CaseList, CaseQuery, CaseRow

_AS_THEY_ARE = (
    "number",
    "title",
    "town",
    "village",
    "grid",
    "category",
    "level",
    "source",
    "campaign",
    "handler",
    "unit",
    "first_receiver",
    "chief",
    "supervision",
    "awaited",
    "late_reason",
    "reported_at",
    "registered_at",
    "occurred_at",
    "accepted_at",
    "due_at",
    "step_due_at",
    "closed_at",
)
_SORTS = frozenset({"status", *_AS_THEY_ARE})
_AS_WELL = ("tags", "excluded_reason")
_OF_EVENTS = ("address", "reporter", "phone")
_EVENT = DETAILS[Kind.EVENT]
# Put together once: for a page of a list that takes longer than the database does.
_ROWS = (
    select(
        HEAD.c.id,
        HEAD.c.kind,
        HEAD.c.status,
        HEAD.c.excluded_at,
        *(HEAD.c[name] for name in (*_AS_THEY_ARE, *_AS_WELL)),
        *(_EVENT.c[name] for name in _OF_EVENTS),
    )
    .select_from(HEAD.outerjoin(_EVENT, _EVENT.c.case_id == HEAD.c.id))
    .where(HEAD.c.id.in_(bindparam("ids", expanding=True)))
)


class SqlCaseList(CaseList):
    """The lists of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def find_ids(self, query: CaseQuery) -> Sequence[UUID]:
        if query.sort not in _SORTS:
            raise Refusal("不能按这一列排序，请换一列。")
        limit = query.limit if query.ids is None else None
        with self._database.read() as connection:
            today = self._today(query)
            by_way_of = ids_by_index if is_best_found_by_the_index(query) else ids_by_tables
            ids = Identities(by_way_of(connection, query, today, limit))
        if query.ids is None:
            return ids
        wanted = frozenset(query.ids)
        return [case_id for case_id in ids if case_id in wanted][: query.limit]

    @override
    def count(self, query: CaseQuery) -> int:
        return self.count_many([query])[0]

    @override
    def count_many(self, queries: Sequence[CaseQuery]) -> Sequence[int]:
        with self._database.read() as connection:
            return [self._counted(connection, query) for query in queries]

    def _counted(self, connection: Connection, query: CaseQuery) -> int:
        if query.ids is not None:
            return len(self.find_ids(query))
        today = self._today(query)
        by_way_of = number_by_index if is_answered_by_the_index(query) else number_by_tables
        return by_way_of(connection, query, today)

    def _today(self, query: CaseQuery) -> date:
        return query.today or day_of(self._database.now())

    @override
    def load_rows(self, ids: Sequence[UUID]) -> Sequence[CaseRow]:
        wanted = list(ids)
        with self._database.read() as connection:
            found = connection.execute(_ROWS, {"ids": wanted}).all()
        rows = {row[0]: _row(row) for row in found}
        return [rows[case_id] for case_id in wanted if case_id in rows]


def _row(row: Sequence[Any]) -> CaseRow:
    case_id, kind, status, excluded_at, *others = row
    values = dict(zip((*_AS_THEY_ARE, *_AS_WELL, *_OF_EVENTS), others, strict=True))
    return CaseRow(id=case_id, kind=Kind(kind), status=Status(status), excluded=excluded_at is not None, **values)
