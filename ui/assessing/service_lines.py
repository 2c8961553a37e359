"""Times of service while they are written (在岗时间填写): a line each, with what is wrong in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from gridapp.domain.moment import day_of, start_of
from gridapp.domain.service import Service
from ui.cases.moment_edit import MomentEdit
from ui.widgets.choices import Choice
from ui.widgets.lines_box import LinesBox
from ui.widgets.pick_box import PickBox

ServiceLine = tuple[PickBox, MomentEdit, MomentEdit, PickBox]
_STRETCHES = (3, 3, 3, 4)
_UNREADABLE = "看不懂这个日期，请写成 0611、6-11 或 2018-06-11。"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a line, and where."""

    entry: QLineEdit
    message: str


class ServiceLines(LinesBox[ServiceLine]):
    """Role, first day, last day, grid; a line with nothing in it does not count."""

    def __init__(self, roles: Sequence[str], grids: Sequence[Choice], today: date) -> None:
        super().__init__("在岗时间", "在岗时间", _STRETCHES)
        self._roles, self._grids, self._today = roles, grids, today
        self.add_rows(1)

    @override
    def entries_of(self, number: int) -> ServiceLine:
        role, grid = PickBox(f"第 {number} 段岗位"), PickBox(f"第 {number} 段网格")
        role.offer(self._roles)
        role.setPlaceholderText("岗位")
        grid.offer(self._grids)
        grid.setPlaceholderText("网格（可不填）")
        first, last = (MomentEdit(f"第 {number} 段{word}日期", self._today) for word in ("到岗", "离岗"))
        first.setPlaceholderText("到岗日期")
        last.setPlaceholderText("离岗日期")
        return role, first, last, grid

    def show_services(self, services: Sequence[Service]) -> None:
        """Shows what is on file."""
        self.add_rows(max(len(services), 1))
        for (role, first, last, grid), service in zip(self.rows, services, strict=False):
            role.show_words(service.role)
            first.show_moment(start_of(service.first_day))
            last.show_moment(start_of(service.last_day) if service.last_day else None)
            grid.choose(service.grid)

    def wrong(self) -> Sequence[Wrong]:
        """Everything that cannot be kept, from above."""
        found: list[Wrong] = []
        for n, (role, first, last, grid) in enumerate(self._filled(), 1):
            if not role.words.strip() or role.is_unknown:
                found.append(Wrong(role, f"第 {n} 段：请从清单中选择岗位。"))
            if not first.text().strip():
                found.append(Wrong(first, f"第 {n} 段：请填写到岗日期。"))
            found += [Wrong(day, f"第 {n} 段：{_UNREADABLE}") for day in (first, last) if not day.readable]
            if grid.is_unknown:
                found.append(Wrong(grid, f"第 {n} 段：清单里没有这个网格，请从清单中选择。"))
        return found

    def services(self, town: str, name: str) -> Sequence[Service]:
        """What is written; only where nothing is wrong."""
        return [
            Service(town=town, name=name, role=role.words.strip(), first_day=day, last_day=_day(last), grid=grid.key)
            for role, first, last, grid in self._filled()
            if (day := _day(first)) is not None
        ]

    def _filled(self) -> Sequence[ServiceLine]:
        return [row for row in self.rows if any(entry.text().strip() for entry in row)]


def _day(entry: MomentEdit) -> date | None:
    moment = entry.moment
    return None if moment is None else day_of(moment)
