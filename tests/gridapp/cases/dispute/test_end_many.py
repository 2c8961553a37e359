"""Many small disputes ended together, each in its own way: all of them or none, on both databases."""

from typing import Any

import pytest

from gridapp.cases.dispute.end_many import Ending, end_many
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.case import Case
from gridapp.domain.dispute import AgreementForm, Risk
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.problem import Overtaken, Problem, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.gridapp.cases.dispute.courses import order
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at, dispute_recorded, recorded, taken

REPORTED, ENDED = at(2018, 3, 5, 9), at(2018, 3, 6, 9)
WAYS = (Move.AGREE, Move.FAIL, Move.WITHDRAW, Move.TRANSFER)
AGREED = {"number": ""}
"""An agreement gets its number by itself."""


def received(office: Office, **fields: Any) -> Case:
    """A dispute on file that was received."""
    case = dispute_recorded(office, REPORTED, **fields)
    return taken(office, case, Move.ACCEPT, REPORTED, unit="桐川村调委会", handler="演示调解员", informed="口头")


def ending(case: Case, move: Move = Move.AGREE, **particulars: object) -> Ending:
    """How a dispute ends."""
    own = AGREED if move is Move.AGREE else {}
    return Ending(case.id, case.version, order(move, ENDED, **{**own, **particulars}))


def end(office: Office, *endings: Ending) -> list[Case]:
    """Disputes after they were ended together."""
    return list(end_many(office.cases, endings, DEADLINES, ACTOR, NOW))


def told(office: Office, *endings: Ending) -> tuple[Problem, ...]:
    with pytest.raises(Unacceptable) as refused:
        end(office, *endings)
    return refused.value.problems


def test_each_dispute_ends_in_its_own_way_and_is_counted_so(office: Office) -> None:
    cases = [received(office) for _ in WAYS]
    done = end(office, *(ending(case, move) for case, move in zip(cases, WAYS, strict=True)))
    assert [case.status for case in done] == [
        Status.AGREED,
        Status.TERMINATED,
        Status.WITHDRAWN,
        Status.TRANSFERRED,
    ]
    assert [office.cases.load(case.id) for case in done] == done
    cut = Cut(period_named("2018-03"), TOWN)
    codes = ("dispute.succeeded", "dispute.failed")
    assert [figure(office.ledger, indicator_named(code), cut) for code in codes] == [1, 1]
    assert [result for result in check(office) if not result.ok] == []


def test_all_are_one_step_in_the_history_of_whoever_ended_them(office: Office) -> None:
    cases = [received(office) for _ in range(3)]
    end(office, *map(ending, cases))
    (first,) = office.cases.saves_of(ACTOR.name, 1)[:1]
    assert [past.turn for past in office.cases.saves_of(ACTOR.name, 1)] == [first.turn] * 3


def test_agreements_are_numbered_in_the_order_of_the_lines(office: Office) -> None:
    cases = [received(office) for _ in range(3)]
    oral: dict[str, Any] = {"form": AgreementForm.ORAL, "at_once": True}
    done = end(office, ending(cases[0]), ending(cases[1], **oral), ending(cases[2]))
    assert [case.closings[0].number for case in done] == [
        "（2018）人调字第1号",
        "（2018）人调口字第1号",
        "（2018）人调字第2号",
    ]


def test_every_problem_of_every_line_is_told_and_none_is_ended(office: Office) -> None:
    cases = [received(office) for _ in range(4)]
    withdrawn = taken(office, cases[3], Move.WITHDRAW, ENDED, reason="演示")
    lines = (
        ending(cases[0], result=""),
        ending(cases[1]),
        ending(cases[2], Move.FAIL, ground="", result=""),
        ending(withdrawn, Move.FAIL),
    )
    assert [(problem.field, problem.code) for problem in told(office, *lines)] == [
        ("0.result", "required"),
        ("2.ground", "required"),
        ("2.result", "required"),
        ("3.move", "unlawful"),
    ]
    assert [office.cases.load(case.id).closed for case in cases[:3]] == [None] * 3


def test_a_refused_ending_leaves_no_gap_in_the_numbers(office: Office) -> None:
    cases = [received(office) for _ in range(2)]
    told(office, ending(cases[0]), ending(cases[1], Move.FAIL, ground=""))
    (done,) = end(office, ending(cases[0]))
    assert done.closings[0].number == "（2018）人调字第1号"


def test_one_that_was_changed_meanwhile_keeps_all_of_them_open(office: Office) -> None:
    cases = [received(office) for _ in range(2)]
    taken(office, cases[1], Move.ASSESS_RISK, REPORTED, risk=Risk.LOW)
    with pytest.raises(Overtaken, match=f"{cases[1].number} 刚被他人修改过，本次没有办结任何一件"):
        end(office, *map(ending, cases))
    assert office.cases.load(cases[0].id).closed is None


def test_a_dispute_that_does_not_exist_is_told(office: Office) -> None:
    case = received(office)
    missing = Ending(type(case.id)(int=1), 1, order(Move.FAIL, ENDED))
    with pytest.raises(Overtaken, match="有一件"):
        end(office, ending(case), missing)


def test_one_dispute_ends_once(office: Office) -> None:
    case = received(office)
    problems = told(office, ending(case), ending(case, Move.FAIL))
    assert [(problem.field, problem.code) for problem in problems] == [("1.move", "twice")]
    assert office.cases.load(case.id) == case


def test_what_must_be_reported_to_the_police_first_is_told_in_its_line(office: Office) -> None:
    cases = [received(office), received(office, risk="高")]
    problems = told(office, *map(ending, cases))
    assert [(problem.field, problem.code) for problem in problems] == [("1.move", "unlawful")]
    assert "应先报告公安机关" in problems[0].message


def test_events_are_not_ended_with_disputes(office: Office) -> None:
    event = recorded(office, REPORTED)
    problems = told(office, ending(event))
    assert [(problem.field, problem.code) for problem in problems] == [("0.move", "unlawful")]
