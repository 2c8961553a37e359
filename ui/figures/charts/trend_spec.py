"""The trend of an indicator month by month (趋势), this year beside the same months of last year (上年同期)."""

from datetime import date

from gridapp.counting.indicator import Indicator
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally
from gridapp.counting.words import UNFILLED, Words
from gridapp.domain.period import Month
from ui.figures.charts.cells import Cells
from ui.figures.charts.chart_spec import ChartSpec, Series, short

_MONTH = Dimension.MONTH


def trend_of(
    now: Tally,
    before: Tally | None,
    words: Words,
    area: str,
    indicator: Indicator,
    first: Month | None = None,
    today: date | None = None,
) -> ChartSpec:
    """A series for each year, and for each counting unit; both tallies are by month.

    The months stand at the same place by their order, so `before` is to begin with the same month a year earlier.
    Of months that begin after `today` nothing is drawn, for they are not nothing but still to come; nor of those before
    the `first` of which there are records.
    """
    cells = Cells(now, words, area, indicator)
    keys = cells.keys(_MONTH)
    series = _series(cells, _name(now, "本期"), first, today=today)
    if before is not None:
        former = Cells(before, words, area, indicator)
        series += _series(former, f"上年同期（{_name(before, before.cut.period.label)}）", first, len(keys))
    return ChartSpec(
        f"{indicator.name} · 各月走势",
        short(cells.names(_MONTH, keys)),
        tuple(series),
        unit=cells.unit,
        rule=indicator.rule,
        scope=cells.scope,
    )


def _name(tally: Tally, otherwise: str) -> str:
    years = {tally.cut.period.start.year, tally.cut.period.last.year}
    return f"{years.pop()}年" if len(years) == 1 else otherwise


def _series(
    cells: Cells, name: str, first: Month | None, most: int | None = None, today: date | None = None
) -> list[Series]:
    keys = cells.keys(_MONTH)[:most]
    begun, past = str(first) if first else "", today.isoformat() if today else "9999"
    if not any(key and begun <= key <= past for key in keys):
        return []
    return [
        Series(
            f"{name}（{unit or UNFILLED}）" if cells.apart else name,
            tuple(cells.figure((key,), unit) if key and begun <= key <= past else None for key in keys),
        )
        for unit in cells.units
    ]
