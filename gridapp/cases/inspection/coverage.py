"""How many of the places on file were inspected (覆盖率; domain.md §5.3): both sides as lists."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from gridapp.domain.period import Period
from gridapp.ports import PlaceBook, PlaceQuery, PlaceRow


@dataclass(frozen=True, slots=True)
class Coverage:
    """Places that were inspected in a period, and those on file that were not (家)."""

    inspected: Sequence[PlaceRow]
    left_out: Sequence[PlaceRow]

    @property
    def rate(self) -> Fraction | None:
        """Distinct places inspected by places on file; nothing where none is on file."""
        on_file = len(self.inspected) + len(self.left_out)
        return Fraction(len(self.inspected), on_file) if on_file else None


def coverage(places: PlaceBook, query: PlaceQuery, period: Period) -> Coverage:
    """How far the places that a query finds were inspected within a period."""
    of_period = replace(query, period=period, limit=sys.maxsize)
    return Coverage(places.find(replace(of_period, inspected=True)), places.find(replace(of_period, inspected=False)))


def coverage_by_type(places: PlaceBook, query: PlaceQuery, period: Period) -> Mapping[str, Coverage]:
    """The same for each type of place (场所类型) that is on file, by its name."""
    whole = coverage(places, query, period)
    types = sorted({row.place.place_type for row in (*whole.inspected, *whole.left_out)})
    return {kind: Coverage(_of(kind, whole.inspected), _of(kind, whole.left_out)) for kind in types}


def _of(kind: str, rows: Sequence[PlaceRow]) -> Sequence[PlaceRow]:
    return [row for row in rows if row.place.place_type == kind]
