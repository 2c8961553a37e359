"""The stages of a cohort (漏斗图), each a part of the one above it."""

from collections.abc import Iterator

from typing_extensions import override

from gridapp.counting.amount import Rate, spoken
from ui.figures.charts.chart import Chart
from ui.figures.charts.chart_spec import ChartSpec
from ui.figures.charts.drawing import Amounts, Box, Drawing, Mark, Places, Writing
from ui.figures.charts.fill import SINGLE
from ui.figures.charts.funnel_spec import FunnelSpec

_THICK = 0.7
_LETTERS = 2.4


class FunnelChart(Chart):
    """Draws a `FunnelSpec`: bars about one middle, each with its amount and its share of the first."""

    numbers_optional = False

    @override
    def drawing_of(self, spec: ChartSpec) -> Drawing:
        marks = tuple(_stages(spec)) if isinstance(spec, FunnelSpec) else ()
        widest = max((mark.box.width for mark in marks), default=0.0) or 1.0
        return Drawing(
            marks=marks, across=Amounts(-widest / 2, widest / 2, told=False), up=Places(spec.labels, _LETTERS)
        )


def _stages(spec: FunnelSpec) -> Iterator[Mark]:
    figures = spec.series[0].bars if spec.series else ()
    for place, (figure, amount, share) in enumerate(zip(figures, spec.amounts, spec.shares, strict=True)):
        if figure is not None:
            yield Mark(
                series=0,
                place=place,
                figure=figure,
                box=Box(-float(amount) / 2, -place - _THICK / 2, float(amount), _THICK),
                fill=SINGLE,
                text=_text(spoken(amount), spec.unit, share),
                column=0,
                row=-place,
                writing=Writing.BEHIND,
            )


def _text(amount: str, unit: str, share: Rate | None) -> str:
    return f"{amount} {unit}" + (f"，占 {spoken(share)}" if share else "")
