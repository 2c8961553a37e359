"""Charts say what the ledger says: every mark opens cases that add up to it, nothing is added that must not be."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.funnel import stages_of
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally, figure, tally
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month, period_named
from tests.offices import TOWN, recorded
from ui.desk import Desk
from ui.figures.charts.chart_spec import ChartSpec, can_be_said
from ui.figures.charts.funnel_spec import funnel_of
from ui.figures.charts.heat_spec import heat_of
from ui.figures.charts.pareto_spec import pareto_of
from ui.figures.charts.ranking_spec import ranking_of
from ui.figures.charts.stacked_spec import MOST_PARTS, stacked_of
from ui.figures.charts.trend_spec import trend_of
from ui.figures.key_figures import only
from ui.requests import ShowFigure

_MONTH, _VILLAGE, _PLATFORM, _CATEGORY = Dimension.MONTH, Dimension.VILLAGE, Dimension.PLATFORM, Dimension.CATEGORY
_AREA = "高湖镇"
_CODES = ("event.reported", "event.closing", "event.close_rate", "hazard.found", "inspection.places")


def _tally(desk: Desk, code: str, by: Sequence[Dimension], period: str = "2018-H1") -> Tally:
    indicator = indicator_named(code)
    cut = Cut(period_named(period), TOWN)
    return tally(desk.office.ledger, desk.words, only(indicator.kind, [code]), cut, by)


def _stacked(desk: Desk, code: str, *by: Dimension) -> ChartSpec:
    return stacked_of(_tally(desk, code, by), desk.words, _AREA, indicator_named(code))


def _values(spec: ChartSpec) -> dict[str, list[object]]:
    return {one.name: [bar and bar.value for bar in one.bars] for one in spec.series}


def _all_specs(desk: Desk, code: str) -> list[ChartSpec]:
    indicator, words = indicator_named(code), desk.words
    now, before = _tally(desk, code, [_MONTH]), _tally(desk, code, [_MONTH], "2017-H1")
    villages = _tally(desk, code, [_VILLAGE])
    return [
        trend_of(now, before, words, _AREA, indicator),
        _stacked(desk, code, _MONTH, _VILLAGE),
        ranking_of(villages, words, _AREA, indicator),
        pareto_of(villages, words, _AREA, indicator),
        heat_of(_tally(desk, code, [_VILLAGE, _MONTH]), words, _AREA, indicator),
    ]


def _opens(desk: Desk, figure: ShowFigure) -> None:
    """The quantities of the list add up to the figure."""
    found = sum((case.quantity for case in cases_behind(desk.office.ledger, figure.indicator, figure.cut)), Decimal(0))
    assert found == (figure.value.numerator if isinstance(figure.value, Rate) else figure.value)


@pytest.mark.parametrize("code", _CODES)
def test_every_mark_opens_the_cases_that_add_up_to_it(desk: Desk, code: str) -> None:
    opened = 0
    for spec in _all_specs(desk, code):
        for bar in (bar for one in spec.series for bar in one.bars):
            if bar is not None and can_be_said(bar):
                _opens(desk, bar)
                opened += bool(bar.value)
    assert opened >= 5


def test_the_parts_of_a_month_add_up_to_the_month(desk: Desk) -> None:
    spec = _stacked(desk, "event.reported", _MONTH, _VILLAGE)
    whole = trend_of(
        _tally(desk, "event.reported", [_MONTH]), None, desk.words, _AREA, indicator_named("event.reported")
    )
    piles = zip(*_values(spec).values(), strict=True)
    assert spec.stacked
    assert [sum(pile) for pile in piles] == _values(whole)["2018年"]


def test_the_smaller_parts_together_open_the_cases_of_all_of_them(desk: Desk) -> None:
    for code in ("ZF0301", "ZF0302", "ZF0303", "ZF0304", "ZZ0101", "ZZ0102", "ZZ0103", "ZZ0104"):
        recorded(desk.office, date(2018, 3, 5), category=code)
    spec = _stacked(desk, "event.reported", _MONTH, _CATEGORY)
    rest = next(one for one in spec.series if one.name.startswith("其余"))
    march = rest.bars[2]
    assert len(spec.series) == MOST_PARTS + 1
    assert march is not None
    assert march.value
    _opens(desk, march)


@pytest.mark.parametrize("code", ["event.close_rate", "inspection.places"])
def test_rates_and_counts_of_different_subjects_are_never_stacked(desk: Desk, code: str) -> None:
    spec = _stacked(desk, code, _MONTH, _VILLAGE)
    assert not spec.stacked
    assert "不叠加" in spec.note


def test_balances_of_months_are_not_stacked_on_each_other(desk: Desk) -> None:
    assert not _stacked(desk, "event.closing", _VILLAGE, _MONTH).stacked
    assert _stacked(desk, "event.closing", _MONTH, _VILLAGE).stacked


def test_each_counting_unit_has_a_pile_of_its_own(desk: Desk) -> None:
    spec = _stacked(desk, "hazard.found", _MONTH, _VILLAGE)
    units = [label.split("\n")[1] for label in spec.labels]
    assert units[:2] == ["条", "处"]
    for one in spec.series:
        for unit, bar in zip(units, one.bars, strict=True):
            assert bar is not None
            assert bar.cut.where[Dimension.UNIT] == (unit,)


def test_units_are_ranked_by_the_first_and_never_added(desk: Desk) -> None:
    code = "hazard.found"
    spec = ranking_of(_tally(desk, code, [_VILLAGE]), desk.words, _AREA, indicator_named(code))
    assert [one.name for one in spec.series] == ["条", "处"]
    assert spec.note == "“条”“处”不相加，按“条”排名。"


def test_last_year_stands_beside_this_year_month_for_month(desk: Desk) -> None:
    code = "event.reported"
    now, before = (_tally(desk, code, [_MONTH], year) for year in ("2018", "2017"))
    spec = trend_of(now, before, desk.words, _AREA, indicator_named(code))
    assert list(_values(spec)) == ["2018年", "上年同期（2017年）"]
    assert (spec.labels[0], spec.labels[11]) == ("1月", "12月")
    assert _values(spec)["上年同期（2017年）"][11] == 1


def test_months_before_the_first_record_are_not_drawn_as_nothing(desk: Desk) -> None:
    code = "event.reported"
    now, before = (_tally(desk, code, [_MONTH], year) for year in ("2018", "2017"))
    spec = trend_of(now, before, desk.words, _AREA, indicator_named(code), Month(2017, 12))
    assert [bar is not None for bar in spec.series[1].bars] == [False] * 11 + [True]
    later = trend_of(now, before, desk.words, _AREA, indicator_named(code), Month(2018, 2))
    assert [one.name for one in later.series] == ["2018年"]
    assert [bar is not None for bar in later.series[0].bars] == [False] + [True] * 11


def test_months_to_come_are_not_drawn_as_nothing(desk: Desk) -> None:
    code = "event.reported"
    spec = trend_of(
        _tally(desk, code, [_MONTH], "2018"), None, desk.words, _AREA, indicator_named(code), today=date(2018, 2, 28)
    )
    assert [bar is not None for bar in spec.series[0].bars] == [True] * 2 + [False] * 10


def test_a_ranking_says_how_many_there_are_and_adds_the_rest_to_nothing(desk: Desk) -> None:
    code = "event.reported"
    spec = ranking_of(_tally(desk, code, [_VILLAGE]), desk.words, _AREA, indicator_named(code), most=2)
    assert spec.labels == ("桐川村", "内冯村", "未填")
    assert spec.note == "共 3 个村社，只列前 2 名，其余不合并。"


def test_a_village_without_anything_has_its_row(desk: Desk) -> None:
    code = "event.reported"
    spec = heat_of(_tally(desk, code, [_VILLAGE, _MONTH]), desk.words, _AREA, indicator_named(code))
    assert [one.name for one in spec.series] == ["桐川村", "内冯村", "西山村", "未填"]
    assert _values(spec)["西山村"] == [0] * 6


def test_what_categories_make_together_ends_at_the_whole(desk: Desk) -> None:
    code = "event.reported"
    spec = pareto_of(_tally(desk, code, [_CATEGORY]), desk.words, _AREA, indicator_named(code))
    assert spec.shares[-1].percent == 100
    assert [bar.value for bar in spec.series[0].bars if bar] == sorted(
        (bar.value for bar in spec.series[0].bars if bar),
        reverse=True,  # type: ignore[type-var]
    )


def test_where_a_figure_is_below_nothing_no_share_is_said(desk: Desk) -> None:
    closed = indicator_named("event.closed")
    table = _tally(desk, closed.code, [_VILLAGE], "2018-02-05..2018-02-09")
    spec = pareto_of(table, desk.words, _AREA, closed)
    assert any(bar and bar.value == -1 for bar in spec.series[0].bars)
    assert spec.shares == ()
    assert "不画累计线" in spec.note


def test_a_funnel_goes_from_the_new_cases_to_those_of_them_that_have_ended(desk: Desk) -> None:
    codes = ("event.reported", "event.closed", "event.close_rate")
    figures = [
        ShowFigure(i, t.cut, t.total[i.code], _AREA)
        for i, t in ((indicator_named(c), _tally(desk, c, [])) for c in codes)
    ]
    spec = funnel_of(figures)
    assert spec.labels == ("本期上报", "其中办结")
    assert spec.amounts[1] <= spec.amounts[0]
    assert spec.note == "“本期办结”不是“本期上报”的一部分，不画。"
    for one in spec.series[0].bars:
        assert one is not None
        _opens(desk, one)


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.PETITION])
def test_every_stage_of_a_kind_is_drawn_and_opens_its_cases(desk: Desk, kind: Kind) -> None:
    ledger, cut = desk.office.ledger, Cut(period_named("2018-H1"), TOWN)
    spec = funnel_of([ShowFigure(stage, cut, figure(ledger, stage, cut), _AREA) for stage in stages_of(kind)])
    assert len(spec.labels) == 3
    assert spec.note == ""
    for one in spec.series[0].bars:
        assert one is not None
        _opens(desk, one)


def test_a_funnel_adds_no_units(desk: Desk) -> None:
    found, cut = indicator_named("hazard.found"), Cut(period_named("2018-H1"), TOWN)
    spec = funnel_of([ShowFigure(found, cut, figure(desk.office.ledger, found, cut), _AREA)])
    assert spec.is_empty
    assert "不能相加" in spec.note


def test_the_picture_is_told_area_period_unit_and_rule(desk: Desk) -> None:
    spec = _all_specs(desk, "event.reported")[0]
    assert (spec.scope, spec.unit) == ("高湖镇 · 2018年上半年", "件")
    assert spec.rule == indicator_named("event.reported").rule
