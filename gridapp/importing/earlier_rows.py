"""Rows that name the petition that they repeat (上次信访编号): on file, or in a row of the same ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from gridapp.domain.area import Area
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import told_before
from gridapp.importing.petition_rows import EARLIER
from gridapp.importing.rows import REMAINDER, LedgerRow, RowProblem
from gridapp.ports import CaseStore

_HEADING = "上次信访编号"


@dataclass(frozen=True, slots=True)
class EarlierRows:
    """The petitions that rows name; one that nobody knows, or that came later, stands in the note.

    `ids` are the identities that rows named by others shall have, by their numbers.
    """

    ids: Mapping[str, UUID] = field(default_factory=dict)
    _known: Mapping[str, UUID] = field(default_factory=dict)
    _came: Mapping[str, datetime] = field(default_factory=dict)

    def told(self, values: Mapping[str, Any], row: int) -> tuple[Mapping[str, Any], list[RowProblem]]:
        """The values of a row with the petition that it repeats, which makes it 重访 (重信); and what is to be said."""
        said = values.get(EARLIER)
        if said is None:
            return values, []
        is_known = said in self._known
        if is_known and not told_before(values["reported_at"], self._came[said]):
            return {**values, "earlier": self._known[said], "repeat": True}, []
        why = f"“{said}”的信访时间晚于本件" if is_known else f"信访台账中没有编号“{said}”"
        noted = "；".join(filter(None, [values.get(REMAINDER), f"原填{_HEADING}：{said}"]))
        return {**values, REMAINDER: noted}, [RowProblem(row, _HEADING, said, "link", f"{why}，已写入备注。")]


def earlier_rows(cases: CaseStore, town: Area, rows: Iterable[LedgerRow], now: datetime) -> EarlierRows:
    """The petitions that good rows of a ledger name, on file or among these rows; asks the database."""
    named: set[str] = set()
    came: dict[str, datetime] = {}
    for row in rows:
        if EARLIER in row.values:
            named.add(row.values[EARLIER])
        if "number" in row.values:
            came[row.values["number"]] = row.values["reported_at"]
    on_file = cases.by_number(town.code, Kind.PETITION, sorted(named)) if named else {}
    ids = {number: case_id_at(now) for number in came if number in named and number not in on_file}
    known = {number: case.id for number, case in on_file.items()} | ids
    return EarlierRows(ids, known, {number: case.reported_at for number, case in on_file.items()} | came)
