"""Points threatened by geological disasters (地质灾害隐患点) with the fields of the 明白卡 (DZ §14, 25, 40)."""

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.registers.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class GeologicalPoint(Standing):
    """A point on file; its type (滑坡、崩塌…) is the category, its size (特大型…小型) the level.

    Who watches it is the handler. `extent` is the threatened range, `households` (户) and `people` (人) are those who
    live in it; `signal`, `route` and `shelter` are the warning, the way out and the place to go; `contact` with `phone`
    is whom to call.
    """

    kind: ClassVar[Kind] = Kind.GEOLOGY

    address: str | None = None
    extent: str | None = None
    households: int | None = None
    people: int | None = None
    signal: str | None = None
    route: str | None = None
    shelter: str | None = None
    contact: str | None = None
    phone: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Standing.searchable(self), self.address, self.contact, self.phone)
