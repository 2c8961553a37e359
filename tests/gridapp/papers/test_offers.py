"""What can be made of a case, and what is said to be lacking before anything is printed."""

from dataclasses import replace

import pytest

from gridapp.cases.reading import Sealed
from gridapp.domain.case import Case, Exclusion
from gridapp.domain.problem import Refusal
from gridapp.papers.offers import Offer, papers_of
from gridapp.ports import Office
from tests.gridapp.confidential import OUTSIDER, READER, accusation
from tests.gridapp.confidential import put_on_file as put_accusation_on_file
from tests.gridapp.papers.paper_cases import (
    GIVEN,
    MADE,
    agreed,
    answered_petition,
    failed,
    handled_event,
    mediated,
    orally_agreed,
    ordered,
    put_on_file,
)
from tests.offices import ACTOR, at


def _offers(office: Office, *cases: Case, of: int = 0, given: dict[str, str] | None = None) -> tuple[Offer, ...]:
    put_on_file(office, *cases)
    return papers_of(office, cases[of].id, ACTOR, MADE, GIVEN if given is None else given)


def _codes(offers: tuple[Offer, ...]) -> list[str]:
    return [offer.form.code for offer in offers]


def test_a_dispute_that_is_mediated_has_the_papers_of_its_way_so_far(sqlite_office: Office) -> None:
    codes = _codes(_offers(sqlite_office, mediated()))
    assert codes == ["application", "registration", "rights", "attorney", "inquiry", "mediation", "revisit"]


@pytest.mark.parametrize(
    ("case", "own", "not_own"),
    [
        (agreed(), {"agreement", "confirmation"}, {"oral_agreement", "termination"}),
        (orally_agreed(), {"oral_agreement"}, {"agreement", "confirmation", "termination"}),
        (failed(), {"termination", "transfer"}, {"agreement", "oral_agreement", "confirmation"}),
    ],
    ids=["written", "oral", "failed"],
)
def test_an_ended_dispute_has_the_papers_of_its_end(
    sqlite_office: Office, case: Case, own: set[str], not_own: set[str]
) -> None:
    codes = set(_codes(_offers(sqlite_office, case)))
    assert codes >= own | {"cover", "contents", "report"}
    assert not codes & not_own


@pytest.mark.parametrize("case", [agreed(), orally_agreed(), failed(), handled_event(), answered_petition()])
def test_a_case_that_tells_everything_lacks_nothing(sqlite_office: Office, case: Case) -> None:
    assert [problem for offer in _offers(sqlite_office, case) for problem in offer.lacking] == []


def test_events_and_petitions_have_a_paper_for_each_such_step(sqlite_office: Office) -> None:
    event, petition = handled_event(), answered_petition()
    put_on_file(sqlite_office, event, petition)
    assert _codes(papers_of(sqlite_office, event.id, ACTOR, MADE)) == ["assignment", "transfer", "supervision"]
    assert _codes(papers_of(sqlite_office, petition.id, ACTOR, MADE)) == [
        "assignment",
        "transfer",
        "supervision",
        "petition_acceptance",
        "petition_rejection",
        "petition_forwarding",
        "petition_reply",
    ]


@pytest.mark.parametrize("asked", [0, 1], ids=["notice", "hazard"])
def test_a_notice_and_its_hazards_lead_to_the_same_papers(sqlite_office: Office, asked: int) -> None:
    cases = ordered()
    offers = _offers(sqlite_office, *cases, of=asked)
    assert [(offer.case_id, offer.form.code, len(offer.lacking)) for offer in offers] == [
        (cases[0].id, "order", 0),
        (cases[0].id, "recheck", 0),
    ]


def test_a_notice_without_hazards_says_so(sqlite_office: Office) -> None:
    notice, _, _ = ordered()
    (offer,) = _offers(sqlite_office, notice)
    (problem,) = offer.lacking
    assert problem.field == "notice_number"
    assert "隐患清单" in problem.message


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("note", "纠纷简要情况"),
        ("unit", "调解组织"),
        ("demand", "申请事项"),
        ("parties", "申请人"),
        ("handler", "调解员"),
    ],
)
def test_every_field_that_is_empty_is_listed_in_words(sqlite_office: Office, field: str, name: str) -> None:
    empty: object = () if field == "parties" else None
    without = replace(agreed(), **{field: empty})  # type: ignore[arg-type]
    problems = [problem for offer in _offers(sqlite_office, without) for problem in offer.lacking]
    assert any(problem.field == field and f"“{name}”" in problem.message for problem in problems)


def test_what_is_not_on_file_is_asked_for_and_may_be_typed(sqlite_office: Office) -> None:
    case = agreed()
    offer = next(o for o in _offers(sqlite_office, case, given={}) if o.form.code == "agreement")
    assert [problem.field for problem in offer.lacking] == ["各方责任"]
    assert {asked.name: asked.value for asked in offer.asked} == {
        "各方责任": "",
        "履行方式": "按协议内容履行",
        "履行地点": "桐川村调委会",
        "履行期限": "（一）2018年1月31日前；（二）2018年1月15日前",
    }
    typed = next(o for o in papers_of(sqlite_office, case.id, ACTOR, MADE, GIVEN) if o.form.code == "agreement")
    assert typed.lacking == ()
    assert typed.values["履行地点"] == f"{GIVEN['履行地点']}。", "in an agreement it is a sentence"


def test_what_is_on_file_is_not_overruled_by_what_is_typed(sqlite_office: Office) -> None:
    offers = _offers(sqlite_office, agreed(), given={**GIVEN, "协议内容": "演示：另一种内容"})
    assert all(offer.values.get("协议内容") != "演示：另一种内容" for offer in offers)


def test_what_the_record_lacks_may_be_typed_where_it_fills(sqlite_office: Office) -> None:
    case = replace(agreed(), unit=None)
    put_on_file(sqlite_office, case)
    given = {**GIVEN, "调解组织": "演示调委会"}
    without, typed = (papers_of(sqlite_office, case.id, ACTOR, MADE, told) for told in (GIVEN, given))
    assert "unit" in {problem.field for offer in without for problem in offer.lacking}
    assert all(offer.values.get("调解组织", "演示调委会") == "演示调委会" for offer in typed)
    assert "调解组织" in {asked.name for offer in typed for asked in offer.asked}


def test_a_ledgers_dispute_names_its_parties_by_their_names(sqlite_office: Office) -> None:
    told = replace(agreed(), parties=(), party_a="演示甲、演示乙", party_b="演示丙")
    offers = _offers(sqlite_office, told)
    agreement = next(offer for offer in offers if offer.form.code == "agreement")
    assert agreement.values["份数"] == "四"
    assert not any(problem.field == "parties" for problem in agreement.lacking)


def test_no_paper_of_a_voided_case(sqlite_office: Office) -> None:
    voided = replace(agreed(), excluded=Exclusion(at=at(2018, 2, 1), reason="演示"))
    case_id = put_on_file(sqlite_office, voided)
    with pytest.raises(Refusal, match="已作废"):
        papers_of(sqlite_office, case_id, ACTOR, MADE)


def test_a_confidential_case_is_closed_to_all_but_its_list(sqlite_office: Office) -> None:
    case = replace(accusation(), steps=answered_petition().steps)
    put_accusation_on_file(sqlite_office, case)
    with pytest.raises(Sealed):
        papers_of(sqlite_office, case.id, OUTSIDER, MADE)
    assert _codes(papers_of(sqlite_office, case.id, READER, MADE))
