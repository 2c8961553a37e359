"""The sentences of a report (报告文字): what is said of which figures, and when it is left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gridapp.counting.indicator import Indicator
from gridapp.counting.posting import Dimension
from gridapp.reporting.prose.saying import Manner

TOWN, PERIOD = "town", "period"
"""What a text may name beside the words of dimensions."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that sentences speak of: an indicator, under words as the office writes them."""

    indicator: Indicator
    where: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a number stands in a text: of which figure, in which manner, or in which words when it is 0."""

    figure: Figure
    manner: Manner
    when_zero: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Where a name stands in a text: the town, the period, or the word of a dimension."""

    of: str | Dimension


Part = str | Slot | Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a sentence that is said or left out as a whole.

    It is left out where the figures named in `zero` are not all 0, one of `some` is 0, or all the others of its text
    are 0. With `each` it is said for every word of some dimensions, the largest `top` of them if that is set, joined
    by `joint` between `before` and `after`; `filled` leaves out what was not filled in (未填).
    """

    parts: tuple[Part, ...]
    zero: tuple[Figure, ...] = ()
    some: tuple[Figure, ...] = ()
    each: tuple[Dimension, ...] = ()
    filled: bool = False
    top: int | None = None
    joint: str = "、"
    before: str = ""
    after: str = ""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Where numbers stand in it."""
        return tuple(part for part in self.parts if isinstance(part, Slot))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Clauses between a beginning and 。; without its first clause it is left out, unless it is a loose row of them.

    With `each` it is said for every word of a dimension under which one of its figures is not 0, `filled` leaving out
    what was not filled in (未填).
    """

    clauses: tuple[Clause, ...]
    loose: bool = False
    joint: str = "，"
    before: tuple[Part, ...] = ()
    each: tuple[Dimension, ...] = ()
    filled: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of its text, each once."""
        return tuple({id(slot.figure): slot.figure for clause in self.clauses for slot in clause.slots}.values())


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph's heading and sentences."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A whole report's title and passages."""

    title: tuple[Part, ...]
    passages: tuple[Passage, ...]
