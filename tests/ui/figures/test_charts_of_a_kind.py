"""The charts below a table: each kind is drawn from the same ledger, and each mark opens its cases."""

import pytest

from gridapp.domain.kind import Kind
from tests.ui.figures.chief import choose, kind_tab, offered, opens_its_cases
from tests.ui.screen import Screen
from ui.figures.chart_choice import ChartKind, charts_of
from ui.figures.chart_panel import NONE
from ui.figures.charts.chart_spec import can_be_said


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD])
def test_every_kind_of_chart_is_offered_and_drawn(screen: Screen, kind: Kind) -> None:
    panel = kind_tab(screen, kind).chart
    assert offered(panel.kind) == [*(chart.value for chart in charts_of(kind)), NONE]
    for chart in charts_of(kind):
        choose(screen, panel.kind, chart.value)
        assert panel.card.isVisible()
        assert panel.card.chart.spec.labels


@pytest.mark.parametrize("chart", [c for c in ChartKind if c is not ChartKind.ROWS])
def test_every_mark_of_a_chart_opens_its_cases(screen: Screen, chart: ChartKind) -> None:
    panel = kind_tab(screen, Kind.EVENT).chart
    choose(screen, panel.kind, chart.value)
    figures = [bar for series in panel.card.chart.spec.series for bar in series.bars if bar and can_be_said(bar)]
    opened = [figure for figure in figures if figure.value][:6]
    assert opened
    for figure in opened:
        panel.card.chart.asked.emit(figure)
        screen.settle()
        opens_its_cases(screen, figure)


def test_the_chart_follows_the_chosen_measure(screen: Screen) -> None:
    panel = kind_tab(screen, Kind.EVENT).chart
    choose(screen, panel.measure, "本期办结")
    assert panel.card.chart.spec.heading.startswith("本期办结 · 按月份")
    assert panel.card.chart.spec.labels == ("1月", "2月")


def test_of_a_single_month_the_year_until_then_is_the_trend(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    choose(screen, screen.window.page.bar.period.preset, "本月")  # type: ignore[union-attr]
    choose(screen, tab.chart.kind, ChartKind.TREND.value)
    assert len(tab.chart.card.chart.spec.labels) == 12


def test_what_an_indicator_is_not_told_by_is_said_in_place_of_a_chart(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.DISPUTE)
    choose(screen, tab.table.bar.rows, "结果")
    choose(screen, tab.chart.measure, "排查")
    card = tab.chart.card
    assert card.note.text() == "“排查”不分结果，画不出分项柱图，请换一个指标或一种图。"
    assert card.chart.spec.is_empty


def test_without_a_chart_the_table_has_the_room(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    before = tab.table.view.height()
    choose(screen, tab.chart.kind, NONE)
    assert tab.table.view.height() > before + 100
    assert not tab.chart.measure.isVisible()


@pytest.mark.parametrize("chart", list(ChartKind))
def test_a_chart_of_a_demonstration_says_so_wherever_it_is_pasted(screen: Screen, chart: ChartKind) -> None:
    panel = kind_tab(screen, Kind.EVENT).chart
    choose(screen, panel.kind, chart.value)
    assert panel.card.chart.spec.scope.startswith("演示数据")
