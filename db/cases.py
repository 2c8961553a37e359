"""The cases of a database: read one by one, and written in transactions."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from typing_extensions import override

from db import trail
from db.batches import batches_of, touched_by
from db.belonging import by_number, merged_into, opened_from, received_on
from db.engine import Database
from db.records import load_case, load_cases
from db.saves import saves_of
from db.terms import Terms
from db.writer import SqlWriter
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Petition
from gridapp.ports import Batch, CaseStore, Correction, HistoryEntry, PastSave, Touched, Writer


class SqlCaseStore(CaseStore):
    """The cases of a database."""

    def __init__(self, database: Database, terms: Terms, correction: Correction | None = None) -> None:
        self._database, self._terms, self._correction = database, terms, correction

    @override
    def load(self, case_id: UUID) -> Case:
        with self._database.read() as connection:
            return load_case(connection, case_id)

    @override
    def load_all(self, ids: Sequence[UUID]) -> Mapping[UUID, Case]:
        with self._database.read() as connection:
            return load_cases(connection, ids)

    @override
    def history(self, case_id: UUID) -> Sequence[HistoryEntry]:
        with self._database.read() as connection:
            return trail.history_of(connection, case_id)

    @override
    @contextmanager
    def transaction(self) -> Iterator[Writer]:
        with self._database.write() as connection:
            writer = SqlWriter(connection, self._terms, self._correction)
            yield writer
        self._terms.adopt(writer.terms.fresh)

    @override
    def correcting(self, correction: Correction) -> CaseStore:
        return SqlCaseStore(self._database, self._terms, correction)

    @override
    def saves_of(self, person: str, turns: int, before: int | None = None) -> Sequence[PastSave]:
        with self._database.read() as connection:
            return saves_of(connection, person, turns, before)

    @override
    def merged_into(self, case_id: UUID) -> Sequence[Case]:
        with self._database.read() as connection:
            return merged_into(connection, case_id)

    @override
    def opened_from(self, case_id: UUID) -> Sequence[Case]:
        with self._database.read() as connection:
            return opened_from(connection, case_id)

    @override
    def received_on(self, receptions: Sequence[UUID]) -> Sequence[Petition]:
        with self._database.read() as connection:
            return received_on(connection, receptions)

    @override
    def by_number(self, town: str, kind: Kind, numbers: Collection[str]) -> Mapping[str, Case]:
        with self._database.read() as connection:
            return by_number(connection, town, kind, numbers)

    @override
    def now(self) -> datetime:
        return self._database.now()

    @override
    def batches(self) -> Sequence[Batch]:
        with self._database.read() as connection:
            return batches_of(connection)

    @override
    def touched_by(self, batch: Batch) -> Touched:
        with self._database.read() as connection:
            return touched_by(connection, batch)
