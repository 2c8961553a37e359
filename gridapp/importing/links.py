"""Rows that name another record by its number (关联编号): the person visited, the point left."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from gridapp.domain.area import Area
from gridapp.domain.columns import Column, Ledger
from gridapp.domain.kind import Kind
from gridapp.importing.rows import LedgerRow, RowProblem
from gridapp.ports import CaseStore


def linked(store: CaseStore, ledger: Ledger, town: Area, rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """The rows with the records that they name in place of the numbers; an unknown number is a problem of its row."""
    for column in ledger.columns:
        if column.type == "case":
            numbers = {row.values[column.field] for row in rows if column.field in row.values}
            found = _found(store, column, town, numbers)
            rows = [_linked(row, column, found) for row in rows]
    return list(rows)


def _found(store: CaseStore, column: Column, town: Area, numbers: Collection[str]) -> Mapping[str, UUID]:
    """The records that numbers name; of two kinds with the same number the one that the column names first."""
    found: dict[str, UUID] = {}
    for kind in column.of:
        on_file = store.by_number(town.code, Kind(kind), numbers)
        found = {number: case.id for number, case in on_file.items()} | found
    return found


def _linked(row: LedgerRow, column: Column, found: Mapping[str, UUID]) -> LedgerRow:
    said = row.values.get(column.field)
    if said is None:
        return row
    if said in found:
        return replace(row, values={**row.values, column.field: found[said]})
    kinds = "、".join(Kind(kind).label for kind in column.of)
    message = f"{kinds}台账中没有编号“{said}”，请核对{column.heading}。"
    problem = RowProblem(row.number, column.heading, said, "link", message)
    return replace(row, problems=(*row.problems, problem))
