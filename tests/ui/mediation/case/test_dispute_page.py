"""One screen says everything of a dispute: who, what, what is due with its light, what the file lacks, what to do."""

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.cases.dispute.file import file_items
from gridapp.cases.permission import why_not
from gridapp.domain.deadline import Light
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import Save
from tests.gridapp.bare_cases import bare
from tests.gridapp.cases.dispute.courses import WAYS
from tests.offices import ACTOR, DEADLINES, at
from tests.ui.handling.handler import ALT
from tests.ui.mediation.case.standing import AGREED, Mediator, disputed, moved_on
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog
from ui.handling.action import Deed, next_actions
from ui.mediation.case.dispute_page import DisputePage

_WRITTEN = (*AGREED, Move.PERFORM)
_DUE: Mapping[Status, set[str]] = {
    Status.REPORTED: {"受理期限"},
    Status.INVALID: set(),
    Status.ACCEPTED: {"调解期限"},
    Status.MEDIATING: {"调解期限"},
    Status.AGREED: {"调解期限", "回访期限", "申请司法确认", "归档期限"},
    Status.PERFORMING: {"调解期限", "履行期限", "回访期限", "申请司法确认"},
    Status.PERFORMED: {"调解期限", "回访期限", "申请司法确认", "归档期限"},
    Status.UNPERFORMED: {"调解期限", "履行期限", "回访期限", "申请司法确认", "归档期限"},
    Status.TERMINATED: {"调解期限", "归档期限"},
    Status.WITHDRAWN: {"调解期限", "归档期限"},
    Status.TRANSFERRED: {"调解期限", "归档期限"},
    Status.ARCHIVED: {"调解期限"},
    Status.REOPENED: {"调解期限"},
}


def _page(screen: Screen, *moves: Move, **fields: Any) -> tuple[Mediator, DisputePage]:
    mediator = Mediator(screen, disputed(screen.office, *moves, **fields))
    return mediator, mediator.dispute_page


def _standing(screen: Screen, status: Status) -> tuple[Mediator, DisputePage]:
    case = disputed(screen.office)
    for move in WAYS[status]:
        owed = {"terms": ()} if move is Move.AGREE and status is Status.AGREED else {}
        case = moved_on(screen.office, case, move, **owed)
    mediator = Mediator(screen, case)
    return mediator, mediator.dispute_page


@pytest.mark.parametrize("status", WAYS)
def test_every_state_shows_itself_what_is_due_and_what_comes_next(screen: Screen, status: Status) -> None:
    mediator, page = _standing(screen, status)
    dispute = mediator.dispute
    assert (dispute.status, page.head.state.text()) == (status, status.label)
    assert {line.name for line in page.due.lines} == _DUE[status]
    buttons = page.course.moves.buttons
    assert list(buttons) == list(next_actions(dispute, page.desk.now))
    for action, button in buttons.items():
        assert isinstance(action, Move)
        assert button.isEnabled() is (why_not(dispute, action, page.desk.now, DEADLINES) is None)
    assert page.file.marks == {
        item.name: "有" if item.present else "缺" if item.required else "按需" for item in file_items(dispute)
    }
    assert [item.missing for item in page.file.items] == sorted(
        (item.missing for item in page.file.items), reverse=True
    )


def test_a_session_is_told_with_its_day_until_it_was_recorded(screen: Screen) -> None:
    case = disputed(screen.office, Move.ACCEPT)
    for meet_at, call in (
        (at(2018, 2, 22, 9), "■ 待补记"),
        (at(2018, 2, 28, 23, 59), "▲ 今天"),
        (at(2018, 3, 1, 9), "▲ 将开"),
        (at(2018, 3, 2, 9), "● 正常"),
    ):
        case = moved_on(screen.office, case, Move.SCHEDULE, meet_at=meet_at)
        page = Mediator(screen, case).dispute_page
        line = next(line for line in page.due.lines if line.name == "约定调解" and line.sign == call)
        assert line.move is Move.MEDIATE


def test_a_high_risk_comes_before_everything_until_the_police_know(screen: Screen) -> None:
    mediator, page = _page(screen, Move.ACCEPT, risk="高")
    assert page.due.lines[0].words.light is Light.RED
    assert next(iter(page.course.moves.buttons)) is Move.REPORT_POLICE
    assert "激化风险高（未报公安）" in page.head.marks.text()
    mediator.make(Move.REPORT_POLICE)
    assert "报告公安" not in {line.name for line in page.due.lines}
    assert "激化风险高（已报公安）" in page.head.marks.text()


def test_numbers_of_the_parties_are_masked_until_somebody_asks(screen: Screen) -> None:
    mediator, page = _page(screen)
    assert "13800001234" not in page.parties.text
    assert "331121198001010018" not in page.parties.text
    assert "138****1234" in page.parties.text
    mediator.press(Qt.Key.Key_K, ALT)
    screen.qtbot.waitUntil(lambda: "13800001234" in page.parties.text)
    assert "331121198001010018" in page.parties.text
    for words in ("甲方", "乙方", "演示律师", "特别授权", "法人", "法定代表人"):
        assert words in page.parties.text


def test_names_of_a_ledger_stand_among_the_parties(screen: Screen) -> None:
    case = bare(Kind.DISPUTE, party_a="演示甲、演示丁", party_b="演示乙")
    with screen.office.cases.transaction() as writer:
        writer.save([Save(None, case, "导入")], ACTOR, at(2018, 2, 20))
    text = Mediator(screen, case).dispute_page.parties.text
    assert [line for line in text.split("\n") if "方" in line] == ["甲方（2 人）", "乙方"]
    assert all(f"<b>{name}</b>" in text for name in ("演示甲", "演示丁", "演示乙"))


def test_a_record_is_told_in_full(screen: Screen) -> None:
    _, page = _page(screen, Move.ACCEPT, Move.MEDIATE)
    item = page.course.history.shown[0]
    assert item.title == Move.MEDIATE
    assert dict(item.lines) == {
        "地点": "演示：村调解室",
        "调解员": "演示调解员",
        "到场": "演示甲、演示乙",
        "调解结果": "有待继续调解",
        "调解记录": "演示：谈了一次",
    }


def test_a_term_is_performed_from_its_own_line(screen: Screen) -> None:
    mediator, page = _page(screen, *AGREED)
    (button,) = page.terms.buttons.values()
    button.setFocus()
    mediator.press(Qt.Key.Key_Space)
    dialog = mediator.opened(MoveDialog)
    assert dialog.entries["term"].read() == 1
    mediator.answer(dialog, evidence="演示：收条")
    assert mediator.dispute.status is Status.PERFORMED
    assert not page.terms.buttons
    assert mediator.dispute.terms[0].receipt == "演示：收条"


@pytest.mark.parametrize(
    ("moves", "name", "move"),
    [
        ((), "当事人权利义务告知书", Move.ACCEPT),
        ((Move.ACCEPT,), "人民调解记录", Move.MEDIATE),
        ((Move.ACCEPT,), "人民调解调查记录", Move.INQUIRE),
        ((Move.ACCEPT, Move.MEDIATE), "人民调解协议书", Move.AGREE),
        (AGREED, "履行凭证", Move.PERFORM),
        (_WRITTEN, "人民调解回访记录", Move.REVISIT),
        ((*_WRITTEN, Move.APPLY_CONFIRMATION), "司法确认有关材料", Move.COURT_RECEIVES),
    ],
)
def test_a_missing_document_begins_the_move_that_supplies_it(
    screen: Screen, moves: tuple[Move, ...], name: str, move: Move
) -> None:
    mediator, page = _page(screen, *moves)
    item = next(item for item in page.file.items if item.name == name)
    page.file.buttons[item.n].setFocus()
    mediator.press(Qt.Key.Key_Space)
    assert mediator.opened(MoveDialog).windowTitle() == move.value


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "当事人身份证明"),
        ({"source": "依申请"}, "人民调解申请书"),
        ({}, "人民调解证据材料"),
    ],
)
def test_a_missing_document_opens_the_field_that_supplies_it(
    screen: Screen, fields: dict[str, object], name: str
) -> None:
    mediator, page = _page(screen, Move.ACCEPT, **fields)
    item = next(item for item in page.file.items if item.name == name)
    page.file.buttons[item.n].setFocus()
    mediator.press(Qt.Key.Key_Space)
    screen.qtbot.waitUntil(lambda: page.is_editing)
    screen.settle()
    here = QApplication.focusWidget()
    assert here is not None
    assert page.amending.isAncestorOf(here)


def test_what_can_no_more_be_supplied_is_to_be_explained(screen: Screen) -> None:
    case = disputed(screen.office, Move.ACCEPT, Move.AGREE)
    page = Mediator(screen, case).dispute_page
    item = next(item for item in page.file.items if item.name == "人民调解记录")
    assert item.missing
    assert item.n not in page.file.buttons


def test_a_voided_dispute_only_shows(screen: Screen) -> None:
    mediator, page = _page(screen, Move.ACCEPT)
    mediator.choose(Deed.VOID)
    mediator.answer_reason("演示：误登")
    assert page.head.state.text() == "已作废"
    assert page.due.isHidden()
    assert not page.file.buttons


def test_the_keyboard_stands_on_the_first_thing_to_do_although_nobody_is_named(screen: Screen) -> None:
    case = bare(Kind.DISPUTE)
    with screen.office.cases.transaction() as writer:
        writer.save([Save(None, case, "导入")], ACTOR, at(2018, 2, 20))
    page = Mediator(screen, case).dispute_page
    assert QApplication.focusWidget() is page.course.moves.buttons[Move.ACCEPT]
