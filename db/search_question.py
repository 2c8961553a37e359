"""What is asked of the search index: words, fields and days, as far as the index can answer them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from db.search_places import Word, places_named
from db.search_tokens import folded
from db.search_words import INDEXED, YES, confidence_term, field_term, kind_term
from db.veil import kept_out
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.vocabulary import Leaf, vocabulary
from gridapp.ports import CaseQuery

_LEAVES = frozenset({Field.PLATFORM, Field.MAJOR})
_PARTS_OF_THE_TEXT = frozenset({Field.TEXT, Field.NUMBER, Field.TITLE, Field.NOTE})
_ANSWERED = INDEXED | _LEAVES | {Field.TEXT, Field.REPORTED_AT}


@dataclass(frozen=True, slots=True)
class Question:
    """All of the `words`, one term from each group of `any_of`, none of the terms in `none_of`.

    `first` and `last` are the days of the report between which a case must lie; `without` are cases that are left out.
    """

    words: tuple[Word, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    none_of: tuple[str, ...] = ()
    without: tuple[UUID, ...] = ()
    first: date | None = None
    last: date | None = None


def asks_for_words(query: CaseQuery) -> bool:
    """Whether a list is one of cases in which some words are found."""
    return bool(_typed(query) or _contained(query))


def words_asked(connection: Connection, query: CaseQuery) -> tuple[Word, ...]:
    """The words that must be found; those of the quick search also by the names of villages and grids."""
    typed = _typed(query)
    places = places_named(connection, typed, query.town)
    words = [*(Word(word, places.get(word, ())) for word in typed), *map(Word, _contained(query))]
    return tuple(dict.fromkeys(words))


def _typed(query: CaseQuery) -> list[str]:
    return folded(query.text).split()


def _contained(query: CaseQuery) -> list[str]:
    asked = (condition for condition in query.conditions if condition.field in _PARTS_OF_THE_TEXT)
    return [word for condition in asked for value in condition.values for word in folded(value).split()]


def is_answered_by_the_index(query: CaseQuery) -> bool:
    """Whether the index alone knows every case of a list."""
    moments = query.due_after is not None or query.due_before is not None
    return not moments and all(condition.field in _ANSWERED for condition in query.conditions)


def question_of(connection: Connection, query: CaseQuery, today: date) -> Question:
    """Everything that a list asks, put to the index."""
    question = Question(words=words_asked(connection, query))
    veil = kept_out(connection, query)
    question = replace(question, without=veil.accusing)
    question = _narrowed(question, none_of=map(confidence_term, sorted(veil.confidences)))
    if query.kind is not None:
        question = _narrowed(question, any_of=[kind_term(query.kind)])
    if query.town is not None:
        question = _narrowed(question, any_of=[field_term(Field.TOWN, query.town)])
    if query.village is not None:
        question = _narrowed(question, any_of=[field_term(Field.VILLAGE, query.village)])
    if query.statuses:
        standing = [field_term(Field.STATUS, status.value) for status in sorted(query.statuses)]
        question = _narrowed(question, any_of=standing, none_of=[field_term(Field.EXCLUDED, YES)])
    if query.period is not None:
        question = _between(question, query.period.start, query.period.last)
    for condition in query.conditions:
        question = _with(question, condition, today)
    return question


def _with(question: Question, condition: Condition, today: date) -> Question:
    if condition.field is Field.REPORTED_AT:
        if condition.test in (Test.EMPTY, Test.NOT_EMPTY):
            # Every case was reported some day.
            return question if condition.test is Test.NOT_EMPTY else _narrowed(question, any_of=[])
        return _between(question, *condition.days(today))
    if condition.field in _LEAVES:
        return _with(question, of_category(condition), today)
    if condition.field not in INDEXED:
        return question
    field = condition.field
    if condition.test is Test.ONE_OF:
        return _narrowed(question, any_of=[field_term(field, value) for value in condition.values])
    if condition.test is Test.NONE_OF:
        return _narrowed(question, none_of=[field_term(field, value) for value in condition.values])
    if condition.test in (Test.EMPTY, Test.NO):
        return _narrowed(question, any_of=[field_term(field, None)])
    return _narrowed(question, none_of=[field_term(field, None)])


def of_category(condition: Condition) -> Condition:
    """A condition on the platform or the major category, said of the category."""
    meant = list(_codes(condition))
    if condition.test in (Test.ONE_OF, Test.NOT_EMPTY):
        # A word that stands for no category is one of none.
        return Condition(Field.CATEGORY, Test.ONE_OF, tuple(meant or ["\ufffd"]))
    return Condition(Field.CATEGORY, Test.NONE_OF, tuple(meant or ["\ufffd"]))


def _codes(condition: Condition) -> Iterator[str]:
    for leaf in vocabulary().leaves:
        if condition.test in (Test.EMPTY, Test.NOT_EMPTY) or _above(leaf, condition.field) in condition.values:
            yield leaf.code


def _above(leaf: Leaf, field: Field) -> str:
    return leaf.platform if field is Field.PLATFORM else leaf.major


def _narrowed(question: Question, any_of: Sequence[str] | None = None, none_of: Iterable[str] = ()) -> Question:
    groups = question.any_of if any_of is None else (*question.any_of, tuple(any_of))
    return replace(question, any_of=groups, none_of=(*question.none_of, *none_of))


def _between(question: Question, first: date | None, last: date | None) -> Question:
    firsts = [day for day in (question.first, first) if day is not None]
    lasts = [day for day in (question.last, last) if day is not None]
    return replace(question, first=max(firsts, default=None), last=min(lasts, default=None))
