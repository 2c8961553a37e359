"""Explaining a reported figure: exactly the records that changed it since, each with its cause."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from gridapp.cases import handle, merging
from gridapp.counting.amount import Rate
from gridapp.counting.posting import Dimension
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month
from gridapp.domain.petition import PetitionPurpose
from gridapp.importing.pipeline import import_ledger
from gridapp.importing.undo import undo_import
from gridapp.ports import Correction, Office
from gridapp.reconciling.causes import Cause
from gridapp.reconciling.explaining import GONE, Explanation, explain
from tests.gridapp.ledger_files import event_row, workbook
from tests.gridapp.reconciling.changed_cases import move_to_july, recategorise, void
from tests.gridapp.reconciling.conftest import TOWN as TOWN_NAME
from tests.gridapp.reconciling.figures import reported_figure
from tests.gridapp.reconciling.upper_files import upper_rows
from tests.offices import (
    ACTOR,
    DEADLINES,
    NOW,
    TOWN,
    TOWN_AREAS,
    VILLAGES,
    amended,
    at,
    closed,
    petition_recorded,
    recorded,
    reopened,
)

JUNE, JULY, MAY = date(2018, 6, 11), date(2018, 7, 2), date(2018, 5, 30)


def in_june(office: Office, number: int) -> list[Event]:
    return [recorded(office, JUNE, title=f"演示：路灯不亮{n}") for n in range(number)]


def voided(office: Office, case: Case) -> Case:
    return handle.void(office.cases, case.id, case.version, "演示：重复登记", DEADLINES, ACTOR, NOW)


def causes(explanation: Explanation) -> Mapping[str, tuple[Cause, int]]:
    return {record.number: (record.cause, int(record.difference)) for record in explanation.records}


def adds_up(explanation: Explanation) -> bool:
    total = sum((record.difference for record in explanation.records), Decimal(0))
    return total == explanation.explained


def test_what_changed_since_is_named_with_its_cause(office: Office) -> None:
    untouched, void, double, kept, moved, other, back = in_june(office, 7)
    into = recorded(office, JULY)
    gone = voided(office, back)
    since = NOW()
    voided(office, void)
    merging.merge(office.cases, double.id, double.version, kept.id, "演示：同一件事", DEADLINES, ACTOR, NOW)
    amended(office, moved, reported_at=at(2018, 7, 3, 9))
    amended(office, into, reported_at=at(2018, 6, 3, 9))
    handle.restore(office.cases, gone.id, gone.version, "演示：误作废", DEADLINES, ACTOR, NOW)
    amended(office, other, title="演示：改个标题")
    new = recorded(office, JUNE)
    explanation = explain(office, reported_figure(6, since))
    assert causes(explanation) == {
        void.number: (Cause.VOIDED, -1),
        double.number: (Cause.MERGED, -1),
        moved.number: (Cause.MOVED, -1),
        into.number: (Cause.MOVED, 1),
        gone.number: (Cause.RESTORED, 1),
        new.number: (Cause.LATE, 1),
    }
    assert untouched.number not in causes(explanation)
    assert [explanation.then, explanation.reconciled.recomputed, explanation.unexplained] == [Decimal(6), Decimal(6), 0]
    assert adds_up(explanation)


def test_a_record_says_who_did_what_when_and_why(office: Office) -> None:
    (case,) = in_june(office, 1)
    since = NOW()
    voided(office, case)
    after = NOW()
    (record,) = explain(office, reported_figure(1, since)).records
    assert (record.number, record.title) == (case.number, case.title)
    assert (int(record.before), int(record.after)) == (1, 0)
    assert (record.person, record.action, record.reason) == (ACTOR.name, "作废", "演示：重复登记")
    assert record.at is not None
    assert since < record.at < after


def test_a_late_entry_gives_the_reason_that_was_given_for_being_late(office: Office) -> None:
    since = NOW()
    recorded(office, JUNE, late_reason="演示：村里晚交")
    (record,) = explain(office, reported_figure(0, since)).records
    assert (record.cause, record.reason) == (Cause.LATE, "演示：村里晚交")
    assert record.detail.startswith("2018-06-11 的事，2018-12-31")


def test_what_happened_after_a_report_is_new_and_not_late(office: Office) -> None:
    since = at(2018, 6, 10, 12)
    case = recorded(office, JUNE)
    assert causes(explain(office, reported_figure(0, since))) == {case.number: (Cause.NEW, 1)}


def test_another_village_or_category_is_out_of_the_filter_and_into_another(office: Office) -> None:
    first, second = in_june(office, 2)
    since = NOW()
    amended(office, first, village=VILLAGES[1], grid=None)
    amended(office, second, category="ZZ0102")
    for where, case, difference, detail in (
        ((Dimension.VILLAGE, "桐川村"), first, -1, "村社 桐川村 → 内冯村"),
        ((Dimension.VILLAGE, "内冯村"), first, 1, "村社 桐川村 → 内冯村"),
        ((Dimension.CATEGORY, "邻里纠纷"), second, 1, "类别 "),
    ):
        explanation = explain(office, reported_figure(0, since, where=where))
        assert causes(explanation) == {case.number: (Cause.REASSIGNED, difference)}
        assert detail in explanation.records[0].detail
    assert explain(office, reported_figure(2, since)).records == []


def test_a_month_that_was_moved_is_told(office: Office) -> None:
    (case,) = in_june(office, 1)
    since = NOW()
    amended(office, case, reported_at=at(2018, 7, 3, 9))
    (record,) = explain(office, reported_figure(1, since)).records
    assert record.detail == "月份 2018-06 → 2018-07"


def test_a_reopening_is_named_where_closings_are_counted(office: Office) -> None:
    (case,) = in_june(office, 1)
    done = closed(office, case, at(2018, 6, 20, 9))
    since = NOW()
    reopened(office, done, at(2018, 6, 25, 9))
    closings = explain(office, reported_figure(1, since, indicator="event.closed"))
    assert causes(closings) == {case.number: (Cause.REOPENED, -1)}
    stock = explain(office, reported_figure(0, since, indicator="event.closing"))
    assert causes(stock) == {case.number: (Cause.REOPENED, 1)}


def test_a_closing_that_is_told_later_is_named(office: Office) -> None:
    (case,) = in_june(office, 1)
    since = NOW()
    closed(office, case, at(2018, 6, 20, 9))
    explanation = explain(office, reported_figure(0, since, indicator="event.closed"))
    assert causes(explanation) == {case.number: (Cause.PROGRESSED, 1)}


def test_a_rate_is_explained_in_both_of_its_parts(office: Office) -> None:
    first, second = in_june(office, 2)
    closed(office, first, at(2018, 6, 20, 9))
    since = NOW()
    closed(office, second, at(2018, 6, 21, 9))
    new = recorded(office, JUNE)
    explanation = explain(office, reported_figure(50, since, indicator="event.close_rate"))
    assert explanation.then == Rate(Decimal(1), Decimal(2))
    assert explanation.reconciled.recomputed == Rate(Decimal(2), Decimal(3))
    told = {(record.part, record.number): (record.cause, int(record.difference)) for record in explanation.records}
    assert told == {("分子", second.number): (Cause.PROGRESSED, 1), ("分母", new.number): (Cause.LATE, 1)}
    assert (explanation.unexplained, explanation.explained) == (Decimal(0), Decimal("16.67"))


def test_what_was_reported_otherwise_than_the_ledger_said_stands_apart(office: Office) -> None:
    first, _ = in_june(office, 2)
    since = NOW()
    voided(office, first)
    explanation = explain(office, reported_figure(5, since))
    assert (explanation.unexplained, explanation.explained) == (Decimal(-3), Decimal(-1))
    assert not explanation.agreed_then
    assert explanation.reconciled.difference == -4


def test_more_than_the_report_said_agreed_where_it_said_at_least(office: Office) -> None:
    in_june(office, 2)
    assert explain(office, reported_figure(1, NOW(), at_least=True)).agreed_then


def test_without_a_moment_of_report_the_registration_is_compared_with(office: Office) -> None:
    (case,) = in_june(office, 1)
    figure = office.reported.register(reported_figure(1), ACTOR, NOW())
    voided(office, case)
    explanation = explain(office, office.reported.figure(figure.id))
    assert (explanation.since_is_known, explanation.since) == (False, figure.registered_at)
    assert causes(explanation) == {case.number: (Cause.VOIDED, -1)}


def test_nothing_can_be_explained_without_any_moment(sqlite_office: Office) -> None:
    explanation = explain(sqlite_office, reported_figure(1))
    assert (explanation.since, explanation.explained, explanation.records) == (None, None, ())


def test_causes_are_summed_up_in_their_order(sqlite_office: Office) -> None:
    cases = in_june(sqlite_office, 3)
    since = NOW()
    for case in cases[:2]:
        voided(sqlite_office, case)
    recorded(sqlite_office, JUNE)
    told = explain(sqlite_office, reported_figure(3, since)).by_cause()
    assert told == [(Cause.LATE, 1, Decimal(1)), (Cause.VOIDED, 2, Decimal(-2))]


def test_a_confidential_record_counts_but_is_veiled(office: Office) -> None:
    since = NOW()
    petition_recorded(office, JUNE, purpose=PetitionPurpose.ACCUSATION, accused="演示丁")
    (record,) = explain(office, reported_figure(0, since, indicator="petition.registered")).records
    assert (int(record.difference), record.title) == (1, "检举控告（已保密）")
    assert (record.person, record.action, record.reason, record.detail) == (None, None, None, "")


@pytest.mark.parametrize("indicator", ["event.closing", "event.opening"])
def test_a_stock_is_explained_by_what_came_before_its_period(office: Office, indicator: str) -> None:
    case = recorded(office, MAY)
    since = NOW()
    voided(office, case)
    assert causes(explain(office, reported_figure(1, since, indicator=indicator))) == {case.number: (Cause.VOIDED, -1)}


def test_the_half_year_of_the_demonstration_is_explained_by_five_records(gaohu: Office) -> None:
    """checks.md 2: three are taken out, two move to July, one is recategorised."""
    figures = {
        figure.id: replace(figure, reported_at=at(2018, 7, 9)) for figure in gaohu.registers.published(TOWN_NAME)
    }
    events, settled = figures["G01"], figures["G02"]
    assert [explain(gaohu, figure).reconciled.difference for figure in (events, settled)] == [0, 0]
    rows = upper_rows(gaohu, TOWN_NAME, events.period)
    still_open = [row for row in rows if not row["closed_at"]]
    for row in rows[:3]:
        void(gaohu, row)
    for row in still_open[:2]:
        move_to_july(gaohu, row)
    recategorise(gaohu, rows[4])
    explanation = explain(gaohu, events)
    assert (explanation.reconciled.difference, explanation.unexplained) == (Decimal(-5), Decimal(0))
    assert causes(explanation) == {row["number"]: (Cause.VOIDED, -1) for row in rows[:3]} | {
        row["number"]: (Cause.MOVED, -1) for row in still_open[:2]
    }
    assert explain(gaohu, settled).records == []


def test_a_correction_of_a_closed_month_is_explained_where_it_is_booked(office: Office) -> None:
    (case,) = in_june(office, 1)
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, Month(2018, 6), ACTOR, NOW())
    since = NOW()
    leave = office.cases.correcting(Correction("演示镇长", "演示：查实重复"))
    handle.void(leave, case.id, case.version, "演示：重复登记", DEADLINES, ACTOR, NOW)
    assert explain(office, reported_figure(1, since)).records == []
    (record,) = explain(office, reported_figure(0, since, period="2018-07")).records
    assert (record.number, record.cause, int(record.difference)) == (case.number, Cause.CORRECTED, -1)
    assert record.detail == "更正已关账的2018年6月"
    assert "演示镇长" in (record.reason or "")


def test_a_record_that_went_with_its_import_is_named_by_its_number(office: Office, tmp_path: Path) -> None:
    rows = [event_row("演示-0001", 上报时间="2018-06-11 09:30")]
    path = workbook(tmp_path / "台账.xlsx", rows)
    done = import_ledger(office, Kind.EVENT, path, TOWN_AREAS[0], ACTOR, NOW)
    since = NOW()
    undo_import(office.cases, done.batch or "", ACTOR, NOW)
    (record,) = explain(office, reported_figure(1, since)).records
    assert (record.number, record.title, record.kind) == ("演示-0001", GONE, Kind.EVENT)
    assert (record.cause, record.action, int(record.difference)) == (Cause.TAKEN_BACK, "撤销导入", -1)
