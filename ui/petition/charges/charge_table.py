"""The leaders' charges (领导包案): a line each, petitions and disputes alike, with the limit by its light."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.deadline import Light
from gridapp.domain.moment import day_of, spoken_limit
from gridapp.domain.workdays import CalendarMissing
from gridapp.ports import ChargeLine
from ui.cases.row_light import SIGNS, light_colour
from ui.desk import Desk
from ui.widgets.row_model import Index, RowModel

HEADINGS = ("包案领导", "期限", "类别", "案由", "责任单位", "责任人", "约谈走访", "化解方案或结果")
WIDTHS = (9, 20, 9, 16, 13, 9, 21, 18)
_DUE = 1


class ChargeModel(RowModel[ChargeLine]):
    """Struck off (销案) it says when and with what result."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(HEADINGS)
        self._desk = desk

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.number}　{line.title}\n{day_of(line.charge.taken_at)} 受领　{line.charge.plan}"
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _DUE and line.charge.ended_at is None:
            return QColor(light_colour(self.light_of(line)))
        return None

    def light_of(self, line: ChargeLine) -> Light:
        """The light of a charge's limit; grey once it is struck off."""
        charge, desk = line.charge, self._desk
        try:
            return desk.deadlines.light(charge.due_at, charge.taken_at, desk.now, charge.ended_at is None)
        except CalendarMissing:
            return Light.GREY

    def _words(self, line: ChargeLine) -> tuple[str, ...]:
        charge = line.charge
        if charge.ended_at is None:
            light = self.light_of(line)
            due = f"{SIGNS[light]} {spoken_limit(charge.due_at)} {light.label}".strip()
            told = charge.plan
        else:
            due, told = f"已销案 {day_of(charge.ended_at)}", charge.result or ""
        talked = f"{line.talks} 次" + (f"，最近 {day_of(line.last_talk_at)}" if line.last_talk_at else "")
        return (
            charge.leader,
            due,
            line.kind.label,
            line.title,
            charge.unit,
            charge.person,
            talked,
            told,
        )
