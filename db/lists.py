"""Lists of cases: the query returns identities in order, rows come when they are shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, select
from typing_extensions import override

from db.engine import Database
from db.filters import WAITING
from db.identities import Identities
from db.list_columns import OF_DISPUTES, OF_EVENTS, OF_THE_HEAD
from db.list_own import own_values
from db.lists_by_index import ids_by_index, is_best_found_by_the_index, number_by_index
from db.lists_by_tables import ids_by_tables, number_by_tables
from db.search_question import is_answered_by_the_index
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.parts import CHARGE, CLOSING
from db.veil import Veil, veiled_from, veiled_row
from gridapp.domain.confidence import Confidence
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status
from gridapp.ports import CaseList, CaseQuery, CaseRow

_AS_WELL = ("tags", "excluded_reason")
_EVENT, _DISPUTE = DETAILS[Kind.EVENT], DETAILS[Kind.DISPUTE]
_TOLD_OF_DISPUTES = (*OF_DISPUTES, "outcome", "form", "agreement_number", "charge_leader")
# Put together once: for a page of a list that takes longer than the database does.
_ROWS = (
    select(
        HEAD.c.id,
        HEAD.c.kind,
        HEAD.c.status,
        HEAD.c.excluded_at,
        HEAD.c.confidence,
        *(HEAD.c[name] for name in (*OF_THE_HEAD, *_AS_WELL)),
        *(_EVENT.c[name] for name in OF_EVENTS),
    )
    .select_from(HEAD.outerjoin(_EVENT, _EVENT.c.case_id == HEAD.c.id))
    .where(HEAD.c.id.in_(bindparam("ids", expanding=True)))
)
_DISPUTES = (
    select(
        _DISPUTE.c.case_id,
        *(_DISPUTE.c[name] for name in OF_DISPUTES),
        *(CLOSING.c[name] for name in ("outcome", "form", "number")),
        CHARGE.c.leader,
    )
    .outerjoin(CLOSING, and_(CLOSING.c.case_id == _DISPUTE.c.case_id, CLOSING.c.reopened_at.is_(None)))
    .outerjoin(CHARGE, and_(CHARGE.c.case_id == _DISPUTE.c.case_id, CHARGE.c.ended_at.is_(None)))
    .where(_DISPUTE.c.case_id.in_(bindparam("ids", expanding=True)))
)


class SqlCaseList(CaseList):
    """The lists of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def find_ids(self, query: CaseQuery) -> Sequence[UUID]:
        limit = query.limit if query.ids is None else None
        if limit is not None and query.sort in WAITING:
            waiting = Condition(Field(query.sort), Test.NOT_EMPTY)
            # What is empty comes last, and those that are not have an index of their own.
            if waiting not in query.conditions:
                first = self.find_ids(replace(query, conditions=(*query.conditions, waiting)))
                if len(first) == limit:
                    return first
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
    def load_rows(self, ids: Sequence[UUID], reader: str | None = None) -> Sequence[CaseRow]:
        wanted = list(ids)
        with self._database.read() as connection:
            found = connection.execute(_ROWS, {"ids": wanted}).all()
            disputes = [row.id for row in found if row.kind == Kind.DISPUTE.value]
            more = connection.execute(_DISPUTES, {"ids": disputes}).all() if disputes else []
            confidential = {row.id: Confidence(row.confidence) for row in found if row.confidence is not None}
            veil = veiled_from(connection, reader) if confidential else Veil()
            own = own_values(connection, [(row.id, Kind(row.kind)) for row in found])
        rows = {row[0]: _row(row) for row in found}
        for case_id, *values in more:
            rows[case_id] = rows[case_id]._replace(**dict(zip(_TOLD_OF_DISPUTES, values, strict=True)))
        for case_id, of_its_kind in own.items():
            rows[case_id] = rows[case_id]._replace(own=of_its_kind)
        rows |= {
            case_id: veiled_row(rows[case_id], why) for case_id, why in confidential.items() if veil.hides(case_id, why)
        }
        return [rows[case_id] for case_id in wanted if case_id in rows]


def _row(row: Sequence[Any]) -> CaseRow:
    """What a line holds whatever its kind; the columns are asked for in its order."""
    case_id, kind, status, excluded_at, _, *others = row
    return CaseRow(case_id, Kind(kind), Status(status), excluded_at is not None, *others)
