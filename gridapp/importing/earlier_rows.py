"""Rows that name the petition that they repeat (上次信访编号): on file, or in a row of the same ledger."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from gridapp.domain.area import Area
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import told_before
from gridapp.importing.petition_rows import EARLIER
from gridapp.importing.rows import REMAINDER, LedgerRow, RowProblem
from gridapp.ports import Writer


class EarlierRows:
    """The petitions that rows name; one that nobody knows, or that came later, stands in the note."""

    def __init__(self, writer: Writer, town: Area, rows: Sequence[LedgerRow], now: datetime) -> None:
        named = {row.values[EARLIER] for row in rows if EARLIER in row.values}
        on_file = writer.by_number(town.code, Kind.PETITION, sorted(named)) if named else {}
        self.ids: Mapping[str, UUID] = {
            number: case_id_at(now)
            for row in rows
            if (number := row.values.get("number", "")) in named and number not in on_file
        }
        """The identities that rows named by others shall have, by their numbers."""
        self._known = {**{number: case.id for number, case in on_file.items()}, **self.ids}
        self._came = {number: case.reported_at for number, case in on_file.items()} | {
            row.values["number"]: row.values["reported_at"] for row in rows if row.values.get("number") in named
        }
        self.remarks: list[RowProblem] = []

    def told(self, values: Mapping[str, Any], row: int) -> dict[str, Any]:
        """The values of a row with the petition that it repeats, which makes it 重访 (重信)."""
        said = values.get(EARLIER)
        if said is None:
            return dict(values)
        heading, is_known = "上次信访编号", said in self._known
        if is_known and not told_before(values["reported_at"], self._came[said]):
            return {**values, "earlier": self._known[said], "repeat": True}
        why = f"“{said}”的信访时间晚于本件" if is_known else f"信访台账中没有编号“{said}”"
        self.remarks.append(RowProblem(row, heading, said, "link", f"{why}，已写入备注。"))
        noted = "；".join(filter(None, [values.get(REMAINDER), f"原填{heading}：{said}"]))
        return {**values, REMAINDER: noted}
