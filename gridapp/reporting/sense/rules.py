"""What is doubtful, as data (疑点规则): `resources/sense.toml`, which an office can read and change."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gridapp.counting.indicator import Indicator, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.reporting.sense.outlier import Tolerance


@dataclass(frozen=True, slots=True)
class Watch:
    """An indicator whose months are compared, by each of some dimensions, under fixed words."""

    indicator: Indicator
    by: tuple[Dimension, ...]
    where: Mapping[Dimension, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """That `less` cannot exceed the sum of `more`; with `needs`, that `more` cannot be 0 where `less` is not."""

    less: Indicator
    more: tuple[Indicator, ...]
    needs: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class OverHundred:
    """A rate that may exceed 100 % because of what was carried over (上期结转)."""

    rate: Indicator
    carried: Indicator
    sentence: str


@dataclass(frozen=True, slots=True)
class SenseRules:
    """All rules; with how many `months` before one is compared, and how busy a town must have been then to count.

    A month is comparable when the town had at least that share of what it has now. `balances` are never below zero.
    """

    months: int
    comparable: float
    tolerance: Tolerance
    watches: Sequence[Watch]
    contradictions: Sequence[Contradiction]
    balances: Sequence[Indicator]
    over_hundred: Sequence[OverHundred]


@cache
def sense_rules() -> SenseRules:
    """The rules of the file; raises `Refusal` for an indicator that does not exist."""
    data = tomllib.loads((files("resources") / "sense.toml").read_text(encoding="utf-8"))
    outlier = data["outlier"]
    return SenseRules(
        months=outlier["months"],
        comparable=outlier["comparable"],
        tolerance=Tolerance(at_least=outlier["at_least"], spread=outlier["spread"], floor=outlier["floor"]),
        watches=[_watch(entry) for entry in data["watch"]],
        contradictions=[
            Contradiction(
                less=indicator_named(entry["less"]),
                more=tuple(indicator_named(code) for code in entry["more"]),
                needs=entry.get("needs", False),
                sentence=entry["sentence"],
            )
            for entry in data["contradiction"]
        ],
        balances=[indicator_named(code) for code in data["negative"]["balances"]],
        over_hundred=[
            OverHundred(indicator_named(entry["rate"]), indicator_named(entry["carried"]), entry["sentence"])
            for entry in data["over_hundred"]
        ],
    )


def _watch(entry: Mapping[str, Any]) -> Watch:
    return Watch(
        indicator=indicator_named(entry["indicator"]),
        by=tuple(Dimension(word) for word in entry["by"]),
        where={Dimension(name): (word,) for name, word in entry.get("where", {}).items()},
    )
