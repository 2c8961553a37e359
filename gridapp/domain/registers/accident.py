"""The accident register (事故台账), kept so that zero can be proved (domain.md §8.1 G05)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Accident(Case):
    """An accident (起) on the day on which it happened; its sort (生产安全、火灾…) is the category.

    The level is 一般, 较大, 重大 or 特别重大. `dead` and `injured` are persons (人), `loss` is what was lost at first
    hand (直接经济损失, 元). `told_at` is when it was reported upward.
    """

    kind: ClassVar[Kind] = Kind.ACCIDENT

    address: str | None = None
    dead: int | None = None
    injured: int | None = None
    loss: Decimal | None = None
    told_at: datetime | None = None
    cause: str | None = None
    handling: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.address, self.cause)
