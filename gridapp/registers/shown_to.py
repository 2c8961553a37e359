"""The office as one person is shown it (按人查看): every list, comparison and calendar knows who looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.ports import (
    Candidate,
    CaseList,
    CaseQuery,
    CaseRow,
    ChargeBook,
    ChargeLine,
    Duplicates,
    Entered,
    FormerPetition,
    FormerPetitions,
    Office,
    Presented,
    SessionBook,
    SessionLine,
)


def shown_to(office: Office, person: str) -> Office:
    """An office whose lists, duplicates, earlier petitions, sessions and charges show what a person may see (保密).

    Until there are accounts the person is who sits at the seat: the name under which he works at this workstation.
    """
    return replace(
        office,
        lists=_Lists(office.lists, person),
        duplicates=_Duplicates(office.duplicates, person),
        former=_Former(office.former, person),
        sessions=_Sessions(office.sessions, person),
        charges=_Charges(office.charges, person),
    )


@dataclass(frozen=True, slots=True)
class _Lists(CaseList):
    lists: CaseList
    person: str

    def find_ids(self, query: CaseQuery) -> Sequence[UUID]:
        return self.lists.find_ids(replace(query, reader=self.person))

    def count(self, query: CaseQuery) -> int:
        return self.lists.count(replace(query, reader=self.person))

    def count_many(self, queries: Sequence[CaseQuery]) -> Sequence[int]:
        return self.lists.count_many([replace(query, reader=self.person) for query in queries])

    def load_rows(self, ids: Sequence[UUID], reader: str | None = None) -> Sequence[CaseRow]:
        return self.lists.load_rows(ids, self.person)


@dataclass(frozen=True, slots=True)
class _Duplicates(Duplicates):
    duplicates: Duplicates
    person: str

    def candidates(self, entered: Entered) -> Sequence[Candidate]:
        return self.duplicates.candidates(replace(entered, reader=self.person))


@dataclass(frozen=True, slots=True)
class _Former(FormerPetitions):
    former: FormerPetitions
    person: str

    def petitions(self, presented: Presented) -> Sequence[FormerPetition]:
        return self.former.petitions(replace(presented, reader=self.person))

    def repeated_by(self, case_id: UUID, reader: str | None = None) -> Sequence[UUID]:
        return self.former.repeated_by(case_id, self.person)


@dataclass(frozen=True, slots=True)
class _Sessions(SessionBook):
    book: SessionBook
    person: str

    def sessions(
        self, since: datetime, until: datetime, town: str | None = None, reader: str | None = None
    ) -> Sequence[SessionLine]:
        return self.book.sessions(since, until, town, self.person)


@dataclass(frozen=True, slots=True)
class _Charges(ChargeBook):
    book: ChargeBook
    person: str

    def charges(
        self, town: str | None = None, reader: str | None = None, until: datetime | None = None
    ) -> Sequence[ChargeLine]:
        return self.book.charges(town, self.person, until)

    def supervised(self, town: str, until: datetime) -> Sequence[UUID]:
        return self.book.supervised(town, until)
