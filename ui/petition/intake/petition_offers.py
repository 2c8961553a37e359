"""What the pick lists of the grid for many petitions offer (候选)."""

from collections.abc import Mapping, Sequence
from functools import cache

from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.petition import Channel, PetitionPurpose
from gridapp.domain.petition_words import petition_words
from gridapp.domain.vocabulary import vocabulary
from ui.batch.offers import Offers, as_choices
from ui.petition.intake.petition_columns import NO, YES
from ui.widgets.choices import Choice


class PetitionOffers(Offers):
    """Forms, categories, villages, and the answers that are given on the spot."""

    free = frozenset({"answer", "origin", "tags"})

    @override
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        if field == "category":
            return _categories()
        if field == "village":
            return self.villages()
        words = petition_words()
        lists: Mapping[str, Sequence[str]] = {
            "source": tuple(Channel),
            "purpose": tuple(PetitionPurpose),
            "repeat": (NO, YES),
            "origin": words.origins,
            "tags": words.flags,
            "answer": self.lists.results,
        }
        return as_choices(lists[field]) if field in lists else None


@cache
def _categories() -> Sequence[Choice]:
    return [Choice(leaf.code, leaf.name, leaf.code, leaf.name) for leaf in vocabulary().opening(Kind.PETITION)]
