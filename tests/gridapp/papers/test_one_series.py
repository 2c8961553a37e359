"""What can be printed and entered as a notice (整改文书) has one series of numbers, however it comes about."""

from gridapp.cases.handle import void
from gridapp.cases.inspection.draft import NoticeDraft
from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.move import Move
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.place import Place
from gridapp.domain.recheck import RecheckResult
from gridapp.papers.making import made
from gridapp.papers.offers import papers_of
from gridapp.papers.template_check import text_of
from gridapp.ports import IssuedPaper, Office
from tests.gridapp.cases.inspection.inspected import HELD, ORDER, draft, finding, later, on_file, recorded
from tests.offices import ACTOR, DEADLINES, NOW, taken


def _rechecked(office: Office, place: Place, days: int) -> Hazard:
    hazard: Case = recorded(office, draft(place, [finding()], notice=ORDER)).hazards[0]
    hazard = taken(office, hazard, Move.MEND, later(days), result="演示：已清理", evidence="演示照片")
    check = {"inspectors": ("演示甲", "演示乙"), "record": "演示", "recheck_result": RecheckResult.PASSED}
    hazard = taken(office, hazard, Move.RECHECK, later(days), **check)
    assert isinstance(hazard, Hazard)
    return hazard


def _entered(office: Office, place: Place, kind: NoticeKind, days: int = 0) -> Notice:
    moment = later(days) if days else HELD
    notice = recorded(office, draft(place, reported_at=moment, notice=NoticeDraft(kind=kind))).notice
    assert notice is not None
    return notice


def _printed(office: Office, case: Case, code: str) -> IssuedPaper:
    choices = [o.choice for o in papers_of(office, case.id, ACTOR, NOW) if o.form.code == code]
    (paper,) = made(office, case.id, choices, {}, ACTOR, NOW)
    return paper


def test_opinions_printed_and_entered_are_numbered_one_after_another(office: Office) -> None:
    first, second = (on_file(office, name) for name in ("演示甲店", "演示乙店"))
    assert _printed(office, _rechecked(office, first, 3), "recheck").number == "高政复查〔2018〕1号"
    assert _entered(office, second, NoticeKind.OPINION).number == "高政复查〔2018〕2号"
    assert _printed(office, _rechecked(office, second, 5), "recheck").number == "高政复查〔2018〕3号"
    assert office.checks.paper_numbers().ok


def test_an_opinion_that_was_entered_is_printed_under_its_number(office: Office) -> None:
    place = on_file(office)
    hazard = _rechecked(office, place, 3)
    notice = _entered(office, place, NoticeKind.OPINION, days=3)
    by_order, by_itself = (
        next(o for o in papers_of(office, case.id, ACTOR, NOW) if o.form.code == "recheck") for case in (hazard, notice)
    )
    assert by_order.values["文号"] == by_itself.values["文号"] == notice.number
    assert _printed(office, notice, "recheck").number is None, "it is drawn by the notice"


def test_an_opinion_keeps_the_number_under_which_it_was_printed_when_another_is_entered(office: Office) -> None:
    place = on_file(office)
    hazard = _rechecked(office, place, 3)
    _printed(office, hazard, "recheck")
    assert _entered(office, place, NoticeKind.OPINION, days=3).number == "高政复查〔2018〕2号"
    again = _printed(office, hazard, "recheck")
    assert again.number == "高政复查〔2018〕1号"
    assert "高政复查〔2018〕1号" in text_of(office.attachments.get(again.sha256))


def test_a_voided_opinion_takes_its_number_along(office: Office) -> None:
    place = on_file(office)
    voided = _entered(office, place, NoticeKind.OPINION, days=3)
    void(office.cases, voided.id, voided.version, "演示：错登", DEADLINES, ACTOR, NOW)
    assert _printed(office, _rechecked(office, place, 3), "recheck").number == "高政复查〔2018〕2号"
    assert office.checks.paper_numbers().ok


def test_a_number_that_a_ledger_has_used_is_not_printed_again(office: Office) -> None:
    place = on_file(office)
    used = NoticeDraft(kind=NoticeKind.RECORD, number="高政检记〔2018〕1号")
    recorded(office, draft(place, notice=used))
    inspection = recorded(office, draft(place)).inspection
    assert _printed(office, inspection, "site_record").number == "高政检记〔2018〕2号"
    assert office.checks.paper_numbers().ok
