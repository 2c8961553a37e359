"""What pages ask of the window (跳转): another page to be opened, said as data."""

from dataclasses import dataclass
from uuid import UUID

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from ui.lists.walk import Walk


@dataclass(frozen=True, slots=True)
class ShowHome:
    """The first page (首页)."""


@dataclass(frozen=True, slots=True)
class ShowStatistics:
    """The statistics (统计分析)."""


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """The settings (设置)."""


@dataclass(frozen=True, slots=True)
class ShowLedger:
    """The list of a kind (台账)."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class ShowDue:
    """The cases of a counter of the first page, by the query that counted them; `queue` is the queue's own name."""

    query: CaseQuery
    title: str
    queue: str = ""


@dataclass(frozen=True, slots=True)
class ShowFigure:
    """The cases behind one number; `where` says in words what it was asked of."""

    indicator: Indicator
    cut: Cut
    value: Value
    where: str = ""


@dataclass(frozen=True, slots=True)
class ShowRecord:
    """One record; out of a queue with the way on through it."""

    kind: Kind
    id: UUID
    walk: Walk | None = None


@dataclass(frozen=True, slots=True)
class NewEvent:
    """A blank form (新增事件), or one that was left unsaved, by its draft."""

    draft_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewBatch:
    """A grid for many events on one screen (批量登记)."""


@dataclass(frozen=True, slots=True)
class NewDispute:
    """A blank form of a dispute (登记纠纷), one that was left unsaved, or one opened from an event or a petition."""

    draft_id: UUID | None = None
    source: UUID | None = None


@dataclass(frozen=True, slots=True)
class SettleOnTheSpot:
    """The short form for what was settled at once (当场调解), or one that was left unsaved, by its draft."""

    draft_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SettleMany:
    """A grid for many disputes that were settled at once (批量登记当场调解)."""


@dataclass(frozen=True, slots=True)
class EndMany:
    """Many disputes to be ended together, each with its own result (集中办结); nothing chosen: those in hand."""

    ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowWeek:
    """The week's sessions of all mediators (调解周历)."""


Root = ShowHome | ShowStatistics | ShowLedger | ShowSettings
"""The pages that stand in the navigation."""

Request = (
    Root
    | ShowDue
    | ShowFigure
    | ShowRecord
    | NewEvent
    | NewBatch
    | NewDispute
    | SettleOnTheSpot
    | SettleMany
    | EndMany
    | ShowWeek
)
