"""What shall be imported and how (导入方案): the sheet, its columns, and what the clerk was asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Column, Ledger, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.headings import Headed
from gridapp.importing.names import factor_of
from gridapp.ports import Correction, Office


@dataclass(frozen=True, slots=True)
class Plan:
    """A ledger to be imported.

    `places` say which column (from 0) fills which field; `year` is that of days written without one; by a `correction`
    rows may count in closed months (更正). `newcomers` are the town and its areas where they are not on file yet; they
    come with the first rows.
    """

    kind: Kind
    town: Area
    headed: Headed
    places: Mapping[str, int]
    year: int | None = None
    correction: Correction | None = None
    newcomers: Sequence[Area] = ()
    file_name: str = ""
    epoch_1904: bool = False

    @property
    def ledger(self) -> Ledger:
        """The columns of the kind."""
        return ledger_of(self.kind)

    @property
    def missing(self) -> Sequence[Column]:
        """The columns that are required and have no place."""
        return [column for column in self.ledger.columns if column.required and column.field not in self.places]

    @property
    def unused(self) -> Sequence[str]:
        """The headings that fill nothing (未使用的列)."""
        used = set(self.places.values())
        return [heading for place, heading in enumerate(self.headed.headings) if heading and place not in used]

    def factor(self, field: str) -> int:
        """What the numbers of a field are to be multiplied by, as its heading or a title row says (万元)."""
        own = factor_of(self.headed.headings[self.places[field]]) if self.places[field] < self._width else 1
        return 10_000 if own == 1 and self.headed.in_ten_thousands else own

    @property
    def _width(self) -> int:
        return len(self.headed.headings)

    def sure(self) -> None:
        """Raises `Refusal` where a required column is missing, or one column is to fill two fields."""
        if self.missing:
            names = "、".join(column.heading for column in self.missing)
            raise Refusal(f"{self.ledger.title}缺少必填的列：{names}；请补上后再导入。")
        if len(set(self.places.values())) < len(self.places):
            raise Refusal("同一列不能对应两个栏目，请改正列的对应关系。")

    def areas(self, office: Office) -> AreaTree:
        """The areas by which villages and grids are found; asks the database."""
        return AreaTree(self.newcomers) if self.newcomers else office.registers.areas()
