"""What pages ask of the window (跳转): another page to be opened, said as data."""

from dataclasses import dataclass
from uuid import UUID

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery


@dataclass(frozen=True, slots=True)
class ShowHome:
    """The first page (首页)."""


@dataclass(frozen=True, slots=True)
class ShowStatistics:
    """The statistics (统计分析)."""


@dataclass(frozen=True, slots=True)
class ShowLedger:
    """The list of a kind (台账)."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class ShowDue:
    """The cases of a counter of the first page, by the query that counted them."""

    query: CaseQuery
    title: str


@dataclass(frozen=True, slots=True)
class ShowFigure:
    """The cases behind one number; `where` says in words what it was asked of."""

    indicator: Indicator
    cut: Cut
    value: Value
    where: str = ""


@dataclass(frozen=True, slots=True)
class ShowRecord:
    """One record."""

    kind: Kind
    id: UUID


@dataclass(frozen=True, slots=True)
class NewEvent:
    """A blank form (新增事件)."""


Root = ShowHome | ShowStatistics | ShowLedger
"""The pages that stand in the navigation."""

Request = Root | ShowDue | ShowFigure | ShowRecord | NewEvent
