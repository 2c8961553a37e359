"""The hazard that a finding becomes (隐患登记): on the list, ordered to be mended, or mended on the spot."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.hazard.finding import Finding
from gridapp.cases.late import kept_late_reason
from gridapp.cases.order import Order
from gridapp.cases.taken import step_limit, taken
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.hazard_limit import HazardStage, hazard_due
from gridapp.domain.identity import case_id_at
from gridapp.domain.level import MAJOR
from gridapp.domain.move import Move
from gridapp.domain.place import Place
from gridapp.domain.status import Status


def registered(
    finding: Finding,
    place: Place,
    number: str,
    found_at: datetime,
    inspectors: tuple[str, ...],
    deadlines: Deadlines,
    person: str,
    now: datetime,
    *,
    notice_number: str = "",
    due_at: datetime | None = None,
    village: str | None = None,
    grid: str | None = None,
    campaign: str = "",
    source_case: UUID | None = None,
    late_reason: str = "",
) -> Hazard:
    """The hazard of a finding without problems, under a number; the person is its first receiver (首问责任人).

    With a `notice_number` it was ordered at once to be mended by its own limit, else by `due_at`, else within the
    usual one. Mended on the spot it is re-checked by the inspectors and struck off (当场整改).
    """
    blank = Hazard(
        id=case_id_at(now),
        town=place.town,
        number=number,
        title=finding.title.strip(),
        reported_at=found_at,
        registered_at=now,
        late_reason=kept_late_reason(found_at, late_reason, now),
        status=Status.TO_RECTIFY,
        first_receiver=person,
        source_case=source_case,
        campaign=campaign.strip() or None,
    )
    hazard = at_place(filled(blank, finding), place, village, grid)
    usual = HazardStage.MEND_MAJOR if finding.level in MAJOR else HazardStage.MEND
    limit = finding.due_at or due_at or hazard_due(usual, found_at, deadlines)
    hazard = replace(hazard, due_at=limit, step_due_at=step_limit(hazard, found_at, deadlines))
    if finding.on_the_spot:
        order = Order(
            move=Move.MEND_ON_THE_SPOT,
            at=found_at,
            inspectors=inspectors,
            result=finding.result,
            evidence=finding.evidence,
            attachments=finding.after,
        )
        return _after(hazard, order, deadlines, person, now)
    if notice_number:
        order = Order(move=Move.ORDER_MENDING, at=found_at, until=limit, number=notice_number)
        return _after(hazard, order, deadlines, person, now)
    return hazard


def filled(hazard: Hazard, finding: Finding) -> Hazard:
    """A hazard with what a finding says of it; its limit and its course are not told by the form."""
    return replace(
        hazard,
        title=finding.title.strip(),
        category=finding.category,
        level=finding.level or None,
        counting_unit=CountingUnit(finding.counting_unit),
        spot=finding.spot.strip() or None,
        requirement=finding.requirement.strip() or None,
        handler=finding.handler.strip() or None,
        chief=finding.chief.strip() or None,
        note=finding.note.strip() or None,
        attachments=finding.attachments,
    )


def at_place(hazard: Hazard, place: Place, village: str | None, grid: str | None) -> Hazard:
    """A hazard at a place; where the place itself says no village, what was chosen holds."""
    return replace(
        hazard,
        place=place.id,
        place_name=place.name,
        place_type=place.place_type,
        village=place.village or village,
        grid=place.grid or grid,
    )


def _after(hazard: Hazard, order: Order, deadlines: Deadlines, person: str, now: datetime) -> Hazard:
    case: Case = taken(hazard, order, deadlines, person, now)
    if not isinstance(case, Hazard):
        raise TypeError(case)
    return case
