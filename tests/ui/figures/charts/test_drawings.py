"""Where the marks stand: piles without gaps, the largest at the top, lines that break where nothing is known."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.figures.charts.samples import figure, pareto, rate, spec
from ui.figures.charts.bar_chart import bars_of
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec
from ui.figures.charts.drawing import Amounts, Drawing, Places
from ui.figures.charts.funnel_chart import FunnelChart
from ui.figures.charts.funnel_spec import funnel_of
from ui.figures.charts.heat_map import HeatMap
from ui.figures.charts.pareto_chart import ParetoChart
from ui.figures.charts.ranking_chart import RankingChart
from ui.figures.charts.stacked_chart import StackedChart
from ui.figures.charts.trend_chart import TrendChart


def _drawn(qtbot: QtBot, kind: type[Chart], given: ChartSpec) -> Drawing:
    chart = kind("演示图")
    qtbot.addWidget(chart)
    return chart.drawing_of(given)


def test_parts_lie_upon_each_other_without_gaps(qtbot: QtBot) -> None:
    pile = _drawn(qtbot, StackedChart, spec([[4], [0], [6], [1]], stacked=True)).marks
    assert [mark.box.low for mark in pile] == [0, 4, 10]
    assert all(below.box.low + below.box.height == above.box.low for below, above in pairwise(pile))


def test_what_is_below_nothing_is_piled_downwards(qtbot: QtBot) -> None:
    drawing = _drawn(qtbot, StackedChart, spec([[4], [-1], [-2]], stacked=True))
    assert [mark.box.low for mark in drawing.marks] == [0, -1, -3]
    assert drawing.up == Amounts(-3, 4)


def test_what_does_not_add_up_stands_side_by_side(qtbot: QtBot) -> None:
    given = spec([[rate(1, 2)], [rate(1, 4)]])
    assert _drawn(qtbot, StackedChart, given) == bars_of(given)


def test_the_first_of_a_ranking_is_at_the_top(qtbot: QtBot) -> None:
    marks = _drawn(qtbot, RankingChart, spec([[9, 5, 1]])).marks
    tops = [mark.box.low for mark in marks]
    assert tops == sorted(tops, reverse=True)
    assert [mark.box.width for mark in marks] == [9, 5, 1]


def test_a_line_breaks_where_nothing_can_be_said(qtbot: QtBot) -> None:
    lines = _drawn(qtbot, TrendChart, spec([[4, rate(0, 0), 5, 6]])).lines
    assert [line.points for line in lines] == [((0, 4),), ((2, 5), (3, 6))]


def test_every_line_of_a_trend_has_a_dash_of_its_own(qtbot: QtBot) -> None:
    lines = _drawn(qtbot, TrendChart, spec([[1], [2], [3], [4]])).lines
    assert len({line.fill.hatch for line in lines}) == 4


def test_the_line_of_a_pareto_chart_ends_at_the_whole(qtbot: QtBot) -> None:
    drawing = _drawn(qtbot, ParetoChart, pareto([9, 5, 4]))
    assert drawing.lines[0].points[-1] == (2, 9)
    (guide,) = drawing.guides
    assert guide.at == pytest.approx(7.2)
    assert guide.words == "累计 80%"


def test_a_cell_is_the_darker_the_more_there_is(qtbot: QtBot) -> None:
    marks = _drawn(qtbot, HeatMap, spec([list(range(0, 101, 5))])).marks
    shades = [sum(int(mark.fill.colour[n : n + 2], 16) for n in (1, 3, 5)) for mark in marks]
    assert shades == sorted(shades, reverse=True)
    assert len(set(shades)) == len(shades)


def test_a_village_without_anything_keeps_its_row_of_nothing(qtbot: QtBot) -> None:
    drawing = _drawn(qtbot, HeatMap, spec([[1, 2], [0, 0]]))
    assert isinstance(drawing.up, Places)
    assert [mark.text for mark in drawing.marks if mark.row == -1] == ["0", "0"]


def test_the_stages_of_a_funnel_are_as_wide_as_their_cases(qtbot: QtBot) -> None:
    marks = _drawn(qtbot, FunnelChart, funnel_of([figure(40), figure(rate(30, 40))])).marks
    assert [(mark.box.left, mark.box.width) for mark in marks] == [(-20, 40), (-15, 30)]
