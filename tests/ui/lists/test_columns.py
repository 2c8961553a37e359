"""Columns: chosen, moved by keys or with the mouse, remembered for the person, and put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from tests.offices import at, recorded
from tests.ui.lists.lists import CONTROL_SHIFT, column, dialog, ledger, press, show_columns
from tests.ui.screen import Screen
from ui.cases.due_page import DuePage
from ui.cases.ledger_columns import all_columns, usual_columns
from ui.lists.column_chooser import ColumnChooser
from ui.requests import ShowDue

CHOOSE = (Qt.Key.Key_L, CONTROL_SHIFT)
ALT = Qt.KeyboardModifier.AltModifier


def _chooser(screen: Screen) -> ColumnChooser:
    ledger(screen).list.table.setFocus()
    press(screen, CHOOSE)
    return dialog(screen, ColumnChooser)


def _reopened(screen: Screen) -> None:
    office = screen.office
    screen.window.open(lambda: office)
    screen.settle()


def test_a_column_is_ticked_and_moved_by_keys(screen: Screen) -> None:
    chooser = _chooser(screen)
    row = next(row for row in range(chooser.list.count()) if chooser.list.item(row).text() == "联系电话")
    chooser.list.setCurrentRow(row)
    press(screen, Qt.Key.Key_Space, *[(Qt.Key.Key_Up, ALT)] * (row - 1))
    chooser.buttons.accepted.emit()
    screen.settle()
    assert ledger(screen).list.columns.names[:2] == ("number", "phone")


def test_chosen_columns_are_remembered(screen: Screen) -> None:
    show_columns(screen, ledger(screen), "number", "grid", "title")
    _reopened(screen)
    assert ledger(screen).list.columns.names == ("number", "grid", "title")


def test_a_column_dragged_in_the_heading_is_remembered_and_copied_in_its_place(screen: Screen) -> None:
    page = ledger(screen)
    page.list.table.horizontalHeader().moveSection(2, 1)
    screen.settle()
    _reopened(screen)
    page = ledger(screen)
    assert page.list.columns.names[:3] == ("number", "village", "title")
    page.list.table.selectRow(0)
    screen.press(page.list.table, Qt.Key.Key_C, control=True)
    assert QGuiApplication.clipboard().text().split("\t")[:2] == ["事件编号", "村社"]


def test_a_width_is_remembered(screen: Screen) -> None:
    page = ledger(screen)
    page.list.table.setColumnWidth(0, 317)
    screen.settle()
    _reopened(screen)
    assert abs(ledger(screen).list.table.columnWidth(0) - 317) <= 1


def test_reset_brings_the_usual_columns_back(screen: Screen) -> None:
    usual = ledger(screen).list.columns.names
    show_columns(screen, ledger(screen), "number", "grid")
    chooser = _chooser(screen)
    screen.click(chooser.reset)
    chooser.buttons.accepted.emit()
    screen.settle()
    assert ledger(screen).list.columns.names == usual


def test_the_phone_is_masked_in_the_list_and_in_the_copy(screen: Screen) -> None:
    recorded(screen.office, at(2018, 2, 20), phone="13812345678")
    page = ledger(screen)
    show_columns(screen, page, "number", "phone")
    assert "138****5678" in column(page, "联系电话")
    page.list.table.selectAll()
    screen.press(page.list.table, Qt.Key.Key_C, control=True)
    assert "13812345678" not in QGuiApplication.clipboard().text()


def test_the_light_is_told_by_shape_and_in_words(screen: Screen) -> None:
    recorded(screen.office, at(2018, 2, 20), due_at=at(2018, 2, 27), title="演示：超期")
    page = ledger(screen)
    row = column(page, "标题").index("演示：超期")
    place = [one.name for one in page.list.model.columns].index("light")
    index = page.list.model.index(row, place)
    assert index.data() == "■"
    assert str(index.data(Qt.ItemDataRole.ToolTipRole)).startswith("已超期，办理时限 2018-02-26")


@pytest.mark.parametrize("kind", list(Kind))
def test_a_list_has_its_usual_columns_among_all(kind: Kind) -> None:
    names = [column.name for column in all_columns(kind)]
    assert len(set(names)) == len(names)
    assert [column.name for column in usual_columns(kind)] == names[: len(usual_columns(kind))]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_column_can_be_shown_and_sorted(screen: Screen, kind: Kind) -> None:
    page = ledger(screen, kind)
    page.list.columns.choose().chosen.emit(tuple(column.name for column in all_columns(kind)))
    screen.settle()
    count = page.list.model.rowCount()
    for one in page.list.model.columns:
        if one.sort is not None:
            page.list.table.sorted.emit(one.sort, True)  # noqa: FBT003
            screen.settle()
        assert len(column(page, one.heading)) == count
    assert not screen.window.message.isVisible()


def test_columns_chosen_in_a_queue_are_those_of_the_ledger_too(screen: Screen) -> None:
    ledger(screen)
    screen.go(ShowDue(CaseQuery(kind=Kind.EVENT), "网格事件 · 待办"))
    chooser = screen.page(DuePage).list.columns.choose()
    chooser.chosen.emit(("number", "grid", "title"))
    chooser.accept()
    screen.back()
    assert ledger(screen).list.columns.names == ("number", "grid", "title")


def test_a_heading_does_not_ask_the_rows_that_are_selected(screen: Screen) -> None:
    table = ledger(screen).list.table
    table.selectAll()
    assert not table.horizontalHeader().selectionModel().hasSelection()
