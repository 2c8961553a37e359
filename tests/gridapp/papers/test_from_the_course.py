"""Papers of cases that were led through their course: what was entered once is what is printed."""

from datetime import timedelta

import pytest

from gridapp.domain.case import Case
from gridapp.domain.dispute_words import APPLIED
from gridapp.domain.mediation import Term
from gridapp.domain.move import Move
from gridapp.domain.recheck import RecheckResult
from gridapp.papers.making import kept, made, whole_file
from gridapp.papers.offers import papers_of
from gridapp.papers.template_check import text_of
from gridapp.ports import Office
from tests.gridapp.cases.inspection.inspected import ORDER, draft, finding, later, on_file
from tests.gridapp.cases.inspection.inspected import recorded as inspected
from tests.offices import ACTOR, NOW, at, dispute_recorded, petition_recorded, recorded, taken

GIVEN = {"各方责任": "演示：双方各负一半责任。", "法院": "演示法院", "调查情况": "演示：已查看"}


def _printed(office: Office, case: Case, code: str) -> str:
    offers = papers_of(office, case.id, ACTOR, NOW, GIVEN)
    offer = next(offer for offer in offers if offer.form.code == code)
    assert offer.lacking == ()
    (paper,) = made(office, case.id, [offer.choice], GIVEN, ACTOR, NOW)
    return text_of(kept(office, paper, ACTOR, NOW))


@pytest.fixture
def agreed(sqlite_office: Office) -> Case:
    """A dispute that was applied for, accepted, inquired into, mediated and agreed upon."""
    case: Case = dispute_recorded(sqlite_office, source=APPLIED, demand="演示：修复围墙", note="演示：围墙被撞")
    day = at(2018, 1, 3, 10)
    who = {"unit": "桐川村调委会", "handler": "演示调解员"}
    case = taken(sqlite_office, case, Move.ACCEPT, day, **who, informed="书面")
    meeting = {"place": "村委会", "present": "演示证人", "record": "演示：各方陈述"}
    case = taken(sqlite_office, case, Move.INQUIRE, day + timedelta(days=1), **meeting)
    result = {"session_result": "达成协议"}
    case = taken(sqlite_office, case, Move.MEDIATE, day + timedelta(days=2), **meeting, **result)
    terms = (Term(agreement=0, who="乙方", what="修复围墙", due_at=at(2018, 2, 1)),)
    order = {"form": "书面", "result": "演示：乙方修复", "terms": terms}
    return taken(sqlite_office, case, Move.AGREE, day + timedelta(days=2, hours=1), **order)


def test_a_mediated_dispute_has_its_whole_file(sqlite_office: Office, agreed: Case) -> None:
    papers = whole_file(sqlite_office, agreed.id, GIVEN, ACTOR, NOW)
    told = {paper.paper: text_of(kept(sqlite_office, paper, ACTOR, NOW)) for paper in papers}
    assert "编号：（2018）人调字第1号" in told["agreement"]
    assert "（一）乙方修复围墙，于2018年1月31日前履行" in told["agreement"]
    assert "履行地点：村委会" in told["agreement"]
    assert "■达成协议" in told["mediation"]
    assert "演示：修复围墙" in told["application"]
    assert told["inquiry"].count("演示证人") == 1


def test_a_mediation_that_failed_is_told_in_its_own_words(sqlite_office: Office) -> None:
    case: Case = dispute_recorded(sqlite_office)
    who = {"unit": "桐川村调委会", "handler": "演示调解员"}
    case = taken(sqlite_office, case, Move.ACCEPT, at(2018, 1, 3, 10), **who, informed="口头")
    meeting = {"place": "村委会", "present": "双方", "record": "演示", "session_result": "未达成协议"}
    case = taken(sqlite_office, case, Move.MEDIATE, at(2018, 1, 4, 10), **meeting)
    ground = "当事人拒绝或者放弃调解"
    case = taken(sqlite_office, case, Move.FAIL, at(2018, 1, 5, 10), ground=ground, result="演示：数额不一")
    told = _printed(sqlite_office, case, "termination")
    assert f"终止调解的理由：{ground}。" in told
    assert "情况说明：演示：数额不一" in told


def test_an_event_is_assigned_on_paper(sqlite_office: Office) -> None:
    case: Case = recorded(sqlite_office, reporter="演示网格员")
    case = taken(sqlite_office, case, Move.ACCEPT, at(2018, 1, 3, 10))
    with_others = {"assistants": ("演示村委会",), "opinion": "演示：请清理"}
    case = taken(sqlite_office, case, Move.ASSIGN, at(2018, 1, 3, 11), unit="演示中队", **with_others)
    told = _printed(sqlite_office, case, "assignment")
    assert all(word in told for word in ("演示中队", "演示村委会", "演示：请清理", case.number))


def test_a_petitioner_is_answered_under_the_number_of_the_reply(sqlite_office: Office) -> None:
    case: Case = petition_recorded(sqlite_office)
    who = {"unit": "演示办", "handler": "演示办事员", "informed": "书面告知"}
    case = taken(sqlite_office, case, Move.ACCEPT, at(2018, 1, 4, 10), **who)
    assert "由演示办办理，办理期限至2018年2月5日止" in _printed(sqlite_office, case, "petition_acceptance")

    answer = {"verdict": "支持诉求", "result": "演示：列入计划"}
    case = taken(sqlite_office, case, Move.ISSUE_REPLY, at(2018, 1, 20, 10), **answer)
    told = _printed(sqlite_office, case, "petition_reply")
    assert all(word in told for word in ("（2018）信处字第1号", "支持诉求", "演示：列入计划。", "演示：已查看。"))


def test_an_inspection_leads_to_its_order_and_the_opinion_after_the_recheck(sqlite_office: Office) -> None:
    place = on_file(sqlite_office, address="演示路9号", owner="演示房东")
    done = inspected(
        sqlite_office, draft(place, [finding(requirement="立即清理"), finding("演示：电线裸露")], notice=ORDER)
    )
    told = _printed(sqlite_office, done.inspection, "order")
    assert all(
        word in told for word in ("高政责改〔2018〕1号", "楼梯间堆放杂物", "电线裸露", "立即清理", "2018年3月15日")
    )

    hazard = taken(sqlite_office, done.hazards[0], Move.MEND, later(2), result="演示：已清理", evidence="演示照片")
    check = {"inspectors": ("演示甲", "演示乙"), "record": "演示：通道畅通", "recheck_result": RecheckResult.PASSED}
    hazard = taken(sqlite_office, hazard, Move.RECHECK, later(3), **check)
    told = _printed(sqlite_office, hazard, "recheck")
    assert all(word in told for word in ("演示：通道畅通", "合格", "高政复查〔2018〕1号", "高政责改〔2018〕1号"))
