"""What can be wrong with a dispute as it is entered: every problem at once, each once, under its own field."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gridapp.cases.dispute.draft import DisputeDraft, check, problems_of_new
from gridapp.cases.party_problems import problems_of_party
from gridapp.domain.area import AreaTree
from gridapp.domain.attachment import Attachment
from gridapp.domain.party import Party, PartyKind, Side
from gridapp.domain.problem import Problem
from tests.offices import TOWN, TOWN_AREAS, TWO_PARTIES, VILLAGES, at, dispute_draft

AREAS = AreaTree(TOWN_AREAS)
NOW = at(2018, 1, 3, 12)
SOMEBODY = Party(side=Side.A, name="演示甲")
CARD = "居民身份证"
FILE = Attachment(name="照片.jpg", sha256="0" * 64, size=1, added_at=NOW, added_by="演示员")


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in problems]


def test_a_draft_that_says_what_is_needed_can_be_saved() -> None:
    assert check(dispute_draft(), AREAS, NOW) == ()
    bare = DisputeDraft(town=TOWN, title="演示", category="ZZ0102", village=VILLAGES[0], reported_at=NOW)
    assert check(bare, AREAS, NOW) == ()


def test_an_empty_form_is_told_all_that_is_missing_at_once() -> None:
    assert told(check(DisputeDraft(town=TOWN), AREAS, NOW)) == [
        ("title", "required"),
        ("category", "required"),
        ("village", "required"),
        ("reported_at", "required"),
    ]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"title": "  "}, ("title", "required")),
        ({"category": "ZF0303"}, ("category", "required")),
        ({"category": "ZZ0201"}, ("category", "required")),
        ({"category": "ZZ0199"}, ("note", "required")),
        ({"category": "ZZ0113"}, ("project", "required")),
        ({"category": "ZZ0113", "project": " "}, ("project", "required")),
        ({"village": "999"}, ("village", "unknown")),
        ({"village": TOWN}, ("village", "unknown")),
        ({"grid": f"{VILLAGES[1]}-01"}, ("grid", "unknown")),
        ({"reported_at": at(2018, 1, 3, 12, 1)}, ("reported_at", "future")),
        ({"occurred_at": at(2018, 1, 3, 10)}, ("occurred_at", "order")),
        ({"source": "演示"}, ("source", "unknown")),
        ({"committee": "演示"}, ("committee", "unknown")),
        ({"scale": "演示"}, ("scale", "unknown")),
        ({"mode": "演示"}, ("mode", "unknown")),
        ({"risk": "演示"}, ("risk", "unknown")),
        ({"mediation_type": "演示"}, ("mediation_type", "unknown")),
        ({"monthly_type": "演示"}, ("monthly_type", "unknown")),
        ({"campaign_column": "演示"}, ("campaign_column", "unknown")),
        ({"source": "委托移送"}, ("entrusted_by", "required")),
        ({"source": "委托移送", "entrusted_by": " "}, ("entrusted_by", "required")),
        ({"risk": "中", "risk_report": "已报派出所"}, ("risk", "order")),
        ({"risk_report": "已报派出所"}, ("risk", "order")),
        ({"people": 0}, ("people", "count")),
        ({"people": 1}, ("people", "count")),
        ({"amount": Decimal("-0.01")}, ("amount", "amount")),
        ({"attachments": (FILE, FILE)}, ("attachments", "name")),
    ],
)
def test_each_mistake_is_told_once_and_alone(fields: dict[str, Any], problem: tuple[str, str]) -> None:
    assert told(check(dispute_draft(**fields), AREAS, NOW)) == [problem]


@pytest.mark.parametrize(
    "fields",
    [
        {"category": "ZZ0199", "note": "演示：说明"},
        {"category": "ZZ0113", "project": "演示项目"},
        {"grid": f"{VILLAGES[0]}-01"},
        {"reported_at": NOW},
        {"occurred_at": at(2018, 1, 3, 9)},
        {"source": "委托移送", "entrusted_by": "演示法庭"},
        {"risk": "高", "risk_report": "已报派出所"},
        {"risk": "高"},
        {"people": 2},
        {"people": 2, "parties": (*TWO_PARTIES, Party(side=Side.THIRD, name="演示丙"))},
        {"people": 1, "parties": (SOMEBODY, Party(side=Side.B, name="演示公司", kind=PartyKind.COMPANY))},
        {"amount": Decimal(0)},
        {"parties": ()},
        {"attachments": (FILE, replace(FILE, name="录音.mp3"))},
    ],
)
def test_what_is_right_is_not_told(fields: dict[str, Any]) -> None:
    assert check(dispute_draft(**fields), AREAS, NOW) == ()


def test_a_village_is_one_of_the_day_of_the_report() -> None:
    gone = [replace(area, valid_to=date(2018, 1, 1)) if area.code == VILLAGES[0] else area for area in TOWN_AREAS]
    assert told(check(dispute_draft(), AreaTree(gone), NOW)) == [("village", "expired")]


@pytest.mark.parametrize(
    ("party", "problem"),
    [
        (replace(SOMEBODY, name=" "), ("parties.3.name", "required")),
        (replace(SOMEBODY, name="演" * 51), ("parties.3.name", "length")),
        (replace(SOMEBODY, phone="1234"), ("parties.3.phone", "phone")),
        (replace(SOMEBODY, paper_number="331121198001010018"), ("parties.3.paper", "required")),
        (replace(SOMEBODY, paper=CARD, paper_number="331121198001010017"), ("parties.3.paper_number", "citizen")),
        (replace(SOMEBODY, paper=CARD, paper_number="1"), ("parties.3.paper_number", "citizen")),
        (replace(SOMEBODY, born_on=date(2018, 1, 4)), ("parties.3.born_on", "future")),
        (
            replace(SOMEBODY, paper=CARD, paper_number="331121198001010018", born_on=date(1980, 1, 2)),
            ("parties.3.born_on", "citizen"),
        ),
        (replace(SOMEBODY, paper=CARD, paper_number="331121198001010018", sex="女"), ("parties.3.sex", "citizen")),
        (replace(SOMEBODY, authority="特别授权"), ("parties.3.agent", "required")),
        (replace(SOMEBODY, attorney_letter=True), ("parties.3.agent", "required")),
    ],
)
def test_a_mistake_in_a_party_stands_in_its_place(party: Party, problem: tuple[str, str]) -> None:
    assert told(tuple(problems_of_party(party, 3, NOW))) == [problem]


@pytest.mark.parametrize(
    "party",
    [
        replace(SOMEBODY, name="演" * 50),
        replace(SOMEBODY, phone="0578-6800000"),
        replace(SOMEBODY, paper="台湾居民来往大陆通行证", paper_number="01234567"),
        replace(SOMEBODY, paper=CARD, paper_number="331121198001010018", born_on=date(1980, 1, 1), sex="男"),
        replace(SOMEBODY, paper=CARD, paper_number="331121800101001"),
        replace(SOMEBODY, paper=CARD),
        replace(SOMEBODY, agent="演示律师", authority="特别授权", attorney_letter=True),
        replace(SOMEBODY, born_on=date(2018, 1, 3)),
    ],
)
def test_a_party_that_is_right_is_not_told(party: Party) -> None:
    assert list(problems_of_party(party, 0, NOW)) == []


def test_the_problems_of_all_parties_are_told_in_their_order() -> None:
    parties = (replace(SOMEBODY, name=""), SOMEBODY, replace(SOMEBODY, name="演示乙", phone="1"))
    assert told(check(dispute_draft(parties=parties), AREAS, NOW)) == [
        ("parties.0.name", "required"),
        ("parties.2.phone", "phone"),
    ]


@pytest.mark.parametrize("side", Side)
def test_a_crowd_sends_five_representatives_at_most_on_each_side(side: Side) -> None:
    crowd = tuple(Party(side=side, name=f"演示{n}", representative=n < 5) for n in range(8))
    assert check(dispute_draft(parties=crowd), AREAS, NOW) == ()
    six = (*crowd, Party(side=side, name="演示第六", representative=True))
    problems = check(dispute_draft(parties=six), AREAS, NOW)
    assert told(problems) == [("parties", "representatives")]
    assert problems[0].message == f"{side.value}的代表人最多 5 人。"


def test_five_representatives_on_each_side_are_not_too_many() -> None:
    crowds = tuple(Party(side=side, name=f"演示{n}", representative=True) for side in Side for n in range(5))
    assert check(dispute_draft(parties=crowds), AREAS, NOW) == ()


def test_fewer_people_than_persons_named_on_either_side_cannot_be() -> None:
    crowd = tuple(Party(side=side, name=f"演示{n}") for side in Side for n in range(2))
    assert told(check(dispute_draft(parties=crowd, people=3), AREAS, NOW)) == [("people", "count")]
    assert check(dispute_draft(parties=crowd, people=4), AREAS, NOW) == ()


def test_somebody_is_listed_once_on_a_side() -> None:
    assert told(check(dispute_draft(parties=(SOMEBODY, SOMEBODY)), AREAS, NOW)) == [("parties", "twice")]
    namesake = replace(SOMEBODY, phone="13800000000")
    opposite = replace(SOMEBODY, side=Side.B)
    assert check(dispute_draft(parties=(SOMEBODY, namesake, opposite)), AREAS, NOW) == ()


def test_two_parties_without_a_name_are_not_taken_for_the_same() -> None:
    nameless = replace(SOMEBODY, name=" ")
    assert told(check(dispute_draft(parties=(nameless, nameless)), AREAS, NOW)) == [
        ("parties.0.name", "required"),
        ("parties.1.name", "required"),
    ]


@pytest.mark.parametrize(
    ("reported", "reason", "problems"),
    [
        (at(2018, 1, 1, 9), "", [("late_reason", "required")]),
        (at(2018, 1, 1, 9), "  ", [("late_reason", "required")]),
        (at(2018, 1, 1, 9), "演示：村里集中送来", []),
        (at(2018, 1, 2, 9), "", []),
        (at(2018, 1, 3, 9), "", []),
    ],
)
def test_a_dispute_entered_later_than_the_next_day_says_why(
    reported: object, reason: str, problems: list[tuple[str, str]]
) -> None:
    draft = dispute_draft(reported_at=reported, late_reason=reason)
    assert told(problems_of_new(draft, AREAS, NOW)) == problems


def test_every_problem_is_one_sentence_for_the_clerk() -> None:
    wrong = dispute_draft(
        title="",
        category=None,
        village=None,
        reported_at=None,
        source="委托移送",
        people=0,
        amount=Decimal(-1),
        parties=(replace(SOMEBODY, name="", phone="1"),),
    )
    problems = check(wrong, AREAS, NOW)
    assert len({problem.field for problem in problems}) == len(problems) == 9
    assert [problem.message for problem in problems if not problem.message.endswith("。")] == []
