"""Cases as the database keeps them: loading, one transaction of writing, the history."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from gridapp.domain.actor import Actor
from gridapp.domain.area import Area
from gridapp.domain.books import BookStep, KeptTable
from gridapp.domain.campaign import Campaign
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month
from gridapp.domain.petition import Petition
from gridapp.domain.place import Place


@dataclass(frozen=True, slots=True)
class Save:
    """A change of one case to be written: what it was (nothing if new), what it is, and why.

    `takes_back` is the number of the history entry of the case that it undoes (撤销), if it does.
    """

    before: Case | None
    after: Case
    action: str
    reason: str | None = None
    takes_back: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A chief's leave to correct what closed months have counted (更正): by whose authority, and why."""

    authority: str
    reason: str


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
    takes_back: int | None = None


@dataclass(frozen=True, slots=True)
class PastSave:
    """A history entry with the case as it is now: by whose number it is known, and whether the entry was undone.

    `turn` counts what the person saved by hand: entries of one transaction share it.
    """

    turn: int
    entry: HistoryEntry
    kind: Kind
    number: str
    title: str
    taken_back: bool


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


@dataclass(frozen=True, slots=True)
class Touched:
    """The cases that an import touched, as far as they are still there: those that it brought, those that it changed.

    `corrected` says how many of them it made a closed month count otherwise (更正), month by month.
    """

    new: Sequence[UUID]
    changed: Sequence[UUID]
    corrected: Mapping[Month, int]


class Writer(Protocol):
    """One transaction: everything in it is kept together, or nothing is."""

    def load(self, case_id: UUID) -> Case:
        """A case as it stands; raises `Refusal` if there is none."""

    def load_all(self, ids: Sequence[UUID]) -> Mapping[UUID, Case]:
        """Some cases as they stand; those that do not exist are left out."""

    def hold_all(self, ids: Sequence[UUID]) -> Mapping[UUID, Case]:
        """As `load_all`; until the transaction ends nobody else changes or holds them."""

    def by_number(self, town: str, kind: Kind, numbers: Collection[str]) -> Mapping[str, Case]:
        """The cases that bear some numbers."""

    def by_import_key(self, town: str, kind: Kind, keys: Collection[str]) -> Mapping[str, Case]:
        """The cases that came from some ledger rows without numbers."""

    def next_number(self, town: str, kind: Kind, day: date) -> str:
        """A number that was never given before and never will be again."""

    def next_running(self, town: str, series: str, year: int) -> int:
        """The next running number of a series that a town counts by years; it is never given again."""

    def with_agreement(self, town: str, number: str) -> Sequence[Case]:
        """The cases of a town with an agreement (调解协议) that bears a number, in force or not."""

    def save(self, saves: Sequence[Save], actor: Actor, at: datetime, batch: str | None = None) -> None:
        """Writes cases, their history and the difference of their postings.

        Raises `Overtaken` where somebody else saved the same case first, `ClosedMonth` where a closed month would be
        counted otherwise and the store does not correct; further steps of a case's course, on days that are open, may
        always be taken.
        """

    def history(self, case_id: UUID) -> Sequence[HistoryEntry]:
        """What happened to a case, oldest first."""

    def take_back(self, batch: str, actor: Actor, at: datetime) -> int:
        """Removes what a batch brought and restores what it changed; the number of cases concerned.

        Raises `Refusal` where a case of the batch was changed since, or the batch is unknown.
        """

    def keep_book_step(self, step: BookStep, after: int) -> None:
        """Keeps what was done with a month's report before it is closed (提交, 退回, 审核).

        `after` is how many steps of the month were known when it was decided; raises `Refusal` where there are more.
        """

    def close_month(
        self,
        town: str,
        month: Month,
        actor: Actor,
        at: datetime,
        tables: Sequence[KeptTable] = (),
        lines: int | None = None,
        after: int | None = None,
    ) -> None:
        """Closes a month and all before it (关账): from now on nothing is booked into it; keeps its tables.

        `lines` is `Books.lines_until` as it was before the tables were made, `after` as for `keep_book_step`. Raises
        `Overtaken` where more has been booked since, `Refusal` where the month is closed already or has more steps.
        """

    def reopen_month(self, town: str, month: Month, authority: str, reason: str, actor: Actor, at: datetime) -> None:
        """Opens the month that was closed last; what was kept of its closing stays, its 更正 go home to their days.

        Raises `Refusal` where it is not closed, or a later one is.
        """

    def places(self, town: str, wanted: Collection[Place]) -> Mapping[tuple[str, str], Place]:
        """The places on file by (type, name); those that are not on file yet are put there."""

    def add_places(self, places: Collection[Place], actor: Actor, at: datetime) -> None:
        """Puts new places on file; raises `Refusal` where one of the same type and name is there already."""

    def campaigns(self, town: str, wanted: Collection[Campaign]) -> Mapping[str, Campaign]:
        """The campaigns on file by name; those that are not on file yet are put there."""

    def area(self, code: str) -> Area:
        """An area on file; raises `Refusal` if there is none."""

    def add_areas(self, areas: Sequence[Area]) -> None:
        """Puts areas on file; those that are already there stay as they are."""

    def record_batch(self, batch: Batch) -> None:
        """Keeps the account of an import."""

    def saves_of(self, person: str, turns: int, before: int | None = None) -> Sequence[PastSave]:
        """As `CaseStore.saves_of`, within the transaction."""

    def merged_into(self, case_id: UUID) -> Sequence[Case]:
        """The cases that were merged directly into a case (并案), by number."""

    def opened_from(self, case_id: UUID) -> Sequence[Case]:
        """The cases that were opened from a case (转出), by number."""

    def drop_draft(self, draft_id: UUID) -> None:
        """Throws the draft away that is being saved."""


class CaseStore(Protocol):
    """Cases as they stand."""

    def load(self, case_id: UUID) -> Case:
        """A case as it stands; raises `Refusal` if there is none."""

    def load_all(self, ids: Sequence[UUID]) -> Mapping[UUID, Case]:
        """Some cases as they stand; those that do not exist are left out."""

    def history(self, case_id: UUID) -> Sequence[HistoryEntry]:
        """What happened to a case, oldest first."""

    def transaction(self) -> AbstractContextManager[Writer]:
        """Begins a transaction that is kept if the block ends well."""

    def correcting(self, correction: Correction) -> "CaseStore":
        """The same cases, but what is saved may correct closed months (更正); the history says by whose leave."""

    def saves_of(self, person: str, turns: int, before: int | None = None) -> Sequence[PastSave]:
        """What a person saved by hand in his last so many turns (before one of them), newest first.

        All that was saved in one transaction bears one turn. Imports and cases that are gone are left out; the title
        of what is closed to the person by now (保密) is veiled.
        """

    def merged_into(self, case_id: UUID) -> Sequence[Case]:
        """The cases that were merged directly into a case (并案), by number."""

    def opened_from(self, case_id: UUID) -> Sequence[Case]:
        """The cases that were opened from a case (转出), by number."""

    def received_on(self, receptions: Sequence[UUID]) -> Sequence[Petition]:
        """The petitions that were received on some reception days, by number."""

    def by_number(self, town: str, kind: Kind, numbers: Collection[str]) -> Mapping[str, Case]:
        """The cases that bear some numbers, be they merged or voided."""

    def now(self) -> datetime:
        """The database's clock."""

    def batches(self) -> Sequence[Batch]:
        """Every import, newest first."""

    def touched_by(self, batch: Batch) -> Touched:
        """What an import has done."""
