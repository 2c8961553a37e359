"""A table of rows: no line is cut, nor covered by the bar below them; long words go on in the next line."""

import pytest
from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from ui.widgets.row_table import RowTable

LINES, MOST = 4, 3


def _table(qtbot: QtBot, room: int) -> RowTable:
    model = QStandardItemModel(LINES, 2)
    table = RowTable(model, "演示表")
    model.setParent(table)
    qtbot.addWidget(table)
    table.give_widths((20, 20), 1)
    table.fit_lines(MOST)
    table.resize(room, table.height())
    with qtbot.waitExposed(table):
        table.show()
    return table


@pytest.mark.parametrize("room", [150, 900])
def test_the_lines_are_not_cut(qtbot: QtBot, room: int) -> None:
    table = _table(qtbot, room)
    needed = MOST * table.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: needed <= table.viewport().height() <= needed + 6)


def test_the_bar_comes_and_goes_with_the_room(qtbot: QtBot) -> None:
    table = _table(qtbot, 900)
    high = table.height()
    table.resize(150, high)
    qtbot.waitUntil(lambda: table.height() > high)
    table.resize(900, table.height())
    qtbot.waitUntil(lambda: table.height() == high)


def test_what_is_wider_than_its_column_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    model = QStandardItemModel(1, 1)
    table = RowTable(model, "演示表")
    model.setParent(table)
    qtbot.addWidget(table)
    table.give_widths((10,), 0)
    table.break_lines()
    model.setData(model.index(0, 0), "上期结转加本期新增减本期办结等于期末结存" * 2)
    table.resize(1500, 200)
    with qtbot.waitExposed(table):
        table.show()
    plain = table.verticalHeader().defaultSectionSize()
    assert table.rowHeight(0) == plain
    table.resize(200, 200)
    qtbot.waitUntil(lambda: table.rowHeight(0) > plain)
