"""The buttons are greyed by the very answer that the use cases obey, and say why."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gridapp.cases.permission import why_not
from gridapp.domain.case import Case, Exclusion
from gridapp.domain.event_course import EVENT_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import bare
from tests.offices import DEADLINES, at
from ui.cases.moves_bar import MovesBar
from ui.handling.action import Deed
from ui.handling.more_dialog import MoreDialog

NOW = at(2018, 2, 28)
_BY_THEMSELVES = {Move.REFERRAL_SETTLED, Move.REFERRAL_RETURNED}
"""They follow from the end of the dispute that was opened from the event."""


def _bar(qtbot: QtBot, case: Case, *, unsaved: bool = False) -> MovesBar:
    bar = MovesBar()
    qtbot.addWidget(bar)
    bar.show_case(case, NOW, DEADLINES, unsaved=unsaved)
    return bar


def _lines(qtbot: QtBot, case: Case) -> dict[str, str]:
    bar = _bar(qtbot, case)
    dialog = MoreDialog(bar, case, NOW, DEADLINES)
    items = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items if item is not None}


@pytest.mark.parametrize("status", list(Status))
def test_a_button_is_enabled_if_and_only_if_the_move_is_lawful(qtbot: QtBot, status: Status) -> None:
    case = bare(Kind.EVENT, status=status)
    for action, button in _bar(qtbot, case).buttons.items():
        assert isinstance(action, Move)
        reason = why_not(case, action, NOW, DEADLINES)
        assert button.isEnabled() is (reason is None)
        assert button.accessibleDescription() == (reason or "")


@pytest.mark.parametrize("status", list(Status))
def test_everything_else_is_listed_with_what_stands_against_it(qtbot: QtBot, status: Status) -> None:
    case = bare(Kind.EVENT, status=status)
    lines = _lines(qtbot, case)
    moves = [move for move in EVENT_COURSE if move not in _BY_THEMSELVES]
    assert lines.keys() == {move.value for move in moves} | {deed.value for deed in Deed}
    lawful = {move.value for move in moves if why_not(case, move, NOW, DEADLINES) is None}
    assert {name for name, said in lines.items() if said == "可以办理"} == lawful | {"并案", "作废"}


def test_an_entry_of_a_register_has_no_course(qtbot: QtBot) -> None:
    case = bare(Kind.NOTICE)
    assert not _bar(qtbot, case).buttons
    assert _lines(qtbot, case).keys() == {"并案", "作废", "恢复", "拆案"}


def test_a_petition_has_its_moves_in_groups_and_the_first_ten_have_a_key(qtbot: QtBot) -> None:
    bar = _bar(qtbot, bare(Kind.PETITION))
    keys = [button.text().rpartition("(&")[2].rstrip(")") for button in bar.buttons.values() if "(&" in button.text()]
    assert keys == [*"1234567890"]
    assert len(bar.buttons) == 11
    headings = [label.text() for label in bar.findChildren(QLabel)]
    assert headings == ["处理方式", "办理", "积案", "包案"]


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.PROCESSING, Status.REOPENED])
def test_an_event_that_is_a_dispute_in_truth_can_be_referred_at_once(qtbot: QtBot, status: Status) -> None:
    assert Move.REFER in _bar(qtbot, bare(Kind.EVENT, status=status, category="ZZ0102")).buttons
    assert Move.REFER not in _bar(qtbot, bare(Kind.EVENT, status=status, category="ZF0303")).buttons


def test_a_dispute_can_be_opened_from_a_petition_that_is_open(qtbot: QtBot) -> None:
    assert Move.REFER in _bar(qtbot, bare(Kind.PETITION)).buttons
    closed = bare(Kind.PETITION, status=Status.CLOSED)
    assert Move.REFER not in _bar(qtbot, closed).buttons
    assert _lines(qtbot, closed)["转矛盾纠纷"] == "已办结，不能转矛盾纠纷。"


def test_nothing_can_be_done_while_changes_are_unsaved(qtbot: QtBot) -> None:
    bar = _bar(qtbot, bare(Kind.EVENT), unsaved=True)
    buttons = [*bar.buttons.values(), bar.more]
    assert not any(button.isEnabled() for button in buttons)
    assert {button.accessibleDescription() for button in buttons} == {"表单有未保存的修改，请先保存再办理。"}


def test_a_voided_case_can_only_be_restored(qtbot: QtBot) -> None:
    case = replace(bare(Kind.EVENT), excluded=Exclusion(at=at(2018, 2, 1), reason="演示"))
    assert list(_bar(qtbot, case).buttons) == [Deed.RESTORE]
    assert [name for name, said in _lines(qtbot, case).items() if said == "可以办理"] == ["恢复"]


def test_a_merged_case_can_only_be_taken_apart(qtbot: QtBot) -> None:
    gone = Exclusion(at=at(2018, 2, 1), reason="演示", merged_into=bare(Kind.EVENT).id)
    case = replace(bare(Kind.EVENT), excluded=gone)
    assert list(_bar(qtbot, case).buttons) == [Deed.SEPARATE]
    assert [name for name, said in _lines(qtbot, case).items() if said == "可以办理"] == ["拆案"]


def test_pinyin_finds_an_action(qtbot: QtBot) -> None:
    case = bare(Kind.EVENT)
    bar = _bar(qtbot, case)
    dialog = MoreDialog(bar, case, NOW, DEADLINES)
    dialog.search.setText("zbbj")
    assert dialog.list.topLevelItemCount() == 1
    assert dialog.list.currentItem().text(0) == "自办办结"
