"""The sentences that ledgers are made of, read from `resources/demonstration/patterns` (句式)."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from random import Random

_FOLDER = files("resources") / "demonstration" / "patterns"
_CATEGORIES = files("resources") / "vocabulary" / "categories.csv"


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of one pattern file."""
    return _read(_FOLDER / f"{name}.csv")


def _read(path: Traversable) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@cache
def categories() -> dict[str, dict[str, str]]:
    """The category vocabulary by leaf code (类别)."""
    return {row["code"]: row for row in _read(_CATEGORIES)}


@cache
def _sentences(name: str) -> dict[str, list[str]]:
    by_code: dict[str, list[str]] = defaultdict(list)
    for row in rows(name):
        by_code[row["code"]].append(row["pattern"])
    return dict(by_code)


def sentence(random: Random, name: str, code: str) -> str:
    """A sentence for a leaf: its own, or else one of its major category."""
    by_code = _sentences(name)
    return random.choice(by_code.get(code) or by_code[code[:4]])
