"""The cases that leaders have made their own (领导包案), petitions and disputes in one register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gridapp.domain.charge import Charge
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeLine:
    """A charge with the case to which it belongs, and how often the leader has talked about it since (约谈走访)."""

    case_id: UUID
    kind: Kind
    town: str
    number: str
    title: str
    status: Status
    charge: Charge
    talks: int
    last_talk_at: datetime | None


class ChargeBook(Protocol):
    """The charges of an office."""

    def charges(
        self, town: str | None = None, reader: str | None = None, until: datetime | None = None
    ) -> Sequence[ChargeLine]:
        """Those in force and those struck off (销案), by leader and limit; those of voided or merged cases, and of
        cases that are closed to a reader (保密), are left out. Talks count that were held before `until`.
        """

    def supervised(self, town: str, until: datetime) -> Sequence[UUID]:
        """The cases of a town that were put under supervision (督办) before a moment, by a step of their course."""
