"""What is kept of changes that were not saved (未保存的修改), and which drafts are such."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from gridapp.cases import drafts
from gridapp.domain.kind import Kind
from gridapp.domain.plain import Plain
from gridapp.ports import Draft, Drafts

D = TypeVar("D")

_FORM, _AMENDMENT = "form", "amendment"


@dataclass(frozen=True, slots=True)
class Amendment(Generic[D]):
    """What the form started from, what was made of it, and what could not be read, as it was typed."""

    original: D
    changed: D
    typed: Mapping[str, Any]


def content_of(kind: Kind, original: object, changed: object, typed: Mapping[str, Any]) -> Plain:
    """Changes of a kind's case in JSON values."""
    return {
        _FORM: _AMENDMENT,
        "original": drafts.written(original),
        kind.value: drafts.written(changed),
        "typed": dict(typed),
    }


def read_amendment(read: Callable[[Mapping[str, Any]], D], draft: Draft) -> Amendment[D]:
    """The changes that were written down, as `read` reads a form; what this version cannot read stays empty."""
    parts = [draft.content.get(name) for name in ("original", draft.kind.value, "typed")]
    original, changed, typed = (part if isinstance(part, dict) else {} for part in parts)
    return Amendment(read(original), read(changed), typed)


def amendment_of(found: Drafts, person: str, case_id: UUID) -> Draft | None:
    """A person's newest changes of a case that were not saved; asks the database."""
    mine = (d for d in found.of(person) if d.case_id == case_id and d.content.get(_FORM) == _AMENDMENT)
    return next(mine, None)
