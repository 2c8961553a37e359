"""Many disputes ended together: each in its own way, all or none."""

import re
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.offices import ACTOR, at, taken
from tests.ui.batch.clerk import Clerk
from tests.ui.mediation.spot.conftest import new_dispute
from tests.ui.mediation.spot.tally import risen, tally
from tests.ui.screen import Screen
from ui.batch.batch_draft import drafts_of_grids
from ui.mediation.spot.end_many_page import ENDINGS, EndManyPage
from ui.recording.draft_keeper import PAUSE
from ui.requests import EndMany

WON = ["调解成功", "", "", "双方互相赔礼道歉", "", "", ""]
LOST = ["调解不成", "", "", "可以起诉", "当事人拒绝或者放弃调解", "", ""]
LEFT = ["撤回", "", "", "", "双方自行和解", "", ""]
SENT = ["转送", "", "", "", "属劳动仲裁", "演示仲裁委", ""]


@pytest.fixture
def clerk(in_hand: Sequence[Case], screen: Screen) -> Clerk:
    """The mediator who has opened the table of what is in hand."""
    return Clerk(screen, EndMany(), EndManyPage)


def on_file(clerk: Clerk, cases: Sequence[Case]) -> Sequence[Case]:
    return [clerk.screen.office.cases.load(case.id) for case in cases]


def found_fault_with(clerk: Clerk) -> Sequence[str]:
    """The rows and columns in which something is wrong."""
    return [re.sub("（.*）", " ", words).partition("：")[0] for words in clerk.page.board.findings.lines]


def write(clerk: Clerk, row: int, lines: Sequence[Sequence[str]]) -> None:
    clerk.go(row, "outcome")
    clerk.paste(lines)


def test_the_table_begins_with_what_the_mediator_has_in_hand(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    shown = {row[0] for row in clerk.page.board.model.sheet.rows}
    assert shown == {case.number for case in in_hand}
    assert clerk.here == (1, "结果")
    assert [clerk.cell(1, field) for field in ("parties", "received")] == ["演示甲0、演示乙0", "2018-02-20"]


def test_twenty_end_each_in_its_own_way_and_are_counted(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    before = tally(clerk.screen.office)
    write(clerk, 1, [*[WON] * 11, *[LOST] * 4, *[LEFT] * 3, *[SENT] * 2])
    clerk.save()
    assert clerk.page.board.findings.lines == []
    said = clerk.screen.window.message.text
    assert said.startswith("已办结 20 件：调解成功 11 件，调解不成 4 件，撤回 3 件，转送 2 件。")
    rise = {"handled": 20, "succeeded": 11, "failed": 4, "withdrawn": 3, "transferred": 2}
    assert risen(before, tally(clerk.screen.office)) == rise
    ended = [case for case in on_file(clerk, in_hand) if isinstance(case, Dispute) and case.closed]
    assert sorted(case.closed.outcome or "" for case in ended if case.closed) == sorted(
        [*["调解成功"] * 11, *["调解不成"] * 4, *["撤回"] * 3, *["转送"] * 2]
    )
    assert clerk.page.board.model.rowCount() == 0


def test_an_agreement_is_oral_and_done_at_once_unless_it_says_otherwise(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    numbers = [clerk.cell(row, "number") for row in (1, 2)]
    write(clerk, 1, [WON, ["成功", "书面协议", "", "分期支付", "", "", "2018-02-25 10:00"]])
    clerk.save()
    found = {case.number: case for case in on_file(clerk, in_hand)}
    first, second = (found[number].closed for number in numbers)
    assert first is not None
    assert second is not None
    assert (first.form, second.form) == ("口头", "书面")
    assert second.closed_at == at(2018, 2, 25, 10)
    assert [found[number].status for number in numbers] == [Status.PERFORMED, Status.AGREED]


def test_one_that_cannot_end_so_refuses_all_and_is_named(screen: Screen, in_hand: Sequence[Case]) -> None:
    new = new_dispute(screen.office, 99)
    clerk = Clerk(screen, EndMany((in_hand[0].id, in_hand[1].id, new.id)), EndManyPage)
    assert clerk.cell(3, "hint") == "现在是“待受理”，只能撤回、转送"
    before = tally(screen.office)
    write(clerk, 1, [WON, WON, WON])
    clerk.save()
    assert risen(before, tally(screen.office)) == {}
    assert clerk.page.board.findings.lines[0].startswith("第 3 行（演示纠纷99）结果：")
    assert len(clerk.page.board.findings.lines) == 1
    assert clerk.here == (3, "结果")
    assert clerk.cell(1, "result") == "双方互相赔礼道歉"
    write(clerk, 3, [LEFT])
    clerk.save()
    assert risen(before, tally(screen.office)) == {"handled": 3, "succeeded": 2, "withdrawn": 1}


def test_rows_that_nobody_wrote_into_are_left_alone(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    number = clerk.cell(2, "number")
    write(clerk, 2, [LEFT])
    clerk.save()
    assert [case.number for case in on_file(clerk, in_hand) if case.closed] == [number]
    assert clerk.page.board.model.rowCount() == 19


def test_each_end_asks_for_its_own_and_for_nothing_else(clerk: Clerk) -> None:
    write(clerk, 1, [["调解成功"], ["调解不成"], ["撤回"], ["转送"], ["", "口头"], ["撤回", "书面", "", "", "和解"]])
    clerk.save()
    assert found_fault_with(clerk) == [
        "第 1 行 结果说明",
        "第 2 行 结果说明",
        "第 2 行 理由",
        "第 3 行 理由",
        "第 4 行 理由",
        "第 4 行 转送去向",
        "第 5 行 结果",
        "第 6 行 协议形式",
    ]


def test_an_end_is_picked_by_pinyin_and_filled_down(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    clerk.letters("ch")
    clerk.press(Qt.Key.Key_Return)
    clerk.go(1, "reason")
    clerk.compose("zx", commit="双方自行和解")
    clerk.press(Qt.Key.Key_Return)
    for field in ("outcome", "reason"):
        clerk.select((1, field), (20, field))
        clerk.control(Qt.Key.Key_D)
    clerk.save()
    assert {case.status for case in on_file(clerk, in_hand)} == {Status.WITHDRAWN}


def test_what_is_shown_of_a_dispute_cannot_be_written_over(clerk: Clerk) -> None:
    title, number = clerk.cell(1, "title"), clerk.cell(2, "number")
    clerk.go(1, "title")
    clerk.letters("x")
    clerk.paste_text("演示：别的")
    clerk.press(Qt.Key.Key_Delete)
    clerk.control(Qt.Key.Key_Delete)
    assert clerk.cell(1, "title") == title
    assert clerk.cell(2, "number") == number


def test_one_changed_by_somebody_else_refuses_all_until_it_is_read_anew(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    write(clerk, 1, [WON, WON])
    other = next(case for case in in_hand if case.number == clerk.cell(2, "number"))
    taken(clerk.screen.office, other, Move.SUPERVISE, at(2018, 2, 27), grade="普通督办", reason="演示：催办")
    clerk.save()
    assert "刚被他人修改过" in clerk.screen.window.message.text
    assert [case.closed for case in on_file(clerk, in_hand) if case.closed] == []
    clerk.page.mark_stale()
    clerk.screen.settle()
    assert clerk.cell(2, "outcome") == "调解成功"
    clerk.save()
    assert len([case for case in on_file(clerk, in_hand) if case.closed]) == 2


def test_what_was_written_comes_back_after_a_crash(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    drafts = clerk.screen.office.drafts

    def kept() -> bool:
        return bool(drafts_of_grids(drafts, ACTOR.name, ENDINGS.kind, ENDINGS.mark))

    write(clerk, 3, [LEFT])
    number = clerk.cell(3, "number")
    clerk.screen.qtbot.waitUntil(kept, timeout=PAUSE + 3000)
    again = Screen.opened(clerk.screen.qtbot, clerk.screen.jobs, clerk.screen.office)
    after = Clerk(again, EndMany((in_hand[0].id,)), EndManyPage)
    again.click(after.page.unsaved.open_button)
    assert after.cell(3, "outcome") == "撤回"
    after.save()
    assert [case.number for case in on_file(after, in_hand) if case.closed] == [number]
    assert not kept()


def test_lines_that_bear_numbers_go_to_their_disputes_in_whatever_order(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    third, first = clerk.cell(3, "number"), clerk.cell(1, "number")
    lines = [["编号", "结果", "理由"], [third, "撤回", "甲"], ["没有的编号", "撤回", "乙"], [first, "撤回", "丙"]]
    clerk.paste(lines)
    assert [clerk.cell(row, "reason") for row in (1, 2, 3)] == ["丙", "", "甲"]
    assert "1 行的编号不在表中，已略过" in clerk.screen.window.message.text


def test_one_key_takes_every_end_back(clerk: Clerk, in_hand: Sequence[Case]) -> None:
    before = tally(clerk.screen.office)
    write(clerk, 1, [*[WON] * 10, *[SENT] * 10])
    clerk.save()
    clerk.control(Qt.Key.Key_Z)
    assert risen(before, tally(clerk.screen.office)) == {}
    assert {case.status for case in on_file(clerk, in_hand)} == {Status.ACCEPTED}


def test_one_that_has_ended_already_says_so_before_anything_is_written(screen: Screen, in_hand: Sequence[Case]) -> None:
    gone = taken(screen.office, in_hand[0], Move.WITHDRAW, at(2018, 2, 27), reason="演示：和解")
    clerk = Clerk(screen, EndMany((gone.id, in_hand[1].id)), EndManyPage)
    assert [clerk.cell(row, "hint") for row in (1, 2)] == [f"已经办结：{Status.WITHDRAWN.label}", ""]
