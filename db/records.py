"""Rows into frozen records and back: the head, the kind's own detail, the closings."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, select

from db.tables.cases import CLOSING, DETAILS, HEAD
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.plain import field_types

_CHUNK = 500
_HEAD_FIELDS = tuple(field.name for field in dataclasses.fields(Case) if field.name not in ("closings", "excluded"))
_CLOSING_FIELDS = tuple(field.name for field in dataclasses.fields(Closing))


@cache
def own_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that a kind has beside the shared head."""
    shared = {field.name for field in dataclasses.fields(Case)}
    return tuple(f.name for f in dataclasses.fields(RECORDS[kind]) if f.name not in shared)


def head_row(record: Case) -> dict[str, Any]:
    """The row of a case's head."""
    row = {name: getattr(record, name) for name in _HEAD_FIELDS}
    closed, excluded = record.closed, record.excluded
    row["kind"] = record.kind.value
    row["status"] = record.status.value
    row["closed_at"] = closed.closed_at if closed else None
    row["excluded_at"] = excluded.at if excluded else None
    row["excluded_reason"] = excluded.reason if excluded else None
    row["merged_into"] = excluded.merged_into if excluded else None
    row["search_text"] = "\n".join(word for word in record.searchable() if word)
    return row


def detail_row(record: Case) -> dict[str, Any]:
    """The row of what the kind alone has."""
    return {"case_id": record.id} | {name: getattr(record, name) for name in own_fields(record.kind)}


def closing_rows(record: Case) -> list[dict[str, Any]]:
    """The rows of a case's closings."""
    return [
        {"case_id": record.id, "n": n} | {name: getattr(closing, name) for name in _CLOSING_FIELDS}
        for n, closing in enumerate(record.closings, 1)
    ]


def load_cases(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Case]:
    """The cases with some identities; those that do not exist are left out."""
    found: dict[UUID, Case] = {}
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        heads = connection.execute(select(HEAD).where(HEAD.c.id.in_(chunk))).mappings().all()
        found.update(_assembled(connection, heads))
    return found


def _assembled(connection: Connection, heads: Sequence[RowMapping]) -> Iterable[tuple[UUID, Case]]:
    ids = [head["id"] for head in heads]
    closings: defaultdict[UUID, list[Closing]] = defaultdict(list)
    rows = select(CLOSING).where(CLOSING.c.case_id.in_(ids)).order_by(CLOSING.c.case_id, CLOSING.c.n)
    for row in connection.execute(rows).mappings():
        closings[row["case_id"]].append(Closing(**{name: row[name] for name in _CLOSING_FIELDS}))
    for kind in {head["kind"] for head in heads}:
        of_kind = {head["id"]: head for head in heads if head["kind"] == kind}
        table = DETAILS[Kind(kind)]
        details = connection.execute(select(table).where(table.c.case_id.in_(list(of_kind)))).mappings()
        for detail in details:
            case_id = detail["case_id"]
            yield case_id, _case(of_kind[case_id], detail, tuple(closings[case_id]))


def _case(head: Mapping[Any, Any], detail: Mapping[Any, Any], closings: tuple[Closing, ...]) -> Case:
    kind = Kind(head["kind"])
    values = {name: head[name] for name in _HEAD_FIELDS}
    values |= {name: detail[name] for name in own_fields(kind)}
    for name, word in _words(kind).items():
        if values[name] is not None:
            values[name] = word(values[name])
    return RECORDS[kind](**values, closings=closings, excluded=_exclusion(head))


@cache
def _words(kind: Kind) -> Mapping[str, type[StrEnum]]:
    """The fields whose values are words of a fixed list."""
    return {name: word for name, word in field_types(RECORDS[kind]).items() if issubclass(word, StrEnum)}


def _exclusion(head: Mapping[Any, Any]) -> Exclusion | None:
    if head["excluded_at"] is None:
        return None
    return Exclusion(
        at=head["excluded_at"],
        reason=head["excluded_reason"] or "",
        merged_into=head["merged_into"],
    )
