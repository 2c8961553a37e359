"""Charts with known figures (样图), pleasant and nasty."""

from collections.abc import Sequence
from decimal import Decimal

from gridapp.counting.amount import Rate, Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.domain.period import period_named
from ui.figures.charts.bar_chart import BarChart
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec, Series
from ui.figures.charts.funnel_chart import FunnelChart
from ui.figures.charts.funnel_spec import funnel_of
from ui.figures.charts.heat_map import HeatMap
from ui.figures.charts.pareto_chart import ParetoChart
from ui.figures.charts.pareto_spec import ParetoSpec
from ui.figures.charts.ranking_chart import RankingChart
from ui.figures.charts.stacked_chart import StackedChart
from ui.figures.charts.trend_chart import TrendChart
from ui.requests import ShowFigure

REPORTED = indicator_named("event.reported")
CLOSE_RATE = indicator_named("event.close_rate")
PERIOD = period_named("2018")
LONG = "演示某某某某某某某某某社区居民委员会"


def figure(value: Value | int, where: str = "") -> ShowFigure:
    """A figure as it is asked for."""
    amount = Decimal(value) if isinstance(value, int) else value
    return ShowFigure(CLOSE_RATE if isinstance(value, Rate) else REPORTED, Cut(PERIOD), amount, where)


def spec(rows: Sequence[Sequence[Value | int]], *, stacked: bool = False, labels: Sequence[str] = ()) -> ChartSpec:
    """A chart with a series for each row; every figure says where it stands: series, place."""
    labels = labels or [f"{n + 1}月" for n in range(max((len(row) for row in rows), default=0))]
    series = tuple(
        Series(f"系列{n}", tuple(None if v is None else figure(v, f"{n},{p}") for p, v in enumerate(row)))
        for n, row in enumerate(rows)
    )
    return ChartSpec(
        "演示图",
        tuple(labels),
        series,
        unit="件",
        rule=REPORTED.rule,
        scope="演示镇 · 2018年全年",
        stacked=stacked,
    )


def pareto(values: Sequence[int]) -> ParetoSpec:
    """Categories with what they make together."""
    plain, whole = spec([values]), sum(values)
    shares = tuple(Rate(Decimal(sum(values[: n + 1])), Decimal(whole)) for n in range(len(values)))
    return ParetoSpec(plain.heading, plain.labels, plain.series, unit="件", rule=plain.rule, shares=shares)


def rate(numerator: int, denominator: int) -> Rate:
    """A rate of whole numbers."""
    return Rate(Decimal(numerator), Decimal(denominator))


KINDS: Sequence[tuple[type[Chart], ChartSpec]] = (
    (BarChart, spec([[4, 9, 5], [2, 0, 7]])),
    (TrendChart, spec([[4, 9, None, 5], [2, 8, 3, 1]])),
    (StackedChart, spec([[4, 9, 5], [2, 0, 7], [6, 1, 3]], stacked=True)),
    (RankingChart, spec([[9, 5, 4], [1, 2, 3]])),
    (ParetoChart, pareto([9, 5, 4])),
    (HeatMap, spec([[4, 9, 5], [2, 0, 7]])),
    (FunnelChart, funnel_of([figure(40), figure(rate(30, 40))])),
)
"""Every kind of chart with something in it."""
