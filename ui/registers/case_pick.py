"""A field in which a record on file is picked (关联对象): by its name, number or pinyin."""

from collections.abc import Sequence
from uuid import UUID

from gridapp.domain.area import AreaTree
from gridapp.ports import CaseRow
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox


class CasePick(PickBox):
    """Keeps the record that it was given also while its list is still being read, or where it is not in the list."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._rows: dict[str, CaseRow] = {}
        self._given: UUID | None = None
        self.setPlaceholderText("姓名、名称、编号或拼音")

    @property
    def row(self) -> CaseRow | None:
        """The record that is picked, as its list shows it."""
        return self._rows.get(self.key or "")

    @property
    def case_id(self) -> UUID | None:
        """The record that is picked."""
        row = self.row
        if row is not None:
            return row.id
        return self._given if not self.words.strip() else None

    def show_case(self, case_id: UUID | None) -> None:
        """Shows a record, as soon as it is known."""
        self._given = case_id
        self.choose(str(case_id) if case_id else None)

    def offer_cases(self, rows: Sequence[CaseRow], areas: AreaTree) -> None:
        """Offers records, those that stand in no list but are named already among them."""
        wanted = self.case_id
        self._rows = {str(row.id): row for row in rows}
        self.offer(Choice(key, _said(row, areas), row.number, row.title) for key, row in self._rows.items())
        if wanted is not None and not self.words.strip():
            self.show_case(wanted)


def _said(row: CaseRow, areas: AreaTree) -> str:
    return "　".join(filter(None, (row.title, areas.name(row.village), row.number)))
