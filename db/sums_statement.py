"""The statement that adds lines up (合计语句): all parts of a question in one, the columns of each packed.

To put a statement together takes longer than to run it, so that is done once for all questions of the same shape.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Dialect,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    func,
    literal_column,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.types import BigInteger, Integer

from db.figure_question import Question
from db.month_number import month_number
from db.packed import packed
from db.prepared import Prepared
from db.tables.ledger import BALANCES, POSTING, SLICES, TERM
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month

By = tuple[Dimension, ...]
Where = tuple[tuple[Dimension, int], ...]
"""The dimensions of which words are asked for, each with how many."""

DICTIONARY = -1
"""The place of rows that are no sums: number and word of measures which had no number yet."""

_MONTH_OF_BOOK_DAY = type_coerce(POSTING.c.book_day, Integer) // 100
_SELDOM_SEVERAL = frozenset({Dimension.TOWN, Dimension.UNIT})
"""What balances tell apart beside their own words: under nearly all of those it is always the same."""


class Shape(NamedTuple):
    """What the text of a statement says of lines to be added up; the rest are its parameters."""

    balances: str | None
    by: By
    measures: int
    since: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to be added up: those of some measures on some days, whole months where balances hold them."""

    balances: str | None
    by: By
    measures: Sequence[int]
    since: date | None
    until: date

    @property
    def shape(self) -> Shape:
        """What the text of their statement says of them."""
        return Shape(self.balances, self.by, len(self.measures), self.since is not None)

    def values(self, place: int) -> Iterator[tuple[str, Any]]:
        """The parameters of their statement where they stand at a place among others."""
        yield from ((f"measure_{place}_{n}", number) for n, number in enumerate(self.measures))
        yield f"until_{place}", self._bound(self.until)
        if self.since is not None:
            yield f"since_{place}", self._bound(self.since)

    def _bound(self, day: date) -> int | date:
        return day if self.balances is None else month_number(Month.of(day))


# Whoever looks at one village after another asks in few shapes, whoever ticks words in as many as there are numbers.
@lru_cache(maxsize=1000)
def sums_statement(shapes: tuple[Shape, ...], where: Where, unknown: int, dialect: Dialect, *, made: bool) -> Prepared:
    """A statement whose rows have a place, a measure, its packed sums and the packed words of each.

    With `unknown` words of measures it also tells which of them are in the dictionary.
    """
    width = max((len(shape.by) for shape in shapes), default=0)
    sums = [_packed(place, _added_up(place, shape, where, made), width) for place, shape in enumerate(shapes)]
    return Prepared(union_all(*sums, *([_dictionary(unknown, width)] if unknown else [])), dialect)


def columns_of(table: Table, by: Sequence[Dimension]) -> list[ColumnElement[Any]]:
    """The columns of a table that hold some words."""
    month = table.c.month if "month" in table.c else _MONTH_OF_BOOK_DAY
    chosen = (month if dimension is Dimension.MONTH else table.c[dimension.value] for dimension in by)
    return [column.label(f"by_{place}") for place, column in enumerate(chosen)]


def values_of(asked: Question, lines: Sequence[Lines]) -> dict[str, Any]:
    """The parameters of a statement over some lines."""
    values = {name: value for place, one in enumerate(lines) for name, value in one.values(place)}
    values |= {f"{d.value}_{n}": word for d, words in asked.where.items() for n, word in enumerate(words)}
    return values if asked.cut.as_of is None else values | {"as_of": asked.cut.as_of}


def where_of(asked: Question) -> Where:
    """What the text of a statement says of the words that are asked for."""
    return tuple((dimension, len(words)) for dimension, words in asked.where.items())


def lines_of(place: int, shape: Shape, where: Where, *, made: bool) -> Select[Any]:
    """The lines of a shape: measure, words and quantity; with `made` as they stood at a moment."""
    table = POSTING if shape.balances is None else BALANCES[shape.balances]
    day = table.c.book_day if shape.balances is None else table.c.month
    lines = select(table.c.measure, *columns_of(table, shape.by), table.c.quantity).where(
        table.c.measure.in_(_several(f"measure_{place}", shape.measures)),
        *(table.c[dimension.value].in_(_several(dimension.value, words)) for dimension, words in where),
        day < bindparam(f"until_{place}"),
    )
    if shape.since:
        lines = lines.where(day >= bindparam(f"since_{place}"))
    if made:
        lines = lines.where(table.c.made_at <= bindparam("as_of"))
    return lines


def _added_up(place: int, shape: Shape, where: Where, made: bool) -> Select[Any]:
    lines = lines_of(place, shape, where, made=made)
    return lines if _stand_alone(shape) else _grouped(lines)


def _stand_alone(shape: Shape) -> bool:
    """Whether hardly any lines are to be added up, so that grouping them would be most of the work."""
    if shape.balances is None or Dimension.MONTH not in shape.by:
        return False
    return set(SLICES[shape.balances].dimensions) <= {*shape.by, *_SELDOM_SEVERAL}


def _grouped(lines: Select[Any]) -> Select[Any]:
    *words, quantity = lines.selected_columns
    return lines.with_only_columns(*words, func.sum(quantity, type_=BigInteger).label("quantity")).group_by(*words)


def _packed(place: int, lines: Select[Any], width: int) -> Select[Any]:
    measure, *words, quantity = lines.subquery().c
    empty = [_nothing()] * (width - len(words))
    return select(literal_column(str(place)), measure, packed(quantity), *map(packed, words), *empty).group_by(measure)


def _dictionary(unknown: int, width: int) -> Select[Any]:
    return select(literal_column(str(DICTIONARY)), TERM.c.id, TERM.c.key, *([_nothing()] * width)).where(
        TERM.c.dimension == "measure", TERM.c.key.in_(_several("unknown", unknown))
    )


@cache
def _nothing() -> ColumnElement[Any]:
    return cast(null(), Text)


def _several(name: str, number: int) -> Sequence[BindParameter[Any]]:
    return [bindparam(f"{name}_{place}") for place in range(number)]
