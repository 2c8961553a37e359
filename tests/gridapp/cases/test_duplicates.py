"""Whether an entry may be a case that is on file: what is told, and what is left untold."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gridapp.cases.duplicates import judged
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.ports import Candidate, Entered
from tests.offices import TOWN, VILLAGES, at

REPORTED = at(2018, 3, 10, 9)
ENTERED = Entered(
    kind=Kind.EVENT,
    town=TOWN,
    title="演示：村口路灯不亮",
    category="ZF0602",
    village=VILLAGES[0],
    reported_at=REPORTED,
)


def on_file(n: int = 1, days: float = 0, **fields: Any) -> Candidate:
    """A case that has nothing in common with the entry but what is said."""
    values: dict[str, Any] = {"title": f"无关的事{n}", "village": VILLAGES[1], "category": "ZZ0102"}
    return Candidate(
        id=case_id_at(REPORTED, n),
        number=f"演示-{n}",
        status="reported",
        reported_at=REPORTED + timedelta(days=days),
        **(values | fields),
    )


def reasons(entered: Entered, *candidates: Candidate) -> list[tuple[str, ...]]:
    return [suspicion.reasons for suspicion in judged(entered, candidates)]


def test_a_case_that_shares_nothing_is_not_told() -> None:
    assert reasons(ENTERED, on_file()) == []


@pytest.mark.parametrize(("days", "told"), [(7, True), (-7, True), (7.1, False)])
def test_the_same_phone_within_seven_days_is_told(days: float, told: bool) -> None:
    entered = replace(ENTERED, phone="139 0000 0001")
    assert reasons(entered, on_file(days=days, phone="13900000001")) == ([("同一电话",)] if told else [])


def test_the_same_phone_within_thirty_days_is_told_where_place_or_kind_agree() -> None:
    entered = replace(ENTERED, phone="13900000001")
    assert reasons(entered, on_file(days=20, phone="13900000001", village=VILLAGES[0])) == [("同一电话",)]
    assert reasons(entered, on_file(days=31, phone="13900000001", village=VILLAGES[0])) == []


def test_the_phone_of_a_grid_worker_proves_nothing() -> None:
    entered = replace(ENTERED, phone="13900000001")
    assert reasons(entered, *(on_file(n, days=n / 10, phone="13900000001") for n in range(1, 7))) == []


def test_the_same_person_is_told_by_name() -> None:
    entered = replace(ENTERED, persons=("演示甲",))
    assert reasons(entered, on_file(days=20, persons=("演示甲",), category="ZF0602")) == [("同一人（演示甲）",)]
    assert reasons(entered, on_file(days=20, persons=("演示甲",))) == []


def test_the_same_parties_are_told_and_one_of_two_only_with_like_words() -> None:
    dispute = replace(ENTERED, kind=Kind.DISPUTE, persons=("演示甲", "演示乙"), category="ZZ0102", title="宅基地纠纷")
    assert reasons(dispute, on_file(days=20, persons=("演示乙", "演示甲"))) == [("同一人（演示乙、演示甲）",)]
    assert reasons(dispute, on_file(days=20, persons=("演示甲", "演示丙"))) == []
    alike = on_file(days=20, persons=("演示甲", "演示丙"), title="宅基地纠纷")
    assert reasons(dispute, alike) == [("同一人（演示甲）", "标题或内容相似")]


def test_like_disputes_of_different_people_are_not_told() -> None:
    dispute = replace(ENTERED, kind=Kind.DISPUTE, persons=("演示甲", "演示村委会"), title="征地青苗补偿纠纷")
    other = on_file(persons=("演示丙", "演示村委会"), title="征地青苗补偿纠纷", village=VILLAGES[0], category="ZF0602")
    assert reasons(dispute, other) == []


@pytest.mark.parametrize(("days", "told"), [(6.9, True), (-6.9, True), (8, False)])
def test_the_same_house_within_seven_days_is_told_whatever_the_words(days: float, told: bool) -> None:
    entered = replace(ENTERED, address="桐川村 12 号门前")
    here = on_file(days=days, address="桐川村12号门前", village=VILLAGES[0])
    assert reasons(entered, here) == ([("同一地点 7 天内",)] if told else [])


def test_the_same_wide_place_is_told_where_the_kind_of_matter_agrees() -> None:
    entered = replace(ENTERED, address="村口")
    assert reasons(entered, on_file(address="村口", village=VILLAGES[0], category="ZF0602")) == [("同一地点 7 天内",)]
    assert reasons(entered, on_file(address="村口", village=VILLAGES[0])) == []


def test_a_place_of_that_name_in_another_village_is_another_place() -> None:
    assert reasons(replace(ENTERED, address="老街12号"), on_file(address="老街12号")) == []


def test_a_counter_where_everybody_comes_is_no_place() -> None:
    entered = replace(ENTERED, address="桐川村便民服务点")
    at_the_counter = on_file(address="桐川村便民服务点", village=VILLAGES[0], category="ZF0602")
    assert reasons(entered, at_the_counter) == []


def test_like_words_in_the_same_village_are_told() -> None:
    here = on_file(title="演示：村口的路灯不亮", village=VILLAGES[0], category="ZF0602")
    assert reasons(ENTERED, here) == [("标题或内容相似",)]
    assert reasons(ENTERED, replace(here, village=VILLAGES[1])) == []
    assert reasons(ENTERED, replace(here, reported_at=REPORTED + timedelta(days=8))) == []


def test_like_words_at_another_house_or_floor_are_not_told() -> None:
    here = on_file(title="演示：村口路灯不亮", village=VILLAGES[0], category="ZF0602", address="桐川村3号")
    assert reasons(replace(ENTERED, address="桐川村12号"), here) == []
    floor = on_file(title="5楼疏散指示标志损坏", village=VILLAGES[0], category="ZF0602")
    assert reasons(replace(ENTERED, title="4楼疏散指示标志损坏"), floor) == []


def test_several_hazards_of_one_visit_are_not_told() -> None:
    hazard = replace(ENTERED, kind=Kind.HAZARD, address="演示厂1号", title="灭火器过期")
    same_visit = on_file(address="演示厂1号", village=VILLAGES[0], category="ZF0602", title="通道堵塞")
    assert reasons(hazard, same_visit) == []
    assert reasons(hazard, replace(same_visit, title="灭火器过期")) == [("同一地点 7 天内", "标题或内容相似")]


def test_the_strongest_come_first_and_only_a_few() -> None:
    entered = replace(ENTERED, phone="13900000001", address="桐川村12号")
    weak = on_file(1, phone="13900000001")
    strong = on_file(2, phone="13900000001", address="桐川村12号", village=VILLAGES[0], title=ENTERED.title)
    found = judged(entered, [weak, strong])
    assert [suspicion.case.number for suspicion in found] == ["演示-2", "演示-1"]
    assert judged(entered, [weak, strong], limit=1) == found[:1]


def test_an_empty_form_is_like_nothing() -> None:
    assert reasons(Entered(kind=Kind.EVENT, town=TOWN), on_file(), on_file(2, title="", village=None)) == []
