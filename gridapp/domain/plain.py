"""A record as plain words and back: what history keeps, what an import compares."""

import dataclasses
import types
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS

Plain = dict[str, Any]
"""Field names with JSON values; a field that is empty or at its default is left out."""


def to_plain(record: Any) -> Plain:
    """The fields of a record (or of one of its parts) that say something."""
    plain: Plain = {}
    for name, default in _defaults(type(record)):
        value = getattr(record, name)
        if value is not None and value != default:
            plain[name] = plain_value(value)
    return plain


def from_plain(kind: Kind, plain: Mapping[str, Any]) -> Case:
    """The case that `to_plain` wrote down."""
    case: Case = _built(RECORDS[kind], plain)
    return case


def field_types(record: type[Any]) -> Mapping[str, type]:
    """The type of each field of a record class; `X | None` counts as `X`, a tuple as its member's type."""
    if record not in _TYPES:
        hints = get_type_hints(record)
        _TYPES[record] = {field.name: _inner(hints[field.name]) for field in dataclasses.fields(record)}
    return _TYPES[record]


def _defaults(record: type[Any]) -> Sequence[tuple[str, Any]]:
    if record not in _DEFAULTS:
        _DEFAULTS[record] = [(field.name, field.default) for field in dataclasses.fields(record)]
    return _DEFAULTS[record]


# Looked up for every record that is saved; `functools.cache` would not take classes with a hash of their own.
_TYPES: dict[type[Any], Mapping[str, type]] = {}
_DEFAULTS: dict[type[Any], Sequence[tuple[str, Any]]] = {}


def _inner(hint: Any) -> type:
    if get_origin(hint) in (Union, types.UnionType):
        return _inner(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return _inner(get_args(hint)[0])
    found: type = hint
    return found


_PLAIN_ALREADY = frozenset({str, int, bool})


def plain_value(value: Any) -> Any:
    if type(value) in _PLAIN_ALREADY:
        return value
    if isinstance(value, tuple):
        return [plain_value(part) for part in value]
    if isinstance(value, Mapping):
        return {name: plain_value(part) for name, part in value.items()}
    if dataclasses.is_dataclass(value):
        return to_plain(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, StrEnum):
        return value.value
    return value


def _built(record: type, plain: Mapping[str, Any]) -> Any:
    kinds = field_types(record)
    return record(**{name: _value(kinds[name], value) for name, value in plain.items()})


def _value(kind: type, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_value(kind, part) for part in value)
    if dataclasses.is_dataclass(kind):
        return _built(kind, value)
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind in (bool, int):
        return value
    return kind(value)
