"""Conditions in words (条件的说法): what a chip says, and what may be picked for a field."""

from collections.abc import Callable, Mapping, Sequence

from gridapp.cases.event.draft import LEVELS, SOURCES
from gridapp.domain.area import AreaTree
from gridapp.domain.course import course_of
from gridapp.domain.dispute import Mode, Outcome, Risk
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.move import ANSWERS, SUPERVISION
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from ui.widgets.choices import Choice

_MOST_SAID = 3
_STATES = {status.value: status.label for status in Status}
_EVENTS_ONLY = frozenset({Field.REPORTER, Field.AWAITED, Field.CAMPAIGN})
_COURSES_ONLY = frozenset({Field.SUPERVISION, Field.OCCURRED_AT})
_DISPUTES_ONLY = frozenset(
    {
        Field.OUTCOME,
        Field.MODE,
        Field.COMMITTEE,
        Field.MEDIATION_TYPE,
        Field.MONTHLY_TYPE,
        Field.CAMPAIGN_COLUMN,
        Field.SCALE,
        Field.RISK,
        Field.PROJECT,
        Field.RISK_REPORTED_AT,
        Field.NEXT_SESSION_AT,
        Field.NEXT_TERM_DUE_AT,
        Field.REVISIT_DUE_AT,
        Field.REVISITED_AT,
        Field.CONFIRM_DUE_AT,
        Field.CHARGE_DUE_AT,
    }
)
_HIDDEN = frozenset({Field.TEXT})

FREE = frozenset(
    {Field.LEVEL, Field.SOURCE, Field.UNIT, Field.HANDLER, Field.REPORTER, Field.FIRST_RECEIVER, Field.PROJECT}
)
"""Fields in which other words may stand than those offered."""


def fields_of(kind: Kind) -> Sequence[Field]:
    """The fields that a kind's list can be asked about; the text is asked about in the quick search."""
    left_out = _HIDDEN
    if kind is not Kind.EVENT:
        left_out |= _EVENTS_ONLY
    if kind not in (Kind.EVENT, Kind.DISPUTE):
        left_out |= _COURSES_ONLY
    if kind is not Kind.DISPUTE:
        left_out |= _DISPUTES_ONLY
    return [field for field in Field if field not in left_out]


def label_of(field: Field, kind: Kind) -> str:
    """A field as the people of a kind call it."""
    return _LABELS.get((kind, field), field.label)


_LABELS: Mapping[tuple[Kind, Field], str] = {
    (Kind.DISPUTE, Field.CATEGORY): "纠纷类型",
    (Kind.DISPUTE, Field.UNIT): "调解组织",
    (Kind.DISPUTE, Field.HANDLER): "调解员",
    (Kind.DISPUTE, Field.REPORTED_AT): "排查时间",
    (Kind.DISPUTE, Field.DUE_AT): "调解期限",
    (Kind.DISPUTE, Field.TITLE): "纠纷名称",
}


def condition_in_words(condition: Condition, areas: AreaTree, kind: Kind = Kind.EVENT) -> str:
    """What a condition on a kind says, as short as a chip must be."""
    test, label = condition.test, label_of(condition.field, kind)
    if test in (Test.YES, Test.NO):
        return label if test is Test.YES else f"{label}：否"
    said = [value_in_words(condition.field, value, areas) for value in condition.values]
    if test is Test.BETWEEN:
        return f"{label} {said[0]} 至 {said[1]}"
    words = "、".join(said[:_MOST_SAID]) + (f" 等 {len(said)} 项" if len(said) > _MOST_SAID else "")
    return " ".join(part for part in (label, test.label, words) if part)


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


def offered(field: Field, areas: AreaTree, kind: Kind = Kind.EVENT) -> Sequence[Choice]:
    """What may be picked for a field of a kind, as far as it is known without asking the database."""
    choices = _OF_KINDS.get((kind, field)) or _OFFERED.get(field)
    return choices(areas) if choices else ()


def states_of(kind: Kind) -> Sequence[Status]:
    """The states that a kind's course can reach."""
    reached = {Status.REPORTED, *(passage.target for passage in course_of(kind).values())}
    if kind is Kind.DISPUTE:
        # Where an agreement leads whose terms are still open is said by its terms, not by the table.
        reached.add(Status.PERFORMING)
    return [status for status in Status if status in reached]


def _areas(areas: AreaTree, kind: str) -> Sequence[Choice]:
    several = len(areas.towns) > 1
    return [
        Choice(area.code, f"{area.name}（{areas.name(area.parent)}）" if several and area.parent else area.name)
        for area in areas.in_order()
        if area.kind == kind
    ]


def _words(words: Sequence[str]) -> Callable[[AreaTree], Sequence[Choice]]:
    return lambda _: [Choice(word, word) for word in words]


def _states(kind: Kind) -> Callable[[AreaTree], Sequence[Choice]]:
    return lambda _: [Choice(status.value, status.label) for status in states_of(kind)]


def _named(words: Mapping[str, str]) -> Sequence[Choice]:
    return [Choice(code, name, code) for code, name in words.items()]


_OFFERED: Mapping[Field, Callable[[AreaTree], Sequence[Choice]]] = {
    Field.TOWN: lambda areas: _areas(areas, "town"),
    Field.VILLAGE: lambda areas: _areas(areas, "village"),
    Field.GRID: lambda areas: _areas(areas, "grid"),
    Field.PLATFORM: lambda _: _named(vocabulary().platforms),
    Field.MAJOR: lambda _: _named(vocabulary().majors),
    Field.CATEGORY: lambda _: [Choice(leaf.code, leaf.name, leaf.code) for leaf in vocabulary().leaves],
    Field.LEVEL: _words(LEVELS),
    Field.SOURCE: _words(SOURCES),
    Field.SUPERVISION: _words(SUPERVISION),
    Field.AWAITED: _words([ask.value for ask in ANSWERS]),
    Field.OUTCOME: _words([outcome.value for outcome in Outcome]),
    Field.MODE: _words([mode.value for mode in Mode]),
    Field.COMMITTEE: _words(dispute_words().committees),
    Field.MEDIATION_TYPE: _words(dispute_words().mediation_types),
    Field.MONTHLY_TYPE: _words(dispute_words().monthly_types),
    Field.CAMPAIGN_COLUMN: _words(dispute_words().campaign_columns),
    Field.SCALE: _words(dispute_words().scales),
    Field.RISK: _words([risk.value for risk in Risk]),
}

_OF_KINDS: Mapping[tuple[Kind, Field], Callable[[AreaTree], Sequence[Choice]]] = {
    **{(kind, Field.STATUS): _states(kind) for kind in Kind},
    (Kind.DISPUTE, Field.CATEGORY): lambda _: [
        Choice(leaf.code, leaf.name, leaf.code) for leaf in vocabulary().leaves if leaf.opens is Kind.DISPUTE
    ],
    (Kind.DISPUTE, Field.SOURCE): _words(dispute_words().sources),
}
"""What is offered for a field of one kind otherwise than for the rest."""
