"""Headings over several levels: which run together, and that they are drawn and read out."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.figures.figure_view import FigureView
from ui.figures.heading_blocks import Block, Blocks
from ui.figures.sheet import Cell, Levels, Line, Sheet, Weight


@pytest.mark.parametrize(
    ("headings", "blocks"),
    [
        ([("甲",), ("甲",)], {Block("甲", 0, 0, 0, 0), Block("甲", 1, 1, 0, 0)}),
        (
            [("甲", "一"), ("甲", "二"), ("乙", "")],
            {Block("甲", 0, 1, 0, 0), Block("一", 0, 0, 1, 1), Block("二", 1, 1, 1, 1), Block("乙", 2, 2, 0, 1)},
        ),
        (
            [("甲", "一", "x"), ("甲", "一", "y"), ("乙", "一", "x")],
            {
                Block("甲", 0, 1, 0, 0),
                Block("一", 0, 1, 1, 1),
                Block("x", 0, 0, 2, 2),
                Block("y", 1, 1, 2, 2),
                Block("乙", 2, 2, 0, 0),
                Block("一", 2, 2, 1, 1),
                Block("x", 2, 2, 2, 2),
            },
        ),
        ([("甲", ""), ("甲", "一")], {Block("甲", 0, 0, 0, 1), Block("甲", 1, 1, 0, 0), Block("一", 1, 1, 1, 1)}),
        ([("", "一"), ("", "二")], {Block("", 0, 1, 0, 0), Block("一", 0, 0, 1, 1), Block("二", 1, 1, 1, 1)}),
    ],
)
def test_neighbours_under_the_same_words_are_one_block(headings: list[Levels], blocks: set[Block]) -> None:
    asked = Blocks(headings)
    found = {asked.at(place, level) for place, levels in enumerate(headings) for level in range(len(levels))}
    assert found == blocks


def _sheet() -> Sheet:
    rows = (("甲", "一"), ("甲", "小计"), ("合计", ""))
    weights = (Weight.PLAIN, Weight.SUBTOTAL, Weight.TOTAL)
    lines = [Line(labels, (Cell("1"), Cell("2")), weight) for labels, weight in zip(rows, weights, strict=True)]
    return Sheet(("平台", "大类"), (("上报\n件", "本期"), ("上报\n件", "上期")), tuple(lines))


def test_levels_have_room_and_every_word_is_read_out(qtbot: QtBot) -> None:
    view = FigureView("演示表")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.show_sheet(_sheet())
    assert len(view.above.level_sizes) == len(view.beside.level_sizes) == 2
    assert view.above.level_sizes[0] > view.above.level_sizes[1]
    assert view.above.height() >= sum(view.above.level_sizes)
    said = Qt.ItemDataRole.AccessibleTextRole
    assert view.figures.index(1, 1).data(said) == "甲 小计 上报 件 上期 2"
    assert view.figures.headerData(0, Qt.Orientation.Horizontal) == "上报\n件\n本期"


def test_an_empty_table_is_shown_too(qtbot: QtBot) -> None:
    view = FigureView("演示表")
    qtbot.addWidget(view)
    view.show()
    view.show_sheet(Sheet((), (), ()))
    assert not view.grab().isNull()


def test_a_column_is_as_wide_as_the_block_that_stands_over_it_alone(qtbot: QtBot) -> None:
    words = "整改通知书和责令改正书"
    view = FigureView("演示")
    qtbot.addWidget(view)
    view.show_sheet(Sheet(("村社",), ((words, "份"),), (Line(("甲",), (Cell("1"),)),)))
    assert view.columnWidth(0) > view.above.fontMetrics().horizontalAdvance(words)
