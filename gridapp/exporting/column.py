"""The columns of an exported list (导出的列): what stands in each cell, typed as a spreadsheet keeps it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from gridapp.ports import CaseRow

Content = str | int | float | Decimal | date | datetime | None
"""What a cell holds; a moment is that of Asia/Shanghai, without its zone. An empty text is an empty cell."""

Read = Callable[[CaseRow], Content]
"""What stands in a column for a line."""


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column under its heading.

    What stands in a `code` (编号、电话、证件号) is never taken for a number. A column of personal data is written as
    `masked` says, unless somebody has said why it is to be seen whole.
    """

    heading: str
    whole: Read
    code: bool = False
    masked: Read | None = None

    def read(self, *, unmasked: bool) -> Read:
        """How its cells are filled."""
        return self.whole if unmasked or self.masked is None else self.masked
