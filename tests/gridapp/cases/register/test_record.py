"""Registers: every kind is entered, found, listed, counted, amended, taken off the list, voided, taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from gridapp.cases.register.draft import EntryDraft, check, columns_of, problems_of_new
from gridapp.cases.register.record import draft_of, finish
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.register_kinds import REGISTERS, STANDING
from gridapp.domain.registers.reception import Promise
from gridapp.domain.registers.standing import Standing
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from gridapp.safekeeping.check import check as check_office
from tests.gridapp.cases.register.entries import STARTED, VALUES, amended, entered, entry_draft
from tests.offices import ACTOR, NOW, TOWN, at

YEAR = Period(date(2018, 1, 1), date(2019, 1, 1))
EVERY = sorted(REGISTERS)


def counted(office: Office, code: str, period: Period = YEAR) -> Any:
    return figure(office.ledger, indicator_named(code), Cut(period, TOWN))


def wrong(draft: EntryDraft, office: Office, now: datetime | None = None) -> set[tuple[str, str]]:
    problems = check(draft, office.registers.areas(), now or at(2018, 12, 31))
    return {(problem.field, problem.code) for problem in problems}


@pytest.mark.parametrize("kind", EVERY)
def test_an_entry_comes_back_as_it_was_entered(office: Office, kind: Kind) -> None:
    entry = entered(office, entry_draft(kind))
    assert office.cases.load(entry.id) == entry
    values = {name: value for name, value in draft_of(entry).values.items() if name != "note"}
    assert values == {"reported_at": STARTED, **VALUES[kind]}
    assert entry.status is (Status.ON_FILE if kind in STANDING else Status.RECORDED)


@pytest.mark.parametrize("kind", EVERY)
def test_an_entry_stands_in_the_list_with_its_own_fields(office: Office, kind: Kind) -> None:
    entry = entered(office, entry_draft(kind))
    (row,) = office.lists.load_rows(office.lists.find_ids(CaseQuery(kind=kind, town=TOWN)), reader=ACTOR.name)
    assert (row.id, row.number, row.status) == (entry.id, entry.number, entry.status)
    if row.veiled is None:
        own = {name: value for name, value in VALUES[kind].items() if name in row.own}
        assert {name: row.own[name] for name in own} == own


@pytest.mark.parametrize("kind", EVERY)
def test_a_list_is_sorted_by_what_a_register_alone_has(office: Office, kind: Kind) -> None:
    entries = {entered(office, entry_draft(kind)).id for _ in range(2)}
    for column in columns_of(kind):
        if column.type != "case" and column.field != "note":
            assert {*office.lists.find_ids(CaseQuery(kind=kind, sort=column.field))} == entries


@pytest.mark.parametrize("kind", EVERY)
def test_everything_adds_up_after_entering_amending_and_leaving(office: Office, kind: Kind) -> None:
    entry = amended(office, entered(office, entry_draft(kind)), note="演示：补充")
    if kind in STANDING:
        finish(office.cases, entry.id, entry.version, at(2018, 6, 1), "演示：已消除", ACTOR, NOW)
    assert [result for result in check_office(office) if not result.ok] == []


@pytest.mark.parametrize("kind", EVERY)
def test_whatever_a_ledger_requires_the_form_requires(sqlite_office: Office, kind: Kind) -> None:
    required = {(column.field, "required") for column in columns_of(kind) if column.required}
    assert wrong(EntryDraft(kind=kind, town=TOWN), sqlite_office) == required
    assert wrong(entry_draft(kind), sqlite_office) == set()


@pytest.mark.parametrize(
    ("kind", "fields", "found"),
    [
        (Kind.WORKLOG, {"reported_at": at(2019, 1, 1)}, ("reported_at", "future")),
        (Kind.WORKLOG, {"quantity": Decimal(0)}, ("quantity", "count")),
        (Kind.PERSON, {"paper_number": "110101194005060021"}, ("paper_number", "paper")),
        (Kind.PERSON, {"removed_at": at(2018, 6, 1)}, ("removed_reason", "required")),
        (Kind.PERSON, {"removed_at": at(2018, 2, 1), "removed_reason": "演示"}, ("removed_at", "order")),
        (Kind.PERSON, {"phone": "12"}, ("phone", "phone")),
        (Kind.PERSON, {"born_on": date(2048, 5, 6)}, ("born_on", "future")),
        (Kind.PATROL, {"until_at": at(2018, 3, 4)}, ("until_at", "order")),
        (Kind.PATROL, {"until_at": at(2018, 3, 7)}, ("until_at", "long")),
        (Kind.PATROL, {"hours": Decimal(25)}, ("hours", "long")),
        (Kind.ACCIDENT, {"dead": 3}, ("level", "level")),
        (Kind.ACCIDENT, {"level": "小"}, ("level", "word")),
        (Kind.RELOCATION, {"people": 21}, ("people", "count")),
        (Kind.RELOCATION, {"vacated_at": at(2018, 3, 1)}, ("vacated_at", "order")),
        (Kind.RELOCATION, {"vacated_at": None, "done_at": at(2018, 6, 1)}, ("done_at", "order")),
        (Kind.RECEPTION, {"unheld_reason": "演示：外出"}, ("unheld_reason", "both")),
        (Kind.RECEPTION, {"held_at": None}, ("held_at", "required")),
        (Kind.RECEPTION, {"promises": (Promise(what="演示", done_at=STARTED),)}, ("promises", "required")),
        (Kind.SHELTER, {"village": "331121103-99"}, ("village", "unknown")),
        (Kind.SHELTER, {"village": None, "grid": "331121103-01-01"}, ("village", "required")),
    ],
)
def test_what_contradicts_itself_is_told_in_its_field(
    sqlite_office: Office, kind: Kind, fields: dict[str, Any], found: tuple[str, str]
) -> None:
    assert found in wrong(entry_draft(kind, **fields), sqlite_office)


def test_what_is_planned_may_lie_ahead(sqlite_office: Office) -> None:
    ahead = {"reported_at": at(2019, 3, 1)}
    for kind in (Kind.DUTY, Kind.RESPONSIBILITY):
        assert wrong(entry_draft(kind, **ahead), sqlite_office) == set()


def test_what_is_told_days_later_says_why(sqlite_office: Office) -> None:
    areas = sqlite_office.registers.areas()
    late = replace(entry_draft(Kind.PATROL), late_reason=" ")
    assert [p.field for p in problems_of_new(late, areas, at(2018, 3, 8))] == ["late_reason"]
    assert problems_of_new(replace(entry_draft(Kind.SHELTER), late_reason=""), areas, at(2018, 3, 8)) == ()


def test_balances_hold_what_was_entered_and_not_taken_off(office: Office) -> None:
    point = entered(office, entry_draft(Kind.GEOLOGY))
    entered(office, entry_draft(Kind.GEOLOGY, title="演示：另一处", households=1, people=4))
    finish(office.cases, point.id, point.version, at(2018, 6, 1), "演示：治理完成", ACTOR, NOW)
    may, june = Period(date(2018, 5, 1), date(2018, 6, 1)), Period(date(2018, 6, 1), date(2018, 7, 1))
    assert [counted(office, f"geology.{name}", may) for name in ("on_file", "households", "people")] == [2, 23, 93]
    assert [counted(office, f"geology.{name}", june) for name in ("on_file", "households", "people")] == [1, 1, 4]
    assert counted(office, "geology.removed", june) == 1


def test_the_published_relocation_is_counted_when_the_houses_stand_empty(office: Office) -> None:
    entered(office, entry_draft(Kind.RELOCATION))
    first_half = Period(date(2018, 1, 1), date(2018, 7, 1))
    assert counted(office, "relocation.households", first_half) == 22
    assert counted(office, "relocation.people", first_half) == 89
    assert counted(office, "relocation.households", Period(date(2018, 1, 1), date(2018, 5, 1))) == 0


def test_a_patrol_counts_its_hours_and_everybody_who_took_part(office: Office) -> None:
    entered(office, entry_draft(Kind.PATROL))
    assert [counted(office, f"patrol.{name}") for name in ("times", "hours", "people")] == [1, Decimal("2.5"), 3]


def test_no_accident_is_an_empty_list_behind_a_zero(office: Office) -> None:
    indicator = indicator_named("accident.count")
    assert counted(office, "accident.count") == 0
    assert office.ledger.entries(indicator.reading, Cut(YEAR, TOWN)) == []
    entered(office, entry_draft(Kind.ACCIDENT))
    assert counted(office, "accident.count") == 1
    assert counted(office, "accident.loss") == 3000


def test_a_reception_day_counts_its_promises_until_they_are_kept(office: Office) -> None:
    day = entered(office, entry_draft(Kind.RECEPTION))
    assert [counted(office, f"reception.{name}") for name in ("days", "promises", "promises_open")] == [1, 1, 1]
    kept = Promise(
        what="演示：修复路灯", unit="演示站所", due_at=at(2018, 4, 1), done_at=at(2018, 3, 20), how="演示：已修"
    )
    amended(office, day, promises=(kept,))
    assert [counted(office, f"reception.{name}") for name in ("promises", "kept", "promises_open")] == [1, 1, 0]


def test_visits_to_one_person_are_several_times_one_person(office: Office) -> None:
    person = entered(office, entry_draft(Kind.PERSON))
    for day in (6, 20):
        entered(office, replace(entry_draft(Kind.VISIT, reported_at=at(2018, 3, day)), source_case=person.id))
    assert (counted(office, "visit.visits"), counted(office, "visit.persons")) == (2, 1)


def test_what_was_counted_is_changed_only_for_a_reason(office: Office) -> None:
    work = entered(office, entry_draft(Kind.WORKLOG))
    with pytest.raises(Unacceptable, match="更正原因"):
        amended(office, work, quantity=Decimal(13))
    changed = amended(office, work, "演示：记错", quantity=Decimal(13))
    assert (changed.version, counted(office, "worklog.quantity")) == (2, 13)


def test_what_was_emptied_in_the_form_is_empty(office: Office) -> None:
    river = entered(office, entry_draft(Kind.RIVER, problems="演示：淤积"))
    assert getattr(amended(office, river, problems=""), "problems", "") is None


def test_an_entry_is_taken_off_the_list_once(office: Office) -> None:
    shelter = entered(office, entry_draft(Kind.SHELTER))
    gone = finish(office.cases, shelter.id, 1, at(2018, 6, 1), "演示：拆除", ACTOR, NOW)
    assert (gone.status, gone.removed_at) == (Status.REMOVED, at(2018, 6, 1))
    assert office.cases.history(shelter.id)[-1].action == "移出"
    with pytest.raises(Refusal, match="已经移出"):
        finish(office.cases, shelter.id, 2, at(2018, 6, 2), "演示：拆除", ACTOR, NOW)
    with pytest.raises(Overtaken):
        finish(office.cases, shelter.id, 1, at(2018, 6, 2), "演示：拆除", ACTOR, NOW)


def test_what_does_not_stand_in_a_register_cannot_leave_it(office: Office) -> None:
    work = entered(office, entry_draft(Kind.WORKLOG))
    with pytest.raises(Refusal, match="不在名录中"):
        finish(office.cases, work.id, 1, at(2018, 6, 1), "演示", ACTOR, NOW)


@pytest.mark.parametrize(
    ("when", "why", "field"), [(at(2018, 3, 1), "演示", "removed_at"), (at(2018, 6, 1), " ", "removed_reason")]
)
def test_leaving_needs_a_day_after_the_start_and_a_reason(office: Office, when: datetime, why: str, field: str) -> None:
    shelter = entered(office, entry_draft(Kind.SHELTER))
    with pytest.raises(Unacceptable) as refused:
        finish(office.cases, shelter.id, 1, when, why, ACTOR, NOW)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_an_object_of_another_kind_is_refused(office: Office) -> None:
    work = entered(office, entry_draft(Kind.WORKLOG))
    with pytest.raises(Unacceptable, match="对象编号没有对应的记录"):
        entered(office, replace(entry_draft(Kind.VISIT), source_case=work.id))


def test_a_drive_that_an_entry_names_is_on_file(office: Office) -> None:
    entered(office, entry_draft(Kind.PATROL, campaign="演示：大巡防"))
    assert [campaign.name for campaign in office.campaigns.of_town(TOWN)] == ["演示：大巡防"]


def test_a_removed_entry_keeps_its_place_in_its_own_status(office: Office) -> None:
    person = entered(office, entry_draft(Kind.PERSON))
    gone = amended(office, person, removed_at=at(2018, 6, 1), removed_reason="演示：去世")
    assert isinstance(gone, Standing)
    back: Case = amended(office, gone, "演示：误移出", removed_at=None, removed_reason=None)
    assert (gone.status, back.status) == (Status.REMOVED, Status.ON_FILE)
    assert counted(office, "person.on_file") == 1


def test_moments_of_entries_are_kept_to_the_second(office: Office) -> None:
    moment = datetime(2018, 3, 5, 1, 2, 3, tzinfo=UTC)
    assert entered(office, entry_draft(Kind.DUTY, reported_at=moment)).reported_at == moment
