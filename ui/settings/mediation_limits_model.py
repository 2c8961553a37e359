"""The limits of mediation as a table (矛盾纠纷的期限): a row a stage, with the moment from which it is counted."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.domain.mediation_limit import MediationStage, mediation_limits
from ui.widgets.row_model import Index, RowModel

_HEADINGS = ("环节", "从何时起算", "期限", "依据")

_WORDS: Mapping[MediationStage, tuple[str, str]] = {
    MediationStage.ACCEPT: ("排查或收到申请", "本单位规定"),
    MediationStage.MEDIATE: ("受理", "《人民调解工作若干规定》第三十三条"),
    MediationStage.EXTEND: ("原期限届满，须双方申请", "《宁波市人民调解条例》第二十七条，天数为本单位规定"),
    MediationStage.REVISIT: ("达成协议", "本单位规定"),
    MediationStage.APPLY: ("协议生效", "《人民调解法》第三十三条"),
    MediationStage.RECEIVE: ("提出申请", "《人民调解协议司法确认程序若干规定》第四条"),
    MediationStage.RULE: ("法院受理", "《人民调解协议司法确认程序若干规定》第五条"),
    MediationStage.RULE_EXTENDED: ("裁定期限届满", "《人民调解协议司法确认程序若干规定》第五条"),
    MediationStage.ARCHIVE: ("调解结束", "本单位规定"),
}
"""For each stage from when it is counted, and what says so (domain.md §3.2)."""


class MediationLimitsModel(RowModel[MediationStage]):
    """Every stage of a dispute that has a limit."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)
        self.show(tuple(mediation_limits()))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        stage = self.rows[index.row()]
        start, source = _WORDS[stage]
        return (stage.label, start, mediation_limits()[stage].label, source)[index.column()]
