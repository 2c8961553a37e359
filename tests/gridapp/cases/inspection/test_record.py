"""One screen keeps an inspection with its place, hazards and notice: all of it, or nothing."""

from dataclasses import replace

import pytest

from gridapp.cases.inspection.amend import amend, draft_of
from gridapp.cases.inspection.draft import check
from gridapp.cases.undo import undo
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Answer, Checked, Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.notice import NoticeKind
from gridapp.domain.problem import Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import Office, PlaceQuery
from tests.gridapp.cases.inspection.inspected import (
    HELD,
    LIMIT,
    ORDER,
    TWO,
    draft,
    finding,
    later,
    on_file,
    place_draft,
    recorded,
)
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, taken


def test_hazards_and_notice_are_kept_with_their_inspection(office: Office) -> None:
    place = on_file(office)
    done = recorded(office, draft(place, [finding("演示：一"), finding("演示：二")], notice=ORDER))
    assert done.notice is not None
    assert done.notice.source_case == done.inspection.id
    for hazard in done.hazards:
        kept = office.cases.load(hazard.id)
        assert kept == hazard
        assert isinstance(kept, Hazard)
        assert (kept.source_case, kept.notice_number) == (done.inspection.id, done.notice.number)
        assert (kept.status, kept.due_at, kept.place) == (Status.RECTIFYING, LIMIT, place.id)
    inspection = office.cases.load(done.inspection.id)
    assert isinstance(inspection, Inspection)
    assert inspection.inspectors == TWO
    assert office.cases.load(done.notice.id) == done.notice


def test_a_finding_mended_on_the_spot_is_rechecked_and_struck_off(office: Office) -> None:
    spot = finding(on_the_spot=True, result="演示：当场清空", evidence="演示：照片")
    hazard = recorded(office, draft(on_file(office), [spot])).hazards[0]
    assert (hazard.status, hazard.on_the_spot) == (Status.STRUCK_OFF, True)
    assert hazard.rechecks[0].inspectors == TWO


def test_without_a_notice_the_usual_limit_holds(office: Office) -> None:
    hazard = recorded(office, draft(on_file(office), [finding()])).hazards[0]
    assert (hazard.status, hazard.notice_number) == (Status.TO_RECTIFY, None)
    assert hazard.due_at is not None
    assert hazard.due_at > HELD


def test_a_new_place_comes_on_file_with_its_inspection(office: Office) -> None:
    done = recorded(office, draft(None, [finding()], new_place=place_draft("演示新房")))
    (row,) = office.places.find(PlaceQuery(town=TOWN))
    assert (row.place.name, row.inspections, row.open_hazards) == ("演示新房", 1, 1)
    assert done.inspection.place == row.place.id
    assert [change.action for change in office.places.history(row.place.id)] == ["登记"]


def test_a_fault_in_one_finding_keeps_everything_back(office: Office) -> None:
    bad = draft(None, [finding(), finding("")], new_place=place_draft())
    with pytest.raises(Unacceptable) as caught:
        recorded(office, bad)
    assert [problem.field for problem in caught.value.problems] == ["findings.1.title"]
    assert office.places.count(PlaceQuery(town=TOWN)) == 0


def test_a_notice_number_that_is_taken_keeps_everything_back(office: Office) -> None:
    place = on_file(office)
    recorded(office, draft(place, [finding()], notice=replace(ORDER, number="演示1号")))
    with pytest.raises(Unacceptable):
        recorded(
            office, draft(None, [finding()], new_place=place_draft("演示乙房"), notice=replace(ORDER, number="演示1号"))
        )
    assert [row.place.name for row in office.places.find(PlaceQuery(town=TOWN))] == [place.name]


def test_notices_are_numbered_without_gaps_by_kind(office: Office) -> None:
    place = on_file(office)
    with pytest.raises(Unacceptable):
        recorded(office, draft(place, [], notice=ORDER))
    numbers = []
    for notice in (ORDER, ORDER, replace(ORDER, kind=NoticeKind.RECORD)):
        kept = recorded(office, draft(place, [finding()], notice=notice)).notice
        assert kept is not None
        numbers.append(kept.number)
    assert numbers == ["高政责改〔2018〕1号", "高政责改〔2018〕2号", "高政检记〔2018〕1号"]


@pytest.mark.parametrize("inspectors", [(), ("演示甲",), ("演示甲", "演示甲")])
def test_inspectors_are_at_least_two(office: Office, inspectors: tuple[str, ...]) -> None:
    problems = check(draft(on_file(office), inspectors=inspectors), office.registers.areas(), office.places, HELD)
    assert [problem.field for problem in problems] == ["inspectors"]


def test_a_visit_to_a_company_was_filed_before(office: Office) -> None:
    company = on_file(office, "演示化工", place_type="危化品企业")
    areas = office.registers.areas()
    problems = check(draft(company), areas, office.places, HELD)
    assert [problem.field for problem in problems] == ["filed_at"]
    late = draft(company, filed_at=later(1), filing_reason="演示：双随机")
    assert [problem.field for problem in check(late, areas, office.places, HELD)] == ["filed_at"]


def test_the_checklist_is_kept(office: Office) -> None:
    checks = (Checked(item="演示项", answer=Answer.FAILS, note="演示"), Checked(item="演示二", answer=Answer.FITS))
    done = recorded(office, draft(on_file(office), checks=checks))
    kept = office.cases.load(done.inspection.id)
    assert isinstance(kept, Inspection)
    assert kept.checks == checks


def test_undoing_takes_inspection_hazards_and_notice_back_together(office: Office) -> None:
    done = recorded(
        office, draft(on_file(office), [finding(on_the_spot=True, result="演示", evidence="演示"), finding()])
    )
    gone = undo(office.cases, ACTOR, NOW)
    assert {case.id for case in gone} == {done.inspection.id, *(hazard.id for hazard in done.hazards)}
    assert all(case.excluded is not None for case in gone)


def test_an_inspection_is_amended_without_its_hazards(office: Office) -> None:
    place = on_file(office)
    done = recorded(office, draft(place, [finding()]))
    changed = replace(draft_of(done.inspection), result="演示：有隐患", reason="演示：漏填")
    areas = office.registers.areas()
    args = (office.cases, areas, office.places, DEADLINES, done.inspection.id, 1)
    assert amend(*args, changed, ACTOR, NOW).result == "演示：有隐患"
    with pytest.raises(Unacceptable):
        amend(*args[:-1], 2, replace(changed, findings=(finding(),)), ACTOR, NOW)


def test_a_measure_is_put_on_file_with_the_move(office: Office) -> None:
    hazard = recorded(office, draft(on_file(office), [finding()], notice=ORDER)).hazards[0]
    taken(office, hazard, Move.ENFORCE, later(1), measure="临时查封", unit="演示县消防大队", number="演示封〔2018〕1号")
    (measure,) = office.cases.opened_from(hazard.id)
    assert (measure.kind, measure.category, measure.unit) == (Kind.ENFORCEMENT, "临时查封", "演示县消防大队")


def test_one_notice_orders_several_hazards(office: Office) -> None:
    first, second = recorded(office, draft(on_file(office), [finding("演示：一"), finding("演示：二")])).hazards
    ordered = taken(office, first, Move.ORDER_MENDING, later(1), until=LIMIT)
    assert isinstance(ordered, Hazard)
    assert ordered.notice_number is not None
    taken(office, second, Move.ORDER_MENDING, later(1), until=LIMIT, number=ordered.notice_number)
    assert first.source_case is not None
    notices = [case for case in office.cases.opened_from(first.source_case) if case.kind is Kind.NOTICE]
    assert [notice.number for notice in notices] == [ordered.notice_number]
