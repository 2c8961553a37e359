"""Saving the grid: good rows go, bad rows stay with their problems, nothing is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.ui.batch.clerk import HEADINGS, Clerk, good_row, kept_grids
from tests.ui.screen import Screen
from ui.batch.batch_draft import read_content
from ui.batch.batch_page import BatchPage
from ui.batch.event_columns import EVENT_COLUMNS
from ui.cases.due_page import DuePage
from ui.home.home_page import HomePage
from ui.recording.draft_keeper import PAUSE
from ui.requests import NewBatch


def _titled(clerk: Clerk, title: str) -> Event:
    lists, cases = clerk.screen.office.lists, clerk.screen.office.cases
    found = [cases.load(case_id) for case_id in lists.find_ids(CaseQuery(kind=Kind.EVENT, text=title))]
    assert len(found) == 1
    assert isinstance(found[0], Event)
    return found[0]


def test_good_rows_are_saved_and_bad_ones_stay_with_their_problems(clerk: Clerk) -> None:
    before = clerk.on_file()
    bad = ["", "没有的类别", "桐川村", "明年"]
    clerk.paste([HEADINGS, good_row("演示：一"), bad, good_row("演示：二")])
    clerk.save()
    assert clerk.on_file() == before + 2
    assert clerk.screen.window.message.text == "已登记 2 件，1 行有问题留在表中。"
    assert clerk.page.board.model.sheet.filled == [0]
    assert clerk.cell(1, "category") == "没有的类别"
    assert clerk.page.board.findings.lines == [
        "第 1 行 标题：请填写标题。",
        "第 1 行 类别：“没有的类别”不在类别表中，请从清单中选。",
        "第 1 行 上报时间：看不懂“明年”，请写成 0611、6-11 9:30 或 2018-06-11。",
    ]
    assert clerk.here == (1, "标题")


def test_each_row_gets_a_number_of_its_own_and_the_numbers_can_be_looked_at(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一号事"), good_row("演示：二号事")])
    clerk.save()
    numbers = {_titled(clerk, "一号事").number, _titled(clerk, "二号事").number}
    assert len(numbers) == 2
    clerk.screen.click(clerk.page.recorded.show_button)
    assert clerk.screen.page(DuePage).title == "刚登记的 2 件"


def test_a_row_with_result_and_evidence_is_closed_at_once(clerk: Clerk) -> None:
    lines = [[*HEADINGS, "处置结果", "佐证"], [*good_row("演示：自办一件"), "已清理", "现场照片"]]
    clerk.paste(lines)
    clerk.save()
    event = _titled(clerk, "自办一件")
    assert event.status is Status.SELF_CLOSED
    assert event.closed is not None
    assert (event.closed.result, event.closed.evidence) == ("已清理", "现场照片")


def test_a_result_without_evidence_is_no_closing(clerk: Clerk) -> None:
    before = clerk.on_file()
    clerk.paste([[*HEADINGS, "处置结果"], [*good_row("演示：一"), "已清理"]])
    clerk.save()
    assert clerk.on_file() == before
    assert [line.partition("：")[0] for line in clerk.page.board.findings.lines] == ["第 1 行 佐证"]
    assert clerk.cell(1, "result") == "已清理"


def test_late_rows_want_a_reason_that_is_written_once(clerk: Clerk) -> None:
    late = [*good_row("演示：补录一件")[:3], "2018-01-03"]
    clerk.paste([HEADINGS, late, [*good_row("演示：另一件")[:3], "2018-01-04"]])
    clerk.save()
    assert clerk.page.board.findings.lines == ["补录原因：第 1、2 行属补录，请在表格上方填写补录原因。"]
    assert clerk.page.board.late_reason.hasFocus()
    clerk.compose(commit="演示：补录纸质台账")
    clerk.save()
    assert clerk.page.board.model.sheet.filled == []
    assert _titled(clerk, "补录一件").late_reason == "演示：补录纸质台账"


def test_the_row_that_is_being_written_is_not_found_fault_with_yet(clerk: Clerk) -> None:
    clerk.letters("a")
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.page.board.findings.lines == []
    clerk.press(Qt.Key.Key_Down)
    assert clerk.page.board.findings.lines != []


def test_a_marked_cell_says_what_is_wrong(clerk: Clerk) -> None:
    clerk.paste([[*HEADINGS, "联系电话"], [*good_row("演示：一"), "12"]])
    clerk.go(2, "title")
    told = clerk.page.board.model.index(0, EVENT_COLUMNS.places["phone"]).data(Qt.ItemDataRole.ToolTipRole)
    assert told == "联系电话应为 11 位手机号、固定电话或 6 位短号。"
    assert clerk.page.board.model.headerData(0, Qt.Orientation.Vertical) == "! 1"


def test_an_empty_grid_saves_nothing_and_leaves_without_asking(clerk: Clerk) -> None:
    before = clerk.on_file()
    clerk.save()
    assert clerk.screen.window.message.text == "表中还没有内容。"
    assert clerk.on_file() == before
    clerk.screen.back()
    clerk.screen.page(HomePage)


def test_undo_does_not_bring_back_what_is_saved(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一")])
    clerk.save()
    clerk.control(Qt.Key.Key_Z)
    assert clerk.page.board.model.sheet.filled == []


def test_a_grid_that_was_left_as_a_draft_is_not_offered_once_it_is_thrown_away(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一")])
    clerk.screen.back()
    clerk.answer("保留草稿")
    clerk.screen.go(NewBatch())
    page = clerk.screen.page(BatchPage)
    assert page.unsaved.isVisible()
    for button, left in (("取消", 1), ("丢弃", 0)):
        clerk.screen.click(page.unsaved.discard_button)
        clerk.answer(button)
        assert len(kept_grids(clerk.screen.office.drafts)) == left
    assert not page.unsaved.isVisible()
    assert kept_grids(clerk.screen.office.drafts) == []


def test_leaving_with_unsaved_rows_asks(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一")])
    clerk.screen.back()
    clerk.answer("取消")
    assert clerk.cell(1, "title") == "演示：一"
    clerk.screen.back()
    clerk.answer("不保留")
    clerk.screen.page(HomePage)
    assert kept_grids(clerk.screen.office.drafts) == []


def test_what_is_typed_is_a_draft_within_two_seconds_and_is_offered_again(clerk: Clerk) -> None:
    drafts = clerk.screen.office.drafts
    assert PAUSE < 2000
    clerk.paste([HEADINGS, good_row("演示：草稿一"), good_row("演示：草稿二")])
    clerk.page.board.late_reason.setText("演示原因")
    clerk.screen.qtbot.waitUntil(lambda: bool(kept_grids(drafts)), timeout=4000)
    kept = read_content(kept_grids(drafts)[0].content, EVENT_COLUMNS)
    assert (len(kept.rows), kept.late_reason) == (2, "演示原因")
    again = _another_window(clerk).page
    assert "2 行" in again.unsaved.text
    clerk.screen.click(again.unsaved.open_button)
    assert again.board.model.sheet.rows[1][EVENT_COLUMNS.places["title"]] == "演示：草稿二"
    assert again.board.late_reason.text() == "演示原因"


def test_a_draft_goes_when_all_is_saved_and_holds_the_rest_when_not(clerk: Clerk) -> None:
    drafts = clerk.screen.office.drafts
    clerk.paste([HEADINGS, good_row("演示：一"), ["演示：没填完", "", "", ""]])
    clerk.save()
    kept = read_content(kept_grids(drafts)[0].content, EVENT_COLUMNS)
    assert [row[EVENT_COLUMNS.places["title"]] for row in kept.rows] == ["演示：没填完"]
    clerk.paste([HEADINGS, good_row("演示：没填完")])
    clerk.save()
    assert kept_grids(drafts) == []


@pytest.mark.parametrize("field", ["title", "phone"])
def test_rows_that_look_like_another_are_marked_and_saved_all_the_same(clerk: Clerk, field: str) -> None:
    before = clerk.on_file()
    shared = {"title": ["演示：井盖破损漏水", ""], "phone": ["演示：别的事", "13800000001"]}[field]
    row = [shared[0], *good_row("")[1:], shared[1]]
    clerk.paste([[*HEADINGS, "联系电话"], row, row])
    model = clerk.page.board.model
    clerk.screen.qtbot.waitUntil(
        lambda: "疑似重复：与本表第 1 行" in (model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) or "")
    )
    clerk.save()
    assert clerk.on_file() == before + 2


def test_a_grid_that_is_open_below_is_not_offered(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：还在填")])
    _wait_until_kept(clerk)
    clerk.screen.go(NewBatch())
    assert clerk.screen.page(BatchPage).unsaved.isHidden()


def test_a_grid_that_another_window_has_saved_is_not_gone_on_with(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：只登记一次")])
    _wait_until_kept(clerk)
    other = _another_window(clerk)
    before = clerk.on_file()
    clerk.page.save()
    clerk.screen.settle()
    other.screen.click(other.page.unsaved.open_button)
    assert other.page.board.model.sheet.filled == []
    assert "已经不在了" in other.screen.window.message.text
    assert clerk.on_file() == before + 1


def test_leaving_while_rows_are_being_saved_waits_and_saves_them_once(clerk: Clerk) -> None:
    before = clerk.on_file()
    clerk.paste([HEADINGS, *[good_row(f"演示：第{n}件") for n in range(20)]])
    clerk.page.save()
    clerk.screen.window.go_back()
    assert QApplication.activeModalWidget() is None
    clerk.screen.settle()
    clerk.screen.page(HomePage)
    assert clerk.on_file() == before + 20


def _wait_until_kept(clerk: Clerk) -> None:
    drafts = clerk.screen.office.drafts
    clerk.screen.qtbot.waitUntil(lambda: bool(kept_grids(drafts)), timeout=4000)


def _another_window(clerk: Clerk) -> Clerk:
    return Clerk(Screen.opened(clerk.screen.qtbot, clerk.screen.jobs, clerk.screen.office), NewBatch())
