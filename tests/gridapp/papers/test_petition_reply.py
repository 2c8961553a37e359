"""A reply to a petition names the law upon which it is based, as the rules of its day ask (信访工作条例 §32)."""

from dataclasses import replace
from datetime import datetime

import pytest

from gridapp.domain.move import Move
from gridapp.domain.petition import Petition
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.papers.offers import Offer, papers_of
from gridapp.ports import Office
from tests.gridapp.papers.paper_cases import MADE, answered_petition, put_on_file
from tests.offices import ACTOR, at


def _reply(office: Office, reported_at: datetime, **fields: object) -> Offer:
    petition = answered_petition()
    assert isinstance(petition, Petition)
    case_id = put_on_file(office, replace(petition, reported_at=reported_at, **fields))  # type: ignore[arg-type]
    return next(o for o in papers_of(office, case_id, ACTOR, MADE) if o.form.code == "petition_reply")


@pytest.mark.parametrize(
    ("day", "lacking"),
    [(at(2018, 1, 3, 9), ["调查情况"]), (at(2022, 5, 1, 9), ["调查情况", "处理依据"])],
    ids=["until 2022", "since 2022-05-01"],
)
def test_the_law_is_asked_for_since_it_must_be_named(sqlite_office: Office, day: datetime, lacking: list[str]) -> None:
    assert [problem.field for problem in _reply(sqlite_office, day).lacking] == lacking


def test_what_the_unit_reported_is_offered_as_what_was_found(sqlite_office: Office) -> None:
    report = Step(move=Move.FEEDBACK, at=at(2018, 2, 1), person="演示员", status=Status.FEEDBACK, text="演示：已查看")
    asked = _reply(sqlite_office, at(2018, 1, 3, 9), steps=(report,)).asked
    found = next(one for one in asked if one.name == "调查情况")
    assert (found.value, found.words, found.long) == ("", ("演示：已查看",), True)
