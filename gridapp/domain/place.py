"""The place on file (场所, 家; domain.md §5.2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that is inspected; the same name and type in a town is the same place.

    `owner` (业主, 负责人) answers for it; `use` is what it is used for, `licences` its permits (证照), `credit_code`
    the company's (统一社会信用代码). `latitude` and `longitude` are millionths of a degree. It stands on file until
    `closed_on`, the first day on which it is no longer there. `batch` is the import that brought it.
    """

    id: UUID
    town: str
    place_type: str
    name: str
    village: str | None = None
    grid: str | None = None
    address: str | None = None
    owner: str | None = None
    phone: str | None = None
    risk: str | None = None
    floors: int | None = None
    rooms: int | None = None
    tenants: int | None = None
    use: str | None = None
    licences: tuple[str, ...] = ()
    credit_code: str | None = None
    latitude: int | None = None
    longitude: int | None = None
    closed_on: date | None = None
    note: str | None = None
    batch: str | None = None
    version: int = 0

    def on_file(self, day: date) -> bool:
        """Whether it still exists on a day; a place counts from its first record on."""
        return self.closed_on is None or day < self.closed_on
