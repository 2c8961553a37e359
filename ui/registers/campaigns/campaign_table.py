"""The drives of a town (专项行动名单): a line each, those that are running first."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.domain.campaign import Campaign, Stand, standing
from ui.widgets.row_model import Index, RowModel

HEADINGS = ("专项行动", "进展")
WIDTHS = (26, 9)
_STANDS = {
    Stand.RUNNING: "进行中",
    Stand.UNDATED: "未定起止",
    Stand.AHEAD: "未开始",
    Stand.OVER: "已结束",
}


class CampaignModel(RowModel[Campaign]):
    """A line each: its name, and whether it is running; those that are come first."""

    def __init__(self, today: date) -> None:
        super().__init__(HEADINGS)
        self._today = today

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        campaign = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{campaign.name}　{span_of(campaign)}"
        return (campaign.name, _STANDS[standing(campaign, self._today)])[index.column()]


def span_of(campaign: Campaign) -> str:
    """From when until when a drive runs."""
    if campaign.first_day is None and campaign.last_day is None:
        return "未定起止"
    return f"{campaign.first_day or ''}—{campaign.last_day or ''}"
