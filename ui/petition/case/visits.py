"""The petitions before and after one (初访、重访): those of the same people in the same matter, and the reception."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridapp.cases.petition.earlier import later_petitions
from gridapp.domain.moment import spoken
from gridapp.domain.petition import Petition
from gridapp.domain.registers.reception import Reception
from gridapp.ports import CaseRow, Office


@dataclass(frozen=True, slots=True)
class Visits:
    """The one before (上次), those that came after it, and the leader's reception day in words."""

    earlier: CaseRow | None = None
    later: Sequence[CaseRow] = ()
    reception: str = ""


def visits_of(office: Office, petition: Petition) -> Visits:
    """What goes before a petition and comes after it; asks the database."""
    earlier = office.lists.load_rows([petition.earlier]) if petition.earlier else ()
    day = office.cases.load_all([petition.reception]).get(petition.reception) if petition.reception else None
    words = " ".join(filter(None, (spoken(day.reported_at), day.handler))) if isinstance(day, Reception) else ""
    return Visits(next(iter(earlier), None), later_petitions(office, petition.id), words)
