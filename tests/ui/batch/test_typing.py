"""Typing into the grid: as in a spreadsheet, Chinese included."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.domain.kind import Kind
from gridapp.domain.pinyin import initials_of
from gridapp.ports import CaseQuery
from gridapp.registers.phrases import phrases
from tests.ui.batch.clerk import HEADINGS, Clerk, good_row
from ui.batch.cell_editor import CellEditor


def test_fifty_events_are_recorded_with_keys_alone(clerk: Clerk) -> None:
    before = clerk.on_file()
    for n in range(50):
        clerk.compose("ld", commit=f"演示：路灯不亮{n}")
        clerk.press(Qt.Key.Key_Tab)
        clerk.letters("dlbj")
        clerk.press(Qt.Key.Key_Tab)
        if n == 0:
            clerk.letters("tcc")
            clerk.press(Qt.Key.Key_Tab)
        clerk.press(Qt.Key.Key_Return)
        assert clerk.here == (n + 2, "标题")
    clerk.save()
    assert clerk.on_file() == before + 50
    assert clerk.page.board.model.sheet.filled == []
    assert clerk.page.recorded.text.startswith("已登记 50 件，编号 331121103-20180228-")


def test_the_first_letter_of_an_input_method_is_not_lost(clerk: Clerk) -> None:
    clerk.compose("n", "ni", "nih", commit="你好")
    assert isinstance(clerk.keyboard, CellEditor)
    assert clerk.keyboard.text() == "你好"
    clerk.press(Qt.Key.Key_Return)
    assert clerk.cell(1, "title") == "你好"


def test_typing_overwrites_and_f2_goes_on_writing(clerk: Clerk) -> None:
    clerk.letters("abc")
    clerk.press(Qt.Key.Key_Return)
    clerk.go(1, "title")
    clerk.letters("x")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.cell(1, "title") == "x"
    clerk.go(1, "title")
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_End)
    clerk.letters("y")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.cell(1, "title") == "xy"


def test_escape_leaves_the_cell_as_it_was(clerk: Clerk) -> None:
    clerk.letters("abc")
    clerk.press(Qt.Key.Key_Return)
    clerk.go(1, "title")
    clerk.letters("zz")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.cell(1, "title") == "abc"
    assert clerk.here == (1, "标题")


def test_escape_closes_an_open_list_first(clerk: Clerk) -> None:
    clerk.go(1, "category")
    clerk.letters("dl")
    editor = clerk.keyboard
    assert isinstance(editor, CellEditor)
    assert editor.is_open
    clerk.press(Qt.Key.Key_Escape)
    assert not editor.is_open
    assert editor.text() == "dl"


def test_tab_after_the_last_cell_adds_a_row(clerk: Clerk) -> None:
    rows = clerk.page.board.model.rowCount()
    clerk.go(rows, "note")
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.page.board.model.rowCount() == rows + 1
    assert clerk.here == (rows + 1, "标题")


def test_enter_in_an_open_list_picks_and_saves_nothing(clerk: Clerk) -> None:
    before = clerk.on_file()
    clerk.go(1, "category")
    clerk.letters("ZF0303")
    clerk.press(Qt.Key.Key_Return)
    clerk.screen.settle()
    assert clerk.cell(1, "category") == "道路不洁"
    assert clerk.here == (2, "类别")
    assert clerk.on_file() == before


def test_the_grids_on_offer_are_those_of_the_rows_village(clerk: Clerk) -> None:
    clerk.go(1, "village")
    clerk.letters("tc")
    clerk.press(Qt.Key.Key_Tab)
    clerk.letters("1")
    clerk.press(Qt.Key.Key_Return)
    assert (clerk.cell(1, "village"), clerk.cell(1, "grid")) == ("桐川村", "桐川村第1网格")


def test_other_words_than_those_proposed_stay_as_they_were_written(clerk: Clerk) -> None:
    clerk.go(1, "source")
    clerk.compose(commit="演示来源")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.cell(1, "source") == "演示来源"


def test_a_standard_phrase_of_a_result_is_found_by_pinyin(clerk: Clerk) -> None:
    phrase = phrases(clerk.screen.office.registers, "result")[0]
    clerk.go(1, "result")
    clerk.letters(initials_of(phrase)[0])
    clerk.press(Qt.Key.Key_Return)
    assert clerk.cell(1, "result") == phrase


def test_a_full_width_mark_is_not_lost_though_nothing_was_composed(clerk: Clerk) -> None:
    clerk.compose(commit="（")
    clerk.compose("ys", commit="演示")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.cell(1, "title") == "（演示"


def test_the_open_cell_goes_with_the_saving(clerk: Clerk) -> None:
    clerk.paste([HEADINGS, good_row("演示：一")])
    before = clerk.on_file()
    clerk.go(1, "note")
    clerk.compose("bz", commit="演示备注")
    clerk.save()
    assert clerk.on_file() == before + 1
    listed = clerk.screen.office.lists.find_ids(CaseQuery(kind=Kind.EVENT, text="演示备注"))
    assert len(listed) == 1


def test_short_forms_of_a_day_are_understood(clerk: Clerk) -> None:
    clerk.paste([["标题", "类别", "村社", "上报时间"], ["演示：一", "道路不洁", "桐川村", "0227"]])
    clerk.save()
    assert clerk.page.board.model.sheet.filled == []


def test_control_semicolon_writes_today(clerk: Clerk) -> None:
    clerk.letters("a")
    clerk.press(Qt.Key.Key_Return)
    clerk.go(1, "reported_at")
    clerk.press(Qt.Key.Key_Delete)
    assert clerk.cell(1, "reported_at") == ""
    clerk.control(Qt.Key.Key_Semicolon)
    assert clerk.cell(1, "reported_at") == "2018-02-28"


def test_the_row_below_proposes_what_is_repeated_and_takes_it_once_it_is_written_into(clerk: Clerk) -> None:
    clerk.paste(
        [
            ["标题", "村社", "网格", "上报人", "来源", "上报时间", "地点"],
            ["演示：一", "桐川村", "桐川村第1网格", "演示甲", "走访", "2018-02-27 9:30", "演示路"],
        ]
    )
    model = clerk.page.board.model
    assert model.index(1, 2).data() == "桐川村"
    assert clerk.cell(2, "village") == ""
    assert model.sheet.filled == [0]
    clerk.go(2, "title")
    clerk.compose(commit="演示：二")
    clerk.press(Qt.Key.Key_Return)
    taken = [clerk.cell(2, field) for field in ("village", "grid", "reporter", "source", "reported_at", "address")]
    assert taken == ["桐川村", "桐川村第1网格", "演示甲", "走访", "2018-02-27", ""]


def test_leaving_the_grid_with_f6_goes_to_the_problems_and_back(clerk: Clerk) -> None:
    clerk.letters("a")
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is clerk.page.board.findings
    clerk.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is clerk.page.board.table
    assert clerk.here == (1, "类别")
