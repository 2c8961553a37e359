"""The areas that come with the program, and how an office takes its town on file."""

import csv
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from gridapp.domain.area import Area, AreaKind, AreaTree
from gridapp.domain.problem import Refusal
from gridapp.ports import Registers


@cache
def known_areas() -> AreaTree:
    """The towns, villages and grids of `resources/areas/areas.csv`, which an office can extend."""
    text = (files("resources") / "areas" / "areas.csv").read_text(encoding="utf-8")
    return AreaTree(
        Area(
            code=row["code"],
            kind=AreaKind(row["kind"]),
            parent=row["parent"] or None,
            name=row["name"],
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            order=int(row["order"]),
        )
        for row in csv.DictReader(text.splitlines())
    )


def adopt(registers: Registers, town: str) -> None:
    """Puts a known town with its villages and grids on file, by its code."""
    registers.add_areas(_town_and_parts(town))


def town_for(registers: Registers, name: str | None) -> Area:
    """The town that a command means; one that is known but not yet on file is taken on file.

    Raises `Refusal` where it is unknown, or not named although there are several.
    """
    town, newcomers = town_with_newcomers(registers, name)
    registers.add_areas(newcomers)
    return town


def town_with_newcomers(registers: Registers, name: str | None) -> tuple[Area, Sequence[Area]]:
    """The town that a command means, and, where it is not on file yet, the areas to be put there.

    Raises `Refusal` where it is unknown, or not named although there are several.
    """
    towns = registers.areas().towns
    if name is None:
        if len(towns) == 1:
            return towns[0], ()
        choices = "、".join(town.name for town in towns or known_areas().towns)
        raise Refusal(f"请用 --town 指明乡镇，可选：{choices}。")
    found = registers.areas().town_named(name)
    if found is not None:
        return found, ()
    tree = known_areas()
    known = tree.town_named(name)
    if known is None:
        choices = "、".join(town.name for town in tree.towns)
        raise Refusal(f"不认识乡镇“{name}”，可选：{choices}；其他乡镇请先写入 resources/areas/areas.csv。")
    return known, _town_and_parts(known.code)


def _town_and_parts(town: str) -> Sequence[Area]:
    tree = known_areas()
    villages = tree.villages(town)
    return [tree[town], *villages, *(grid for village in villages for grid in tree.children(village.code))]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
