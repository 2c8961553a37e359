"""What is to be exported (导出要求): which list, which of its columns, under which head, and why unmasked."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridapp.exporting.column import ExportColumn
from gridapp.ports import CaseQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrder:
    """A list as somebody wants it: `title` and `question` (筛选条件) in words, `unit` is who hands it in (填报单位).

    Personal data are masked unless there is a `reason` (用途) for them to be seen.
    """

    query: CaseQuery
    columns: Sequence[ExportColumn]
    title: str
    unit: str
    question: str
    reason: str | None = None

    @property
    def unmasked(self) -> bool:
        """Whether personal data are written whole."""
        return self.reason is not None and any(column.masked for column in self.columns)
