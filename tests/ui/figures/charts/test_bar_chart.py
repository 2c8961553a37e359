"""The chart is drawn from data alone, empty and single-valued too, and a real click on a bar finds it."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.domain.period import period_named
from ui.figures.charts.bar_chart import BarChart
from ui.figures.charts.chart_spec import MOST_BARS, MOST_LONG_BARS, ChartSpec, Series, chart_of
from ui.figures.figure_table import FigureColumn, FigureTable
from ui.requests import ShowFigure

REPORTED = indicator_named("event.reported")


def _figure(value: Value, where: str = "") -> ShowFigure:
    return ShowFigure(REPORTED, Cut(period_named("2018")), value, where)


def _spec(*values: Value) -> ChartSpec:
    bars = tuple(_figure(value, str(place)) for place, value in enumerate(values))
    return ChartSpec("演示", tuple(f"演示第{n}村" for n in range(len(values))), (Series("件", bars),))


def _table(labels: list[str], values: list[int], series: tuple[str, ...] = ()) -> FigureTable:
    rows = tuple((_figure(Decimal(value), label),) for label, value in zip(labels, values, strict=True))
    return FigureTable("月份", (FigureColumn("上报", REPORTED),), tuple(labels), rows, (), series)


@pytest.mark.parametrize(
    "spec",
    [
        ChartSpec("", (), ()),
        _spec(),
        _spec(Decimal(0)),
        _spec(Decimal(7)),
        _spec(Decimal(-1), Decimal(3)),
        _spec(Rate(Decimal(1), Decimal(3)), None),
        _spec(*(Decimal(n) for n in range(30))),
    ],
)
def test_draws_whatever_there_is(qtbot: QtBot, spec: ChartSpec) -> None:
    chart = BarChart("演示图")
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    chart.show()
    chart.draw(spec)
    assert not chart.grab().isNull()


def test_a_click_on_a_bar_asks_for_its_cases(qtbot: QtBot) -> None:
    chart = BarChart("演示图")
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show()
    chart.draw(_spec(Decimal(4), Decimal(9), Decimal(5)))
    chart.grab()
    view = chart.plot.getPlotItem().getViewBox()
    scene = view.mapViewToScene(view.viewRect().center().__class__(1, 3))
    at: QPoint = chart.plot.mapFromScene(scene)
    with qtbot.waitSignal(chart.asked) as asked:
        qtbot.mouseClick(chart.plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args[0].where == "1"


def test_months_of_one_year_are_named_without_it() -> None:
    assert chart_of(_table(["2018年1月", "2018年2月"], [1, 2]), REPORTED).labels == ("1月", "2月")


def test_months_of_two_years_keep_theirs() -> None:
    labels = ("2017年12月", "2018年1月")
    assert chart_of(_table(list(labels), [1, 2]), REPORTED).labels == labels


def test_units_stand_side_by_side() -> None:
    table = _table(["桐川村", "桐川村", "内冯村"], [1, 2, 3], ("条", "处", "条"))
    spec = chart_of(table, REPORTED)
    assert spec.labels == ("桐川村", "内冯村")
    assert [(s.name, [bar and bar.value for bar in s.bars]) for s in spec.series] == [
        ("条", [1, 3]),
        ("处", [2, None]),
    ]


def test_fewer_bars_are_drawn_where_names_are_long() -> None:
    labels = [f"演示的一个很长的名称{n}" for n in range(40)]
    assert len(chart_of(_table(labels, list(range(40))), REPORTED).labels) == MOST_LONG_BARS


def test_of_too_many_rows_the_largest_are_drawn_in_their_order() -> None:
    labels = [f"演示{n}" for n in range(40)]
    spec = chart_of(_table(labels, list(range(40))), REPORTED)
    assert spec.labels == tuple(labels[40 - MOST_BARS :])
    assert spec.heading.endswith(f"最多的 {MOST_BARS} 项")
