"""Visits to several companies are filed together or not at all; a place knows the cases that belong to it."""

from dataclasses import replace

import pytest

from gridapp.cases.inspection.plan import PlanDraft, file_plans
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from tests.gridapp.cases.inspection.inspected import ORDER, TWO, draft, finding, on_file, recorded
from tests.offices import ACTOR, TOWN, at, clock_from


def _plans(office: Office, **fields: object) -> list[PlanDraft]:
    places = [on_file(office, name, place_type="工矿商贸企业") for name in ("演示甲厂", "演示乙厂")]
    values = {"planned_at": at(2018, 3, 5, 9), "inspectors": TWO, "filing_reason": "演示：例行检查"}
    return [PlanDraft(town=TOWN, place=place.id, **(values | fields)) for place in places]  # type: ignore[arg-type]


def test_several_visits_are_filed_in_one_go(office: Office) -> None:
    drafts, clock = _plans(office), clock_from(at(2018, 3, 1, 9))
    plans = file_plans(office.cases, office.registers.areas(), office.places, drafts, ACTOR, clock)
    assert [(plan.place, plan.status, plan.version) for plan in plans] == [
        (draft.place, Status.FILED, 1) for draft in drafts
    ]
    assert len({plan.number for plan in plans}) == len(plans)


def test_one_that_is_wrong_keeps_all_from_being_filed(office: Office) -> None:
    good, other = _plans(office)
    drafts = [good, replace(other, inspectors=TWO[:1])]
    with pytest.raises(Unacceptable):
        file_plans(office.cases, office.registers.areas(), office.places, drafts, ACTOR, clock_from(at(2018, 3, 1, 9)))
    assert office.lists.count(CaseQuery(kind=Kind.INSPECTION)) == 0


def test_a_place_knows_its_cases_newest_first(office: Office) -> None:
    place, other = on_file(office), on_file(office, "演示别家")
    first = recorded(office, draft(place, [finding()], notice=ORDER))
    second = recorded(office, draft(place, reported_at=at(2018, 3, 6, 9)))
    recorded(office, draft(other, [finding()]))
    found = {kind: list(office.places.cases_of(place.id, kind)) for kind in (Kind.INSPECTION, Kind.HAZARD, Kind.NOTICE)}
    assert first.notice is not None
    assert found == {
        Kind.INSPECTION: [second.inspection.id, first.inspection.id],
        Kind.HAZARD: [hazard.id for hazard in first.hazards],
        Kind.NOTICE: [first.notice.id],
    }
