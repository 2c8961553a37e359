"""What is asked of the ledger, in the numbers of its dictionary (统计提问): cuts and readings as conditions of SQL."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    case,
    func,
    select,
    true,
    type_coerce,
)

from db.number_list import one_of
from db.tables.ledger import POSTING
from db.terms import NOWHERE, Terms
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Aggregate, Reading
from gridapp.counting.posting import Dimension

Keys = tuple[Key, ...]

_BOOK_DAY = type_coerce(POSTING.c.book_day, Integer)
_WITHOUT_INDEX = POSTING.c.measure + 0
"""The measure where a few cases are asked for: by its index every case of the period would be read."""


class Question:
    """A cut in the numbers of the dictionary."""

    def __init__(self, connection: Connection, terms: Terms, cut: Cut) -> None:
        self.cut = cut
        self._connection, self._terms = connection, terms
        self._words: dict[Dimension, Callable[[int], Key]] = {}
        self._measures: dict[str, int] = {}
        where: dict[Dimension, tuple[Key, ...]] = dict(cut.where)
        if cut.town is not None:
            where[Dimension.TOWN] = (cut.town,)
        self.where = {
            dimension: [terms.number(connection, dimension.value, key) for key in keys]
            for dimension, keys in where.items()
        }

    def measure(self, name: str) -> int:
        """The number of a measure."""
        return self._numbers([name])[0]

    def measures(self, names: Collection[str]) -> list[int]:
        """The numbers of those measures on which anything was ever posted."""
        return sorted(number for number in self._numbers(names) if number != NOWHERE)

    def _numbers(self, names: Collection[str]) -> Sequence[int]:
        """Which measures have none yet is asked once: in one transaction none comes to be known."""
        if unknown := [name for name in names if name not in self._measures]:
            self._measures |= self._terms.numbers(self._connection, "measure", unknown)
        return [self._measures[name] for name in names]

    def keys(self, by: Sequence[Dimension], columns: Sequence[int]) -> Keys:
        """The words of a row."""
        return tuple(self.words(dimension)(number) for dimension, number in zip(by, columns, strict=True))

    def told(self, by: Sequence[Dimension], columns: Iterable[Iterable[int]]) -> Sequence[Keys]:
        """The words of rows that are given column by column."""
        return list(zip(*(map(self.words(d), column) for d, column in zip(by, columns, strict=True)), strict=True))

    def words(self, dimension: Dimension) -> Callable[[int], Key]:
        """What turns the numbers of a dimension into words; a word stands in many rows and is made once."""
        if dimension not in self._words:
            self._words[dimension] = cache(_month if dimension is Dimension.MONTH else self._word)
        return self._words[dimension]

    def _word(self, number: int) -> Key:
        return self._terms.key(self._connection, number)

    def narrow(self, statement: Select[Any], table: Table) -> Select[Any]:
        """The statement with the words that are asked for."""
        for dimension, numbers in self.where.items():
            statement = statement.where(table.c[dimension.value].in_(numbers))
        return statement

    def of_postings(
        self,
        statement: Select[Any],
        numbers: Sequence[int],
        start: date | None,
        end: date,
        measure: ColumnElement[int] = POSTING.c.measure,
    ) -> Select[Any]:
        """The statement over the postings of some measures and days, as they stood when asked for."""
        statement = statement.where(measure.in_(numbers), POSTING.c.book_day < end)
        if start is not None:
            statement = statement.where(POSTING.c.book_day >= start)
        return self.narrow(statement.where(self._made(POSTING)), POSTING)

    def of_reading(self, statement: Select[Any], reading: Reading) -> Select[Any]:
        """The statement over exactly the postings that a reading counts."""
        statement = self._counted(statement, reading)
        return statement.where(self._ended(reading)) if reading.ended else statement

    def lines(
        self,
        statement: Select[Any],
        reading: Reading,
        measures: Collection[str],
        since: date | None = None,
        until: date | None = None,
    ) -> Select[Any]:
        """The statement over every line of some measures on the days of a reading, or on some of them.

        Each end is told once: by an index that has two bounds at an end the wider may be searched.
        """
        start, end = self.days(reading)
        start = max((day for day in (start, since) if day is not None), default=None)
        return self.of_postings(statement, self.measures(measures), start, end if until is None else min(end, until))

    def lines_on(
        self, statement: Select[Any], reading: Reading, days: Collection[int], towns: Collection[int]
    ) -> Select[Any]:
        """The statement over every line of a reading on some of its days (yyyymmdd), in some towns."""
        statement = statement.where(
            POSTING.c.measure.in_(self.measures(reading.measures)),
            one_of(_BOOK_DAY, days),
            POSTING.c.town.in_(sorted(towns)),
            self._made(POSTING),
        )
        return self.narrow(statement, POSTING)

    def among(self, statement: Select[Any], reading: Reading, cases: Collection[UUID] | Select[Any]) -> Select[Any]:
        """The same over those of some cases, given by their identities or by what finds them."""
        statement = self._counted(statement, reading, _WITHOUT_INDEX).where(POSTING.c.case_id.in_(cases))
        return statement.where(self._ended(reading, cases)) if reading.ended else statement

    def _counted(
        self, statement: Select[Any], reading: Reading, measure: ColumnElement[int] = POSTING.c.measure
    ) -> Select[Any]:
        start, end = self.days(reading)
        return self.of_postings(statement, self.measures(reading.measures), start, end, measure)

    def days(self, reading: Reading) -> tuple[date | None, date]:
        """The first day whose lines a reading counts, if there is one, and the day before which the last lies."""
        period = self.cut.period
        start = None if reading.aggregate in (Aggregate.OPENING, Aggregate.CLOSING) else period.start
        return start, period.start if reading.aggregate is Aggregate.OPENING else period.end

    def _ended(self, reading: Reading, cases: Collection[UUID] | Select[Any] | None = None) -> ColumnElement[bool]:
        """Whether a case stands ended by the cut-off; one new in the period cannot have ended before it."""
        other = POSTING.alias("other")
        signs = {self.measure(measure): sign for measure, sign in reading.ended.items()}
        if reading.aggregate is Aggregate.SETTLED and cases is None:
            # Most of what ever ended is of no concern.
            cases = self._counted(select(POSTING.c.case_id), reading)
        ended = select(other.c.case_id).where(
            (other.c.measure if cases is None else other.c.measure + 0).in_(list(signs)),
            other.c.book_day < self.cut.cutoff,
            self._made(other),
        )
        if reading.aggregate is Aggregate.COHORT:
            ended = ended.where(other.c.book_day >= self.cut.period.start)
        if cases is not None:
            ended = ended.where(other.c.case_id.in_(cases))
        left = func.sum(other.c.quantity * case(signs, value=other.c.measure, else_=0))
        return POSTING.c.case_id.in_(ended.group_by(other.c.case_id).having(left > 0))

    def _made(self, table: Any) -> ColumnElement[bool]:
        if self.cut.as_of is None:
            return true()
        made: ColumnElement[bool] = table.c.made_at <= self.cut.as_of
        return made


def _month(number: int) -> Key:
    return f"{number // 100}-{number % 100:02}"
