"""The dialogs know what is known, say at once what follows from what is entered, and refuse what the rules forbid."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.dispute import Dispute
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.offices import at
from tests.ui.handling.handler import ALT
from tests.ui.mediation.case.standing import AGREED, CONFIRMING, Mediator, disputed, moved_on
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog

_OTHER = "演示：另一件"


def _asking(screen: Screen, case: Dispute, move: Move) -> tuple[Mediator, MoveDialog]:
    mediator = Mediator(screen, case)
    mediator.choose(move)
    return mediator, mediator.opened(MoveDialog)


def test_a_session_is_proposed_on_the_next_working_day_where_the_last_one_was(screen: Screen) -> None:
    case = disputed(screen.office, Move.ACCEPT, Move.MEDIATE)
    _, dialog = _asking(screen, case, Move.SCHEDULE)
    read = {name: dialog.entries[name].read() for name in ("meet_at", "minutes", "place", "mediators", "present")}
    assert read == {
        "meet_at": at(2018, 3, 1, 9),
        "minutes": 90,
        "place": "演示：村调解室",
        "mediators": ("演示调解员",),
        "present": "演示甲、演示建材有限公司",
    }


@pytest.mark.parametrize(
    ("key", "moment"),
    [
        (Qt.Key.Key_Down, at(2018, 3, 1, 9, 30)),
        (Qt.Key.Key_Up, at(2018, 3, 1, 8, 30)),
        (Qt.Key.Key_PageDown, at(2018, 3, 2, 9)),
        (Qt.Key.Key_PageUp, at(2018, 2, 28, 9)),
    ],
)
def test_arrow_keys_move_a_session_by_half_hours_and_days(screen: Screen, key: Qt.Key, moment: object) -> None:
    mediator, dialog = _asking(screen, disputed(screen.office, Move.ACCEPT), Move.SCHEDULE)
    mediator.go_to(dialog, "meet_at")
    mediator.press(key)
    assert dialog.entries["meet_at"].read() == moment


def test_an_hour_between_two_halves_goes_to_the_nearest_half(screen: Screen) -> None:
    mediator, dialog = _asking(screen, disputed(screen.office, Move.ACCEPT), Move.SCHEDULE)
    dialog.entries["meet_at"].show(at(2018, 3, 1, 9, 10))
    mediator.go_to(dialog, "meet_at")
    mediator.press(Qt.Key.Key_Down)
    assert dialog.entries["meet_at"].read() == at(2018, 3, 1, 9, 30)
    dialog.entries["meet_at"].show(at(2018, 3, 1, 9, 10))
    mediator.press(Qt.Key.Key_Up)
    assert dialog.entries["meet_at"].read() == at(2018, 3, 1, 9)


def test_a_session_that_collides_says_so_at_once_and_another_hour_does_not(screen: Screen) -> None:
    other = disputed(screen.office, Move.ACCEPT, title=_OTHER)
    moved_on(screen.office, other, Move.SCHEDULE, meet_at=at(2018, 3, 1, 9))
    mediator, dialog = _asking(screen, disputed(screen.office, Move.ACCEPT), Move.SCHEDULE)
    mediator.fill_required(dialog, Move.SCHEDULE)
    screen.qtbot.waitUntil(lambda: f"演示调解员同时约了 {other.number}" in dialog.boxes["meet_at"].hint)
    mediator.go_to(dialog, "meet_at")
    for _ in range(4):
        mediator.press(Qt.Key.Key_Down)
    screen.qtbot.waitUntil(lambda: "不冲突" in dialog.boxes["meet_at"].hint)


def test_a_session_that_was_due_is_the_one_that_is_recorded(screen: Screen) -> None:
    case = moved_on(screen.office, disputed(screen.office, Move.ACCEPT), Move.SCHEDULE, meet_at=at(2018, 2, 27, 9))
    mediator, dialog = _asking(screen, case, Move.MEDIATE)
    assert dialog.entries["session"].read() == 1
    mediator.fill_required(dialog, Move.MEDIATE)
    mediator.confirm()
    (session,) = mediator.dispute.sessions
    assert (session.planned_at, session.held_at) == (at(2018, 2, 27, 9), at(2018, 2, 27, 9))


def test_what_must_be_written_is_said_while_the_agreement_is_entered(screen: Screen) -> None:
    mediator, dialog = _asking(screen, disputed(screen.office, Move.ACCEPT, Move.MEDIATE), Move.AGREE)
    form = dialog.boxes["form"]
    assert form.hint.startswith("书面协议经双方签名")
    mediator.go_to(dialog, "terms")
    mediator.press(Qt.Key.Key_Tab)
    mediator.write("演示：修路")
    assert form.hint == "不能当场履行的，应当制作书面协议。"
    mediator.go_to(dialog, "at_once")
    mediator.press(Qt.Key.Key_Space)
    mediator.go_to(dialog, "form")
    mediator.press(Qt.Key.Key_Down)
    assert form.hint.startswith("能当场履行的一般纠纷可以口头")


def test_an_agreement_without_any_record_of_mediation_is_warned_of(screen: Screen) -> None:
    _, dialog = _asking(screen, disputed(screen.office, Move.ACCEPT), Move.AGREE)
    assert "还没有调解记录" in dialog.boxes["form"].hint


@pytest.mark.parametrize("fields", [{"level": "重大", "chief": "演示领导"}, {"difficult": True}])
def test_a_major_or_difficult_dispute_asks_for_writing_and_refuses_an_oral_one(
    screen: Screen, fields: dict[str, Any]
) -> None:
    case = disputed(screen.office, **fields)
    case = moved_on(screen.office, case, Move.ACCEPT, Move.MEDIATE)
    mediator, dialog = _asking(screen, case, Move.AGREE)
    assert dialog.boxes["form"].hint == "重大、疑难纠纷应当制作书面协议。"
    mediator.fill_required(dialog, Move.AGREE)
    mediator.answer(dialog, form="口头")
    assert dialog.boxes["form"].problem == "重大、疑难纠纷应当制作书面协议。"
    assert mediator.dispute == case
    mediator.answer(dialog, form="书面")
    assert mediator.dispute.status is Status.AGREED


def test_terms_are_read_line_by_line_and_one_that_cannot_be_read_says_where(screen: Screen) -> None:
    mediator, dialog = _asking(screen, disputed(screen.office, Move.ACCEPT), Move.AGREE)
    mediator.fill_required(dialog, Move.AGREE)
    mediator.go_to(dialog, "terms")
    for text in ("演示建材有限公司", "赔偿", "一千", "0320"):
        mediator.write(text)
        mediator.press(Qt.Key.Key_Tab)
    mediator.confirm()
    assert dialog.boxes["terms"].problem == "第 1 项的金额应为数字，如 3000 或 3000.50。"
    assert mediator.dispute.status is Status.ACCEPTED
    for column, text in ((2, "1,000"),):
        mediator.go_to(dialog, "terms")
        for _ in range(column):
            mediator.press(Qt.Key.Key_Tab)
        mediator.write(text)
    mediator.press(Qt.Key.Key_T, ALT)
    mediator.confirm()
    (term,) = mediator.dispute.terms
    assert (term.who, term.what, str(term.amount), term.due_at) == (
        "演示建材有限公司",
        "赔偿",
        "1000",
        at(2018, 3, 21),
    )


def test_a_follow_up_visit_is_asked_point_by_point(screen: Screen) -> None:
    mediator, dialog = _asking(screen, disputed(screen.office, *AGREED), Move.REVISIT)
    mediator.answer(dialog, satisfaction="满意", record=("演示：已付清", "", "否"))
    session = mediator.dispute.sessions[-1]
    assert (session.record, session.result) == ("履行情况：演示：已付清；是否起诉：否", "满意")


def test_the_dispute_s_own_month_is_proposed_for_an_extension(screen: Screen) -> None:
    case = disputed(screen.office, Move.ACCEPT)
    mediator, dialog = _asking(screen, case, Move.EXTEND)
    assert case.due_at is not None
    assert (dialog.entries["until"].read() - case.due_at).days == 30
    mediator.go_to(dialog, "reason")
    mediator.write("演示：等鉴定")
    mediator.confirm()
    assert dialog.boxes["both_ask"].problem == "须双方当事人共同提出，请确认。"
    mediator.answer(dialog, both_ask=True)
    assert mediator.dispute.steps[-1].move is Move.EXTEND


def test_a_high_risk_says_whom_to_tell(screen: Screen) -> None:
    mediator, dialog = _asking(screen, disputed(screen.office), Move.ASSESS_RISK)
    mediator.go_to(dialog, "risk")
    for _ in range(4):
        mediator.press(Qt.Key.Key_Down)
    assert "应当立即报告公安机关" in dialog.boxes["risk"].hint
    mediator.confirm()
    assert dialog.boxes["opinion"].problem == "有激化风险的，请写明已采取的防范措施。"


def test_an_ended_dispute_with_an_unreported_danger_cannot_end(screen: Screen) -> None:
    mediator = Mediator(screen, disputed(screen.office, Move.ACCEPT, risk="高"))
    button = mediator.page.course.moves.buttons[Move.AGREE]
    assert not button.isEnabled()
    assert "应先报告公安机关" in button.accessibleDescription()


def test_what_was_entered_stays_when_somebody_else_has_saved_first(screen: Screen) -> None:
    case = disputed(screen.office, Move.ACCEPT)
    mediator, dialog = _asking(screen, case, Move.MEDIATE)
    mediator.fill_required(dialog, Move.MEDIATE)
    record = dialog.entries["record"].read()
    moved_on(screen.office, case, Move.INQUIRE)
    mediator.confirm()
    assert "您填写的内容都在" in dialog.notice
    mediator.confirm()
    assert [step.move for step in mediator.dispute.steps] == [Move.ACCEPT, Move.INQUIRE, Move.MEDIATE]
    assert mediator.dispute.sessions[-1].record == record


def test_what_is_missing_is_called_as_its_field_is(screen: Screen) -> None:
    _, dialog = _asking(screen, disputed(screen.office, Move.ACCEPT), Move.TAKE_CHARGE)
    for name in ("chief", "handler", "until", "plan"):
        dialog.entries[name].show("" if name != "until" else None)
    dialog.answer()
    screen.settle()
    assert {name: dialog.boxes[name].problem for name in ("chief", "handler", "until", "plan")} == {
        "chief": "请填写包案领导。",
        "handler": "请填写责任人。",
        "until": "请填写化解时限。",
        "plan": "请填写化解方案。",
    }


def test_what_the_court_did_is_said_to_be_noted(screen: Screen) -> None:
    mediator, dialog = _asking(screen, disputed(screen.office, *CONFIRMING), Move.COURT_RECEIVES)
    mediator.answer(dialog, reception="受理")
    assert screen.window.message.text == f"已登记法院审查受理：{mediator.case.number}。"


def test_what_is_left_out_is_asked_for_by_its_name(screen: Screen) -> None:
    mediator, dialog = _asking(screen, disputed(screen.office), Move.TRANSFER)
    mediator.confirm()
    assert dialog.boxes["unit"].problem == "请填写转送给哪个单位。"
