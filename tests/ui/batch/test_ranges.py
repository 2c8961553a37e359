"""Whole ranges of the grid: pasted, copied, filled down, cleared, removed, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.batch.clerk import HEADINGS, Clerk, good_row


def test_five_hundred_rows_with_headings_in_another_order_are_pasted_and_saved(clerk: Clerk) -> None:
    before = clerk.on_file()
    lines = [["上报日期", "村（社区）", "平台", "事件名称", "事件类型"]]
    lines += [["2018/2/27 9:30:00", "桐川", "综合执法", f"演示：第{n}件", "ZF0303"] for n in range(500)]
    clerk.paste(lines)
    assert clerk.screen.window.message.text == "已粘贴 500 行，按表头对应栏目；没有对应栏目、已略过：平台。"
    assert len(clerk.page.board.model.sheet.filled) == 500
    assert (clerk.cell(500, "title"), clerk.cell(500, "category")) == ("演示：第499件", "道路不洁")
    clerk.save()
    assert clerk.on_file() == before + 500


def test_lines_of_title_over_the_headings_are_left_out_and_told(clerk: Clerk) -> None:
    title = [["高湖镇演示台账", "", "", ""], ["填报单位：演示", "", "填报人：演示", ""]]
    clerk.paste([*title, HEADINGS, good_row("演示：一")])
    assert [clerk.cell(1, field) for field in ("title", "village")] == ["演示：一", "桐川村"]
    assert clerk.page.board.model.sheet.filled == [0]
    assert "表头上方的 2 行标题已略过" in clerk.screen.window.message.text


def test_a_case_over_headings_is_no_line_of_title(clerk: Clerk) -> None:
    clerk.paste([good_row("演示：一"), HEADINGS, good_row("演示：二")])
    assert clerk.cell(1, "title") == "演示：一"
    assert len(clerk.page.board.model.sheet.filled) == 3


def test_a_block_without_headings_goes_in_where_the_cursor_is(clerk: Clerk) -> None:
    clerk.go(2, "category")
    clerk.paste([["道路不洁", "桐川村"], ["道路不洁", "内冯村"]])
    assert [clerk.cell(row, "village") for row in (1, 2, 3)] == ["", "桐川村", "内冯村"]


def test_rows_are_added_for_a_block_that_is_too_long(clerk: Clerk) -> None:
    last = clerk.page.board.model.rowCount()
    clerk.go(last, "title")
    clerk.paste([["甲"], ["乙"], ["丙"]])
    assert clerk.page.board.model.rowCount() == last + 2
    assert clerk.cell(last + 2, "title") == "丙"


def test_quoted_cells_keep_their_line_breaks_and_marks(clerk: Clerk) -> None:
    clerk.paste_text('标题\t备注\r\n"演示""一"""\t"第一行\n第二行"\r\n3" 水管\t无\r\n')
    assert (clerk.cell(1, "title"), clerk.cell(1, "note")) == ('演示"一"', "第一行\n第二行")
    assert (clerk.cell(2, "title"), clerk.cell(2, "note")) == ('3" 水管', "无")
    assert len(clerk.page.board.model.sheet.filled) == 2


def test_one_copied_cell_goes_into_every_selected_one(clerk: Clerk) -> None:
    clerk.select((1, "village"), (3, "village"))
    clerk.paste_text("桐川村")
    assert [clerk.cell(row, "village") for row in (1, 2, 3, 4)] == ["桐川村", "桐川村", "桐川村", ""]


def test_a_range_is_copied_as_text_with_headings_and_comes_back_the_same(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一"), good_row("演示：二")])
    clerk.go(2, "title")
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_End)
    clerk.letters(' "3"')
    clerk.press(Qt.Key.Key_Return)
    clerk.select((1, "title"), (2, "village"))
    clerk.control(Qt.Key.Key_C)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] == "标题\t类别\t村社"
    rows = clerk.page.board.model.sheet.rows[:2]
    clerk.go(5, "title")
    clerk.paste_text(copied)
    assert [row[:3] for row in clerk.page.board.model.sheet.rows[4:6]] == [row[:3] for row in rows]


def test_control_d_fills_the_topmost_cell_down(clerk: Clerk) -> None:
    clerk.go(1, "village")
    clerk.paste_text("桐川村")
    clerk.select((1, "village"), (4, "village"))
    clerk.control(Qt.Key.Key_D)
    assert [clerk.cell(row, "village") for row in (1, 2, 3, 4)] == ["桐川村"] * 4


def test_control_d_in_one_cell_takes_the_one_above(clerk: Clerk) -> None:
    clerk.go(1, "address")
    clerk.paste_text("演示路")
    clerk.go(2, "address")
    clerk.control(Qt.Key.Key_D)
    assert clerk.cell(2, "address") == "演示路"


def test_undo_and_redo_go_through_the_edits_one_by_one(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一"), good_row("演示：二")])
    clerk.go(1, "title")
    clerk.press(Qt.Key.Key_Delete)
    assert clerk.cell(1, "title") == ""
    clerk.control(Qt.Key.Key_Z)
    assert clerk.cell(1, "title") == "演示：一"
    clerk.control(Qt.Key.Key_Z)
    assert clerk.page.board.model.sheet.filled == []
    clerk.control(Qt.Key.Key_Y)
    clerk.control(Qt.Key.Key_Y)
    assert [clerk.cell(row, "title") for row in (1, 2)] == ["", "演示：二"]


def test_delete_asks_for_whole_rows_alone(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一"), good_row("演示：二")])
    clerk.select((1, "title"), (1, "note"))
    clerk.press(Qt.Key.Key_Delete)
    clerk.answer("取消")
    assert clerk.cell(1, "title") == "演示：一"
    clerk.press(Qt.Key.Key_Delete)
    clerk.answer("删除")
    assert clerk.cell(1, "title") == "演示：二"


def test_control_delete_removes_rows_and_undo_brings_them_back(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一"), good_row("演示：二")])
    clerk.go(1, "title")
    clerk.control(Qt.Key.Key_Delete)
    clerk.answer("删除")
    assert [clerk.cell(row, "title") for row in (1, 2)] == ["演示：二", ""]
    clerk.control(Qt.Key.Key_Z)
    assert [clerk.cell(row, "title") for row in (1, 2)] == ["演示：一", "演示：二"]


def test_a_village_of_another_row_is_pasted_by_the_headings_of_other_ledgers(clerk: Clerk) -> None:
    clerk.paste([["主题", "所属村社", "佐证材料", "处理结果"], ["演示：一", "内冯村", "照片", "已清理"]])
    taken = [clerk.cell(1, field) for field in ("title", "village", "evidence", "result")]
    assert taken == ["演示：一", "内冯村", "照片", "已清理"]
