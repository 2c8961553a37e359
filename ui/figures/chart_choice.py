"""Which chart is drawn (图的选择)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from gridapp.counting.funnel import FUNNELS
from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind


class ChartKind(StrEnum):
    """What a chart shows; the value is the office's own word."""

    ROWS = "分项柱图"
    TREND = "各月走势"
    STACKED = "各月构成"
    RANKING = "村社排名"
    PARETO = "类别累计"
    HEAT = "村社月份热力图"
    FUNNEL = "办理漏斗"


PARTS: Mapping[Kind, Dimension] = {
    Kind.EVENT: Dimension.PLATFORM,
    Kind.DISPUTE: Dimension.MODE,
    Kind.PETITION: Dimension.CHANNEL,
    Kind.HAZARD: Dimension.LEVEL,
}
"""Of what the months of a kind are made in 各月构成."""


def charts_of(kind: Kind) -> Sequence[ChartKind]:
    """The charts that a kind has."""
    return [chart for chart in ChartKind if chart is not ChartKind.FUNNEL or kind in FUNNELS]
