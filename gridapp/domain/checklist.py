"""Checklists (检查表) of the types of places: what inspectors look at, and which hazard each item becomes."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gridapp.domain.hazard_words import LEVELS
from gridapp.domain.place_type import place_type_named


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One item: what must be so, on which `basis`, and what it becomes where it is not.

    `leaf` is the category of the hazard, `finding` its usual wording, `requirement` what is then to be done.
    """

    item: str
    basis: str
    leaf: str
    finding: str
    requirement: str = ""
    level: str = LEVELS[0]


@cache
def checklist_of(place_type: str | None) -> Sequence[ChecklistItem]:
    """The items for a type of places, kept in `resources/checklists`; none for a type that has no checklist."""
    kind = place_type_named(place_type)
    if kind is None or not kind.checklist:
        return ()
    text = (files("resources") / "checklists" / f"{kind.checklist}.toml").read_text(encoding="utf-8")
    return tuple(ChecklistItem(**line) for line in tomllib.loads(text)["item"])
