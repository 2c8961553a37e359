"""Drafts of events (草稿): the form written down as plain words and read back, even one of an older version."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, get_origin, get_type_hints

from gridapp.cases.event.draft import EventDraft
from gridapp.domain.plain import Plain, field_types, to_plain


def written(draft: EventDraft) -> Plain:
    """A form in JSON values; what is empty is left out."""
    return to_plain(draft)


def read(content: Mapping[str, Any], town: str) -> EventDraft:
    """The form that was written down.

    What this version does not know is left out, and so is what it cannot read; what is missing stays empty.
    `town` is taken where the draft names none.
    """
    return EventDraft(**({"town": town} | _readable(EventDraft, content)))


def _readable(record: type[Any], content: Mapping[str, Any]) -> dict[str, Any]:
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
    if kind is Decimal:
        try:
            return Decimal(value) if isinstance(value, str) else None
        except InvalidOperation:
            return None
    return value if isinstance(value, kind) else None


def _moment(value: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _part(kind: type[Any], value: Any) -> Any:
    if not isinstance(value, dict):
        return None
    found = _readable(kind, value)
    required = {field.name for field in dataclasses.fields(kind) if field.default is dataclasses.MISSING}
    return kind(**found) if required <= found.keys() else None
