"""What the statistics are asked (统计条件): period, town, village — the same for every tab."""

from dataclasses import dataclass

from gridapp.counting.cut import Cut
from gridapp.counting.posting import Dimension
from gridapp.domain.area import AreaTree
from gridapp.domain.period import Period


@dataclass(frozen=True, slots=True)
class Question:
    """A period and an area; nothing means all."""

    period: Period
    town: str | None = None
    village: str | None = None

    @property
    def cut(self) -> Cut:
        """What is asked of the ledger."""
        where = {Dimension.VILLAGE: (self.village,)} if self.village else {}
        return Cut(self.period, self.town, where)

    def area(self, areas: AreaTree) -> str:
        """The area in words, or nothing for all."""
        return areas.name(self.village) or areas.name(self.town) or ""
