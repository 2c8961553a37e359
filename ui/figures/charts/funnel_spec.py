"""What became of the cases of a period (办理漏斗): each stage a part of the one before it, or words in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gridapp.counting.amount import Rate
from gridapp.counting.funnel import is_part
from gridapp.counting.indicator import catalogue
from ui.figures.charts.chart_spec import ChartSpec, Series, can_be_said
from ui.figures.figure_table import joined
from ui.figures.figure_words import counting_unit, unit_of
from ui.requests import ShowFigure


@dataclass(frozen=True, slots=True)
class FunnelSpec(ChartSpec):
    """One series; `shares` holds what each stage makes of the first, nothing for the first."""

    amounts: tuple[Decimal, ...] = ()
    shares: tuple[Rate | None, ...] = ()


def funnel_of(figures: Sequence[ShowFigure], heading: str = "办理漏斗") -> FunnelSpec:
    """The stages of a cohort: its first figure, then of each that is a part of it how many came so far.

    A cohort rate (办结率) stands for its numerator and opens the cases of both its parts. What was counted on another
    day, as 本期办结 with its older cases, is no part of 本期上报: it is named in the note and not drawn.
    """
    stages: list[ShowFigure] = []
    apart: list[str] = []
    for figure in figures:
        if _adds_units(figure):
            apart.append(f"“{figure.indicator.name}”的各单位不能相加，请先选定一个单位")
        elif not can_be_said(figure):
            apart.append(f"“{figure.indicator.name}”没有数据")
        elif not stages or is_part(figure.indicator, stages[-1].indicator):
            stages.append(figure)
        else:
            apart.append(f"“{figure.indicator.name}”不是“{stages[-1].indicator.name}”的一部分，不画")
    amounts = tuple(_amount(figure) for figure in stages)
    first = stages[0] if stages else None
    return FunnelSpec(
        heading,
        tuple(_label(figure) for figure in stages),
        (Series(heading, tuple(stages)),) if stages else (),
        unit=unit_of(first) if first else "",
        rule="　".join(f"{figure.indicator.name}：{figure.indicator.rule}" for figure in stages),
        scope=joined([first.where, first.cut.period.label]) if first else "",
        note="；".join(apart) + "。" if apart else "",
        amounts=amounts,
        shares=tuple(None if not n else Rate(amount, amounts[0]) for n, amount in enumerate(amounts)),
    )


def _adds_units(figure: ShowFigure) -> bool:
    """Whether the figure would add what must be kept apart (条 and 处)."""
    indicator = figure.indicator
    return catalogue()[indicator.kind].apart is not None and counting_unit(indicator, figure.cut) is None


def _amount(figure: ShowFigure) -> Decimal:
    value = figure.value
    return value.numerator if isinstance(value, Rate) else value or Decimal(0)


def _label(figure: ShowFigure) -> str:
    name = figure.indicator.name
    return f"其中{name.removesuffix('率')}" if isinstance(figure.value, Rate) else name
