"""The closing report tells how far the agreement is performed, and no day of closing before that."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gridapp.domain.dispute import Dispute
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.papers.making import whole_file
from gridapp.papers.offers import Offer, papers_of
from gridapp.ports import Office
from tests.gridapp.papers.paper_cases import (
    GIVEN,
    MADE,
    agreed,
    failed,
    orally_agreed,
    performing,
    put_on_file,
)
from tests.offices import ACTOR, at


def _report(office: Office, dispute: Dispute) -> Offer:
    case_id = put_on_file(office, dispute)
    return next(o for o in papers_of(office, case_id, ACTOR, MADE, GIVEN) if o.form.code == "report")


def _told(move: Move, text: str = "", evidence: str | None = None) -> Step:
    moment = at(2018, 2, 5, 9)
    return Step(move=move, at=moment, person="演示员", status=Status.UNPERFORMED, text=text, evidence=evidence)


def test_there_is_no_day_while_something_is_to_be_performed(sqlite_office: Office) -> None:
    report = _report(sqlite_office, performing())
    assert [problem.field for problem in report.lacking] == ["terms"]
    assert "“结案日期”：协议还没有履行完" in report.lacking[0].message
    assert report.values["履行情况"] == (
        "共2项，已履行1项，未履行1项。\n"
        "乙方修复围墙：未履行（期限2018年1月31日）\n"
        "乙方支付赔偿款1500元：2018年1月15日已履行（演示收条）"
    )


def test_the_file_does_without_it_until_then(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, performing())
    papers = whole_file(sqlite_office, case_id, GIVEN, ACTOR, MADE)
    assert "report" not in {paper.paper for paper in papers}


_ORAL = orally_agreed()
_UNWRITTEN = replace(agreed(), terms=(), status=Status.AGREED)


@pytest.mark.parametrize(
    ("dispute", "day", "told"),
    [
        (agreed(), "2018年1月31日", "共2项，已履行2项，未履行0项。"),
        (replace(performing(), steps=(_told(Move.BREACH, "演示：拒不修复"),)), "2018年2月5日", "演示：拒不修复"),
        (replace(_UNWRITTEN, steps=(_told(Move.PERFORM, evidence="演示照片"),)), "2018年2月5日", "演示照片"),
        (_UNWRITTEN, "2018年1月10日", "没有登记需要另行履行的事项"),
        (_ORAL, "2018年1月10日", "当场履行"),
        (failed(), "2018年1月10日", None),
    ],
    ids=["performed", "broken", "performed without terms", "no terms", "oral", "failed"],
)
def test_it_bears_the_day_when_it_was_over(sqlite_office: Office, dispute: Dispute, day: str, told: str | None) -> None:
    report = _report(sqlite_office, dispute)
    performance = report.values["履行情况"]
    assert report.values["结案日期"] == day
    assert performance is None if told is None else told in str(performance)


def test_a_part_performed_after_a_breach_opens_it_again(sqlite_office: Office) -> None:
    breach = _told(Move.BREACH, "演示")
    later = replace(_told(Move.PERFORM), at=breach.at + timedelta(days=1))
    assert _report(sqlite_office, replace(performing(), steps=(breach, later))).values["结案日期"] is None
