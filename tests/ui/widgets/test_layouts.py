"""Layouts that go on in the next line: nothing is cut, and what belongs at the right edge stands there."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.even_layout import EvenLayout
from ui.widgets.flow_layout import FlowLayout

WIDE, SPACE = 100, 6


def _cells(parent: QWidget, count: int) -> list[QWidget]:
    made = [QWidget(parent) for _ in range(count)]
    for cell in made:
        cell.setFixedSize(WIDE, 30)
    return made


def _lines(cells: list[QWidget]) -> list[int]:
    tops = [cell.y() for cell in cells]
    return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(("room", "lines"), [(12, [12]), (11, [6, 6]), (5, [4, 4, 4]), (1, [1] * 12)])
def test_equal_cells_stand_in_lines_about_equally_long(qtbot: QtBot, room: int, lines: list[int]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = EvenLayout(parent, SPACE)
    cells = _cells(parent, 12)
    for cell in cells:
        layout.addWidget(cell)
    width = room * (WIDE + SPACE) - SPACE
    layout.setGeometry(QRect(0, 0, width, 1000))
    assert _lines(cells) == lines
    assert layout.heightForWidth(width) == len(lines) * (30 + SPACE) - SPACE
    assert max(cell.geometry().right() for cell in cells) < width


def test_stretched_cells_fill_their_line(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = EvenLayout(parent, SPACE)
    layout.stretched = True
    cells = [QWidget(parent) for _ in range(3)]
    for cell in cells:
        layout.addWidget(cell)
    layout.setGeometry(QRect(0, 0, 1000, 50))
    assert (cells[0].x(), cells[-1].geometry().right() + 1) == (0, 1000)
    assert max(cell.width() for cell in cells) - min(cell.width() for cell in cells) <= 1


@pytest.mark.parametrize(("width", "line"), [(1000, 0), (350, 1), (150, 4)])
def test_the_tail_stands_together_at_the_right_edge(qtbot: QtBot, width: int, line: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = FlowLayout(parent, SPACE)
    layout.tail = 2
    cells = _cells(parent, 5)
    for cell in cells:
        layout.addWidget(cell)
    layout.setGeometry(QRect(0, 0, width, 1000))
    last = cells[-1].geometry()
    assert last.y() == line * (30 + SPACE)
    assert last.right() + 1 == (width if width > WIDE * 2 else WIDE)
