"""What a line shows of a kind's own fields (本类字段), for every kind whose lists are described by its columns."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, select

from db.tables.details import DETAILS
from db.tables.parts import REPLY
from gridapp.domain.kind import Kind
from gridapp.domain.reply import ReplyStage

APART = frozenset({Kind.EVENT, Kind.DISPUTE})
"""The kinds whose own fields stand in the line itself."""


def own_values(connection: Connection, cases: Iterable[tuple[UUID, Kind]]) -> Mapping[UUID, Mapping[str, Any]]:
    """The own fields of some cases, with what follows from their parts."""
    by_kind: dict[Kind, list[UUID]] = {}
    for case_id, kind in cases:
        if kind not in APART:
            by_kind.setdefault(kind, []).append(case_id)
    found: dict[UUID, Mapping[str, Any]] = {}
    for kind, ids in by_kind.items():
        for row in connection.execute(_of_kind(kind), {"ids": ids}).mappings():
            found[row["case_id"]] = {name: value for name, value in row.items() if name != "case_id"}
    if petitions := by_kind.get(Kind.PETITION):
        for row in connection.execute(_REPLIES, {"ids": petitions}).mappings():
            found[row["case_id"]] = {**found[row["case_id"]], **{name: row[name] for name in OF_REPLIES}}
    return found


OF_REPLIES = ("verdict", "reply_number", "served_at")
"""What a line of a petition tells of its last reply (处理意见书)."""

_REPLIES = (
    select(REPLY.c.case_id, REPLY.c.verdict, REPLY.c.number.label("reply_number"), REPLY.c.served_at)
    .where(REPLY.c.case_id.in_(bindparam("ids", expanding=True)), REPLY.c.stage == ReplyStage.HANDLING.value)
    .order_by(REPLY.c.n)
)


@cache
def _of_kind(kind: Kind) -> Select[Any]:
    table = DETAILS[kind]
    return select(table).where(table.c.case_id.in_(bindparam("ids", expanding=True)))
