"""What an official table is made of, as `resources/reports` says it: its rows, its columns, what each counts."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from gridapp.counting.basis import Basis
from gridapp.counting.indicator import Indicator, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.domain.vocabulary import vocabulary

Wanted = Mapping[Dimension, tuple[str, ...]]
"""For each dimension the words of the data files: keys of the ledger, 未填, or 各村."""

CODES = ("T1a", "T1b", "T2", "T3", "T4", "T5", "T6", "T6-1", "T6-2")
"""The tables of figures that have a file, in the order in which they are handed in."""

REST = "其余"
"""In a group of categories: every other category, and 未填."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A figure that is asked for: which indicator (nothing: that of the other side), under which words."""

    indicator: Indicator | None = None
    where: Wanted = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading under others (`over`), what it counts, over which days (nothing: the table's own).

    With `against` it tells the change to another basis, with `plus` the sum of two indicators; `less` is taken from
    it. An `optional` one is left out where it counts nothing.
    """

    heading: str
    over: tuple[str, ...]
    asked: Asked
    basis: Basis | None
    against: Basis | None
    plus: Indicator | None
    less: Asked | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a form: its labels, what it counts; without an indicator it is a heading.

    `less` is taken from it; `by_column` narrows it in the columns of some headings.
    """

    labels: tuple[str, ...]
    asked: Asked
    less: Asked | None
    by_column: Mapping[str, Wanted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A table: either a row for every word of some dimensions (`by`), or the `lines` of a form."""

    code: str
    title: str
    unit_line: str
    notes: tuple[str, ...]
    labels: tuple[str, ...]
    by: tuple[Dimension, ...]
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]


@cache
def definition(code: str) -> Definition:
    """The definition of a table; of one that has no file there is none (`FileNotFoundError`)."""
    text = (files("resources") / "reports" / f"{code}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    groups = {name: _group(entry) for name, entry in data.get("group", {}).items()}
    return Definition(
        code=code,
        title=data["title"],
        unit_line=data["unit_line"],
        notes=tuple(data["notes"]),
        labels=tuple(data["labels"]),
        by=tuple(Dimension(word) for word in data.get("by", ())),
        lines=tuple(line for entry in data.get("line", ()) for line in _lines(entry, groups)),
        columns=tuple(column for entry in data["column"] for column in _columns(entry, groups)),
    )


@dataclass(frozen=True, slots=True)
class _Member:
    """A word of a group as it is shown, and what it asks for."""

    name: str
    where: Wanted


def _group(entry: Mapping[str, Any]) -> Sequence[_Member]:
    dimension = Dimension(entry["dimension"])
    if dimension is Dimension.MAJOR:
        return [_Member(name, {dimension: (code,)}) for code, name in vocabulary().majors.items()]
    named: Mapping[str, Sequence[str]] = entry["words"]
    if dimension is not Dimension.CATEGORY:
        return [_Member(name, {dimension: tuple(words)}) for name, words in named.items()]
    taken = {leaf for words in named.values() for leaf in _leaves(words, frozenset())}
    return [_Member(name, {dimension: _leaves(words, frozenset(taken))}) for name, words in named.items()]


def _leaves(words: Sequence[str], taken: frozenset[str]) -> tuple[str, ...]:
    """The categories that are meant: a leaf by its code, a major class by its own, or the rest."""
    leaves: list[str] = []
    for word in words:
        if word == REST:
            leaves += [leaf.code for leaf in vocabulary().leaves if taken and leaf.code not in taken]
            leaves += ["未填"] if taken else []
        else:
            leaves += [leaf.code for leaf in vocabulary().leaves if word in (leaf.code, leaf.major)]
    return tuple(leaves)


def _asked(entry: Mapping[str, Any], member: _Member | None = None) -> Asked:
    code = entry.get("indicator")
    where = _wanted(entry.get("where", {}))
    return Asked(indicator=indicator_named(code) if code else None, where={**where, **(member.where if member else {})})


def _wanted(where: Mapping[str, Sequence[str]]) -> Wanted:
    return {Dimension(word): tuple(words) for word, words in where.items()}


def _columns(entry: Mapping[str, Any], groups: Mapping[str, Sequence[_Member]]) -> Iterator[Column]:
    for member in groups[entry["each"]] if "each" in entry else (None,):
        yield Column(
            heading=_named(entry["heading"], member),
            over=tuple(_named(word, member) for word in entry.get("over", ())),
            asked=_asked(entry, member),
            basis=Basis(entry["basis"]) if "basis" in entry else None,
            against=Basis(entry["against"]) if "against" in entry else None,
            plus=indicator_named(entry["plus"]) if "plus" in entry else None,
            less=_asked(entry["less"], member) if "less" in entry else None,
            optional=entry.get("optional", False),
        )


def _lines(entry: Mapping[str, Any], groups: Mapping[str, Sequence[_Member]]) -> Iterator[Line]:
    if "each" not in entry:
        yield _line(entry, None)
        return
    for member in groups[entry["each"]]:
        for one in entry["lines"]:
            yield _line(one, member)


def _line(entry: Mapping[str, Any], member: _Member | None) -> Line:
    return Line(
        labels=tuple(_named(word, member) for word in entry["labels"]),
        asked=_asked(entry, member),
        less=_asked(entry["less"], member) if "less" in entry else None,
        by_column={heading: _wanted(where) for heading, where in entry.get("by_column", {}).items()},
    )


def _named(words: str, member: _Member | None) -> str:
    return words.replace("{}", member.name) if member else words
