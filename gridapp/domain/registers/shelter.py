"""Shelters (避灾场所; domain.md §8.3 M21)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.registers.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelter(Standing):
    """A shelter on file for `capacity` persons (人) on `floor_area` (平方米); its keeper (管理员) is the handler."""

    kind: ClassVar[Kind] = Kind.SHELTER

    address: str | None = None
    capacity: int | None = None
    floor_area: Decimal | None = None
    phone: str | None = None
    supplies: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Standing.searchable(self), self.address, self.phone)
