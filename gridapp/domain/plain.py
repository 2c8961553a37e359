"""A record as plain words and back: what history keeps, what an import compares."""

import dataclasses
import types
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS

Plain = dict[str, Any]
"""Field names with JSON values; a field that is empty or at its default is left out."""


def to_plain(record: Any) -> Plain:
    """The fields of a record (or of one of its parts) that say something."""
    names, values_of, defaults = _fields(type(record))
    return {
        name: value if type(value) in _PLAIN_ALREADY else plain_value(value)
        for name, value, default in zip(names, values_of(record), defaults, strict=True)
        if value is not None and value is not default and value != default
    }


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


_Fields = tuple[Sequence[str], Callable[[Any], tuple[Any, ...]], Sequence[Any]]


def _fields(record: type[Any]) -> _Fields:
    """The names of a class's fields, what takes them all out of a record, and their defaults."""
    if record not in _FIELDS:
        fields = dataclasses.fields(record)
        names = [field.name for field in fields]
        taken = attrgetter(*names)
        values_of = taken if len(names) > 1 else lambda one: (taken(one),)
        _FIELDS[record] = names, values_of, [field.default for field in fields]
    return _FIELDS[record]


# Looked up for every record that is saved; `functools.cache` would not take classes with a hash of their own.
_TYPES: dict[type[Any], Mapping[str, type]] = {}
_FIELDS: dict[type[Any], _Fields] = {}


def _inner(hint: Any) -> type:
    if get_origin(hint) in (Union, types.UnionType):
        return _inner(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return _inner(get_args(hint)[0])
    found: type = hint
    return found


_PLAIN_ALREADY = frozenset({str, int, bool})


def plain_value(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN_ALREADY:
        return value
    if kind not in _TOLD:
        _TOLD[kind] = _how_told(kind)
    return _TOLD[kind](value)


# One moment stands in many places: when an import was, by when a case was due and its closing was.
@lru_cache(4096)
def _moment(value: datetime) -> str:
    return (value if value.tzinfo is UTC else value.astimezone(UTC)).isoformat()


def _parts(value: Sequence[Any]) -> list[Any]:
    return [plain_value(part) for part in value]


def _members(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain_value(part) for name, part in value.items()}


def _exact(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _itself(value: Any) -> Any:
    return value


_HOW: Sequence[tuple[type, Callable[[Any], Any]]] = (
    (datetime, _moment),
    (date, date.isoformat),
    (tuple, _parts),
    (Mapping, _members),
    (Decimal, _exact),
    (UUID, str),
    (StrEnum, str.__str__),
)
_TOLD: dict[type[Any], Callable[[Any], Any]] = {}


def _how_told(kind: type[Any]) -> Callable[[Any], Any]:
    """How the values of a class are written down."""
    if dataclasses.is_dataclass(kind):
        return to_plain
    return next((how for of, how in _HOW if issubclass(kind, of)), _itself)


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
