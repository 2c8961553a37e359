"""What the register kinds count for: visits and places, documents, measures, persons, work."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gridapp.counting.posting import Posting
from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case
from gridapp.domain.enforcement import Measure
from gridapp.domain.identity import case_id_at
from gridapp.domain.inspection import Answer, Checked, Nature
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import bare
from tests.offices import at

PLACE = case_id_at(at(2018, 1, 1), 1)


def only(case: Case) -> Posting:
    (posting,) = postings_of(case)
    return posting


def visit(case: Case) -> Posting:
    """The posting of an inspection as one visit; its village and its inspectors have their own test."""
    (posting,) = (p for p in postings_of(case) if p.measure == "inspection.visits")
    return posting


def test_an_inspection_is_one_visit_whose_subject_is_the_place() -> None:
    posting = visit(bare(Kind.INSPECTION, place=PLACE, place_type="合用场所", handler="演示检查员"))
    assert (posting.day, posting.quantity) == (date(2018, 1, 3), Decimal(1))
    assert posting.subject == str(PLACE)
    assert (posting.dimensions.place_type, posting.dimensions.staff) == ("合用场所", "演示检查员")


@pytest.mark.parametrize(
    ("fields", "measure"),
    [
        ({"result": "发现隐患2条，口头责令整改"}, "inspection.with_hazards"),
        ({"result": "未发现隐患"}, "inspection.without_hazards"),
        ({"checks": (Checked(item="演示", answer=Answer.FAILS),), "result": "未发现隐患"}, "inspection.with_hazards"),
        ({"checks": (Checked(item="演示", answer=Answer.FITS),)}, "inspection.without_hazards"),
        ({"filed_at": at(2018, 1, 2)}, "inspection.filed_before"),
    ],
)
def test_what_an_inspection_came_to_is_told_besides(fields: dict[str, Any], measure: str) -> None:
    told = {p.measure for p in postings_of(bare(Kind.INSPECTION, **fields))}
    assert told == {"inspection.visits", "inspection.in_village", measure}


def test_a_visit_that_is_only_filed_counts_nowhere() -> None:
    assert postings_of(bare(Kind.INSPECTION, status=Status.FILED, filed_at=at(2018, 1, 2))) == frozenset()


def test_inspections_are_told_by_their_nature() -> None:
    assert visit(bare(Kind.INSPECTION, nature=Nature.CROSS)).dimensions.category == "交叉检查"


def test_visits_without_a_place_on_file_are_places_of_their_own() -> None:
    assert visit(bare(Kind.INSPECTION)).subject != visit(bare(Kind.INSPECTION)).subject


def test_a_notice_is_one_document() -> None:
    posting = only(bare(Kind.NOTICE, category="责令限期整改通知书"))
    assert (posting.measure, posting.quantity) == ("notice.issued", Decimal(1))


@pytest.mark.parametrize(
    ("measure", "counted"),
    [
        (Measure.SEALED, "enforcement.sealed"),
        (Measure.DETAINED, "enforcement.detained"),
        (Measure.FINED, "enforcement.fined"),
        (Measure.STOPPED, "enforcement.stopped"),
        (Measure.POWER_CUT, "enforcement.power_cut"),
        (Measure.DEMOLISHED, "enforcement.demolished"),
        (Measure.REFERRED, "enforcement.referred"),
    ],
)
def test_every_measure_counts_under_its_own_name_for_its_authority(measure: Measure, counted: str) -> None:
    posting = only(bare(Kind.ENFORCEMENT, category=measure.value, unit="演示县公安局", place=PLACE))
    assert (posting.measure, posting.subject, posting.dimensions.staff) == (counted, str(PLACE), "演示县公安局")


def test_a_surveyed_person_counts_under_his_class() -> None:
    posting = only(bare(Kind.PERSON))
    assert (posting.measure, posting.dimensions.category) == ("person.surveyed", "独居孤寡老人")


def test_work_counts_its_quantity_in_its_unit() -> None:
    posting = only(bare(Kind.WORKLOG, quantity=Decimal("12.5"), counting_unit="吨"))
    assert (posting.measure, posting.quantity, posting.dimensions.unit) == ("worklog.quantity", Decimal("12.5"), "吨")


def test_no_work_done_counts_nothing() -> None:
    assert postings_of(bare(Kind.WORKLOG, quantity=Decimal(0), counting_unit="吨")) == frozenset()
