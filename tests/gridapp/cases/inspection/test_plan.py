"""A visit is filed before it takes place and counts once it is held."""

from dataclasses import replace
from datetime import date

import pytest

from gridapp.cases.attach import NewFile, attach
from gridapp.cases.inspection.plan import PlanDraft, draft_from, file_plan
from gridapp.cases.inspection.record import hold
from gridapp.counting.rules import postings_of
from gridapp.domain.inspection import Inspection
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.cases.inspection.inspected import TWO, finding, on_file
from tests.offices import ACTOR, DEADLINES, TOWN, at, clock_from


def filed(office: Office, **fields: object) -> Inspection:
    """A visit to a company that was filed on 1 March for 5 March."""
    place = on_file(office, "演示化工", place_type="危化品企业")
    values = {"place": place.id, "planned_at": at(2018, 3, 5, 9), "inspectors": TWO, "filing_reason": "演示：季度检查"}
    draft = PlanDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]
    clock = clock_from(at(2018, 3, 1, 9))
    return file_plan(office.cases, office.registers.areas(), office.places, draft, ACTOR, clock)


def test_what_is_only_filed_counts_nowhere(office: Office) -> None:
    plan = filed(office)
    assert (plan.status, postings_of(plan)) == (Status.FILED, frozenset())


def test_once_held_it_counts_on_the_day_of_the_visit(office: Office) -> None:
    plan, clock = filed(office), clock_from(at(2018, 3, 6, 10))
    draft = draft_from(plan, at(2018, 3, 6, 9))
    args = (office.cases, office.registers.areas(), office.places, DEADLINES, plan.id, plan.version)
    done = hold(*args, draft, ACTOR, clock)
    assert done.inspection.filed_at == plan.filed_at
    assert {posting.day for posting in postings_of(done.inspection)} == {date(2018, 3, 6)}
    with pytest.raises(Refusal):
        hold(*args, draft, ACTOR, clock)


def test_a_held_visit_brings_its_hazards(office: Office) -> None:
    plan, clock = filed(office), clock_from(at(2018, 3, 6, 10))
    draft = draft_from(plan, at(2018, 3, 6, 9))
    args = (office.cases, office.registers.areas(), office.places, DEADLINES, plan.id, plan.version)
    done = hold(*args, replace(draft, findings=(finding(),)), ACTOR, clock)
    assert done.hazards[0].source_case == plan.id


def test_what_was_attached_to_the_filing_stays_with_the_held_visit(office: Office) -> None:
    plan, clock = filed(office), clock_from(at(2018, 3, 6, 10))
    files = [NewFile("演示报备单.txt", b"1")]
    shown = attach(office.cases, office.attachments, plan.id, plan.version, files, ACTOR, clock)
    assert isinstance(shown, Inspection)
    draft = draft_from(shown, at(2018, 3, 6, 9))
    areas = office.registers.areas()
    done = hold(office.cases, areas, office.places, DEADLINES, plan.id, shown.version, draft, ACTOR, clock)
    assert [file.name for file in done.inspection.attachments] == ["演示报备单.txt"]


def test_a_visit_that_lies_behind_cannot_be_filed(office: Office) -> None:
    with pytest.raises(Unacceptable) as caught:
        filed(office, planned_at=at(2018, 2, 1))
    assert [problem.field for problem in caught.value.problems] == ["planned_at"]
