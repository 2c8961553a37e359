"""The register kinds: inspections, notices, enforcement, surveyed persons, daily work (domain.md §5.2, 8)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


class Measure(StrEnum):
    """An enforcement measure (措施); its deciding authority is never the town for 查封 and 拘留."""

    SEALED = "临时查封"
    DETAINED = "行政拘留"
    FINED = "罚款"
    STOPPED = "停产停业"
    POWER_CUT = "断电"
    DEMOLISHED = "拆除"
    REFERRED = "移送"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection(Case):
    """One visit to a place (检查, 家次); the inspectors (检查人) stand in `handler`."""

    kind: ClassVar[Kind] = Kind.INSPECTION

    place: UUID | None = None
    place_name: str | None = None
    place_type: str | None = None
    result: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.place_name, self.result)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Case):
    """A document served on a place (整改文书, 份); its number is the document's own (文书编号)."""

    kind: ClassVar[Kind] = Kind.NOTICE

    place: UUID | None = None
    place_name: str | None = None
    place_type: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.place_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enforcement(Case):
    """An enforcement measure (执法处置) by its deciding authority (决定机关), which stands in `unit`."""

    kind: ClassVar[Kind] = Kind.ENFORCEMENT

    place: UUID | None = None
    place_name: str | None = None
    place_type: str | None = None
    party: str | None = None
    document_number: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.place_name, self.party, self.document_number)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyedPerson(Case):
    """A person entered in a survey (人员排摸, 人); the name is the title, the class (类别) the category."""

    kind: ClassVar[Kind] = Kind.PERSON

    phone: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.phone)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLog(Case):
    """A day's output of one item of work (工作日志): `quantity` in its own `counting_unit`."""

    kind: ClassVar[Kind] = Kind.WORKLOG

    quantity: Decimal = Decimal(0)
    counting_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on file (场所, 家): the same name and type in a town is the same place."""

    id: UUID
    town: str
    place_type: str
    name: str
    village: str | None = None
    batch: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A drive (专项行动) to which records belong; known by its name within a town."""

    id: UUID
    town: str
    name: str
    batch: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit that handles cases (承办单位): town office, station, village or mediation committee."""

    town: str
    name: str
    nature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """One of the office's own people (工作人员) in one of his roles."""

    town: str
    name: str
    role: str
    unit: str | None = None
    village: str | None = None
