"""The tree of areas (区划): town (乡镇), village (村社), grid (网格), each with its days of validity."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AreaKind(StrEnum):
    """A level of the tree."""

    TOWN = "town"
    VILLAGE = "village"
    GRID = "grid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A town, village or grid; valid from its first day to its last, both inclusive, open if not given."""

    code: str
    kind: AreaKind
    parent: str | None
    name: str
    valid_from: date | None = None
    valid_to: date | None = None
    order: int = 0

    def valid_on(self, day: date) -> bool:
        """Whether the area exists on a day."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class AreaTree:
    """The areas of an office, found by code or by the names that people write."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._areas = {area.code: area for area in sorted(areas, key=lambda a: (a.order, a.code))}

    def __contains__(self, code: object) -> bool:
        return code in self._areas

    def __getitem__(self, code: str) -> Area:
        return self._areas[code]

    def name(self, code: str | None) -> str | None:
        """The name of an area, or nothing for nothing; an unknown code is shown as it is."""
        if code is None:
            return None
        area = self._areas.get(code)
        return area.name if area else code

    @property
    def towns(self) -> Sequence[Area]:
        """Every town, in the office's order."""
        return [area for area in self._areas.values() if area.kind is AreaKind.TOWN]

    def town_named(self, name: str) -> Area | None:
        """A town by its name or code."""
        return next((town for town in self.towns if name in (town.name, town.code)), None)

    def children(self, code: str) -> Sequence[Area]:
        """The areas directly below, in the office's order."""
        return [area for area in self._areas.values() if area.parent == code]

    def villages(self, town: str | None = None) -> Sequence[Area]:
        """The villages of a town, or of every town."""
        towns = [area.code for area in self.towns] if town is None else [town]
        return [village for code in towns for village in self.children(code)]

    def in_order(self) -> Iterator[Area]:
        """Every area: each town followed by its villages, each village by its grids."""
        for town in self.towns:
            yield town
            for village in self.children(town.code):
                yield village
                yield from self.children(village.code)

    def child_named(self, parent: str, name: str, day: date | None) -> Area | None:
        """A village or grid below `parent` that exists on a day, if one is given; 村 and 社区 may be left out."""
        wanted = _bare(name)
        found = (a for a in self.children(parent) if a.code == name or _bare(a.name) == wanted)
        return next((area for area in found if day is None or area.valid_on(day)), None)


def _bare(name: str) -> str:
    for ending in ("社区居委会", "村委会", "社区", "村"):
        if len(name) > len(ending) and name.endswith(ending):
            return name.removesuffix(ending)
    return name
