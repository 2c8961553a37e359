"""A place with everything its page shows (场所及其检查、隐患、文书、处置), read in the database's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from gridapp.domain.kind import Kind
from gridapp.domain.place import Place
from gridapp.domain.status import Status
from gridapp.ports import CaseRow, PlaceChange
from ui.desk import Desk

SHOWN = (Kind.INSPECTION, Kind.HAZARD, Kind.NOTICE, Kind.ENFORCEMENT)
"""The kinds of case that belong to a place."""


@dataclass(frozen=True, slots=True)
class LoadedPlace:
    """A place, what became of it, and its cases, newest first."""

    place: Place
    history: Sequence[PlaceChange]
    cases: Mapping[Kind, Sequence[CaseRow]]

    @property
    def visits(self) -> Sequence[CaseRow]:
        """The inspections that took place (家次); a visit that is only filed is none yet."""
        return [row for row in self.cases[Kind.INSPECTION] if row.status is not Status.FILED]


def load_place(desk: Desk, place_id: UUID) -> LoadedPlace:
    """Reads a place; raises `Refusal` if there is none."""
    office = desk.office
    book = office.places
    place = book.load(place_id)
    cases = {kind: office.lists.load_rows(book.cases_of(place_id, kind)) for kind in SHOWN}
    return LoadedPlace(place, book.history(place_id), cases)
