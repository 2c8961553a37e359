"""What the window knows of a town's places (场所名录一览): read at once, in the database's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from gridapp.domain.campaign import running_first
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.place import Place
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, KnownPlaces, PlaceQuery, PlaceRow
from ui.desk import Desk
from ui.safety.intake.place_pick import Offer, offers_of


@dataclass(frozen=True, slots=True)
class Register(KnownPlaces):
    """The places on file as they can be picked, and the visits that are filed and not held yet (已报备).

    What is typed is checked against it without asking the database; saving looks at the register again.
    """

    town: str = ""
    offers: Sequence[Offer] = ()
    rows: Mapping[UUID, PlaceRow] = field(default_factory=dict)
    plans: Sequence[Inspection] = ()
    campaigns: Sequence[str] = ()
    """The names of the town's drives (专项行动), those that are running first."""

    def load(self, place_id: UUID) -> Place:
        """A place; raises `Refusal` where it was not on file."""
        row = self.rows.get(place_id)
        if row is None:
            raise Refusal("这个场所已不在名录里，请重新选择。")
        return row.place

    def named(self, town: str, place_type: str, name: str) -> Place | None:
        """The place of a type that bears a name."""
        wanted = (town, place_type, name)
        found = (row.place for row in self.rows.values())
        return next((p for p in found if (p.town, p.place_type, p.name) == wanted), None)

    def knows(self, town: str, place_id: UUID | None) -> bool:
        """Whether it is a town's, and a place was on file when it was read."""
        return self.town == town and (place_id is None or place_id in self.rows)

    def plans_for(self, place_id: UUID | None) -> Sequence[Inspection]:
        """The visits filed for a place, the next one first."""
        return [plan for plan in self.plans if plan.place == place_id]


def read_register(desk: Desk, town: str, also: UUID | None = None) -> Register:
    """A town's places, with one that is closed where it is asked for; asks the database."""
    book = desk.office.places
    rows = list(book.find(PlaceQuery(town=town)))
    if also is not None and all(row.place.id != also for row in rows):
        rows += [row for row in book.find(PlaceQuery(town=town, closed=True)) if row.place.id == also]
    drives = [drive.name for drive in running_first(desk.office.campaigns.of_town(town), desk.today)]
    return Register(town, offers_of(rows), {row.place.id: row for row in rows}, filed_plans(desk, town), drives)


def filed_plans(desk: Desk, town: str | None) -> Sequence[Inspection]:
    """The visits that are filed and not held yet, the next one first; asks the database."""
    query = CaseQuery(
        kind=Kind.INSPECTION, town=town, statuses=frozenset({Status.FILED}), sort="reported_at", descending=False
    )
    cases = desk.office.cases.load_all(desk.office.lists.find_ids(query))
    found = [case for case in cases.values() if isinstance(case, Inspection) and case.excluded is None]
    return sorted(found, key=lambda plan: plan.planned_at or plan.reported_at)
