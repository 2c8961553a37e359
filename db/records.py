"""Rows into frozen records and back: the head, the kind's own detail, the closings."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Select, Table, bindparam, select

from db.tables.cases import HEAD
from db.tables.details import DERIVED, DETAILS
from db.tables.parts import PARTS
from gridapp.domain.case import Case, Exclusion
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.plain import field_types
from gridapp.domain.problem import Refusal

_CHUNK = 500
_MANY = 2000
_APART = frozenset({"excluded", *PARTS})
_HEAD_FIELDS = tuple(field.name for field in dataclasses.fields(Case) if field.name not in _APART)
_HEAD_OF = attrgetter(*_HEAD_FIELDS)
_STATED = (
    *("kind", "status", "awaited", "closed_at"),
    *("excluded_at", "excluded_reason", "merged_into", "confidence"),
)
"""The columns of a head that are no fields of a case, or hold them otherwise."""


@cache
def own_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that a kind has beside the shared head."""
    shared = {field.name for field in dataclasses.fields(Case)}
    return tuple(f.name for f in dataclasses.fields(RECORDS[kind]) if f.name not in shared and f.name not in PARTS)


@cache
def parts_of(kind: Kind) -> Mapping[str, type[Any]]:
    """The fields of a kind that hold several of something, each with the class of one."""
    return {name: part for name, part in field_types(RECORDS[kind]).items() if name in PARTS}


def head_row(record: Case) -> dict[str, Any]:
    """The row of a case's head."""
    return dict(zip(_HEAD_FIELDS, _HEAD_OF(record), strict=True)) | dict(zip(_STATED, _stated(record), strict=True))


def head_columns(records: Sequence[Case]) -> Mapping[str, Sequence[Any]]:
    """The rows of the heads of several cases, column by column."""
    heads = zip(_HEAD_FIELDS, zip(*map(_HEAD_OF, records), strict=True), strict=True)
    return dict(heads) | dict(zip(_STATED, zip(*map(_stated, records), strict=True), strict=True))


def _stated(record: Case) -> tuple[Any, ...]:
    """What stands in each column of `_STATED`."""
    closed, excluded, confidence = record.closed, record.excluded, record.confidence
    return (
        record.kind.value,
        record.status.value,
        record.awaited,
        closed.closed_at if closed else None,
        excluded.at if excluded else None,
        excluded.reason if excluded else None,
        excluded.merged_into if excluded else None,
        confidence.value if confidence else None,
    )


def detail_row(record: Case) -> dict[str, Any]:
    """The row of what the kind alone has, with what follows from its parts."""
    names = (*own_fields(record.kind), *DERIVED.get(record.kind, ()))
    return {"case_id": record.id} | {name: getattr(record, name) for name in names}


def detail_columns(kind: Kind, records: Sequence[Case]) -> Mapping[str, Sequence[Any]]:
    """The rows of several records of one kind, column by column."""
    names = (*own_fields(kind), *DERIVED.get(kind, ()))
    values = zip(*map(attrgetter("id", *names), records), strict=True)
    return dict(zip(("case_id", *names), values, strict=True))


def part_rows(record: Case, field: str, start: int = 0) -> list[dict[str, Any]]:
    """The rows of a field that holds several of something, from the `start`-th on."""
    return [
        {"case_id": record.id, "n": n} | {name: getattr(part, name) for name in part.__slots__}
        for n, part in enumerate(getattr(record, field)[start:], start + 1)
    ]


def load_case(connection: Connection, case_id: UUID) -> Case:
    """A case that is on file; raises `Refusal` where there is none, as after its import was taken back."""
    case = load_cases(connection, [case_id]).get(case_id)
    if case is None:
        raise Refusal("这条记录已不存在（可能随导入批次撤销），请刷新列表。")
    return case


def load_cases(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Case]:
    """The cases with some identities; those that do not exist are left out."""
    found: dict[UUID, Case] = {}
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        heads = connection.execute(_HEADS, {"ids": chunk}).mappings().all()
        found.update(_assembled(connection, heads))
    return found


# Put together once: for a single case that takes longer than the database does.
_HEADS = select(HEAD).where(HEAD.c.id.in_(bindparam("ids", expanding=True)))


def all_cases(connection: Connection) -> Iterator[dict[UUID, Case]]:
    """Every case, many at a time, by identity."""
    last: UUID | None = None
    while True:
        query = select(HEAD.c.id).order_by(HEAD.c.id).limit(_MANY)
        if last is not None:
            query = query.where(HEAD.c.id > last)
        ids = connection.execute(query).scalars().all()
        if not ids:
            return
        yield load_cases(connection, ids)
        last = ids[-1]


@cache
def _of_cases(table: Table) -> Select[Any]:
    """The rows that some cases have in a table beside the head, each case's in their order."""
    return select(table).where(table.c.case_id.in_(bindparam("ids", expanding=True))).order_by(*table.primary_key)


def _assembled(connection: Connection, heads: Sequence[RowMapping]) -> Iterable[tuple[UUID, Case]]:
    for kind in {Kind(head["kind"]) for head in heads}:
        of_kind = {head["id"]: head for head in heads if head["kind"] == kind.value}
        parts = {field: _parts(connection, field, part, list(of_kind)) for field, part in parts_of(kind).items()}
        details = connection.execute(_of_cases(DETAILS[kind]), {"ids": list(of_kind)}).mappings()
        for detail in details:
            case_id = detail["case_id"]
            own = {field: tuple(found[case_id]) for field, found in parts.items() if case_id in found}
            yield case_id, _case(of_kind[case_id], detail, own)


def _parts(connection: Connection, field: str, part: type[Any], ids: Sequence[UUID]) -> Mapping[UUID, list[Any]]:
    words = {name: word for name, word in field_types(part).items() if issubclass(word, StrEnum)}
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for case_id, _, *values in connection.execute(_of_cases(PARTS[field]), {"ids": ids}):
        fields = dict(zip(part.__slots__, values, strict=True))
        for name, word in words.items():
            if fields[name] is not None:
                fields[name] = word(fields[name])
        found[case_id].append(part(**fields))
    return found


def _case(head: Mapping[Any, Any], detail: Mapping[Any, Any], parts: Mapping[str, tuple[Any, ...]]) -> Case:
    kind = Kind(head["kind"])
    values: dict[str, Any] = {name: head[name] for name in _HEAD_FIELDS}
    values |= {name: detail[name] for name in own_fields(kind)}
    for name, word in _words(kind).items():
        if values[name] is not None:
            values[name] = word(values[name])
    return RECORDS[kind](**(values | dict(parts)), excluded=_exclusion(head))


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
