"""A visit that is only filed can be filed otherwise; one that was held cannot."""

from dataclasses import replace

import pytest

from gridapp.cases.inspection.plan import PlanDraft, amend_plan, draft_from, plan_of
from gridapp.cases.inspection.record import hold
from gridapp.domain.inspection import Inspection
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.cases.inspection.inspected import on_file
from tests.gridapp.cases.inspection.test_plan import filed
from tests.offices import ACTOR, DEADLINES, at, clock_from

CLOCK = clock_from(at(2018, 3, 2, 9))


def amended(office: Office, plan: Inspection, draft: PlanDraft) -> Inspection:
    """A filing after a change."""
    areas = office.registers.areas()
    return amend_plan(office.cases, areas, office.places, DEADLINES, plan.id, plan.version, draft, ACTOR, CLOCK)


def test_it_is_put_off_and_goes_elsewhere(office: Office) -> None:
    plan, other = filed(office), on_file(office, "演示加油站", place_type="危化品企业")
    draft = replace(plan_of(plan), place=other.id, planned_at=at(2018, 3, 9, 9), filing_reason="演示：改期")
    after = amended(office, plan, draft)
    assert (after.planned_at, after.reported_at, after.place_name) == (at(2018, 3, 9, 9), at(2018, 3, 9, 9), other.name)
    assert (after.status, after.number, after.filed_at) == (Status.FILED, plan.number, plan.filed_at)
    assert office.cases.load(plan.id) == after


def test_without_a_day_it_is_refused(office: Office) -> None:
    plan = filed(office)
    with pytest.raises(Unacceptable) as caught:
        amended(office, plan, replace(plan_of(plan), planned_at=None))
    assert [problem.field for problem in caught.value.problems] == ["planned_at"]
    assert office.cases.load(plan.id) == plan


def test_what_somebody_else_changed_is_overtaken(office: Office) -> None:
    plan = filed(office)
    amended(office, plan, replace(plan_of(plan), note="演示一"))
    with pytest.raises(Overtaken):
        amended(office, plan, replace(plan_of(plan), note="演示二"))


def test_once_held_it_is_no_plan_any_more(office: Office) -> None:
    plan = filed(office)
    areas = office.registers.areas()
    draft = draft_from(plan, at(2018, 3, 6, 9))
    held = hold(
        office.cases,
        areas,
        office.places,
        DEADLINES,
        plan.id,
        plan.version,
        draft,
        ACTOR,
        clock_from(at(2018, 3, 6, 10)),
    ).inspection
    with pytest.raises(Refusal):
        amended(office, held, plan_of(plan))
