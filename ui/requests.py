"""What pages ask of the window (跳转): another page to be opened, said as data."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month, Period
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
    """A blank form (新增事件), one that was left unsaved, or one found on the occasion of a register's entry."""

    draft_id: UUID | None = None
    source: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewBatch:
    """A grid for many events on one screen (批量登记)."""


@dataclass(frozen=True, slots=True)
class NewDispute:
    """A blank form of a dispute (登记纠纷), one that was left unsaved, or one opened from an event or a petition."""

    draft_id: UUID | None = None
    source: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewPetition:
    """A blank form of a petition (登记信访), one left unsaved, or one received on a reception day, by its id."""

    draft_id: UUID | None = None
    reception: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewPetitions:
    """A grid for many petitions on one screen (批量登记信访)."""


@dataclass(frozen=True, slots=True)
class NewInspection:
    """A blank form of an inspection (新检查), one left unsaved, or one of a place or of a filed visit, by its id."""

    draft_id: UUID | None = None
    place: UUID | None = None
    plan: UUID | None = None


@dataclass(frozen=True, slots=True)
class ShowPlans:
    """The visits that are filed and not held yet (检查计划); with the form for some places, by their ids."""

    places: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowPlaces:
    """The register of places (场所名录)."""


@dataclass(frozen=True, slots=True)
class ShowPlace:
    """One place of the register; nothing chosen: the form of a new one."""

    id: UUID | None = None


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
class NewHazards:
    """A grid for many hazards on one screen (批量登记隐患)."""


@dataclass(frozen=True, slots=True)
class RecheckMany:
    """Several hazards to be re-checked together, each with its own result (集中复查); nothing chosen: all that wait."""

    ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowWeek:
    """The week's sessions of all mediators (调解周历)."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A blank form of a register (登记), one that was left unsaved, or one that belongs to a case, by its id."""

    kind: Kind
    draft_id: UUID | None = None
    source: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewEntries:
    """A grid for many entries of a register (批量登记); a row is begun for each case to which one is to belong."""

    kind: Kind
    sources: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowRoster:
    """The duty roster of a month (值班表)."""


@dataclass(frozen=True, slots=True)
class ShowMatrix:
    """Who answers for what in which village (责任矩阵)."""


@dataclass(frozen=True, slots=True)
class ShowReceptions:
    """The reception days of a month (领导接待日)."""


@dataclass(frozen=True, slots=True)
class ShowCampaigns:
    """The drives of a town (专项行动)."""


@dataclass(frozen=True, slots=True)
class ShowCharges:
    """What leaders have made their own (领导包案)."""


@dataclass(frozen=True, slots=True)
class ShowPatrolled:
    """What is to be patrolled, and when it last was (巡查情况)."""


@dataclass(frozen=True, slots=True)
class ShowMonthEnd:
    """The months and their closing (月报与关账), on a town's month; nothing chosen: the first town, the last month."""

    town: str = ""
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class ShowProse:
    """The report in words (文字材料) of a town's period; nothing chosen: the first town, this year so far."""

    town: str | None = None
    period: Period | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class ShowDoubts:
    """What is doubtful in a town's period (数据疑点); nothing chosen: the first town, this year so far."""

    town: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class ShowImport:
    """The import of ledgers (导入台账), of a kind to begin with."""

    kind: Kind = Kind.EVENT


@dataclass(frozen=True, slots=True)
class ShowPapers:
    """The papers of a case (文书): what can be made of it, and what was made; `about` names the case."""

    kind: Kind
    case_id: UUID
    about: str = ""


@dataclass(frozen=True, slots=True)
class ShowExplanation:
    """Why a reported figure differs from the records (差额说明), by the figure's number."""

    figure_id: str


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
    | NewPetition
    | NewPetitions
    | NewInspection
    | ShowPlans
    | ShowPlaces
    | ShowPlace
    | SettleOnTheSpot
    | SettleMany
    | EndMany
    | NewHazards
    | RecheckMany
    | ShowWeek
    | NewEntry
    | NewEntries
    | ShowReceptions
    | ShowCharges
    | ShowCampaigns
    | ShowRoster
    | ShowMatrix
    | ShowPatrolled
    | ShowMonthEnd
    | ShowProse
    | ShowDoubts
    | ShowExplanation
    | ShowImport
    | ShowPapers
)
