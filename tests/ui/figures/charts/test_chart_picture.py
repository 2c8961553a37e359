"""The picture of a chart: of the asked size, on white, everything in sight, with heading, area, unit and rule in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.figures.charts.samples import KINDS, spec
from ui.figures.charts.bar_chart import BarChart
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_card import ChartCard
from ui.figures.charts.chart_sheet import A4
from ui.figures.charts.chart_spec import ChartSpec
from ui.figures.charts.heat_map import HeatMap

_SIZE = QSize(1000, 700)


def _picture(qtbot: QtBot, kind: type[Chart], given: ChartSpec, size: QSize = _SIZE) -> QImage:
    chart = kind("演示图")
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.draw(given)
    return chart.picture(size)


@pytest.mark.parametrize(("kind", "given"), KINDS)
@pytest.mark.parametrize("size", [_SIZE, QSize(700, 1000), A4])
def test_it_has_the_size_that_was_asked_for_and_a_white_ground(
    qtbot: QtBot, kind: type[Chart], given: ChartSpec, size: QSize
) -> None:
    picture = _picture(qtbot, kind, given, size)
    assert picture.size() == size
    corners = [(0, 0), (size.width() - 1, 0), (0, size.height() - 1), (size.width() - 1, size.height() - 1)]
    assert {picture.pixelColor(x, y).name() for x, y in corners} == {"#ffffff"}


_WHOLE = replace(spec([[4, 9]]), note="演示说明")


@pytest.mark.parametrize(
    "without",
    [
        replace(_WHOLE, heading=""),
        replace(_WHOLE, scope=""),
        replace(_WHOLE, unit=""),
        replace(_WHOLE, rule=""),
        replace(_WHOLE, note=""),
    ],
)
def test_what_must_be_read_beside_the_chart_is_in_it(qtbot: QtBot, without: ChartSpec) -> None:
    assert _picture(qtbot, BarChart, _WHOLE) != _picture(qtbot, BarChart, without)


def test_every_cell_is_in_it_even_of_a_chart_that_scrolls(qtbot: QtBot) -> None:
    rows = [[0] * 60 for _ in range(40)]
    last = [[*row] for row in rows]
    rows[0][0] = last[0][0] = 100
    last[39][59] = 100
    pictures = [_picture(qtbot, HeatMap, spec(table), A4) for table in (rows, last)]
    corner = [picture.copy(A4.width() * 9 // 10, A4.height() * 3 // 4, 300, 500) for picture in pictures]
    assert corner[0] != corner[1]


def test_colours_are_the_same_as_on_the_screen(qtbot: QtBot) -> None:
    picture = _picture(qtbot, HeatMap, spec([[0, 100]]))
    seen = {picture.pixelColor(x, y).name() for x in range(0, 1000, 10) for y in range(0, 700, 10)}
    assert QColor("#123a6f").name() in seen


def test_a_picture_is_kept_as_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    card = ChartCard(BarChart("演示图"))
    qtbot.addWidget(card)
    card.draw(spec([[4, 9]]))
    with qtbot.waitSignal(card.kept) as kept:
        card.keep_picture(str(tmp_path / "演示.png"))
    assert kept.args == [str(tmp_path / "演示.png")]
    assert QImage(kept.args[0]).size() == A4


def test_a_picture_that_cannot_be_written_is_refused_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    card = ChartCard(BarChart("演示图"))
    qtbot.addWidget(card)
    card.draw(spec([[4, 9]]))
    with qtbot.waitSignal(card.refused) as refused:
        card.keep_picture(str(tmp_path / "没有的文件夹" / "演示.png"))
    assert refused.args[0].endswith("请换一个位置。")


def test_the_button_asks_where_the_picture_is_to_be_kept(qtbot: QtBot, tmp_path: Path) -> None:
    card = ChartCard(BarChart("演示图"))
    qtbot.addWidget(card)
    card.show()
    card.draw(spec([[4, 9]]))
    qtbot.mouseClick(card.keeping, Qt.MouseButton.LeftButton)
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    with qtbot.waitSignal(card.kept):
        dialog.fileSelected.emit(str(tmp_path / "演示.png"))
    dialog.close()
    assert (tmp_path / "演示.png").is_file()


def test_the_button_copies_what_the_keys_copy(qtbot: QtBot) -> None:
    card = ChartCard(BarChart("演示图"))
    qtbot.addWidget(card)
    card.show()
    card.draw(spec([[4, 9]]))
    QGuiApplication.clipboard().clear()
    qtbot.mouseClick(card.copying, Qt.MouseButton.LeftButton)
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_card_says_what_is_not_to_be_seen(qtbot: QtBot) -> None:
    card = ChartCard(BarChart("演示图"))
    qtbot.addWidget(card)
    card.draw(replace(spec([[4, 9]]), note="只列前 1 名。"))
    card.show()
    assert card.heading == "演示图（件）"
    assert card.note.isVisible()


def test_the_box_says_whether_there_are_numbers(qtbot: QtBot) -> None:
    card = ChartCard(BarChart("演示图"))
    qtbot.addWidget(card)
    card.resize(600, 400)
    card.show()
    card.draw(spec([[4, 9]]))
    assert card.numbers.isChecked()
    card.numbers.click()
    assert not card.chart.plot.marks.numbers
