"""What the pick lists of the grid for many hazards offer (候选)."""

from collections.abc import Mapping, Sequence
from functools import cache

from typing_extensions import override

from gridapp.domain.hazard import CountingUnit
from gridapp.domain.hazard_words import LEVELS, hazard_words
from gridapp.domain.kind import Kind
from gridapp.domain.place_type import place_types
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.vocabulary import vocabulary
from ui.batch.offers import Offers, as_choices
from ui.widgets.choices import Choice


class HazardOffers(Offers):
    """Types of places, categories of hazards, villages, people."""

    free = frozenset({"place_type", "requirement", "inspectors", "recheckers", "record"})

    @override
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        if field == "category":
            return hazard_categories()
        if field == "village":
            return self.villages()
        lists: Mapping[str, Sequence[str]] = {
            "place_type": [kind.name for kind in place_types()],
            "level": LEVELS,
            "counting_unit": tuple(CountingUnit),
            "requirement": hazard_words().requirements,
            "inspectors": self.lists.people,
            "recheck_result": tuple(RecheckResult),
            "recheckers": self.lists.people,
            "record": self.lists.results,
        }
        return as_choices(lists[field]) if field in lists else None


@cache
def hazard_categories() -> Sequence[Choice]:
    """Every category that a hazard may have."""
    return [Choice(leaf.code, leaf.name, leaf.code, leaf.name) for leaf in vocabulary().opening(Kind.HAZARD)]
