"""The types of places (场所类型; domain.md §5.4), with what the law asks of an inspection there."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceType:
    """One type; `aliases` are the words that ledgers use for it.

    A visit to a `company` is filed before (到企业执法报备); a re-check there needs `recheck_inspectors`. A hazard found
    there is counted in `unit`, its usual category is `leaf`. `checklist` names its checklist, `duty` says what the law
    asks of such a place.
    """

    name: str
    aliases: tuple[str, ...] = ()
    company: bool = False
    recheck_inspectors: int = 1
    unit: str = "条"
    leaf: str = ""
    checklist: str = ""
    duty: str = ""


@cache
def place_types() -> Sequence[PlaceType]:
    """The types kept in `resources/vocabulary/hazards.toml`, which an office can read and extend."""
    text = (files("resources") / "vocabulary" / "hazards.toml").read_text(encoding="utf-8")
    lines = tomllib.loads(text)["place_type"]
    return tuple(PlaceType(**{**line, "aliases": tuple(line.get("aliases", ()))}) for line in lines)


def place_type_named(word: str | None) -> PlaceType | None:
    """The type that a word means, be it its name or a ledger's word for it."""
    return next((kind for kind in place_types() if word is not None and word in (kind.name, *kind.aliases)), None)
