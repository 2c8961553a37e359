"""The columns of an exported ledger (导出台账的列): those of the ledger that a line tells, and how each case stands."""

from collections.abc import Iterator
from dataclasses import fields

from gridapp.domain.area import AreaTree
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.exporting.column import ExportColumn
from gridapp.exporting.line_values import APART, is_code, typed_content
from gridapp.exporting.personal import is_personal, masked_content
from gridapp.ports import CaseRow

_OF_LINES = frozenset(CaseRow._fields)
_UNTOLD = frozenset({"note", "source_case"})
"""What records have but no line of a list."""


def ledger_columns(kind: Kind, areas: AreaTree) -> tuple[ExportColumn, ...]:
    """The columns of a kind, under the headings by which an import knows them; the town where there are several."""
    return tuple(
        exported(kind, name, heading, areas)
        for name, heading in _headings(kind, several_towns=len(areas.towns) > 1)
        if _is_told(kind, name)
    )


def exported(kind: Kind, name: str, heading: str, areas: AreaTree) -> ExportColumn:
    """The column of a field."""
    masked = masked_content(kind, name, areas) if is_personal(kind, name) else None
    return ExportColumn(heading, typed_content(kind, name, areas), is_code(name), masked)


def _headings(kind: Kind, *, several_towns: bool) -> Iterator[tuple[str, str]]:
    told = {column.field: column.heading for column in ledger_of(kind).columns}
    yield "number", told.pop("number", "编号")
    if several_towns:
        yield "town", "乡镇"
    yield from told.items()
    yield "status", "状态"


def _is_told(kind: Kind, name: str) -> bool:
    own = () if kind in APART else (field.name for field in fields(RECORDS[kind]))
    return name not in _UNTOLD and (name in _OF_LINES or name in own)
