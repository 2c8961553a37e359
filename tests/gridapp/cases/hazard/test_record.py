"""A hazard that no inspection found, registered and corrected; what belongs to its course stays with it."""

from dataclasses import replace

import pytest

from gridapp.cases.hazard.record import HazardDraft, amend, draft_of, problems_of_new, record
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.move import Move
from gridapp.domain.problem import Overtaken, Unacceptable
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.cases.inspection.inspected import HELD, TWO, later, on_file
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, TOWN_AREAS, VILLAGES, at, taken


def draft(office: Office, **fields: object) -> HazardDraft:
    """A hazard that can be saved."""
    values = {"title": "演示：电线私拉", "category": "ZZ0501", "handler": "演示房东", "reported_at": HELD}
    values |= {"late_reason": "演示：补录"}
    if "place" not in fields:
        values["place"] = on_file(office).id
    return HazardDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]


def recorded(office: Office, **fields: object) -> Hazard:
    """A hazard on file."""
    wanted = draft(office, **fields)
    return record(office.cases, office.registers.areas(), office.places, DEADLINES, wanted, ACTOR, NOW)


def amended(office: Office, hazard: Hazard, **changes: object) -> Hazard:
    """A hazard after a correction."""
    changed = replace(draft_of(hazard), **changes)  # type: ignore[arg-type]
    areas = office.registers.areas()
    return amend(office.cases, areas, office.places, DEADLINES, hazard.id, hazard.version, changed, ACTOR, NOW)


def fields_of(refusal: Unacceptable) -> list[str]:
    return [problem.field for problem in refusal.problems]


def test_it_stands_at_its_place_and_waits_for_an_order(office: Office) -> None:
    place = on_file(office)
    hazard = recorded(office, place=place.id, spot="演示：楼梯间", counting_unit="处")
    assert office.cases.load(hazard.id) == hazard
    assert (hazard.place, hazard.place_name, hazard.village) == (place.id, place.name, VILLAGES[0])
    assert (hazard.status, hazard.counting_unit, hazard.spot) == (Status.TO_RECTIFY, CountingUnit.SPOT, "演示：楼梯间")
    assert hazard.due_at is not None
    assert hazard.step_due_at is not None
    assert hazard.first_receiver == ACTOR.name


def test_mended_on_the_spot_it_is_rechecked_by_those_who_found_it(office: Office) -> None:
    particulars = {"on_the_spot": True, "result": "演示：已清", "evidence": "演示：照片"}
    hazard = recorded(office, inspectors=TWO, **particulars)
    assert (hazard.status, hazard.rechecks[0].inspectors) == (Status.STRUCK_OFF, TWO)
    with pytest.raises(Unacceptable) as caught:
        recorded(office, place=hazard.place, **particulars)
    assert fields_of(caught.value) == ["inspectors"]


def test_everything_that_is_wrong_is_said_at_once(office: Office) -> None:
    empty = HazardDraft(town=TOWN)
    problems = problems_of_new(empty, office.registers.areas(), office.places, NOW())
    assert [problem.field for problem in problems] == ["title", "category", "place", "reported_at"]


def test_a_late_one_says_why(office: Office) -> None:
    with pytest.raises(Unacceptable) as caught:
        recorded(office, late_reason="")
    assert fields_of(caught.value) == ["late_reason"]


def test_a_correction_keeps_the_course(office: Office) -> None:
    hazard = recorded(office)
    mended = taken(office, hazard, Move.MEND, later(1), result="演示：清空", evidence="演示：照片")
    assert isinstance(mended, Hazard)
    after = amended(office, mended, title="演示：电线老化", spot="演示：二楼", note="演示")
    assert (after.title, after.spot, after.note) == ("演示：电线老化", "演示：二楼", "演示")
    assert (after.status, after.steps, after.due_at) == (mended.status, mended.steps, mended.due_at)
    assert office.cases.load(hazard.id) == after


def test_what_is_struck_off_is_corrected_for_a_reason(office: Office) -> None:
    hazard = recorded(office, inspectors=TWO, on_the_spot=True, result="演示：已清", evidence="演示：照片")
    with pytest.raises(Unacceptable) as caught:
        amended(office, hazard, note="演示")
    assert fields_of(caught.value) == ["reason"]
    after = amended(office, hazard, note="演示", reason="演示：写错了")
    assert (after.status, after.closings, after.rechecks) == (hazard.status, hazard.closings, hazard.rechecks)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on_the_spot": True, "result": "演示", "evidence": "演示"}, "on_the_spot"),
        ({"due_at": at(2018, 6, 1)}, "due_at"),
        ({"reported_at": later(2)}, "reported_at"),
        ({"title": ""}, "title"),
    ],
)
def test_a_correction_strikes_nothing_off_and_moves_no_limit(
    office: Office, changes: dict[str, object], field: str
) -> None:
    hazard = taken(office, recorded(office), Move.MEND, later(1), result="演示：清空", evidence="演示：照片")
    assert isinstance(hazard, Hazard)
    with pytest.raises(Unacceptable) as caught:
        amended(office, hazard, **changes)
    assert field in fields_of(caught.value)
    assert office.cases.load(hazard.id) == hazard


def test_what_is_supervised_publicly_stays_a_major_one(office: Office) -> None:
    major = recorded(office, level="重大", chief="演示首席")
    listed = taken(office, major, Move.LIST_PUBLICLY, later(1), unit="演示县安委会", reason="演示")
    assert isinstance(listed, Hazard)
    with pytest.raises(Unacceptable) as caught:
        amended(office, listed, level="一般", reason="演示：写错了")
    assert fields_of(caught.value) == ["level"]
    delisted = taken(office, listed, Move.DELIST, later(2), reason="演示")
    assert isinstance(delisted, Hazard)
    assert amended(office, delisted, level="一般", reason="演示：写错了").level == "一般"


def test_a_correction_of_what_somebody_else_saved_is_overtaken(office: Office) -> None:
    hazard = recorded(office)
    amended(office, hazard, note="演示一")
    with pytest.raises(Overtaken):
        amended(office, hazard, note="演示二")


def test_a_recheck_stays_through_a_correction(office: Office) -> None:
    particulars = {"inspectors": TWO, "recheck_result": "不合格", "record": "演示：看了"}
    mended = taken(office, recorded(office), Move.MEND, later(1), result="演示：清空", evidence="演示：照片")
    failed = taken(office, mended, Move.RECHECK, later(2), **particulars)
    assert isinstance(failed, Hazard)
    after = amended(office, failed, level="重大", chief="演示首席")
    assert [recheck.result for recheck in after.rechecks] == [RecheckResult.FAILED]
    assert (after.level, after.status) == ("重大", Status.UNRECTIFIED)


def test_a_draft_holds_what_can_be_corrected(office: Office) -> None:
    hazard = recorded(office, spot="演示：楼梯间", requirement="演示：清空", note="演示", campaign="演示行动")
    kept = draft_of(hazard)
    assert amended(office, hazard, note="演示二").spot == "演示：楼梯间"
    assert (kept.spot, kept.requirement, kept.note, kept.campaign) == ("演示：楼梯间", "演示：清空", "演示", "演示行动")
    assert TOWN_AREAS[0].code == kept.town
