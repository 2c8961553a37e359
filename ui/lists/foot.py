"""The line below a list (列表脚): how many records there are and how many are selected, each in its own unit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QLabel

from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from ui.desk import Desk
from ui.jobs import Questions
from ui.lists.units import in_units, unit_of, units_apart


class Foot:
    """What is counted in several units (条, 处) is never told as one sum: its parts are asked for and stand apart."""

    def __init__(self, desk: Desk, kind: Kind, label: QLabel, selected_ids: Callable[[], Sequence[UUID]]) -> None:
        self._desk, self._label, self._selected_ids = desk, label, selected_ids
        self._unit, self._apart = unit_of(kind), units_apart(kind)
        self._questions = Questions(desk.jobs, label)
        self._found = ""

    def show(self, query: CaseQuery, count: int, selected: int, *, searched: bool) -> None:
        """Shows how many a question finds, and how many of them are selected."""
        self._found = "找到" if searched else "共"
        if not count:
            self._label.setText("没有符合条件的记录")
        elif self._apart:
            self._ask(query, selected)
        else:
            chosen = f" · 已选 {selected:,} {self._unit}" if selected > 1 else ""
            self._label.setText(f"{self._found} {count:,} {self._unit}{chosen}")

    def _ask(self, query: CaseQuery, selected: int) -> None:
        lists, apart = self._desk.office.lists, self._apart
        asked = [query]
        if selected > 1:
            asked.append(CaseQuery(kind=query.kind, ids=self._selected_ids(), today=query.today))

        def work() -> list[Mapping[str, int]]:
            parts = [replace(one, conditions=(*one.conditions, unit)) for one in asked for unit in apart.values()]
            counts = iter(lists.count_many(parts))
            return [{unit: next(counts) for unit in apart} for _ in asked]

        self._questions.ask("units", work, lambda found: self._tell(found, selected), lambda _: None)

    def _tell(self, found: Sequence[Mapping[str, int]], selected: int) -> None:
        chosen = f" · 已选 {in_units(found[1])}" if selected > 1 else ""
        self._label.setText(f"{self._found} {in_units(found[0])}{chosen}")
