"""What a filing and an inspection have in common: where people go, who goes, why, and how that was filed before."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.domain.inspection import Inspection, Nature
from gridapp.domain.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit to a place; empty text and nothing are the same. The fields are those of `Inspection`.

    `village` and `grid` hold where the place on file does not say them itself. `filed_at` and the like say how a visit
    to a company was filed before (到企业执法报备).
    """

    town: str
    place: UUID | None = None
    village: str | None = None
    grid: str | None = None
    inspectors: tuple[str, ...] = ()
    nature: str = Nature.DAILY
    campaign: str = ""
    filed_at: datetime | None = None
    filing_number: str = ""
    filing_reason: str = ""
    note: str = ""


def filled(inspection: Inspection, visit: Visit, place: Place, at: datetime) -> Inspection:
    """An inspection with what a visit to a place at a moment says; raises nothing, the visit was checked before."""
    inspectors = tuple(name.strip() for name in visit.inspectors if name.strip())
    return replace(
        inspection,
        title=f"检查{place.name}",
        reported_at=at,
        place=place.id,
        place_name=place.name,
        place_type=place.place_type,
        village=place.village or visit.village,
        grid=place.grid or visit.grid,
        inspectors=inspectors,
        handler="、".join(inspectors) or inspection.handler,
        nature=Nature(visit.nature) if visit.nature else None,
        campaign=visit.campaign.strip() or None,
        filed_at=visit.filed_at,
        filing_number=visit.filing_number.strip() or None,
        filing_reason=visit.filing_reason.strip() or None,
        note=visit.note.strip() or None,
    )
