"""The dialogs know what is known, say which rules hold and until when, and refuse what the rules forbid."""

from datetime import timedelta
from typing import Any

import pytest

from gridapp.cases.handle import void
from gridapp.domain.confidence import Confidence
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.domain.petition_course import PETITION_COURSE
from gridapp.domain.status import Status
from gridapp.registers.confidants import put_confidants
from tests.offices import ACTOR, DEADLINES, NOW, at
from tests.ui.petition.case.standing import ANSWERED, BEFORE, FINALLY, REVIEWED, Officer, moved_on, petitioned
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog
from ui.handling.move_fields import fields_of

_RULES = "《信访条例（2005）》、《浙江省信访条例》"


def _asking(screen: Screen, case: Petition, move: Move) -> tuple[Officer, MoveDialog]:
    officer = Officer(screen, case)
    officer.choose(move)
    return officer, officer.opened(MoveDialog)


def _read(dialog: MoveDialog, *names: str) -> list[Any]:
    return [dialog.entries[name].read() for name in names]


@pytest.mark.parametrize("move", PETITION_COURSE)
def test_files_may_be_added_to_every_step_and_every_field_has_a_name(screen: Screen, move: Move) -> None:
    fields = fields_of(petitioned(screen.office), move)
    assert [field.name for field in fields][-2:] == ["attachments", "at"]
    assert {need.value for need in PETITION_COURSE[move].needs} == {field.name for field in fields if field.required}
    labels = [field.label for field in fields]
    assert len(set(labels)) == len(labels)


def test_acceptance_says_which_rules_hold_and_both_limits(screen: Screen) -> None:
    officer, dialog = _asking(screen, petitioned(screen.office), Move.ACCEPT)
    assert _read(dialog, "informed") == ["书面告知"]
    assert dialog.boxes["informed"].hint == f"适用{_RULES}：办理期限 2018-03-30，法定期限 2018-05-02。"
    officer.go_to(dialog, "at")
    officer.write("0226")
    assert dialog.boxes["informed"].hint == f"适用{_RULES}：办理期限 2018-03-28，法定期限 2018-04-27。"


def test_an_assignment_is_to_be_reported_by_the_inner_limit(screen: Screen) -> None:
    _, dialog = _asking(screen, petitioned(screen.office), Move.ASSIGN)
    assert _read(dialog, "until") == [at(2018, 3, 31)]


def test_an_extension_is_proposed_to_its_last_day_and_refused_beyond(screen: Screen) -> None:
    case = petitioned(screen.office, Move.ACCEPT)
    officer, dialog = _asking(screen, case, Move.EXTEND_HANDLING)
    (until,) = _read(dialog, "until")
    assert dialog.boxes["until"].hint == f"最长可以延长到 2018-05-21（{_RULES}）。"
    assert until == at(2018, 5, 22)
    officer.fill_required(dialog, Move.EXTEND_HANDLING)
    officer.answer(dialog, until="2018-05-22")
    assert dialog.boxes["until"].problem == "最多只能延长到 2018-05-21。"
    assert officer.petition == case
    officer.answer(dialog, until="2018-05-21")
    assert officer.petition.due_at == until


def test_a_reply_starts_from_the_feedback_and_numbers_itself(screen: Screen) -> None:
    officer, dialog = _asking(screen, petitioned(screen.office, Move.ASSIGN, Move.FEEDBACK), Move.ISSUE_REPLY)
    assert _read(dialog, "result", "number", "unit") == ["演示：已修复村道", "", "演示镇村建办"]
    officer.fill_required(dialog, Move.ISSUE_REPLY)
    officer.confirm()
    assert officer.petition.replies[-1].number == "（2018）信处字第1号"


@pytest.mark.parametrize(
    ("channel", "service"),
    [("来访", "直接送达"), ("来信", "邮寄送达"), ("网上", "网上送达"), ("来电", "邮寄送达")],
)
def test_a_reply_is_served_as_the_petition_came(screen: Screen, channel: str, service: str) -> None:
    case = petitioned(screen.office, Move.ACCEPT, Move.ISSUE_REPLY, channel=channel)
    _, dialog = _asking(screen, case, Move.SERVE_REPLY)
    assert _read(dialog, "service") == [service]
    assert dialog.boxes["service"].hint == "送达即为办结，信访人可在 2018-03-30 前申请复查。"


@pytest.mark.parametrize(
    ("moves", "move", "organ", "hint"),
    [
        (ANSWERED, Move.ASK_REVIEW, "县人民政府", "应在 2018-03-22 前提出。复查机关应在 2018-03-30 前作出意见。"),
        (REVIEWED, Move.ASK_FINAL_REVIEW, "市人民政府", "应在 2018-03-22 前提出。复核机关应在 2018-03-30 前作出意见。"),
    ],
)
def test_a_review_is_asked_of_the_next_instance_within_its_days(
    screen: Screen, moves: tuple[Move, ...], move: Move, organ: str, hint: str
) -> None:
    _, dialog = _asking(screen, petitioned(screen.office, *moves), move)
    assert _read(dialog, "unit") == [organ]
    assert dialog.boxes["unit"].hint == hint


@pytest.mark.parametrize(
    ("moves", "ground"),
    [(FINALLY, "复核意见已经送达"), ((*ANSWERED, Move.SETTLE), "协议已经履行"), (ANSWERED, "")],
)
def test_the_condition_of_a_conclusion_is_the_one_that_the_course_proves(
    screen: Screen, moves: tuple[Move, ...], ground: str
) -> None:
    _, dialog = _asking(screen, petitioned(screen.office, *moves), Move.CONCLUDE)
    assert _read(dialog, "ground") == [ground]


def test_a_conclusion_whose_condition_is_not_true_says_why(screen: Screen) -> None:
    case = petitioned(screen.office, *ANSWERED)
    officer, dialog = _asking(screen, case, Move.CONCLUDE)
    officer.answer(dialog, ground="逾期未申请")
    assert dialog.boxes["ground"].problem == "信访人在 2018-03-22 前仍可申请复查、复核。"
    assert officer.petition == case


def test_a_claim_is_not_closed_without_a_served_reply_and_says_so(screen: Screen) -> None:
    page = Officer(screen, petitioned(screen.office, Move.ACCEPT)).petition_page
    button = page.course.moves.buttons[Move.CLOSE]
    assert not button.isEnabled()
    assert (
        button.toolTip() == button.accessibleDescription() == "申诉求决的信访事项，应出具处理意见书，送达后即为办结。"
    )


def test_an_accusation_goes_to_discipline_inspection_and_is_not_to_be_disclosed(screen: Screen) -> None:
    put_confidants(screen.office.confidence, Confidence.ACCUSATION, (), (ACTOR.name,), ACTOR, lambda: at(2018, 2, 1))
    case = petitioned(screen.office, purpose=PetitionPurpose.ACCUSATION, accused="演示某干部")
    _, dialog = _asking(screen, case, Move.TRANSFER)
    assert _read(dialog, "unit") == ["县纪委监委"]
    assert dialog.boxes["unit"].hint == (
        "检举控告的材料和有关情况，不得透露或者转给被反映的人或者单位（信访条例第二十三条）。"
    )


def test_a_charge_starts_from_what_is_known(screen: Screen) -> None:
    case = petitioned(screen.office, Move.ACCEPT)
    _, dialog = _asking(screen, case, Move.TAKE_CHARGE)
    assert _read(dialog, "unit", "handler", "until") == ["演示镇村建办", "演示经办人", case.due_at]


def test_a_charge_is_put_off_by_a_month(screen: Screen) -> None:
    case = petitioned(screen.office, Move.TAKE_CHARGE)
    _, dialog = _asking(screen, case, Move.EXTEND_CHARGE)
    assert case.charge_due_at is not None
    assert _read(dialog, "until") == [case.charge_due_at + timedelta(days=30)]


def test_a_talk_is_led_by_the_leader_in_charge(screen: Screen) -> None:
    _, dialog = _asking(screen, petitioned(screen.office, Move.TAKE_CHARGE), Move.TALK)
    assert _read(dialog, "mediators", "present") == [("演示镇长",), "演示丙"]


def test_what_is_lacking_is_said_in_the_words_of_the_dialog_all_at_once(screen: Screen) -> None:
    officer, dialog = _asking(screen, petitioned(screen.office, *BEFORE[Move.EVALUATE]), Move.EVALUATE)
    officer.confirm()
    assert dialog.boxes["satisfaction"].problem == "请选择对责任单位的满意度。"
    assert dialog.boxes["office_satisfaction"].problem
    officer.answer(dialog, satisfaction="基本满意", office_satisfaction="未评价")
    assert (officer.petition.unit_satisfaction, officer.petition.office_satisfaction) == ("基本满意", "未评价")


def test_what_somebody_else_saved_is_shown_first_and_nothing_entered_is_lost(screen: Screen) -> None:
    case = petitioned(screen.office, Move.ACCEPT)
    officer, dialog = _asking(screen, case, Move.ISSUE_REPLY)
    officer.enter(dialog, verdict="解释说明", result="演示：写了很久的意见")
    moved_on(screen.office, case, Move.URGE)
    officer.confirm()
    assert "做了“催办”" in dialog.notice
    assert _read(dialog, "verdict", "result") == ["解释说明", "演示：写了很久的意见"]
    officer.confirm()
    assert officer.petition.status is Status.REPLIED
    assert [step.move for step in officer.petition.steps] == [Move.ACCEPT, Move.URGE, Move.ISSUE_REPLY]


def test_a_move_that_is_no_longer_lawful_leaves_the_words_to_be_copied(screen: Screen) -> None:
    case = petitioned(screen.office, Move.ACCEPT)
    officer, dialog = _asking(screen, case, Move.ISSUE_REPLY)
    officer.enter(dialog, verdict="解释说明", result="演示：写了很久的意见")
    void(screen.office.cases, case.id, case.version, "演示：误登", DEADLINES, ACTOR, NOW)
    officer.confirm()
    assert dialog.isVisible()
    assert "可以复制" in dialog.notice
    assert not dialog.confirm.isEnabled()
