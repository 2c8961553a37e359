"""The workers whom the rules assess, with their times of service (考核对象)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.assessing.rules import rules_for
from gridapp.domain.area import AreaKind, AreaTree
from gridapp.domain.period import Month
from gridapp.domain.service import Service
from gridapp.ports import Office
from ui.widgets.choices import Choice
from ui.widgets.row_model import Index, RowModel

WIDTHS = (10, 22, 14, 30)
TIMES = 3
_HEADINGS = ("姓名", "岗位", "村社", "在岗时间")
_ALWAYS = "一直在岗"


@dataclass(frozen=True, slots=True)
class Server:
    """A worker with his roles, and what is told of his times."""

    name: str
    roles: tuple[str, ...]
    village: str | None
    services: tuple[Service, ...]


class ServerModel(RowModel[Server]):
    """A row a worker; one of whom nothing is told served always."""

    def __init__(self, areas: AreaTree) -> None:
        super().__init__(_HEADINGS)
        self._areas = areas

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        server = self.rows[index.row()]
        times = "；".join(_said(service, len(server.roles) > 1) for service in server.services) or _ALWAYS
        village = self._areas.name(server.village) or "—"
        return (server.name, "、".join(server.roles), village, times)[index.column()]


def servers_of(office: Office, town: str, month: Month) -> Sequence[Server]:
    """Everybody whom the rules of a month assess, by his first role and name; asks the database."""
    roles = rules_for(office, town, month).roles
    told = office.assessment.services(town)
    members = [member for member in office.registers.staff(town) if member.role in roles]
    held: Mapping[str, list[str]] = {
        name: sorted({m.role for m in members if m.name == name}, key=roles.index) for name in {m.name for m in members}
    }
    villages = {member.name: member.village for member in members}
    return [
        Server(name, tuple(held[name]), villages[name], tuple(s for s in told if s.name == name))
        for name in sorted(held, key=lambda name: (roles.index(held[name][0]), villages[name] or "~", name))
    ]


def grids_of(areas: AreaTree, town: str) -> Sequence[Choice]:
    """The grids of a town, each with its village."""
    return [
        Choice(grid.code, f"{areas.name(village.code)} {grid.name}", name=grid.name)
        for village in areas.children(town)
        for grid in areas.children(village.code)
        if grid.kind is AreaKind.GRID
    ]


def _said(service: Service, with_role: bool) -> str:
    until = f"至 {service.last_day}" if service.last_day else "起"
    return f"{service.role + ' ' if with_role else ''}{service.first_day} {until}"
