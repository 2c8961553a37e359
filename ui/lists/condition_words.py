"""Conditions in words (条件的说法): what a chip says, and what may be picked for a field."""

from collections.abc import Callable, Mapping, Sequence

from gridapp.cases.event.draft import LEVELS, SOURCES
from gridapp.domain.area import AreaTree
from gridapp.domain.dispute import Outcome
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.move import ANSWERS, SUPERVISION
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from ui.widgets.choices import Choice

_MOST_SAID = 3
_STATES = {status.value: status.label for status in Status}
_EVENTS_ONLY = frozenset({Field.REPORTER, Field.AWAITED, Field.SUPERVISION, Field.CAMPAIGN, Field.OCCURRED_AT})
_HIDDEN = frozenset({Field.TEXT})

FREE = frozenset({Field.LEVEL, Field.SOURCE, Field.UNIT, Field.HANDLER, Field.REPORTER, Field.FIRST_RECEIVER})
"""Fields in which other words may stand than those offered."""


def fields_of(kind: Kind) -> Sequence[Field]:
    """The fields that a kind's list can be asked about; the text is asked about in the quick search."""
    left_out = _HIDDEN
    if kind is not Kind.EVENT:
        left_out |= _EVENTS_ONLY
    if kind is not Kind.DISPUTE:
        left_out |= {Field.OUTCOME}
    return [field for field in Field if field not in left_out]


def condition_in_words(condition: Condition, areas: AreaTree) -> str:
    """What a condition says, as short as a chip must be."""
    test = condition.test
    if test in (Test.YES, Test.NO):
        return condition.field.label if test is Test.YES else f"{condition.field.label}：否"
    said = [value_in_words(condition.field, value, areas) for value in condition.values]
    if test is Test.BETWEEN:
        return f"{condition.field.label} {said[0]} 至 {said[1]}"
    words = "、".join(said[:_MOST_SAID]) + (f" 等 {len(said)} 项" if len(said) > _MOST_SAID else "")
    return " ".join(part for part in (condition.field.label, test.label, words) if part)


def value_in_words(field: Field, value: str, areas: AreaTree) -> str:
    """A value of a condition in the office's words."""
    if field in (Field.TOWN, Field.VILLAGE, Field.GRID):
        return areas.name(value) or value
    if field is Field.STATUS:
        return _STATES.get(value, value)
    if field is Field.CATEGORY:
        leaf = vocabulary().leaf(value)
        return leaf.name if leaf else value
    if field is Field.PLATFORM:
        return vocabulary().platforms.get(value, value)
    if field is Field.MAJOR:
        return vocabulary().majors.get(value, value)
    return value


def offered(field: Field, areas: AreaTree) -> Sequence[Choice]:
    """What may be picked for a field, as far as it is known without asking the database."""
    choices = _OFFERED.get(field)
    return choices(areas) if choices else ()


def _areas(areas: AreaTree, kind: str) -> Sequence[Choice]:
    several = len(areas.towns) > 1
    return [
        Choice(area.code, f"{area.name}（{areas.name(area.parent)}）" if several and area.parent else area.name)
        for area in areas.in_order()
        if area.kind == kind
    ]


def _words(words: Sequence[str]) -> Callable[[AreaTree], Sequence[Choice]]:
    return lambda _: [Choice(word, word) for word in words]


def _named(words: Mapping[str, str]) -> Sequence[Choice]:
    return [Choice(code, name, code) for code, name in words.items()]


_OFFERED: Mapping[Field, Callable[[AreaTree], Sequence[Choice]]] = {
    Field.TOWN: lambda areas: _areas(areas, "town"),
    Field.VILLAGE: lambda areas: _areas(areas, "village"),
    Field.GRID: lambda areas: _areas(areas, "grid"),
    Field.PLATFORM: lambda _: _named(vocabulary().platforms),
    Field.MAJOR: lambda _: _named(vocabulary().majors),
    Field.CATEGORY: lambda _: [Choice(leaf.code, leaf.name, leaf.code) for leaf in vocabulary().leaves],
    Field.STATUS: lambda _: [Choice(status.value, status.label) for status in Status],
    Field.LEVEL: _words(LEVELS),
    Field.SOURCE: _words(SOURCES),
    Field.SUPERVISION: _words(SUPERVISION),
    Field.AWAITED: _words([ask.value for ask in ANSWERS]),
    Field.OUTCOME: _words([outcome.value for outcome in Outcome]),
}
