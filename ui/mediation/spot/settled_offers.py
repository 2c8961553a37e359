"""What the pick lists of the grid for disputes settled on the spot offer (候选)."""

from collections.abc import Mapping, Sequence
from functools import cache

from typing_extensions import override

from gridapp.domain.dispute import Mode
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from ui.batch.offers import Offers, as_choices
from ui.mediation.spot.settled_columns import NO, YES
from ui.widgets.choices import Choice


class SettledOffers(Offers):
    """The categories of disputes, villages, mediators and committees."""

    free = frozenset({"unit", "handler", "result", "entrusted_by"})

    @override
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        if field == "category":
            return dispute_categories()
        if field == "village":
            return self.villages()
        words = dispute_words()
        lists: Mapping[str, Sequence[str]] = {
            "unit": self.lists.units,
            "handler": self.lists.people,
            "result": self.lists.results,
            "performed": (YES, NO),
            "committee": words.committees,
            "mode": tuple(Mode),
            "source": words.sources,
            "entrusted_by": words.entrusters,
        }
        return as_choices(lists[field]) if field in lists else None


@cache
def dispute_categories() -> Sequence[Choice]:
    """Every category that a dispute may have."""
    return [Choice(leaf.code, leaf.name, leaf.code, leaf.name) for leaf in vocabulary().opening(Kind.DISPUTE)]
