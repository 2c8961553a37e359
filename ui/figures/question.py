"""What the statistics are asked (统计条件): period, area, as of when and beside what — the same for every tab."""

from dataclasses import dataclass
from datetime import date

from gridapp.counting.cut import Cut, Key
from gridapp.counting.posting import Dimension
from gridapp.domain.area import AreaTree
from gridapp.domain.moment import end_of
from gridapp.domain.period import Period


@dataclass(frozen=True, slots=True)
class Question:
    """A period and an area (nothing means all), and what the table is to show beside the figures.

    `as_of` is the day at whose end (24:00) the books are looked at (截至); nothing means now. `before` asks for the
    period before (上期), `last_year` for the same period of last year (去年同期), `to_date` for 本年累计.
    """

    period: Period
    town: str | None = None
    village: str | None = None
    grid: str | None = None
    as_of: date | None = None
    before: bool = False
    last_year: bool = False
    to_date: bool = False

    @property
    def cut(self) -> Cut:
        """What is asked of the ledger."""
        where: dict[Dimension, tuple[Key, ...]] = {}
        if self.village:
            where[Dimension.VILLAGE] = (self.village,)
        if self.grid:
            where[Dimension.GRID] = (self.grid,)
        return Cut(self.period, self.town, where, as_of=end_of(self.as_of) if self.as_of else None)

    def area(self, areas: AreaTree) -> str:
        """The area in words, or nothing for all."""
        narrow = areas.name(self.village)
        if narrow and self.grid:
            return f"{narrow} {areas.name(self.grid)}"
        return narrow or areas.name(self.town) or ""

    @property
    def told(self) -> str:
        """The period in words, and of which day's end its figures are where that is not now."""
        return f"{self.period.label}（截至 {self.as_of} 24:00 的数）" if self.as_of else self.period.label
