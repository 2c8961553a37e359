"""The grid event (网格事件) of the four platforms (domain.md §1.7)."""

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Case):
    """A grid event; `reporter` is the one who reported it (上报人) and for whom it counts.

    `people` is how many persons it concerns (涉及人数); `quantities` what was done on it, in numbers.
    """

    kind: ClassVar[Kind] = Kind.EVENT

    address: str | None = None
    reporter: str | None = None
    phone: str | None = None
    people: int | None = None
    quantities: tuple[Quantity, ...] = ()

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.address, self.reporter, self.phone)
