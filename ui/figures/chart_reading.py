"""A chosen chart is read (取图): from the same ledger as the table, so that each mark opens its cases."""

from dataclasses import replace
from datetime import date

from gridapp.counting.basis import Basis, period_of
from gridapp.counting.cut import Cut
from gridapp.counting.funnel import stages_of
from gridapp.counting.indicator import Aggregate, Indicator, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally, figure, tally
from gridapp.counting.words import TITLES
from gridapp.domain.period import Month, Period
from ui.desk import Desk
from ui.figures.chart_choice import PARTS, ChartKind
from ui.figures.charts.chart_spec import ChartSpec, chart_of
from ui.figures.charts.funnel_spec import funnel_of
from ui.figures.charts.heat_spec import heat_of
from ui.figures.charts.pareto_spec import pareto_of
from ui.figures.charts.ranking_spec import ranking_of
from ui.figures.charts.stacked_spec import stacked_of
from ui.figures.charts.trend_spec import trend_of
from ui.figures.demonstration_mark import DEMONSTRATION
from ui.figures.figure_table import joined, table_of
from ui.figures.key_figures import only
from ui.figures.question import Question
from ui.requests import ShowFigure

_BY_MONTH = (ChartKind.STACKED, ChartKind.HEAT)
_FEW = 3
"""Months that make no trend: the year until the period's end is drawn instead."""
_YEAR = 12


def read_chart(desk: Desk, question: Question, chart: ChartKind, indicator: Indicator, rows: Dimension) -> ChartSpec:
    """The chart of an indicator; `rows` are those of the table; asks the database."""
    reader = _Reader(desk, question, indicator)
    missing = [d for d in _dimensions(chart, indicator, rows) if d in indicator.lacks]
    if missing:
        note = f"“{indicator.name}”不分{TITLES[missing[0]]}，画不出{chart.value}，请换一个指标或一种图。"
        return ChartSpec(f"{indicator.name} · {chart.value}", (), (), unit=indicator.unit, note=note)
    spec = reader.spec(chart, rows)
    return spec if desk.reference_day is None else replace(spec, scope=joined([DEMONSTRATION, spec.scope]))


def _dimensions(chart: ChartKind, indicator: Indicator, rows: Dimension) -> tuple[Dimension, ...]:
    return {
        ChartKind.ROWS: (rows,),
        ChartKind.TREND: (Dimension.MONTH,),
        ChartKind.STACKED: (Dimension.MONTH, PARTS[indicator.kind]),
        ChartKind.RANKING: (Dimension.VILLAGE,),
        ChartKind.PARETO: (Dimension.CATEGORY,),
        ChartKind.HEAT: (Dimension.VILLAGE, Dimension.MONTH),
        ChartKind.FUNNEL: (),
    }[chart]


class _Reader:
    def __init__(self, desk: Desk, question: Question, indicator: Indicator) -> None:
        self._desk, self._question, self._indicator = desk, question, indicator
        self._area = question.area(desk.areas)

    def spec(self, chart: ChartKind, rows: Dimension) -> ChartSpec:
        words, indicator, period = self._desk.words, self._indicator, self._question.period
        by = _dimensions(chart, indicator, rows)
        if chart is ChartKind.FUNNEL:
            return funnel_of(self._stages())
        if chart is ChartKind.TREND:
            seen = _year_round(period)
            before = self._tally(by, period_of(Basis.LAST_YEAR, seen))
            return trend_of(self._tally(by, seen), before, words, self._area, indicator, self._first_month())
        found = self._tally(by, _year_round(period) if chart in _BY_MONTH else period)
        if chart is ChartKind.ROWS:
            return chart_of(table_of(found, words, self._area), indicator)
        makers = {
            ChartKind.STACKED: stacked_of,
            ChartKind.RANKING: ranking_of,
            ChartKind.PARETO: pareto_of,
            ChartKind.HEAT: heat_of,
        }
        return makers[chart](found, words, self._area, indicator)

    def _tally(self, by: tuple[Dimension, ...], period: Period) -> Tally:
        ledger, words = self._desk.office.ledger, self._desk.words
        cut = replace(self._question.cut, period=period)
        return tally(ledger, words, only(self._indicator.kind, (self._indicator.code,)), cut, by)

    def _first_month(self) -> Month | None:
        """That of the first record of the kind that the town has, whatever else is asked for."""
        chapter = catalogue()[self._indicator.kind]
        new = next(i for i in chapter.indicators if i.reading.aggregate is Aggregate.FLOW and i.denominator is None)
        ever = Cut(Period(date.min, self._question.period.end), self._question.cut.town, as_of=self._question.cut.as_of)
        counted = self._desk.office.ledger.entries(new.reading, ever, most=1)
        return Month.of(counted[0].day) if counted else None

    def _stages(self) -> list[ShowFigure]:
        kind, cut = self._indicator.kind, self._question.cut
        return [
            ShowFigure(stage, cut, figure(self._desk.office.ledger, stage, cut), self._area)
            for stage in stages_of(kind)
        ]


def _year_round(period: Period) -> Period:
    last = Month.of(period.last)
    return Period(last.later(1 - _YEAR).start, period.end) if len(list(period.months())) < _FEW else period
