"""What is asked for before a paper is made: once an occasion, proposed again as it was typed the last time."""

from dataclasses import replace

from gridapp.domain.mediation import Purpose, Session
from gridapp.papers.asking import Asked, Given
from gridapp.papers.making import kept, made
from gridapp.papers.offers import Offer, papers_of
from gridapp.papers.template_check import text_of
from gridapp.ports import Office
from tests.gridapp.papers.paper_cases import GIVEN, MADE, agreed, mediated, put_on_file
from tests.offices import ACTOR, at

RESPONSIBILITY = "一、演示：乙方负责\n二、演示：甲方无责"


def _offers(office: Office, case_id: object, code: str, given: Given) -> list[Offer]:
    found = papers_of(office, case_id, ACTOR, MADE, given)  # type: ignore[arg-type]
    return [offer for offer in found if offer.form.code == code]


def _asked(offer: Offer, name: str) -> Asked:
    return next(asked for asked in offer.asked if asked.name == name)


def _make(office: Office, offer: Offer, given: Given) -> str:
    (paper,) = made(office, offer.case_id, [offer.choice], given, ACTOR, MADE)
    return text_of(kept(office, paper, ACTOR, MADE))


def test_what_was_typed_the_last_time_stands_there_again(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, agreed())
    (offer,) = _offers(sqlite_office, case_id, "agreement", {})
    _make(sqlite_office, offer, GIVEN | {"各方责任": RESPONSIBILITY})
    (again,) = _offers(sqlite_office, case_id, "agreement", {})
    assert _asked(again, "各方责任").value == RESPONSIBILITY
    assert again.lacking == ()
    assert _make(sqlite_office, again, {}).count("演示：甲方无责。") == 1


def test_what_is_proposed_can_be_taken_back(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, agreed())
    (offer,) = _offers(sqlite_office, case_id, "agreement", {})
    _make(sqlite_office, offer, GIVEN)
    taken_back = {_asked(offer, name).key: "" for name in ("各方责任", "履行地点")}
    (again,) = _offers(sqlite_office, case_id, "agreement", taken_back)
    assert [problem.field for problem in again.lacking] == ["各方责任"]
    assert again.values["履行地点"] == "桐川村调委会。", "what is on file stands there again"


def test_each_record_asks_for_its_own_words(sqlite_office: Office) -> None:
    day = at(2018, 1, 10, 9)
    bare = Session(purpose=Purpose.MEDIATION, held_at=day, record="演示", result="有待继续调解")
    case_id = put_on_file(sqlite_office, mediated(sessions=(bare, replace(bare, held_at=at(2018, 1, 12, 9)))))
    first, second = _offers(sqlite_office, case_id, "mediation", {})
    given = {_asked(first, "地点").key: "演示一处"}
    first, second = _offers(sqlite_office, case_id, "mediation", given)
    assert (first.values["地点"], second.values["地点"]) == ("演示一处", None)
    _make(sqlite_office, first, given)
    first, second = _offers(sqlite_office, case_id, "mediation", {})
    assert _asked(first, "地点").value == "演示一处"
    assert (_asked(second, "地点").value, _asked(second, "地点").words) == ("", ("演示一处",))


def test_what_belongs_to_the_case_is_asked_for_once(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, replace(agreed(), unit=None))
    offers = papers_of(sqlite_office, case_id, ACTOR, MADE)
    keys = {_asked(o, "调解组织").key for o in offers if "调解组织" in o.form.offers}
    assert len(keys) == 1


def test_long_words_become_paragraphs(sqlite_office: Office) -> None:
    case_id = put_on_file(sqlite_office, agreed())
    (offer,) = _offers(sqlite_office, case_id, "agreement", {})
    assert _asked(offer, "各方责任").long
    assert not _asked(offer, "履行地点").long
    told = _make(sqlite_office, offer, GIVEN | {"各方责任": RESPONSIBILITY})
    assert "一、演示：乙方负责二、演示：甲方无责。" in told, "paragraphs are not part of the words"
