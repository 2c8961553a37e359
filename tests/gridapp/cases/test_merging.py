"""Merging duplicates: nothing counts twice, nothing is lost, everything can be taken back."""

import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from uuid import UUID

import pytest

from gridapp.cases.attach import NewFile, attach
from gridapp.cases.handle import restore, void
from gridapp.cases.merging import attachments_of, found_by_number, merge, merge_all, separate_all, surviving
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.gridapp.content import content_hash
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at, closed, recorded, taken
from tests.sizes import FULL

PAIRS = 500 if FULL else 25
YEAR = Cut(period_named("2018"), TOWN)


def figures(office: Office) -> dict[str, Decimal]:
    """Every figure of the year that is no rate."""
    told = {i.code: figure(office.ledger, i, YEAR) for i in catalogue()[Kind.EVENT].indicators}
    return {code: value for code, value in told.items() if isinstance(value, Decimal)}


def versions(cases: Sequence[Case]) -> dict[UUID, int]:
    return {case.id: case.version for case in cases}


def test_history_names_the_case_that_stayed(office: Office) -> None:
    double, kept = recorded(office), recorded(office)
    merge(office.cases, double.id, 1, kept.id, "同一件事", DEADLINES, ACTOR, NOW)
    assert office.cases.history(double.id)[-1].reason == f"同一件事（并入 {kept.number}）"


def test_several_duplicates_are_merged_at_once(office: Office) -> None:
    kept, *doubles = (recorded(office) for _ in range(4))
    merged = merge_all(office.cases, versions(doubles), kept.id, "同一件事", DEADLINES, ACTOR, NOW)
    assert [office.cases.load(case.id) for case in merged] == list(merged)
    assert figure(office.ledger, indicator_named("event.reported"), YEAR) == 1
    assert [case.number for case in office.cases.merged_into(kept.id)] == sorted(case.number for case in doubles)


def test_where_one_cannot_be_merged_none_is(office: Office) -> None:
    kept, first, second = (recorded(office) for _ in range(3))
    void(office.cases, second.id, 1, "误登", DEADLINES, ACTOR, NOW)
    with pytest.raises(Refusal, match="已经作废或并案，不能再并案"):
        merge_all(office.cases, {first.id: 1, second.id: 2}, kept.id, "同一件事", DEADLINES, ACTOR, NOW)
    assert office.cases.load(first.id).excluded is None


def test_of_two_who_merge_the_second_is_told(sqlite_office: Office) -> None:
    kept, double = recorded(sqlite_office), recorded(sqlite_office)
    merge(sqlite_office.cases, double.id, 1, kept.id, "重复", DEADLINES, ACTOR, NOW)
    with pytest.raises(Overtaken, match="刚被他人修改过"):
        merge(sqlite_office.cases, double.id, 1, kept.id, "重复", DEADLINES, ACTOR, NOW)


def test_nothing_is_merged_or_separated_without_a_reason(sqlite_office: Office) -> None:
    kept, double = recorded(sqlite_office), recorded(sqlite_office)
    attempts: list[Callable[[], object]] = [
        lambda: merge_all(sqlite_office.cases, {double.id: 1}, kept.id, " ", DEADLINES, ACTOR, NOW),
        lambda: separate_all(sqlite_office.cases, {double.id: 1}, "", DEADLINES, ACTOR, NOW),
    ]
    for attempt in attempts:
        with pytest.raises(Unacceptable, match="请填写原因"):
            attempt()


def test_what_was_not_merged_cannot_be_separated(sqlite_office: Office) -> None:
    event = void(sqlite_office.cases, recorded(sqlite_office).id, 1, "误登", DEADLINES, ACTOR, NOW)
    with pytest.raises(Refusal, match="没有并入其他案件"):
        separate_all(sqlite_office.cases, versions([event]), "不是同一件", DEADLINES, ACTOR, NOW)


def test_an_old_number_leads_to_the_case_that_survives_through_every_merging(office: Office) -> None:
    first, second, third = (recorded(office) for _ in range(3))
    merge(office.cases, first.id, 1, second.id, "重复", DEADLINES, ACTOR, NOW)
    merge(office.cases, second.id, 1, third.id, "重复", DEADLINES, ACTOR, NOW)
    old, now = found_by_number(office.cases, TOWN, Kind.EVENT, first.number)
    assert (old.id, old.number, now.id) == (first.id, first.number, third.id)
    assert surviving(office.cases, third) == third


def test_a_number_that_nobody_bears_is_refused_in_words(sqlite_office: Office) -> None:
    with pytest.raises(Refusal, match="没有编号为 演示-0 的网格事件"):
        found_by_number(sqlite_office.cases, TOWN, Kind.EVENT, "演示-0")


def test_attachments_of_merged_cases_are_listed_through_the_survivor(office: Office) -> None:
    cases: list[Case] = [recorded(office) for _ in range(3)]
    for n, case in enumerate(cases):
        file = NewFile("现场.jpg", f"演示 {n}".encode())
        cases[n] = attach(office.cases, office.attachments, case.id, case.version, [file], ACTOR, NOW)
    first, second, third = cases
    merge(office.cases, first.id, first.version, second.id, "重复", DEADLINES, ACTOR, NOW)
    merge(office.cases, second.id, second.version, third.id, "重复", DEADLINES, ACTOR, NOW)
    listed = attachments_of(office.cases, third)
    assert [owner.number for owner, _ in listed] == [third.number, second.number, first.number]
    assert [office.attachments.get(file.sha256).decode() for _, file in listed] == ["演示 2", "演示 1", "演示 0"]


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_merging_pairs_lowers_every_figure_by_what_one_of_each_pair_counts(office: Office, seed: int) -> None:
    rng = random.Random(seed)
    pairs = [_twins(office, rng) for _ in range(PAIRS)]
    before, content = figures(office), content_hash(double for _, double in pairs)
    merged = [
        merge(office.cases, double.id, double.version, kept.id, "重复", DEADLINES, ACTOR, NOW) for kept, double in pairs
    ]
    after = figures(office)
    assert after.pop("event.merged") == before["event.merged"] + PAIRS == PAIRS
    assert {code: 2 * value for code, value in after.items()} == {code: before[code] for code in after}
    assert after["event.reported"] == PAIRS
    at_once, one_by_one = merged[: PAIRS // 2], merged[PAIRS // 2 :]
    separated = list(separate_all(office.cases, versions(at_once), "不是同一件", DEADLINES, ACTOR, NOW))
    separated += [
        restore(office.cases, case.id, case.version, "不是同一件", DEADLINES, ACTOR, NOW) for case in one_by_one
    ]
    assert content_hash(office.cases.load(case.id) for case in separated) == content
    assert figures(office) == before
    assert [result for result in check(office) if not result.ok] == []


def _twins(office: Office, rng: random.Random) -> tuple[Case, Case]:
    """One matter that was entered twice, and handled alike."""
    reported = at(2018, rng.randint(1, 6), rng.randint(1, 28), 9)
    village, done = rng.choice(VILLAGES), at(2018, 8, rng.randint(1, 28)) if rng.random() < 0.5 else None
    kept, double = (recorded(office, reported, village=village) for _ in range(2))
    if done is None:
        return kept, double
    first, second = (taken(office, case, Move.ACCEPT, reported) for case in (kept, double))
    return closed(office, first, done), closed(office, second, done)


def test_a_case_that_others_are_part_of_is_not_turned_down(office: Office) -> None:
    kept, double = recorded(office), recorded(office)
    merge(office.cases, double.id, 1, kept.id, "演示：同一件", DEADLINES, ACTOR, NOW)
    with pytest.raises(Refusal, match="请先拆案"):
        taken(office, kept, Move.REJECT, reason="演示：重复")
    assert office.cases.load(kept.id) == kept
