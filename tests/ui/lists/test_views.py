"""Saved views: each counter is the count of its list; what was saved comes back with columns and order."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.span import Span
from gridapp.domain.status import Status
from gridapp.registers.list_layouts import layout_of
from tests.offices import ACTOR, VILLAGES, at, recorded
from tests.ui.lists.lists import CONTROL_SHIFT, add, dialog, is_open, ledger, press, return_to, show_columns
from tests.ui.screen import Screen, write
from ui.cases.ledger_page import LedgerPage
from ui.lists.name_dialog import NameDialog

THIS_YEAR = Condition(Field.REPORTED_AT, Test.WITHIN, (Span.THIS_YEAR.value,))


def _save_as(screen: Screen, page: LedgerPage, name: str) -> NameDialog:
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_S, CONTROL_SHIFT))
    asked = dialog(screen, NameDialog)
    write(asked.line, name)
    press(screen, Qt.Key.Key_Return)
    if not is_open(screen, NameDialog):
        return_to(screen)
    return asked


def _with_a_view(screen: Screen) -> LedgerPage:
    page = ledger(screen)
    add(screen, page, THIS_YEAR)
    page.list.table.sorted.emit("number", False)  # noqa: FBT003
    show_columns(screen, page, "number", "title", "phone", "grid")
    _save_as(screen, page, "今年的事")
    return page


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.HAZARD])
def test_every_counter_is_the_count_of_its_list(screen: Screen, kind: Kind) -> None:
    recorded(screen.office, at(2018, 2, 20), due_at=at(2018, 2, 27))
    page = ledger(screen, kind)
    said, listed = [], []
    for name, button in list(page.views.buttons.items()):
        said.append(button.text())
        screen.click(button)
        listed.append(f"{name} {page.list.model.rowCount()}")
    assert said == listed
    assert len(said) > 2


def test_the_given_views_of_events(screen: Screen) -> None:
    assert list(ledger(screen).views.buttons) == ["全部", "本月上报", "已超期", "我登记的", "补录", "有督办"]


def test_a_view_is_chosen_by_alt_and_its_digit(screen: Screen) -> None:
    page = ledger(screen)
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier))
    words = [chip.words for chip in page.list.filters.chips]
    assert words == ["上报时间 在 本月", "不计数（作废、并案）：否", "状态 不是 不予受理"]


def test_a_saved_view_comes_back_with_columns_and_order(screen: Screen) -> None:
    page = _with_a_view(screen)
    screen.click(page.views.buttons["全部"])
    assert not page.list.filters.conditions
    screen.click(page.views.buttons["今年的事"])
    assert page.list.filters.conditions == (THIS_YEAR,)
    assert page.list.columns.names == ("number", "title", "phone", "grid")
    assert (page.list.query.sort, page.list.query.descending) == ("number", False)


def test_a_view_is_kept_for_its_person(screen: Screen) -> None:
    _with_a_view(screen)
    saved = screen.office.views.views_of(ACTOR.name, Kind.EVENT)
    assert [(view.name, view.conditions) for view in saved] == [("今年的事", (THIS_YEAR,))]
    assert screen.office.views.views_of("别人", Kind.EVENT) == []


def test_what_the_choosers_ask_is_saved_too(screen: Screen) -> None:
    page = ledger(screen)
    page.status.setCurrentIndex(page.status.findText("已办结"))
    page.areas.villages.setCurrentIndex(page.areas.villages.findText("内冯村"))
    screen.settle()
    count = page.list.model.rowCount()
    _save_as(screen, page, "内冯已办结")
    page.areas.choose(page.areas.town)
    screen.click(page.views.buttons["全部"])
    screen.click(page.views.buttons["内冯已办结"])
    assert page.list.model.rowCount() == count == 1
    assert Condition(Field.STATUS, Test.ONE_OF, (Status.CLOSED.value,)) in page.list.filters.conditions
    assert Condition(Field.VILLAGE, Test.ONE_OF, (VILLAGES[1],)) in page.list.filters.conditions


def test_a_name_that_is_taken_is_refused_in_place(screen: Screen) -> None:
    page = _with_a_view(screen)
    asked = _save_as(screen, page, "今年的事")
    assert asked.isVisible()
    assert "今年的事" in asked.field.problem
    asked.reject()
    return_to(screen)
    assert _save_as(screen, page, "已超期").field.problem == "“已超期”是自带的查询，请换一个名称。"


def test_what_depends_on_the_hour_cannot_be_saved(screen: Screen) -> None:
    page = ledger(screen)
    screen.click(page.views.buttons["已超期"])
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_S, CONTROL_SHIFT))
    assert not screen.window.findChildren(NameDialog)
    assert "不能另存" in screen.window.message.text


def test_the_chip_of_a_queue_can_be_taken_away(screen: Screen) -> None:
    page = ledger(screen)
    everything = page.list.model.rowCount()
    screen.click(page.views.buttons["已超期"])
    assert page.list.model.rowCount() < everything
    page.list.filters.chips[0].button.setFocus()
    press(screen, Qt.Key.Key_Delete)
    assert page.list.model.rowCount() == everything


def test_a_view_is_renamed(screen: Screen) -> None:
    page = _with_a_view(screen)
    shown = page.views.views[-1]
    page.views.renaming.emit(shown)
    screen.settle()
    asked = dialog(screen, NameDialog)
    asked.line.clear()
    write(asked.line, "本年度")
    press(screen, Qt.Key.Key_Return)
    assert list(page.views.buttons)[-1] == "本年度"


def test_a_view_is_replaced_by_what_is_shown(screen: Screen) -> None:
    page = _with_a_view(screen)
    add(screen, page, replace(THIS_YEAR, values=(Span.THIS_MONTH.value,)), place=0)
    page.views.replacing.emit(page.views.views[-1])
    screen.settle()
    saved = screen.office.views.views_of(ACTOR.name, Kind.EVENT)[0]
    assert saved.conditions == (replace(THIS_YEAR, values=(Span.THIS_MONTH.value,)),)


def test_a_view_is_deleted_after_asking(screen: Screen) -> None:
    page = _with_a_view(screen)
    box = page.keeper.delete(page.views.views[-1])
    assert box is not None
    screen.click(next(button for button in box.buttons() if button.text() == "删除"))
    assert "今年的事" not in page.views.buttons


def test_the_list_begins_with_the_view_that_was_set(screen: Screen) -> None:
    page = _with_a_view(screen)
    page.views.beginning.emit(page.views.views[-1])
    screen.settle()
    screen.window._reopen()  # noqa: SLF001
    screen.settle()
    assert ledger(screen).list.filters.conditions == (THIS_YEAR,)


def test_a_view_is_not_replaced_by_what_depends_on_the_hour(screen: Screen) -> None:
    page = _with_a_view(screen)
    screen.click(page.views.buttons["已超期"])
    page.views.replacing.emit(page.views.views[-1])
    screen.settle()
    assert screen.office.views.views_of(ACTOR.name, Kind.EVENT)[0].conditions == (THIS_YEAR,)
    assert "不能另存" in screen.window.message.text


def test_the_view_that_the_list_begins_with_may_be_renamed(screen: Screen) -> None:
    page = _with_a_view(screen)
    page.views.beginning.emit(page.views.views[-1])
    page.views.renaming.emit(page.views.views[-1])
    screen.settle()
    asked = dialog(screen, NameDialog)
    asked.line.clear()
    write(asked.line, "本年度")
    press(screen, Qt.Key.Key_Return)
    assert layout_of(screen.office.registers, ACTOR.name, Kind.EVENT).view == "本年度"


def test_an_ampersand_stands_in_a_name_as_it_was_written(screen: Screen) -> None:
    page = ledger(screen)
    _save_as(screen, page, "道路&桥梁")
    assert page.views.buttons["道路&桥梁"].text().startswith("道路&&桥梁 ")
