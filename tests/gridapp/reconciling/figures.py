"""Figures that the test town reports."""

from datetime import datetime
from decimal import Decimal

from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.period import period_named


def reported_figure(
    reported: str | int | Decimal,
    reported_at: datetime | None = None,
    *,
    indicator: str = "event.reported",
    period: str = "2018-06",
    at_least: bool = False,
    where: tuple[Dimension, str] | None = None,
) -> PublishedFigure:
    """A figure that the test town reported for June, as it is entered."""
    return PublishedFigure(
        id="",
        town="高湖镇",
        indicator=indicator,
        where={where[0]: (where[1],)} if where else {},
        period=period_named(period),
        reported=Decimal(reported),
        at_least=at_least,
        unit="",
        title="",
        source="演示：六月月报",
        sentence="一、网格事件",
        reported_at=reported_at,
        reported_by="演示填报人",
    )
