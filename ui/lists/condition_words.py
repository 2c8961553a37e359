"""Conditions in words (条件的说法): what a chip says, and what may be picked for a field."""

from collections.abc import Callable, Mapping, Sequence

from gridapp.cases.event.draft import LEVELS, SOURCES, TAGS
from gridapp.domain.area import AreaTree
from gridapp.domain.course import course_of
from gridapp.domain.dispute import Mode, Outcome, Risk
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.enforcement import Measure
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.hazard_words import LEVELS as HAZARD_LEVELS
from gridapp.domain.inspection import Nature
from gridapp.domain.kind import Kind
from gridapp.domain.move import ANSWERS, SUPERVISION
from gridapp.domain.notice import NoticeKind
from gridapp.domain.petition import Channel, Disposition, PetitionPurpose
from gridapp.domain.petition_words import petition_words
from gridapp.domain.place_type import place_types
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.register_kinds import REGISTERS, STANDING
from gridapp.domain.satisfaction import SATISFACTION, satisfactions_of
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from ui.lists.condition_fields import label_of
from ui.lists.register_conditions import REGISTER_WORDS
from ui.widgets.choices import Choice

_MOST_SAID = 3
_STATES = {status.value: status.label for status in Status}


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


_FIRST: Mapping[Kind, Status] = {
    Kind.HAZARD: Status.TO_RECTIFY,
    Kind.NOTICE: Status.RECORDED,
    Kind.ENFORCEMENT: Status.RECORDED,
}
"""Where a case of a kind begins, if not by waiting for acceptance."""

_PLANNED_FIRST = frozenset({Kind.INSPECTION})


def states_of(kind: Kind) -> Sequence[Status]:
    """The states that a kind's course can reach, or those of a register."""
    if kind in REGISTERS:
        return (Status.ON_FILE, Status.REMOVED) if kind in STANDING else (Status.RECORDED,)
    if kind in _PLANNED_FIRST:
        return (Status.FILED, Status.RECORDED)
    reached = {_FIRST.get(kind, Status.REPORTED), *(one.target for one in course_of(kind).values())}
    if kind is Kind.HAZARD:
        # Where a re-check leads is said by its result, not by the table.
        reached |= {Status.TO_STRIKE_OFF, Status.UNRECTIFIED}
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


def _leaves(kind: Kind) -> Sequence[Choice]:
    return [Choice(leaf.code, leaf.name, leaf.code) for leaf in vocabulary().leaves if leaf.opens is kind]


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
    Field.PURPOSE: _words([purpose.value for purpose in PetitionPurpose]),
    Field.DISPOSITION: _words([disposition.value for disposition in Disposition]),
    Field.ORIGIN: _words(petition_words().origins),
    Field.UNIT_SATISFACTION: _words(SATISFACTION),
    Field.OFFICE_SATISFACTION: _words(satisfactions_of(Kind.PETITION)),
    Field.FLAG: _words(TAGS),
    Field.PLACE_TYPE: _words([kind.name for kind in place_types()]),
    Field.COUNTING_UNIT: _words(tuple(CountingUnit)),
    Field.RECHECK_RESULT: _words(tuple(RecheckResult)),
    Field.NATURE: _words(tuple(Nature)),
}

_OF_KINDS: Mapping[tuple[Kind, Field], Callable[[AreaTree], Sequence[Choice]]] = {
    **{(kind, Field.STATUS): _states(kind) for kind in Kind},
    **{place: _words(words) for place, words in REGISTER_WORDS.items()},
    (Kind.DISPUTE, Field.CATEGORY): lambda _: _leaves(Kind.DISPUTE),
    (Kind.DISPUTE, Field.SOURCE): _words(dispute_words().sources),
    (Kind.PETITION, Field.CATEGORY): lambda _: _leaves(Kind.PETITION),
    (Kind.PETITION, Field.SOURCE): _words([channel.value for channel in Channel]),
    (Kind.PETITION, Field.FLAG): _words(petition_words().flags),
    (Kind.HAZARD, Field.CATEGORY): lambda _: _leaves(Kind.HAZARD),
    (Kind.HAZARD, Field.LEVEL): _words(HAZARD_LEVELS),
    (Kind.NOTICE, Field.CATEGORY): _words(tuple(NoticeKind)),
    (Kind.ENFORCEMENT, Field.CATEGORY): _words(tuple(Measure)),
}
"""What is offered for a field of one kind otherwise than for the rest."""
