"""Every mark of every chart opens its own cases, by the pointer and by the keyboard, and says what it is."""

from collections import deque
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gridapp.counting.cut import Cut
from gridapp.domain.period import period_named
from tests.ui.figures.charts.samples import KINDS, LONG, figure, pareto, rate, spec
from ui.figures.charts.bar_chart import BarChart
from ui.figures.charts.chart import ALL_ZERO, NOTHING, Chart
from ui.figures.charts.chart_spec import ChartSpec, Series
from ui.figures.charts.drawing import Mark
from ui.figures.charts.funnel_chart import FunnelChart
from ui.figures.charts.funnel_spec import funnel_of
from ui.figures.charts.heat_map import HeatMap
from ui.figures.charts.pareto_chart import ParetoChart
from ui.figures.charts.ranking_chart import RankingChart
from ui.figures.charts.stacked_chart import StackedChart
from ui.figures.charts.steps import STEPS, next_mark
from ui.figures.charts.trend_chart import TrendChart
from ui.requests import ShowFigure

_NASTY: list[ChartSpec] = [
    spec([]),
    spec([[]]),
    spec([[0]]),
    spec([[7]]),
    spec([[None, None]]),
    spec([[rate(1, 3), rate(0, 0), None]]),
    spec([[-3, 4], [5, -6]], stacked=True),
    spec([[n * 1_234_567 for n in range(60)] for _ in range(40)]),
    spec([[1, 2]], labels=[LONG, LONG]),
]


def _shown(qtbot: QtBot, chart: Chart, given: ChartSpec, width: int = 640, height: int = 400) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(width, height)
    chart.show()
    chart.draw(given)
    QApplication.processEvents()
    return chart


def _middle(chart: Chart, mark: Mark) -> QPoint:
    item = chart.plot.marks
    point: QPoint = chart.plot.mapFromScene(item.mapToScene(item.frame.drawn(mark).center()))
    return point


@pytest.mark.parametrize(("kind", "given"), KINDS)
def test_a_click_on_a_mark_asks_for_its_cases(qtbot: QtBot, kind: type[Chart], given: ChartSpec) -> None:
    chart = _shown(qtbot, kind("演示图"), given)
    asked: list[ShowFigure] = []
    chart.asked.connect(asked.append)
    for mark in chart.marks:
        qtbot.mouseClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=_middle(chart, mark))
    assert asked == [mark.figure for mark in chart.marks]


@pytest.mark.parametrize(("kind", "given"), KINDS)
def test_arrow_keys_lead_to_every_mark(qtbot: QtBot, kind: type[Chart], given: ChartSpec) -> None:
    marks = _shown(qtbot, kind("演示图"), given).marks
    reached, waiting = {0}, deque([0])
    while waiting:
        here = marks[waiting.popleft()]
        for key in STEPS:
            there = marks.index(next_mark(marks, here, key))
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    assert reached == set(range(len(marks)))


@pytest.mark.parametrize(("kind", "given"), KINDS)
def test_enter_opens_the_mark_that_the_keys_have_reached(qtbot: QtBot, kind: type[Chart], given: ChartSpec) -> None:
    chart = _shown(qtbot, kind("演示图"), given)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignal(chart.asked) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert asked.args == [chart.marks[-1].figure]


def test_the_right_key_goes_to_the_next_month_of_the_same_series(qtbot: QtBot) -> None:
    chart = _shown(qtbot, TrendChart("演示图"), spec([[4, 9, 5], [2, 8, 3]]))
    chart.go_to(chart.marks[0])
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current is not None
    assert chart.current.figure.where == "0,1"


def test_up_stays_in_its_pile(qtbot: QtBot) -> None:
    chart = _shown(qtbot, StackedChart("演示图"), spec([[4, 4], [0, 4], [4, 4]], stacked=True))
    chart.go_to(chart.marks[0])
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.current is not None
    assert chart.current.figure.where == "2,0"


def test_whoever_hears_the_chart_is_told_the_heading_and_the_current_mark(qtbot: QtBot) -> None:
    chart = _shown(qtbot, BarChart("演示图"), spec([[4, 1234]]))
    chart.go_to(chart.marks[1])
    assert chart.accessibleName() == "演示图：0,1 2018年全年 本期上报 1,234 件"


def test_the_current_mark_is_seen_only_while_the_chart_has_the_keyboard(qtbot: QtBot) -> None:
    chart = _shown(qtbot, BarChart("演示图"), spec([[4, 9]]))
    chart.activateWindow()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chart.hasFocus)
    assert chart.plot.marks.current == chart.marks[0]
    chart.clearFocus()
    assert chart.plot.marks.current is None


def test_the_line_round_the_current_mark_changes_the_picture(qtbot: QtBot) -> None:
    chart = _shown(qtbot, BarChart("演示图"), spec([[4, 9]]))
    pictures = []
    for current in (None, chart.marks[0]):
        chart.plot.marks.current = current
        pictures.append(chart.plot.grab().toImage())
    assert pictures[0] != pictures[1]


def test_pointing_at_a_mark_says_value_unit_and_rule(qtbot: QtBot) -> None:
    chart = _shown(qtbot, BarChart("演示图"), spec([[4, 9]]))
    qtbot.mouseMove(chart.plot.viewport(), _middle(chart, chart.marks[1]))
    qtbot.waitUntil(lambda: bool(chart.plot.toolTip()))
    lines = chart.plot.toolTip().split("\n")
    assert lines[:2] == ["0,1（2018年全年）", "本期上报：9 件"]
    assert lines[2].startswith("口径：按上报时间统计")


def test_a_rate_is_said_with_both_its_parts(qtbot: QtBot) -> None:
    chart = _shown(qtbot, BarChart("演示图"), spec([[rate(1, 3)]]))
    chart.go_to(chart.marks[0])
    assert "33.33%（1/3）" in chart.accessibleName()


def test_a_category_says_what_it_makes_with_those_before_it(qtbot: QtBot) -> None:
    chart = _shown(qtbot, ParetoChart("演示图"), pareto([9, 5, 4]))
    assert chart.marks[1].more == "累计占 77.78%（14/18）"


@pytest.mark.parametrize("given", _NASTY)
@pytest.mark.parametrize("kind", [BarChart, TrendChart, StackedChart, RankingChart, ParetoChart, HeatMap, FunnelChart])
def test_draws_whatever_there_is(qtbot: QtBot, kind: type[Chart], given: ChartSpec) -> None:
    chart = _shown(qtbot, kind("演示图"), given, 300, 200)
    assert chart.empty.isVisible() is given.is_empty
    assert chart.field.isVisible() is not given.is_empty


def test_nothing_to_draw_is_said_in_a_sentence(qtbot: QtBot) -> None:
    assert _shown(qtbot, BarChart("演示图"), spec([[rate(0, 0)]])).empty.text() == NOTHING


def test_all_figures_being_nothing_is_said_in_another(qtbot: QtBot) -> None:
    assert _shown(qtbot, BarChart("演示图"), spec([[0, 0]])).empty.text() == ALL_ZERO


def test_a_figure_that_cannot_be_said_opens_nothing(qtbot: QtBot) -> None:
    chart = _shown(qtbot, BarChart("演示图"), spec([[rate(0, 0), rate(1, 2)]]))
    with qtbot.assertNotEmitted(chart.asked):
        chart.open_bar(0)


def test_of_more_rows_than_fit_the_keys_bring_the_last_into_sight(qtbot: QtBot) -> None:
    chart = _shown(qtbot, HeatMap("演示图"), spec([list(range(60)) for _ in range(40)]))
    assert chart.field.across.isVisible()
    assert chart.field.down.isVisible()
    chart.go_to(chart.marks[-1])
    inside = chart.plot.marks.frame.inside
    assert inside.contains(chart.plot.marks.frame.drawn(chart.marks[-1]).center())


def test_another_chart_is_seen_from_its_beginning(qtbot: QtBot) -> None:
    chart = _shown(qtbot, RankingChart("演示图"), spec([list(range(40))]))
    chart.field.down.setValue(chart.field.down.maximum())
    chart.draw(spec([list(range(39))]))
    assert chart.field.down.value() == 0
    assert chart.plot.marks.frame.inside.contains(chart.plot.marks.frame.drawn(chart.marks[0]).center())


def test_the_same_chart_drawn_anew_stays_at_its_mark(qtbot: QtBot) -> None:
    months = [replace(figure(n), cut=Cut(period_named(f"2018-0{n}"))) for n in range(1, 5)]
    given = replace(spec([[1, 2, 3, 4]]), series=(Series("件", tuple(months)),))
    chart = _shown(qtbot, BarChart("演示图"), given)
    chart.go_to(chart.marks[2])
    chart.draw(replace(given, heading="演示图二"))
    assert chart.current == chart.marks[2]


def _seen(chart: Chart) -> int:
    """How many places are in sight."""
    assert chart.plot.room is not None
    seen: int = chart.plot.room.seen[0]
    return seen


def _wheel(chart: Chart, turns: int) -> bool:
    """Turns the wheel over the chart; whether the chart has taken it."""
    event = QWheelEvent(
        QPointF(100, 100),
        QPointF(100, 100),
        QPoint(),
        QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(chart.field, event)
    return event.isAccepted()


def test_the_wheel_scrolls_what_can_be_scrolled_and_leaves_the_rest_to_the_page(qtbot: QtBot) -> None:
    chart = _shown(qtbot, RankingChart("演示图"), spec([list(range(40))]))
    assert not _wheel(chart, 1)
    assert _wheel(chart, -1)
    assert chart.field.down.value() > 0


def test_control_c_copies_a_picture(qtbot: QtBot) -> None:
    chart = _shown(qtbot, BarChart("演示图"), spec([[4, 9]]))
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().image().width() == 2 * 720


def test_numbers_are_left_out_where_there_is_no_room_until_they_are_asked_for(qtbot: QtBot) -> None:
    chart = _shown(qtbot, TrendChart("演示图"), spec([[1_000_000 + n for n in range(60)]]))
    assert not chart.plot.marks.numbers
    before = _seen(chart)
    chart.show_numbers(shown=True)
    assert chart.plot.marks.numbers
    assert _seen(chart) < before


def test_a_funnel_leaves_out_what_is_no_part_of_the_stage_before(qtbot: QtBot) -> None:
    given = funnel_of([figure(40), figure(39), figure(rate(30, 40))])
    chart = _shown(qtbot, FunnelChart("演示图"), given)
    assert [mark.text for mark in chart.marks] == ["40 件", "30 件，占 75.00%"]
    assert given.note == "“本期上报”不是“本期上报”的一部分，不画。"


@pytest.mark.parametrize(("kind", "given"), KINDS)
def test_what_stands_at_the_axes_is_level_with_the_marks(qtbot: QtBot, kind: type[Chart], given: ChartSpec) -> None:
    chart = _shown(qtbot, kind("演示图"), given)
    box = chart.plot.getPlotItem().getViewBox().rect()
    frame = chart.plot.marks.frame
    assert abs(box.width() - frame.width) <= 1
    assert abs(box.height() - frame.height) <= 1
