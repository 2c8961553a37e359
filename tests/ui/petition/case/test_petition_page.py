"""One screen says everything of a petition: who, what, what is due with its light, what came of it, what to do."""

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.cases.permission import why_not
from gridapp.domain.confidence import Confidence
from gridapp.domain.deadline import Light
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.petition import PetitionPurpose
from gridapp.domain.status import Status
from gridapp.ports import Save
from gridapp.registers.confidants import put_confidants
from tests.gridapp.bare_cases import bare
from tests.gridapp.cases.petition.courses import WAYS
from tests.offices import ACTOR, DEADLINES, at
from tests.ui.handling.handler import ALT
from tests.ui.petition.case.standing import ANSWERED, FINALLY, PARTIES, Officer, moved_on, petitioned
from tests.ui.screen import Screen
from ui.handling.action import Deed, groups_of, why_not_now
from ui.petition.case.petition_page import PetitionPage
from ui.requests import NewDispute

_LIMITS = {"内部期限", "法定期限"}
_DUE: Mapping[Status, set[str]] = {
    Status.REPORTED: {"决定告知", "法定告知"},
    Status.ACCEPTED: _LIMITS,
    Status.PROCESSING: _LIMITS,
    Status.FEEDBACK: _LIMITS,
    Status.REPLIED: {*_LIMITS, "送达期限"},
    Status.CLOSED: {*_LIMITS, "申请复查", "归档期限"},
    Status.TRANSFERRED: {"归档期限"},
    Status.REVIEWING: {*_LIMITS, "复查期限"},
    Status.REVIEWED: {*_LIMITS, "申请复核", "归档期限"},
    Status.FINALLY_REVIEWING: {*_LIMITS, "复核期限"},
    Status.FINALLY_REVIEWED: {*_LIMITS, "归档期限"},
    Status.SETTLED: {*_LIMITS, "归档期限"},
    Status.CONCLUDED: {*_LIMITS, "归档期限"},
    Status.ARCHIVED: _LIMITS,
    Status.REOPENED: {"决定告知", "法定告知"},
}


def _page(screen: Screen, *moves: Move, **fields: Any) -> tuple[Officer, PetitionPage]:
    officer = Officer(screen, petitioned(screen.office, *moves, **fields))
    return officer, officer.petition_page


def _outcome(page: PetitionPage, card: str) -> dict[str, str]:
    """What a card of the right side says."""
    return dict(page.outcome.told[card])


@pytest.mark.parametrize("status", WAYS)
def test_every_state_shows_itself_what_is_due_and_what_can_be_done(screen: Screen, status: Status) -> None:
    officer, page = _page(screen, *WAYS[status])
    petition = officer.petition
    assert (petition.status, page.head.state.text()) == (status, status.label)
    assert {line.name for line in page.due.lines} == _DUE[status]
    now, buttons = page.desk.now, page.course.moves.buttons
    assert list(buttons) == [move for _, moves in groups_of(petition, now, DEADLINES) for move in moves]
    for action, button in buttons.items():
        assert button.isEnabled() is (why_not_now(petition, action, now, DEADLINES) is None)


@pytest.mark.parametrize("status", WAYS)
def test_whatever_leads_on_has_a_button_in_its_group(screen: Screen, status: Status) -> None:
    officer, page = _page(screen, *WAYS[status])
    petition, now = officer.petition, page.desk.now
    behind_more = {Move.SUPERVISE, Move.LIFT_SUPERVISION, Move.NAME_CHIEF}
    allowed = {move for move in Move if why_not(petition, move, now, DEADLINES) is None}
    assert allowed - behind_more <= set(page.course.moves.buttons)


def test_the_keyboard_stands_on_the_likeliest_move(screen: Screen) -> None:
    for moves, likely in (
        ((), Move.ACCEPT),
        ((Move.ACCEPT,), Move.ISSUE_REPLY),
        (ANSWERED, Move.EVALUATE),
        ((*ANSWERED, Move.EVALUATE), Move.SETTLE),
        ((Move.REJECT,), Move.ARCHIVE),
    ):
        _, page = _page(screen, *moves)
        assert QApplication.focusWidget() is page.course.moves.buttons[likely]


def test_the_law_stands_beside_the_stricter_rule_each_with_its_light(screen: Screen) -> None:
    _, page = _page(screen)
    inner, legal = page.due.lines
    assert (inner.words.text, inner.sign) == ("2018-02-27，已超期 1 天", "■ 已超期")
    assert (legal.words.text, legal.sign) == ("2018-03-07，还剩 7 天", "● 正常")
    assert page.rules.text() == "适用《信访条例（2005）》、《浙江省信访条例》"


def test_a_petition_that_waits_for_its_service_stands_still(screen: Screen) -> None:
    _, page = _page(screen, *WAYS[Status.REPLIED])
    assert next(line for line in page.due.lines if line.name == "内部期限").words.light is Light.GREY


def test_numbers_are_masked_until_somebody_asks(screen: Screen) -> None:
    officer, page = _page(screen, parties=PARTIES, heads=3, concerned=9)
    for secret in ("13800001234", "331121198001010018"):
        assert secret not in page.petitioners.text
    assert "138****1234" in page.petitioners.text
    officer.press(Qt.Key.Key_K, ALT)
    screen.qtbot.waitUntil(lambda: "13800001234" in page.petitioners.text)
    for words in ("331121198001010018", "主信访人", "3 人，涉及 9 人", "列名信访人（1 人）", "演示律师"):
        assert words in page.petitioners.text


def test_three_ends_have_each_its_own_day(screen: Screen) -> None:
    officer, page = _page(screen, *ANSWERED)
    assert _outcome(page, "办结 · 化解 · 终结")["化解"] == "—"
    officer.make(Move.SETTLE)
    officer.make(Move.CONCLUDE)
    ends = _outcome(page, "办结 · 化解 · 终结")
    assert ends["办结"].startswith("2018-02-20 11:00，按期，受理\n支持诉求：演示：已修复村道")
    assert (ends["化解"], ends["终结"]) == ("2018-02-28 23:59", "2018-02-28 23:59")


def test_every_reply_is_told_with_its_number_verdict_and_service(screen: Screen) -> None:
    _, page = _page(screen, *FINALLY)
    replies = _outcome(page, "答复和复查复核")
    assert list(replies) == ["处理意见", "复查意见", "复核意见"]
    assert replies["处理意见"].split("\n") == [
        "（2018）信处字第1号 支持诉求",
        "2018-02-20 10:00 作出，演示镇村建办",
        "2018-02-20 11:00 直接送达",
        "演示：已修复村道",
    ]
    assert "向演示镇村建办申请" in replies["复查意见"]


def test_satisfaction_backlog_and_charge_are_told(screen: Screen) -> None:
    officer, page = _page(screen, *ANSWERED, Move.ENTER_BACKLOG, Move.TAKE_CHARGE, Move.TALK, Move.EVALUATE)
    assert _outcome(page, "满意度") == {"对责任单位": "满意", "对信访部门": "基本满意"}
    assert _outcome(page, "信访积案")["积案化解"] == "—"
    charge = _outcome(page, "领导包案")
    assert (charge["包案领导"], charge["化解方案"], charge["销案"]) == ("演示镇长", "演示：化解方案", "—")
    assert charge["约谈走访"].startswith("1 次")
    assert "包案延期" not in charge
    assert {"信访积案", "包案时限"} <= {line.name for line in page.due.lines}
    assert all(word in page.head.marks.text() for word in ("积案", "演示镇长包案"))
    officer.make(Move.EXTEND_CHARGE)
    assert _outcome(page, "领导包案")["包案延期"] == "1 次，最近 2018-02-28 23:59"
    officer.make(Move.END_CHARGE)
    assert _outcome(page, "领导包案")["销案"].startswith("2018-02-28 23:59 ")


def test_the_petitions_before_and_after_are_opened_by_keyboard(screen: Screen) -> None:
    first = petitioned(screen.office)
    again = petitioned(screen.office, day=21, repeat=True, earlier=first.id)
    officer = Officer(screen, first)
    visits = officer.petition_page.visits.label
    assert visits.text().startswith("<b>初访</b>")
    assert "后来 <a style" in visits.text()
    visits.setFocus()
    officer.press(Qt.Key.Key_Tab)
    officer.press(Qt.Key.Key_Return)
    page = screen.page(PetitionPage)
    assert page.loaded is not None
    assert page.loaded.case.id == again.id
    assert page.visits.label.text().startswith("<b>重访</b>")
    assert first.number in page.visits.label.text()


def test_an_earlier_accusation_is_named_without_its_matter(screen: Screen) -> None:
    secret = petitioned(
        screen.office, purpose=PetitionPurpose.ACCUSATION, accused="演示某干部", demand="演示：不该看见的内容"
    )
    page = Officer(screen, petitioned(screen.office, repeat=True, earlier=secret.id)).petition_page
    assert secret.number in page.visits.label.text()
    assert "已保密" in page.visits.label.text()
    assert "不该看见" not in page.visits.label.text()


def test_the_day_on_which_a_leader_received_it_is_told(screen: Screen) -> None:
    day = bare(Kind.RECEPTION, at(2018, 2, 20), handler="演示镇长")
    with screen.office.cases.transaction() as writer:
        writer.save([Save(None, day, "登记")], ACTOR, at(2018, 2, 20))
    page = Officer(screen, petitioned(screen.office, reception=day.id)).petition_page
    assert ("领导接访", "2018-02-20 演示镇长") in page.matter


def test_an_accusation_is_sealed_for_all_but_the_named(screen: Screen) -> None:
    case = petitioned(screen.office, purpose=PetitionPurpose.ACCUSATION, accused="演示某干部")
    page = Officer(screen, case).petition_page
    assert page.loaded is None
    assert not page.petitioners.isVisible()
    put_confidants(screen.office.confidence, Confidence.ACCUSATION, (), (ACTOR.name,), ACTOR, lambda: at(2018, 2, 1))
    page = Officer(screen, case).petition_page
    assert page.petitioners.isVisible()
    assert "检举控告" in page.head.marks.text()
    assert not page.course.moves.buttons[Move.ACCEPT].isEnabled()
    assert page.course.moves.buttons[Move.TRANSFER].objectName() == "primary"


def test_a_petition_still_goes_on_to_a_dispute(screen: Screen) -> None:
    case = petitioned(screen.office, Move.ACCEPT)
    page = Officer(screen, case).petition_page
    with screen.qtbot.waitSignal(page.asked) as asked:
        page.course.moves.buttons[Move.REFER].click()
    assert asked.args == [NewDispute(source=case.id)]


def test_a_voided_petition_only_shows(screen: Screen) -> None:
    officer, page = _page(screen, Move.ACCEPT)
    officer.choose(Deed.VOID)
    officer.answer_reason("演示：误登")
    assert page.head.state.text() == "已作废"
    assert page.due.isHidden()
    assert list(page.course.moves.buttons) == [Deed.RESTORE]


def test_an_earlier_round_keeps_its_ends_and_replies(screen: Screen) -> None:
    case = petitioned(screen.office, *ANSWERED, Move.SETTLE, Move.REOPEN)
    page = Officer(screen, moved_on(screen.office, case, Move.ACCEPT, Move.ISSUE_REPLY)).petition_page
    ends = _outcome(page, "办结 · 化解 · 终结")
    assert ends["办结"] == "—"
    assert "重开：演示：原因" in ends["第 1 轮"]
    assert list(_outcome(page, "答复和复查复核")) == ["处理意见（第 1 轮）", "处理意见"]
