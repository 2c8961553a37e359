"""The record of an inspection on the spot: what was looked at, what was found, under the number of its notice."""

from gridapp.cases.inspection.draft import NoticeDraft
from gridapp.domain.case import Case
from gridapp.domain.inspection import Answer, Checked
from gridapp.domain.kind import Kind
from gridapp.domain.notice import NoticeKind
from gridapp.papers.making import kept, made
from gridapp.papers.offers import Offer, papers_of
from gridapp.papers.template_check import text_of
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.cases.inspection.inspected import ORDER, draft, finding, on_file, recorded
from tests.gridapp.papers.paper_cases import PLACE, put_on_file
from tests.offices import ACTOR, NOW

CHECKS = (
    Checked(item="演示：疏散通道畅通", answer=Answer.FAILS, note="演示：堆有杂物"),
    Checked(item="演示：灭火器有效", answer=Answer.FITS),
)


def _offers(office: Office, case: Case) -> list[Offer]:
    return [offer for offer in papers_of(office, case.id, ACTOR, NOW) if offer.form.code == "site_record"]


def _told(office: Office, case: Case) -> str:
    (offer,) = _offers(office, case)
    assert offer.lacking == ()
    (paper,) = made(office, case.id, [offer.choice], {}, ACTOR, NOW)
    return text_of(kept(office, paper, ACTOR, NOW))


def test_it_tells_what_was_looked_at_and_what_was_found(sqlite_office: Office) -> None:
    place = on_file(sqlite_office, address="演示路9号", owner="演示房东")
    found = [
        finding(requirement="立即清理"),
        finding("演示：插座松动", on_the_spot=True, result="演示：已更换", evidence="演示照片"),
    ]
    done = recorded(sqlite_office, draft(place, found, checks=CHECKS, notice=ORDER))
    told = _told(sqlite_office, done.inspection)
    for word in ("高政检记〔2018〕1号", "演示房东", "演示甲、演示乙", "疏散通道畅通", "不符合", "堆有杂物", "立即清理"):
        assert word in told
    assert "责令限期整改（高政责改〔2018〕1号，2018年3月15日前）" in told
    assert "当场整改" in told


def test_nothing_found_is_a_record_without_lists(sqlite_office: Office) -> None:
    done = recorded(sqlite_office, draft(on_file(sqlite_office)))
    told = _told(sqlite_office, done.inspection)
    assert "检查情况：未发现隐患。" in told
    assert "检查项目" not in told
    assert "现场发现的隐患" not in told


def test_one_that_is_entered_is_printed_by_its_notice_alone(sqlite_office: Office) -> None:
    record = NoticeDraft(kind=NoticeKind.RECORD, served_to="演示房东")
    done = recorded(sqlite_office, draft(on_file(sqlite_office), notice=record))
    assert done.notice is not None
    (offer,) = _offers(sqlite_office, done.inspection)
    assert offer.case_id == done.notice.id
    told = _told(sqlite_office, done.notice)
    assert all(word in told for word in (done.notice.number, "演示房东", "未发现隐患"))


def test_one_from_a_ledger_says_what_it_lacks(sqlite_office: Office) -> None:
    notice = bare(Kind.NOTICE, number="高政检记〔2018〕7号", category="现场检查记录", place_name=PLACE.name)
    put_on_file(sqlite_office, notice)
    (offer,) = _offers(sqlite_office, notice)
    assert [problem.field for problem in offer.lacking] == ["signers", "result"]
    assert {asked.name for asked in offer.asked} >= {"检查情况", "检查人员"}
