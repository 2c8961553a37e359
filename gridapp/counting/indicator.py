"""The indicator catalogue (指标目录): every figure is data in `resources/indicators`, one file a kind."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal


class Aggregate(StrEnum):
    """How postings become a figure."""

    FLOW = "flow"
    """Sum of the postings of the period (本期发生)."""
    OPENING = "opening"
    """Sum of everything before the period (上期结转)."""
    CLOSING = "closing"
    """Sum of everything until the period's end (期末结存)."""
    DISTINCT = "distinct"
    """Number of different subjects with something left in the period (家)."""
    COHORT = "cohort"
    """Cases new in the period of which something is left by its end (队列口径, domain.md §7.3 b)."""
    SETTLED = "settled"
    """What fell in the period of cases that have ended by its end, before it or in it (domain.md §7.3 c, e)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How one amount is read off the ledger: measures with their signs, summed in one way.

    For a cohort and for what is settled the postings of `measures` count whose case has also come to `ended`, measures
    with their signs too, by the cut-off. Of different subjects those count of which `at_least` so much is left
    (天: 巡防满 2 小时), otherwise those of which anything is.
    """

    aggregate: Aggregate
    measures: Mapping[str, int]
    ended: Mapping[str, int] = field(default_factory=dict)
    at_least: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A figure's definition: its name, unit and rule in the office's words, and how it is read.

    `denominator` makes it a rate; `lacks` are dimensions of its kind under which it cannot be shown.
    """

    code: str
    kind: Kind
    name: str
    unit: str
    rule: str
    reading: Reading
    denominator: Reading | None = None
    lacks: frozenset[Dimension] = frozenset()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The one or two readings of which the figure is made."""
        return (self.reading,) if self.denominator is None else (self.reading, self.denominator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The indicators of one kind, in the order of their table, with the dimensions that the kind has.

    `apart` is the dimension across which nothing of this kind may be added (条 and 处, domain.md §7.6);
    `asides` are the figures that would make the table too wide, by the name of the smaller table (专项统计) in which
    they stand.
    """

    kind: Kind
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    apart: Dimension | None = None
    asides: Mapping[str, tuple[Indicator, ...]] = field(default_factory=dict)

    @property
    def everything(self) -> tuple[Indicator, ...]:
        """Every indicator of the kind, those of the table first."""
        return (*self.indicators, *chain.from_iterable(self.asides.values()))

    def aside(self, name: str) -> "Chapter":
        """The chapter of a smaller table, with the dimensions by which it can be told; raises `Refusal`."""
        if name not in self.asides:
            known = "、".join(self.asides)
            raise Refusal(f"{self.kind.label}没有叫“{name}”的专项统计{f'，可用的有：{known}' if known else ''}。")
        indicators = self.asides[name]
        told = tuple(d for d in self.dimensions if any(d not in indicator.lacks for indicator in indicators))
        return replace(self, dimensions=told, indicators=indicators, asides={})


@cache
def catalogue() -> Mapping[Kind, Chapter]:
    """Every chapter of the catalogue."""
    return {kind: _chapter(kind) for kind in Kind}


def indicator_named(code: str) -> Indicator:
    """An indicator by its code; raises `Refusal` for one that does not exist."""
    for chapter in catalogue().values():
        for indicator in chapter.everything:
            if indicator.code == code:
                return indicator
    raise Refusal(f"没有“{code}”这个指标，请用 tally 查看各类指标。")


def _chapter(kind: Kind) -> Chapter:
    path = files("resources") / "indicators" / f"{kind.value}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Chapter(
        kind=kind,
        dimensions=tuple(Dimension(word) for word in data["dimensions"]),
        indicators=tuple(_indicator(kind, entry) for entry in data["indicator"]),
        apart=Dimension(data["apart"]) if "apart" in data else None,
        asides=_asides(kind, data.get("aside", ())),
    )


def _asides(kind: Kind, entries: Sequence[Mapping[str, Any]]) -> Mapping[str, tuple[Indicator, ...]]:
    names = dict.fromkeys(entry["table"] for entry in entries)
    return {name: tuple(_indicator(kind, entry) for entry in entries if entry["table"] == name) for name in names}


def _indicator(kind: Kind, entry: Mapping[str, Any]) -> Indicator:
    return Indicator(
        code=entry["code"],
        kind=kind,
        name=entry["name"],
        unit=entry["unit"],
        rule=entry["rule"],
        reading=_reading(entry),
        denominator=_reading(entry["over"]) if "over" in entry else None,
        lacks=frozenset(Dimension(word) for word in entry.get("lacks", ())),
    )


def _reading(entry: Mapping[str, Any]) -> Reading:
    return Reading(
        aggregate=Aggregate(entry["aggregate"]),
        measures=_signed(entry["measures"]),
        ended=_signed(entry.get("ended", ())),
        at_least=Decimal(entry["at_least"]) if "at_least" in entry else None,
    )


def _signed(measures: Sequence[str]) -> Mapping[str, int]:
    return {word.lstrip("-"): -1 if word.startswith("-") else 1 for word in measures}
