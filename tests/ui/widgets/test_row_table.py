"""A table as high as its lines: no line is cut, nor covered by the bar below them."""

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
