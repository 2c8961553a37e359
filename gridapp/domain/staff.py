"""Who works in an office (单位与人员): its units and its own people."""

from dataclasses import dataclass


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
