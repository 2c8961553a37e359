"""What is wrong with parties (当事人的问题): problems of `parties.N.field` by the party they belong to."""

from collections.abc import Mapping, Sequence

from gridapp.domain.party import PartyKind
from gridapp.domain.problem import Problem
from ui.recording.parties.party_text import PartyText

_PREFIX = "parties"


def by_party(problems: Sequence[Problem]) -> Mapping[int, Mapping[str, str]]:
    """The sentences by party, then by its fields; the first of a field counts."""
    told: dict[int, dict[str, str]] = {}
    for problem in problems:
        prefix, _, rest = problem.field.partition(".")
        place, _, field = rest.partition(".")
        if prefix == _PREFIX and place.isdecimal():
            told.setdefault(int(place), {}).setdefault(field, problem.message)
    return told


def unreadable_births(texts: Sequence[PartyText]) -> Sequence[Problem]:
    """What is wrong with days of birth that cannot be read."""
    return [
        Problem(f"{_PREFIX}.{n}.born_on", "moment", text.problem)
        for n, text in enumerate(texts)
        if text.problem and text.kind == PartyKind.PERSON
    ]
