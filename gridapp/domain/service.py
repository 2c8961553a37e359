"""When a worker served in a role (在岗时段), by which a month's tasks are pro-rated (domain.md §6)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A time in which a worker served, both days inclusive; open where it has no last one.

    A worker of whom nothing is told served always. `grid` is the code of the grid he had.
    """

    town: str
    name: str
    role: str
    first_day: date
    last_day: date | None = None
    grid: str | None = None
