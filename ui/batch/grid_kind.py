"""What tells one grid from another (表格种类): its columns, lists and words, how a row is read and saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic
from uuid import UUID

from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from ui.batch.columns import Columns
from ui.batch.offers import Offers
from ui.batch.row_reader import E, RowReader
from ui.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class GridKind(Generic[E]):
    """A grid in which cases of a kind are recorded.

    `mark` tells its drafts from others, `topic` names the standard phrases of its results, `remark` is the last of
    the hints below the table. `record` saves entries in one transaction and gives the cases by their places; the
    draft of a given id goes with it. Of a `whole` grid all rows are saved, or none. A `fixed` one shows cases that are
    on file; `verb` is what saving does to a case.
    """

    kind: Kind
    mark: str
    title: str
    topic: str
    remark: str
    columns: Columns
    offers: Callable[[AreaTree, str], Offers]
    reader: Callable[[Desk, Columns, Offers], RowReader[E]]
    record: Callable[[Desk, Sequence[E], UUID | None], Mapping[int, Case]]
    whole: bool = False
    fixed: bool = False
    verb: str = "登记"
