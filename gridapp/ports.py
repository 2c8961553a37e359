"""What the rules ask of the database: fulfilled by `db`, used by the use cases, the commands and the window."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from gridapp.counting.ledger import Ledger
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.actor import Actor
from gridapp.domain.area import Area, AreaTree
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month, Period
from gridapp.domain.register import Campaign, Place, StaffMember, Unit
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True)
class Save:
    """A change of one case to be written: what it was (nothing if new), what it is, and why."""

    before: Case | None
    after: Case
    action: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of a case's history (修改记录): each changed field with what stood there before and after."""

    case_id: UUID
    n: int
    at: datetime
    person: str
    workstation: str
    action: str
    reason: str | None
    changes: Mapping[str, tuple[Any, Any]]
    batch: str | None


class Writer(Protocol):
    """One transaction: everything in it is kept together, or nothing is."""

    def load(self, case_id: UUID) -> Case:
        """A case as it stands; raises `Refusal` if there is none."""

    def by_number(self, town: str, kind: Kind, numbers: Collection[str]) -> Mapping[str, Case]:
        """The cases that bear some numbers."""

    def by_import_key(self, town: str, kind: Kind, keys: Collection[str]) -> Mapping[str, Case]:
        """The cases that came from some ledger rows without numbers."""

    def next_number(self, town: str, kind: Kind, day: date) -> str:
        """A number that was never given before and never will be again."""

    def save(self, saves: Sequence[Save], actor: Actor, at: datetime, batch: str | None = None) -> None:
        """Writes cases, their history and the difference of their postings.

        Raises `Overtaken` where somebody else saved the same case first.
        """

    def history(self, case_id: UUID) -> Sequence[HistoryEntry]:
        """What happened to a case, oldest first."""

    def take_back(self, batch: str, actor: Actor, at: datetime) -> int:
        """Removes what a batch brought and restores what it changed; the number of cases concerned.

        Raises `Refusal` where a case of the batch was changed since, or the batch is unknown.
        """

    def close_month(self, town: str, month: Month, actor: Actor, at: datetime) -> None:
        """Closes a month and all before it (关账): from now on nothing is booked into it.

        Raises `Refusal` where it is closed already.
        """

    def places(self, town: str, wanted: Collection[Place]) -> Mapping[tuple[str, str], Place]:
        """The places on file by (type, name); those that are not on file yet are put there."""

    def campaigns(self, town: str, wanted: Collection[Campaign]) -> Mapping[str, Campaign]:
        """The campaigns on file by name; those that are not on file yet are put there."""

    def add_areas(self, areas: Sequence[Area]) -> None:
        """Puts areas on file; those that are already there stay as they are."""

    def record_batch(self, batch: "Batch") -> None:
        """Keeps the account of an import."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The account of one import (导入批次)."""

    id: str
    kind: Kind
    town: str
    file_name: str
    at: datetime
    person: str
    read: int
    new: int
    changed: int
    same: int
    refused: int
    taken_back_at: datetime | None = None


class CaseStore(Protocol):
    """Cases as they stand."""

    def load(self, case_id: UUID) -> Case:
        """A case as it stands; raises `Refusal` if there is none."""

    def history(self, case_id: UUID) -> Sequence[HistoryEntry]:
        """What happened to a case, oldest first."""

    def transaction(self) -> AbstractContextManager[Writer]:
        """Begins a transaction that is kept if the block ends well."""

    def now(self) -> datetime:
        """The database's clock."""

    def batches(self) -> Sequence[Batch]:
        """Every import, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuery:
    """Which cases a list shows, and in what order.

    `text` is looked for literally in the searchable words; `due_before` are open cases whose limit is over by
    that moment; `ids` restricts the list to the cases behind a figure, `limit` to its first few.
    """

    kind: Kind | None = None
    town: str | None = None
    village: str | None = None
    statuses: frozenset[Status] = frozenset()
    text: str = ""
    period: Period | None = None
    due_after: datetime | None = None
    due_before: datetime | None = None
    ids: Sequence[UUID] | None = None
    sort: str = "reported_at"
    descending: bool = True
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A line of a list."""

    id: UUID
    kind: Kind
    number: str
    title: str
    town: str
    village: str | None
    category: str | None
    level: str | None
    source: str | None
    handler: str | None
    unit: str | None
    status: Status
    reported_at: datetime
    due_at: datetime | None
    closed_at: datetime | None
    excluded: bool


class CaseList(Protocol):
    """Lists of cases: ids first, rows on demand."""

    def find_ids(self, query: CaseQuery) -> Sequence[UUID]:
        """The cases of a list in its order."""

    def count(self, query: CaseQuery) -> int:
        """How many cases a list has."""

    def load_rows(self, ids: Sequence[UUID]) -> Sequence[CaseRow]:
        """The lines of some cases, in the order asked."""


class Registers(Protocol):
    """What an office keeps besides its cases: areas, staff, units, published figures, settings."""

    def areas(self) -> AreaTree:
        """The tree of areas."""

    def add_areas(self, areas: Sequence[Area]) -> None:
        """Puts areas on file; those that are already there stay as they are."""

    def staff(self, town: str) -> Sequence[StaffMember]:
        """A town's own people."""

    def units(self, town: str) -> Sequence[Unit]:
        """A town's units."""

    def add_staff(self, staff: Sequence[StaffMember], units: Sequence[Unit]) -> None:
        """Puts people and units on file; those that are already there stay as they are."""

    def published(self, town: str | None = None) -> Sequence[PublishedFigure]:
        """The registered published figures, in their order."""

    def publish(self, figures: Sequence[PublishedFigure]) -> None:
        """Registers published figures; one with the same id is replaced."""

    def campaigns(self, town: str) -> Sequence[Campaign]:
        """A town's campaigns."""

    def setting(self, name: str) -> str | None:
        """An office-wide setting, or nothing."""

    def set(self, name: str, value: str) -> None:
        """Keeps an office-wide setting."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of one check: its name, whether it holds, and what was looked at or found."""

    name: str
    ok: bool
    detail: str


class Checks(Protocol):
    """What must hold, looked at in the database itself."""

    def file_integrity(self) -> CheckResult:
        """The database file and its references."""

    def postings(self) -> CheckResult:
        """Every case's postings recomputed and compared with the ledger."""

    def balances(self) -> CheckResult:
        """The months' balances against the postings."""

    def history(self) -> CheckResult:
        """The hash chain of every case's history, and its last state against the case."""


@dataclass(frozen=True, slots=True)
class Office:
    """Everything about one office's database, ready for use."""

    cases: CaseStore
    lists: CaseList
    ledger: Ledger
    registers: Registers
    checks: Checks
    location: str

    def is_empty(self) -> bool:
        """Whether nothing has been put on file yet."""
        return not self.registers.areas().towns
