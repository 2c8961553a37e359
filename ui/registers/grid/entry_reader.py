"""Reading a row of a register's grid (读取一行登记)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from typing_extensions import override

from gridapp.cases.register.draft import EntryDraft, columns_of, problems_of_new
from gridapp.cases.register.proposed import known_from
from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Problem
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import READERS
from ui.batch.columns import Columns, Row
from ui.batch.offers import Offers
from ui.batch.row_reader import UNKNOWN_VILLAGE, UNREADABLE_MOMENT, Read, RowReader
from ui.cases.amount_text import read_amount
from ui.cases.moment_text import read_moment
from ui.desk import Desk
from ui.registers.grid.entry_offers import EntryOffers


class EntryReader(RowReader[EntryDraft]):
    """A row is an entry; what the record that it belongs to tells already need not be typed."""

    offers: EntryOffers

    def __init__(self, kind: Kind, desk: Desk, columns: Columns, offers: Offers) -> None:
        super().__init__(desk, columns, offers)
        self._kind = kind
        self._columns: Mapping[str, Column] = {column.field: column for column in columns_of(kind)}

    @override
    def read(self, row: Row, late_reason: str) -> Read[EntryDraft]:
        said = self.columns.said(row)
        problems: list[Problem] = []
        values: dict[str, Any] = {}
        for field, words in said.items():
            if not words.strip():
                continue
            try:
                values[field] = self._value(self._columns[field], words.strip(), said)
            except Unreadable as error:
                problems.append(Problem(field, "unreadable", error.message))
        belongs_to = values.pop("source_case", None)
        if belongs_to is not None:
            values = {**known_from(self._kind, belongs_to), **values}
        draft = EntryDraft(
            kind=self._kind,
            town=self.offers.town,
            values=values,
            source_case=belongs_to.id if belongs_to else None,
            late_reason=late_reason,
        )
        return Read(draft, problems)

    def _value(self, column: Column, words: str, said: Mapping[str, str]) -> Any:
        if column.type in ("moment", "limit"):
            return self._moment(column, words)
        if column.type == "village":
            return _known(self.offers.village(words), UNKNOWN_VILLAGE.format(words))
        if column.type == "grid":
            village = self.offers.village(said.get("village", ""))
            return _known(self.offers.grid(words, village), f"“{words}”不是该村社的网格，请从清单中选。")
        if column.type == "case":
            return _known(self.offers.case_meant(words), f"台账中没有“{words}”，或有几条同名，请从清单中选。")
        if column.unit == "元":
            return _amount(words)
        return READERS[column.type](words, column)

    def _moment(self, column: Column, words: str) -> datetime | None:
        try:
            return read_moment(words, self.desk.today, is_limit=column.type == "limit")
        except ValueError:
            pass
        try:
            found = READERS[column.type](words, column)
        except Unreadable as error:
            raise Unreadable("moment", UNREADABLE_MOMENT.format(words)) from error
        return found if isinstance(found, datetime) else None

    @override
    def problems_of(self, entry: EntryDraft) -> Sequence[Problem]:
        return problems_of_new(entry, self.desk.areas, self.desk.now)

    @override
    def entered(self, entry: EntryDraft) -> None:
        return None


def _known(found: Any, message: str) -> Any:
    if found is None:
        raise Unreadable("unknown", message)
    return found


def _amount(words: str) -> Any:
    try:
        return read_amount(words)
    except ValueError as error:
        raise Unreadable("amount", f"“{words}”应为金额，单位为元，如 12000 或 1.2万。") from error
