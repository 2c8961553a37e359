"""What the pick lists of a grid offer (候选), and which entry some words mean."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gridapp.domain.area import AreaTree
from gridapp.ports import Registers
from gridapp.registers.phrases import phrases
from ui.recording.offered_people import read_people
from ui.widgets.choices import Choice, is_exact, matching


@dataclass(frozen=True, slots=True)
class Lists:
    """What the database knows of a town: its people and units, and the standard phrases for a result."""

    people: Sequence[str] = ()
    units: Sequence[str] = ()
    results: Sequence[str] = ()


def read_lists(registers: Registers, town: str, topic: str) -> Lists:
    """The lists of a town; asks the database."""
    return Lists(*read_people(registers, town), phrases(registers, topic))


class Offers(ABC):
    """The lists of a town; those of `lists` come later, from the database."""

    free: frozenset[str] = frozenset()
    """Fields whose lists only propose: other words are taken too."""

    def __init__(self, areas: AreaTree, town: str) -> None:
        self.areas, self.town = areas, town
        self.lists = Lists()

    @abstractmethod
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        """What is offered for a field of a row that says so much; nothing where a field is just written."""

    def villages(self) -> Sequence[Choice]:
        """The villages of the town."""
        return [Choice(v.code, v.name, v.code) for v in self.areas.villages(self.town)]

    def grids(self, village_said: str) -> Sequence[Choice]:
        """The grids of a village."""
        village = self.village(village_said)
        return [Choice(g.code, g.name, g.code) for g in self.areas.children(village)] if village else ()

    def village(self, said: str) -> str | None:
        """The village that some words mean."""
        found = self.areas.child_named(self.town, said, None) if said else None
        return found.code if found else None

    def grid(self, said: str, village: str | None) -> str | None:
        """The grid of a village that some words mean."""
        found = self.areas.child_named(village, said, None) if said and village else None
        return found.code if found else None


def as_choices(words: Sequence[str]) -> Sequence[Choice]:
    """Words that mean what they say."""
    return [Choice(word, word) for word in words]


def settled(typed: str, choices: Sequence[Choice]) -> str:
    """The entry that somebody's typing means, if it means only one; else what was typed."""
    found = matching(typed, choices) if typed.strip() else ()
    sure = [choice for choice in found if is_exact(typed, choice)] or found
    return sure[0].text if len(sure) == 1 else typed
