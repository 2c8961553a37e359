"""The limits of petitions as a table (信访的期限): a row a stage, a column each set of rules (domain.md §4.1)."""

from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.domain.petition_limit import PetitionStage, Regime, petition_limits
from ui.widgets.row_model import Index, RowModel

_OWN = "本单位"


class PetitionLimitsModel(RowModel[PetitionStage]):
    """Every stage, with the days of each set of rules; where several hold at once the strictest counts."""

    def __init__(self) -> None:
        limits = petition_limits()
        self._columns = [*(regime.limits for regime in limits.regimes), limits.own]
        super().__init__(("环节", *map(_heading, limits.regimes), _OWN))
        self.show(tuple(PetitionStage))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        stage = self.rows[index.row()]
        if not index.column():
            return stage.label
        limit = self._columns[index.column() - 1].get(stage)
        return limit.label if limit else "—"


def _heading(regime: Regime) -> str:
    return f"{regime.name}（{regime.since} {f'至 {regime.until}' if regime.until else '起'}）"
