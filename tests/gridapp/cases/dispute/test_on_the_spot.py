"""Disputes settled on the spot: one or twenty, all of them or none, on both databases."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gridapp.cases.dispute.on_the_spot import Settled, problems_of_settled, settle
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose, SessionResult
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.problem import Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import Draft, Office
from gridapp.safekeeping.check import check
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at, dispute_draft

REPORTED = at(2018, 1, 3, 9)


def settled(office: Office, *lines: Settled) -> list[Dispute]:
    """Disputes on file that were settled on the spot."""
    return list(settle(office.cases, office.registers.areas(), DEADLINES, lines, ACTOR, NOW))


def line(result: str = "演示：当面和好", performed: bool = True, **fields: Any) -> Settled:
    """A dispute that was settled on the spot."""
    draft = dispute_draft(REPORTED, **fields)
    return Settled(draft=draft, result=result, performed=performed)


def told(office: Office, *lines: Settled) -> list[tuple[str, str]]:
    """The problems of some lines, each by its field and code."""
    with pytest.raises(Unacceptable) as refused:
        settled(office, *lines)
    return [(problem.field, problem.code) for problem in refused.value.problems]


def count(office: Office, code: str) -> object:
    return figure(office.ledger, indicator_named(code), Cut(period_named("2018"), TOWN))


def test_a_dispute_settled_on_the_spot_has_gone_its_whole_way_at_one_moment(office: Office) -> None:
    (case,) = settled(office, line(address="演示：村口"))
    assert office.cases.load(case.id) == case
    assert [(step.move, step.at) for step in case.steps] == [
        (move, REPORTED) for move in (Move.ACCEPT, Move.MEDIATE, Move.AGREE)
    ]
    assert (case.status, case.accepted_at, case.informed) == (Status.PERFORMED, REPORTED, "口头")
    closed = case.closed
    assert closed is not None
    assert (closed.outcome, closed.form, closed.result) == (Outcome.SUCCEEDED, AgreementForm.ORAL, "演示：当面和好")
    assert (closed.closed_at, closed.evidence, closed.in_time) == (REPORTED, "当场履行", True)
    (session,) = case.held(Purpose.MEDIATION)
    assert (session.place, session.present, session.result) == ("演示：村口", "演示甲、演示乙", SessionResult.AGREED)
    assert session.mediators == ("演示调解员",)


def test_what_is_still_to_be_visited_and_filed_is_waited_for(office: Office) -> None:
    (case,) = settled(office, line())
    assert (case.revisit_due_at, case.step_due_at) == (end_of(date(2018, 2, 2)), end_of(date(2018, 2, 2)))
    assert case.confirm_due_at is None


def test_what_was_agreed_on_but_not_done_at_once_is_not_told_as_performed(office: Office) -> None:
    (case,) = settled(office, line(performed=False))
    assert (case.status, case.closings[0].evidence) == (Status.AGREED, None)


def test_a_place_is_said_even_where_the_form_names_none(office: Office) -> None:
    (case,) = settled(office, line(address=""))
    assert case.sessions[0].place == "现场"


def test_twenty_are_on_file_with_a_number_each_and_all_are_counted(office: Office) -> None:
    lines = [line(f"演示：和好{n}", village=VILLAGES[n % 3], title=f"演示：第{n}件") for n in range(20)]
    cases = settled(office, *lines)
    assert [case.title for case in cases] == [f"演示：第{n}件" for n in range(20)]
    assert [case.number[-4:] for case in cases] == [f"{n:04}" for n in range(1, 21)]
    assert [case.closings[0].number for case in cases] == [f"（2018）人调口字第{n}号" for n in range(1, 21)]
    assert {office.cases.load(case.id) for case in cases} == set(cases)
    assert (count(office, "dispute.found"), count(office, "dispute.succeeded")) == (20, 20)
    assert [result for result in check(office) if not result.ok] == []


def test_one_wrong_line_of_twenty_keeps_all_of_them_out_and_takes_no_number(office: Office) -> None:
    lines = [line() for _ in range(19)]
    assert told(office, *lines[:7], line(village=None, result=" "), *lines[7:]) == [
        ("7.village", "required"),
        ("7.result", "required"),
    ]
    assert count(office, "dispute.found") == 0
    assert settled(office, line())[0].number.endswith("-0001")


def test_the_problems_of_every_line_are_told_at_once(office: Office) -> None:
    assert told(office, line(title=""), line(), line(unit="", handler=" ", parties=())) == [
        ("0.title", "required"),
        ("2.unit", "required"),
        ("2.handler", "required"),
        ("2.parties", "required"),
    ]


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({"level": "重大", "chief": "演示首席"}, [("level", "written")]),
        ({"level": "特别重大"}, [("level", "written")]),
        ({"difficult": True}, [("level", "written")]),
        ({"risk": "高"}, [("risk_report", "required")]),
        ({"result": ""}, [("result", "required")]),
        ({"late_reason": ""}, [("late_reason", "required")]),
    ],
)
def test_what_cannot_be_settled_on_the_spot_is_told_under_its_field(
    sqlite_office: Office, fields: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    office = sqlite_office
    assert told(office, line(**fields)) == problems
    assert told(office, line(), line(**fields)) == [(f"1.{field}", code) for field, code in problems]
    assert count(office, "dispute.found") == 0


def test_the_moment_that_is_missing_is_that_of_the_mediation(office: Office) -> None:
    timeless = replace(line(), draft=replace(line().draft, reported_at=None))
    problems = problems_of_settled(timeless, office.registers.areas(), NOW())
    assert [(problem.field, problem.message) for problem in problems] == [("reported_at", "请填写调解时间。")]


def test_a_high_risk_that_was_reported_at_once_may_be_settled(office: Office) -> None:
    (case,) = settled(office, line(risk="高", risk_report="演示：已报派出所"))
    assert [step.move for step in case.steps] == [Move.REPORT_POLICE, Move.ACCEPT, Move.MEDIATE, Move.AGREE]


def test_the_kept_draft_goes_with_the_saving(office: Office) -> None:
    kept = Draft(
        id=case_id_at(REPORTED),
        person=ACTOR.name,
        workstation=ACTOR.workstation,
        kind=Kind.DISPUTE,
        content={},
        saved_at=REPORTED,
    )
    office.drafts.put(kept)
    settle(office.cases, office.registers.areas(), DEADLINES, [line()], ACTOR, NOW, kept.id)
    assert list(office.drafts.of(ACTOR.name)) == []
