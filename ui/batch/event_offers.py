"""What the pick lists of the grid for many events offer (候选)."""

from collections.abc import Mapping, Sequence
from functools import cache

from typing_extensions import override

from gridapp.cases.event.draft import LEVELS, SOURCES
from gridapp.domain.vocabulary import vocabulary
from ui.batch.offers import Offers, as_choices
from ui.widgets.choices import Choice


class EventOffers(Offers):
    """Categories, places, people and phrases for grid events."""

    free = frozenset({"source", "reporter", "result"})

    @override
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        if field == "category":
            return _categories()
        if field == "village":
            return self.villages()
        if field == "grid":
            return self.grids(said["village"])
        words = {
            "level": LEVELS,
            "source": SOURCES,
            "reporter": self.lists.people,
            "result": self.lists.results,
        }.get(field)
        return None if words is None else as_choices(words)


@cache
def _categories() -> Sequence[Choice]:
    return [Choice(leaf.code, leaf.name, leaf.code, leaf.name) for leaf in vocabulary().leaves]
