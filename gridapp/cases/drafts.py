"""Drafts (草稿): a form written down as plain words and read back, even one of an older version."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar, get_origin, get_type_hints
from uuid import UUID

from gridapp.cases.event.draft import EventDraft
from gridapp.domain.plain import Plain, field_types, to_plain

D = TypeVar("D")


def written(draft: object) -> Plain:
    """A form in JSON values; what is empty is left out."""
    return to_plain(draft)


def read(content: Mapping[str, Any], town: str) -> EventDraft:
    """The form of an event that was written down; `town` is taken where the draft names none."""
    return read_as(EventDraft, content, town)


def read_as(form: type[D], content: Mapping[str, Any], town: str) -> D:
    """A form of some class with a town, as it was written down.

    What this version does not know is left out, and so is what it cannot read; what is missing stays empty.
    """
    return form(**({"town": town} | readable(form, content)))


def readable(record: type[Any], content: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record that can be read from some content."""
    types, several = field_types(record), _of_several(record)
    found: dict[str, Any] = {}
    for name in types.keys() & content.keys():
        value = content[name]
        if name in several:
            parts = [_value(types[name], part) for part in value] if isinstance(value, list) else []
            found[name] = tuple(part for part in parts if part is not None)
        elif (read_value := _value(types[name], value)) is not None:
            found[name] = read_value
    return found


def _of_several(record: type[Any]) -> frozenset[str]:
    return frozenset(name for name, hint in get_type_hints(record).items() if get_origin(hint) is tuple)


def _value(kind: type[Any], value: Any) -> Any:
    """A value of a kind; nothing where it cannot be one."""
    if dataclasses.is_dataclass(kind):
        return _part(kind, value)
    if kind is datetime:
        return _moment(value)
    if kind in _FROM_TEXT or issubclass(kind, StrEnum):
        try:
            return _FROM_TEXT.get(kind, kind)(value) if isinstance(value, str) else None
        except (InvalidOperation, ValueError):
            return None
    return value if isinstance(value, kind) else None


_FROM_TEXT: Mapping[type[Any], Callable[[str], Any]] = {Decimal: Decimal, UUID: UUID, date: date.fromisoformat}
"""How a value is read from a text, where that is not the class itself."""


def _moment(value: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _part(kind: type[Any], value: Any) -> Any:
    if not isinstance(value, dict):
        return None
    found = readable(kind, value)
    required = {field.name for field in dataclasses.fields(kind) if field.default is dataclasses.MISSING}
    return kind(**found) if required <= found.keys() else None
