"""What the pick lists of the grid offer (候选), and which entry some words mean."""

from collections.abc import Sequence
from functools import cache

from gridapp.cases.event.draft import LEVELS, SOURCES
from gridapp.domain.area import AreaTree
from gridapp.domain.vocabulary import Leaf, vocabulary
from ui.batch.columns import PLACES
from ui.widgets.choices import Choice, is_exact, matching

FREE = frozenset({"source", "reporter", "result"})
"""Fields whose lists only propose: other words are taken too."""


class Offers:
    """The lists of a town; `reporters` are its own people, `results` the standard phrases of a result."""

    def __init__(self, areas: AreaTree, town: str) -> None:
        self._areas, self.town = areas, town
        self.reporters: Sequence[str] = ()
        self.results: Sequence[str] = ()

    def choices(self, field: str, village_said: str) -> Sequence[Choice] | None:
        """What is offered for a field of a row whose village is known; nothing where a field is just written."""
        if field == "category":
            return _categories()
        if field == "village":
            return [Choice(v.code, v.name, v.code) for v in self._areas.villages(self.town)]
        if field == "grid":
            village = self.village(village_said)
            return [Choice(g.code, g.name, g.code) for g in self._areas.children(village)] if village else ()
        if field == "level":
            return [Choice(level, level) for level in LEVELS]
        if field == "source":
            return [Choice(source, source) for source in SOURCES]
        if field == "reporter":
            return [Choice(name, name) for name in self.reporters]
        if field == "result":
            return [Choice(phrase, phrase) for phrase in self.results]
        return None

    def village(self, said: str) -> str | None:
        """The village that some words mean."""
        found = self._areas.child_named(self.town, said, None) if said else None
        return found.code if found else None

    def grid(self, said: str, village: str | None) -> str | None:
        """The grid of a village that some words mean."""
        found = self._areas.child_named(village, said, None) if said and village else None
        return found.code if found else None


def category(said: str) -> Leaf | None:
    """The leaf that some words mean: its name or code, with or without its platform."""
    name = said.rpartition("·")[2].rpartition("/")[2].strip()
    return vocabulary().leaf(said.strip()) or vocabulary().leaf(name)


def in_our_words(column: int, said: str) -> str:
    """A cell of another table as it is written here: a category by its name instead of its code."""
    leaf = category(said) if column == PLACES["category"] else None
    return leaf.name if leaf else said


def settled(typed: str, choices: Sequence[Choice]) -> str:
    """The entry that somebody's typing means, if it means only one; else what was typed."""
    found = matching(typed, choices) if typed.strip() else ()
    sure = [choice for choice in found if is_exact(typed, choice)] or found
    return sure[0].text if len(sure) == 1 else typed


@cache
def _categories() -> Sequence[Choice]:
    return [Choice(leaf.code, leaf.name, leaf.code, leaf.name) for leaf in vocabulary().leaves]
