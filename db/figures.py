"""The one interpreter: what the catalogue says, turned into SQL. The same select yields a cell or its list."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select, true, type_coerce
from sqlalchemy.types import BigInteger, Integer
from typing_extensions import override

from db.changes import changes_of, lines_of
from db.column_types import thousandths
from db.counted_cases import all_cases, first_cases, of_cases
from db.engine import Database
from db.tables.ledger import BALANCES, POSTING, SLICES
from db.terms import NOWHERE, Terms
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Aggregate, Reading
from gridapp.counting.ledger import Booked, Changed, Counted, Ledger
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month

Keys = tuple[Key, ...]
_THOUSAND = Decimal(1000)
_MONTH_OF_BOOK_DAY = type_coerce(POSTING.c.book_day, Integer) // 100

_WITHOUT_INDEX = POSTING.c.measure + 0
"""The measure where a few cases are asked for: by its index every case of the period would be read."""


class SqlLedger(Ledger):
    """The posting ledger of a database."""

    def __init__(self, database: Database, terms: Terms) -> None:
        self._database, self._terms = database, terms

    @override
    def sums(
        self,
        measures: Collection[str],
        start: date | None,
        end: date,
        by: Sequence[Dimension],
        cut: Cut,
    ) -> Mapping[str, Mapping[Keys, Decimal]]:
        found: defaultdict[str, defaultdict[Keys, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
        with self._database.read() as connection:
            question = _Question(connection, self._terms, cut)
            words, exact = [question.words(dimension) for dimension in by], cache(_exact)
            for statement in _parts(question, measures, start, end, by):
                for measure, *numbers, quantity in connection.execute(statement).all():
                    keys = tuple([word(number) for word, number in zip(words, numbers, strict=True)])
                    found[self._terms.key(connection, measure) or ""][keys] += exact(quantity)
        return found

    @override
    def distinct(self, reading: Reading, by: Sequence[Dimension], cut: Cut) -> Mapping[Keys, Decimal]:
        with self._database.read() as connection:
            question = _Question(connection, self._terms, cut)
            columns = _columns(POSTING, by)
            subjects = (
                question.of_reading(select(*columns, POSTING.c.subject), reading)
                .group_by(*columns, POSTING.c.subject)
                .having(_enough(reading))
                .subquery()
            )
            labels = [subjects.c[f"by_{place}"] for place in range(len(by))]
            statement = select(*labels, func.count()).select_from(subjects).group_by(*labels)
            return {question.keys(by, keys): Decimal(count) for *keys, count in connection.execute(statement)}

    @override
    def cohort(self, reading: Reading, by: Sequence[Dimension], cut: Cut) -> Mapping[Keys, Decimal]:
        with self._database.read() as connection:
            question = _Question(connection, self._terms, cut)
            columns = _columns(POSTING, by)
            statement = question.of_reading(
                select(*columns, func.coalesce(func.sum(POSTING.c.quantity), 0)), reading
            ).group_by(*columns)
            return {
                question.keys(by, keys): Decimal(int(quantity)) / _THOUSAND
                for *keys, quantity in connection.execute(statement)
            }

    @override
    def entries(self, reading: Reading, cut: Cut, most: int | None = None) -> Sequence[Counted]:
        with self._database.read() as connection:
            question = _Question(connection, self._terms, cut)
            if reading.aggregate is Aggregate.DISTINCT:
                return list(islice(_by_the_first_of_each_subject(connection, question, reading), most))
            if most is not None:
                return first_cases(connection, question, reading, most)
            return all_cases(connection, question, reading)

    @override
    def entries_of(self, reading: Reading, cut: Cut, cases: Collection[UUID]) -> Sequence[Counted]:
        with self._database.read() as connection:
            return of_cases(connection, _Question(connection, self._terms, cut), reading, cases)

    @override
    def changes(self, reading: Reading, cut: Cut, since: datetime) -> Sequence[Changed]:
        with self._database.read() as connection:
            then, now = (_Question(connection, self._terms, asked) for asked in (replace(cut, as_of=since), cut))
            return changes_of(connection, then, now, reading, since)

    @override
    def lines(self, cases: Collection[UUID], measures: Collection[str]) -> Sequence[Booked]:
        with self._database.read() as connection:
            return lines_of(connection, self._terms, cases, measures)


class _Question:
    """A cut in the numbers of the dictionary."""

    def __init__(self, connection: Connection, terms: Terms, cut: Cut) -> None:
        self.cut = cut
        self._connection, self._terms = connection, terms
        where: dict[Dimension, tuple[Key, ...]] = dict(cut.where)
        if cut.town is not None:
            where[Dimension.TOWN] = (cut.town,)
        self.where = {
            dimension: [terms.number(connection, dimension.value, key) for key in keys]
            for dimension, keys in where.items()
        }

    def measure(self, name: str) -> int:
        return self._terms.number(self._connection, "measure", name)

    def measures(self, names: Collection[str]) -> list[int]:
        numbers = self._terms.numbers(self._connection, "measure", names).values()
        return sorted(number for number in numbers if number != NOWHERE)

    def keys(self, by: Sequence[Dimension], columns: Sequence[int]) -> Keys:
        return tuple(self.words(dimension)(number) for dimension, number in zip(by, columns, strict=True))

    def words(self, dimension: Dimension) -> Callable[[int], Key]:
        """What turns the numbers of a dimension into words; a word stands in many rows and is made once."""
        if dimension is Dimension.MONTH:
            return cache(lambda number: f"{number // 100}-{number % 100:02}")
        return cache(lambda number: self._terms.key(self._connection, number))

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
        return statement if reading.ended is None else statement.where(self._ended(self.measure(reading.ended)))

    def among(self, statement: Select[Any], reading: Reading, cases: Collection[UUID]) -> Select[Any]:
        """The same over those of some cases."""
        statement = self._counted(statement, reading, _WITHOUT_INDEX).where(POSTING.c.case_id.in_(cases))
        if reading.ended is None:
            return statement
        return statement.where(self._ended(self.measure(reading.ended), cases))

    def _counted(
        self, statement: Select[Any], reading: Reading, measure: ColumnElement[int] = POSTING.c.measure
    ) -> Select[Any]:
        period = self.cut.period
        start = None if reading.aggregate in (Aggregate.OPENING, Aggregate.CLOSING) else period.start
        end = period.start if reading.aggregate is Aggregate.OPENING else period.end
        return self.of_postings(statement, self.measures(reading.measures), start, end, measure)

    def _ended(self, measure: int, cases: Collection[UUID] | None = None) -> ColumnElement[bool]:
        """Whether a case new in the period stands ended by the cut-off; it cannot have ended before the period."""
        other = POSTING.alias("other")
        ended = select(other.c.case_id).where(
            (other.c.measure if cases is None else other.c.measure + 0) == measure,
            other.c.book_day >= self.cut.period.start,
            other.c.book_day < self.cut.cutoff,
            self._made(other),
        )
        if cases is not None:
            ended = ended.where(other.c.case_id.in_(cases))
        return POSTING.c.case_id.in_(ended.group_by(other.c.case_id).having(func.sum(other.c.quantity) > 0))

    def _made(self, table: Any) -> ColumnElement[bool]:
        if self.cut.as_of is None:
            return true()
        made: ColumnElement[bool] = table.c.made_at <= self.cut.as_of
        return made


def _exact(quantity: int | Decimal) -> Decimal:
    return Decimal(int(quantity)) / _THOUSAND


def _columns(table: Table, by: Sequence[Dimension]) -> list[ColumnElement[Any]]:
    month = table.c.month if "month" in table.c else _MONTH_OF_BOOK_DAY
    chosen = (month if d is Dimension.MONTH else table.c[d.value] for d in by)
    return [column.label(f"by_{place}") for place, column in enumerate(chosen)]


def _parts(
    question: _Question,
    measures: Collection[str],
    start: date | None,
    end: date,
    by: Sequence[Dimension],
) -> Iterator[Select[Any]]:
    """Whole months from the narrowest balances that know the words, the days at the edges from postings."""
    numbers, balances = question.measures(measures), _balances_for(question, measures, by)
    first = None if start is None else _month_from(start)
    last = Month.of(end).start
    if balances is None or (first is not None and first > last):
        yield _from_postings(question, numbers, start, end, by)
        return
    yield _from_balances(question, balances, numbers, first, last, by)
    if start is not None and first is not None and start < first:
        yield _from_postings(question, numbers, start, first, by)
    if last < end:
        yield _from_postings(question, numbers, last, end, by)


def _month_from(day: date) -> date:
    month = Month.of(day)
    return day if day == month.start else month.end


def _balances_for(question: _Question, measures: Collection[str], by: Sequence[Dimension]) -> Table | None:
    if question.cut.as_of is not None:
        return None
    needed = {*by, *question.where} - {Dimension.MONTH}
    names = (
        name
        for name, one in SLICES.items()
        if needed <= set(one.dimensions) and all(one.tells_of(measure) for measure in measures)
    )
    name = next(names, None)
    return None if name is None else BALANCES[name]


def _from_postings(
    question: _Question,
    numbers: Sequence[int],
    start: date | None,
    end: date,
    by: Sequence[Dimension],
) -> Select[Any]:
    columns = [POSTING.c.measure, *_columns(POSTING, by)]
    statement = select(*columns, func.sum(POSTING.c.quantity, type_=BigInteger))
    return question.of_postings(statement, numbers, start, end).group_by(*columns)


def _from_balances(
    question: _Question,
    table: Table,
    numbers: Sequence[int],
    first: date | None,
    last: date,
    by: Sequence[Dimension],
) -> Select[Any]:
    columns = [table.c.measure, *_columns(table, by)]
    statement = select(*columns, func.sum(table.c.quantity, type_=BigInteger)).where(
        table.c.measure.in_(numbers), table.c.month < _month_number(last)
    )
    if first is not None:
        statement = statement.where(table.c.month >= _month_number(first))
    return question.narrow(statement, table).group_by(*columns)


def _month_number(day: date) -> int:
    return day.year * 100 + day.month


def _enough(reading: Reading) -> ColumnElement[bool]:
    """Whether so much is left of a subject that it counts."""
    total = func.sum(POSTING.c.quantity)
    enough: ColumnElement[bool] = total > 0 if reading.at_least is None else total >= thousandths(reading.at_least)
    return enough


def _by_the_first_of_each_subject(connection: Connection, question: _Question, reading: Reading) -> Iterator[Counted]:
    """Each subject once, by the first case that names it; a case that is the first for several counts for them all."""
    first = func.min(POSTING.c.book_day, type_=POSTING.c.book_day.type)
    counting = question.of_reading(select(POSTING.c.subject), reading).group_by(POSTING.c.subject)
    statement = (
        question.of_reading(select(POSTING.c.subject, POSTING.c.case_id, first), reading)
        .where(POSTING.c.subject.in_(counting.having(_enough(reading))))
        .group_by(POSTING.c.subject, POSTING.c.case_id)
        .having(func.sum(POSTING.c.quantity) > 0)
        .order_by(first, POSTING.c.case_id)
    )
    seen: set[int] = set()
    subjects: Counter[UUID] = Counter()
    days: dict[UUID, date] = {}
    for subject, case_id, day in connection.execute(statement):
        if subject not in seen:
            seen.add(subject)
            subjects[case_id] += 1
            days.setdefault(case_id, day)
    for case_id, day in days.items():
        yield Counted(case_id, day, Decimal(subjects[case_id]))
