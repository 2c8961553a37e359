"""Sections of rivers and their chiefs (河道与河长; HZZ §7, 8, 11)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.registers.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class RiverSection(Standing):
    """A section on file from `begins` to `ends`, `length` in kilometres (公里); its chief (河长) is the handler.

    The level is 镇级 or 村级. `problems` are those known; each that is dealt with is an event with this source case.
    """

    kind: ClassVar[Kind] = Kind.RIVER

    begins: str | None = None
    ends: str | None = None
    length: Decimal | None = None
    phone: str | None = None
    problems: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Standing.searchable(self), self.begins, self.ends, self.phone)
