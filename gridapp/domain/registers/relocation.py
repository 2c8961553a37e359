"""Moving people out of danger (搬迁避让; DZ §40, domain.md §8.1 G09: 22 户 89 人)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Relocation(Case):
    """The move of some households from a point, which is the source case.

    `households` (户) and `people` (人) count on the day on which the houses stood empty (`vacated_at`). `agreed_at` is
    when the agreement was signed, `done_at` when all is finished (旧房拆除、验收).
    """

    kind: ClassVar[Kind] = Kind.RELOCATION

    address: str | None = None
    households: int | None = None
    people: int | None = None
    agreed_at: datetime | None = None
    vacated_at: datetime | None = None
    done_at: datetime | None = None
