"""The columns of a list as they are exported (导出的列): typed where the line is, else in the words of the screen."""

from collections.abc import Sequence

from gridapp.domain.kind import Kind
from gridapp.exporting.column import Content, ExportColumn, Read
from gridapp.exporting.line_values import is_code, typed_content
from gridapp.exporting.personal import is_personal, masked_content
from gridapp.ports import CaseRow
from ui.cases.columns import ListColumn
from ui.cases.ledger_columns import all_columns
from ui.desk import Desk


def export_columns(columns: Sequence[ListColumn], kind: Kind, desk: Desk) -> tuple[ExportColumn, ...]:
    """Some columns of a kind's list, in their order and under their headings."""
    return tuple(_exported(column, kind, desk) for column in columns)


def every_column(shown: Sequence[ListColumn], kind: Kind) -> tuple[ListColumn, ...]:
    """The columns that are shown, then all others that the list can show."""
    names = {column.name for column in shown}
    return (*shown, *(column for column in all_columns(kind) if column.name not in names))


def _exported(column: ListColumn, kind: Kind, desk: Desk) -> ExportColumn:
    name, heading, areas = column.name, column.heading, desk.areas
    if column.content is not None:
        return ExportColumn(heading, column.content)
    typed = typed_content(kind, name, areas)
    if is_personal(kind, name):
        masked = masked_content(kind, name, areas)
        return ExportColumn(heading, _or_said(typed, column, desk), is_code(name), _or_said(masked, column, desk))

    def whole(row: CaseRow) -> Content:
        content = typed(row)
        return column.said(row, desk) if content is None or isinstance(content, str) else content

    return ExportColumn(heading, whole, is_code(name))


def _or_said(read: Read, column: ListColumn, desk: Desk) -> Read:
    """What is read of a line, or what the screen says where nothing is (匿名)."""
    return lambda row: read(row) or column.said(row, desk)
