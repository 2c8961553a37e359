"""Conditions of a list: set by the keyboard, shown as chips, all of them holding at once."""

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.span import Span
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import VILLAGES, at, recorded
from tests.ui.conftest import TODAY
from tests.ui.lists.lists import CONTROL_SHIFT, add, dialog, ledger, press
from tests.ui.screen import Screen, compose, write
from ui.lists.condition_editor import ConditionEditor
from ui.lists.condition_words import condition_in_words

FILTER = (Qt.Key.Key_F, CONTROL_SHIFT)


def _editor(screen: Screen) -> ConditionEditor:
    page = ledger(screen)
    page.list.table.setFocus()
    press(screen, FILTER)
    return dialog(screen, ConditionEditor)


def _count(screen: Screen, *conditions: Condition) -> int:
    return screen.office.lists.count(CaseQuery(kind=Kind.EVENT, conditions=conditions, today=TODAY))


def test_a_condition_is_set_by_keys_alone(screen: Screen) -> None:
    editor = _editor(screen)
    screen.qtbot.keyClicks(editor.field, "cun")
    press(screen, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    screen.qtbot.keyClicks(editor.values.picker.line, "nf")
    press(screen, Qt.Key.Key_Space, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    page = ledger(screen)
    assert [chip.words for chip in page.list.filters.chips] == ["村（社区） 是 内冯村"]
    wanted = _count(screen, Condition(Field.VILLAGE, Test.ONE_OF, (VILLAGES[1],)))
    assert page.list.model.rowCount() == wanted == 1


def test_several_values_are_ticked(screen: Screen) -> None:
    editor = _editor(screen)
    editor.field.setText("状态")
    editor.field.setFocus()
    press(screen, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    for typed in ("待受理", "已办结"):
        write(editor.values.picker.line, typed)
        press(screen, Qt.Key.Key_Return)
    press(screen, Qt.Key.Key_Return)
    conditions = ledger(screen).list.filters.conditions
    assert conditions == (Condition(Field.STATUS, Test.ONE_OF, (Status.REPORTED.value, Status.CLOSED.value)),)


def test_a_relative_span_is_counted_from_the_offices_day(screen: Screen) -> None:
    recorded(screen.office, at(2018, 2, 20))
    page = ledger(screen)
    condition = Condition(Field.REPORTED_AT, Test.WITHIN, (Span.LAST_MONTH.value,))
    add(screen, page, condition)
    january = Condition(Field.REPORTED_AT, Test.BETWEEN, ("2018-01-01", "2018-01-31"))
    assert page.list.model.rowCount() == _count(screen, january) > 0
    assert [chip.words for chip in page.list.filters.chips] == ["上报时间 在 上月"]


def test_days_are_written_as_clerks_write_them(screen: Screen) -> None:
    editor = _editor(screen)
    editor.field.setText("上报时间")
    editor.field.setFocus()
    press(screen, Qt.Key.Key_Tab)
    editor.test.setCurrentIndex(editor.test.findText("介于"))
    for line, typed in zip(editor.values.days, ("0101", "1-31"), strict=True):
        line.setText(typed)
    editor.settle()
    screen.settle()
    conditions = ledger(screen).list.filters.conditions
    assert conditions == (Condition(Field.REPORTED_AT, Test.BETWEEN, ("2018-01-01", "2018-01-31")),)


def test_an_incomplete_condition_says_what_is_missing_and_stays(screen: Screen) -> None:
    editor = _editor(screen)
    editor.field.setText("村（社区）")
    editor.field.setFocus()
    press(screen, Qt.Key.Key_Tab)
    editor.settle()
    assert editor.isVisible()
    assert editor.problem.text() == "请至少勾选一项。"


def test_enter_in_an_open_list_of_fields_settles_nothing(screen: Screen) -> None:
    editor = _editor(screen)
    screen.qtbot.keyClicks(editor.field, "zt")
    assert editor.field.is_open
    press(screen, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.chosen_field is Field.STATUS


def test_all_conditions_must_hold(screen: Screen) -> None:
    page = ledger(screen)
    village = Condition(Field.VILLAGE, Test.ONE_OF, (VILLAGES[0],))
    closed = Condition(Field.STATUS, Test.ONE_OF, (Status.CLOSED.value,))
    counted = Condition(Field.EXCLUDED, Test.NO)
    for condition in (village, closed, counted):
        add(screen, page, condition)
    assert page.list.model.rowCount() == _count(screen, village, closed, counted)
    assert page.list.count.text() == f"找到 {page.list.model.rowCount()} 条"


def test_delete_on_a_chip_takes_its_condition_away(screen: Screen) -> None:
    page = ledger(screen)
    bar = page.list.filters
    for condition in (Condition(Field.LATE, Test.YES), Condition(Field.EXCLUDED, Test.NO)):
        add(screen, page, condition)
    bar.chips[0].button.setFocus()
    press(screen, Qt.Key.Key_Delete)
    assert bar.conditions == (Condition(Field.EXCLUDED, Test.NO),)
    assert bar.chips[0].button.hasFocus()


def test_clear_takes_all_conditions_away(screen: Screen) -> None:
    page = ledger(screen)
    add(screen, page, Condition(Field.LATE, Test.YES))
    screen.click(page.list.filters.clear_button)
    assert page.list.filters.conditions == ()
    assert page.list.model.rowCount() == screen.office.lists.count(CaseQuery(kind=Kind.EVENT))


def test_a_chip_is_changed_in_its_place(screen: Screen) -> None:
    page = ledger(screen)
    bar = page.list.filters
    for condition in (Condition(Field.LATE, Test.YES), Condition(Field.EXCLUDED, Test.NO)):
        add(screen, page, condition)
    bar.edit(0).settled.emit(Condition(Field.LATE, Test.NO))
    assert bar.conditions == (Condition(Field.LATE, Test.NO), Condition(Field.EXCLUDED, Test.NO))


@pytest.mark.parametrize("typed", ["%", "_", "'", '"', "100%_'\""])
def test_signs_are_literal_in_the_box(screen: Screen, typed: str) -> None:
    recorded(screen.office, at(2018, 2, 20), title="演示：含100%_'\"的标题")
    recorded(screen.office, at(2018, 2, 20), title="演示：不含这些")
    page = ledger(screen)
    page.list.search.setFocus()
    write(page.list.search, typed)
    screen.qtbot.waitUntil(lambda: page.list.count.text() == "找到 1 条")
    screen.settle()
    assert page.list.model.index(0, 1).data() == "演示：含100%_'\"的标题"


def test_while_the_input_method_composes_nothing_is_asked(screen: Screen) -> None:
    page = ledger(screen)
    everything = page.list.count.text()
    page.list.search.setFocus()
    compose(page.list.search, "jishui")
    with screen.qtbot.assertNotEmitted(page.list.model.counted, wait=500):
        pass
    assert page.list.count.text() == everything


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Condition(Field.LATE, Test.YES), "补录"),
        (Condition(Field.ATTACHED, Test.NO), "有附件：否"),
        (Condition(Field.SUPERVISION, Test.NOT_EMPTY), "督办 已填"),
        (Condition(Field.PLATFORM, Test.NONE_OF, ("ZF",)), "平台 不是 综合执法"),
        (Condition(Field.DUE_AT, Test.UNTIL, ("2018-03-01",)), "办理期限 不晚于 2018-03-01"),
        (Condition(Field.REPORTED_AT, Test.BETWEEN, ("2018-01-01", "2018-01-31")), "上报时间 2018-01-01 至 2018-01-31"),
        (Condition(Field.LEVEL, Test.ONE_OF, ("一般", "较大", "重大", "特别重大")), "级别 是 一般、较大、重大 等 4 项"),
    ],
)
def test_a_chip_says_its_condition_in_words(screen: Screen, condition: Condition, said: str) -> None:
    assert condition_in_words(condition, screen.office.registers.areas()) == said
