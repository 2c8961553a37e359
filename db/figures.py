"""The one interpreter: what the catalogue says, turned into SQL. The same select yields a cell or its list."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select, type_coerce
from sqlalchemy.types import BigInteger, Integer
from typing_extensions import override

from db.changes import changes_of, lines_of
from db.column_types import thousandths
from db.counted_cases import all_cases, first_cases, of_cases
from db.engine import Database
from db.figure_question import Question
from db.month_number import month_number
from db.tables.ledger import BALANCES, POSTING, SLICES
from db.terms import Terms
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Aggregate, Reading
from gridapp.counting.ledger import Booked, Changed, Counted, Ledger
from gridapp.counting.posting import Dimension
from gridapp.domain.period import Month

Keys = tuple[Key, ...]
Numbers = tuple[int, ...]
_THOUSAND = Decimal(1000)
_MONTH_OF_BOOK_DAY = type_coerce(POSTING.c.book_day, Integer) // 100


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
        found: defaultdict[int, dict[Numbers, int]] = defaultdict(dict)
        with self._database.read() as connection:
            question = Question(connection, self._terms, cut)
            for statement in _parts(question, measures, start, end, by):
                for row in connection.execute(statement).all():
                    amounts, numbers = found[row[0]], row[1:-1]
                    amounts[numbers] = amounts.get(numbers, 0) + row[-1]
            # A row's words stand under many measures, and most amounts are small.
            keys, exact = cache(question.speaker(by)), cache(_exact)
            return {
                self._terms.key(connection, measure) or "": {
                    keys(numbers): exact(quantity) for numbers, quantity in amounts.items()
                }
                for measure, amounts in found.items()
            }

    @override
    def distinct(self, reading: Reading, by: Sequence[Dimension], cut: Cut) -> Mapping[Keys, Decimal]:
        with self._database.read() as connection:
            question = Question(connection, self._terms, cut)
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
            question = Question(connection, self._terms, cut)
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
            question = Question(connection, self._terms, cut)
            if reading.aggregate is Aggregate.DISTINCT:
                return list(islice(_by_the_first_of_each_subject(connection, question, reading), most))
            if most is not None:
                return first_cases(connection, question, reading, most)
            return all_cases(connection, question, reading)

    @override
    def entries_of(self, reading: Reading, cut: Cut, cases: Collection[UUID]) -> Sequence[Counted]:
        with self._database.read() as connection:
            return of_cases(connection, Question(connection, self._terms, cut), reading, cases)

    @override
    def changes(self, reading: Reading, cut: Cut, since: datetime) -> Sequence[Changed]:
        with self._database.read() as connection:
            then, now = (Question(connection, self._terms, asked) for asked in (replace(cut, as_of=since), cut))
            return changes_of(connection, then, now, reading, since)

    @override
    def lines(self, cases: Collection[UUID], measures: Collection[str]) -> Sequence[Booked]:
        with self._database.read() as connection:
            return lines_of(connection, self._terms, cases, measures)


def _exact(quantity: int | Decimal) -> Decimal:
    return Decimal(int(quantity)) / _THOUSAND


def _columns(table: Table, by: Sequence[Dimension]) -> list[ColumnElement[Any]]:
    month = table.c.month if "month" in table.c else _MONTH_OF_BOOK_DAY
    chosen = (month if d is Dimension.MONTH else table.c[d.value] for d in by)
    return [column.label(f"by_{place}") for place, column in enumerate(chosen)]


def _parts(
    question: Question,
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


def _balances_for(question: Question, measures: Collection[str], by: Sequence[Dimension]) -> Table | None:
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
    question: Question,
    numbers: Sequence[int],
    start: date | None,
    end: date,
    by: Sequence[Dimension],
) -> Select[Any]:
    columns = [POSTING.c.measure, *_columns(POSTING, by)]
    statement = select(*columns, func.sum(POSTING.c.quantity, type_=BigInteger))
    return question.of_postings(statement, numbers, start, end).group_by(*columns)


def _from_balances(
    question: Question,
    table: Table,
    numbers: Sequence[int],
    first: date | None,
    last: date,
    by: Sequence[Dimension],
) -> Select[Any]:
    columns = [table.c.measure, *_columns(table, by)]
    statement = select(*columns, func.sum(table.c.quantity, type_=BigInteger)).where(
        table.c.measure.in_(numbers), table.c.month < month_number(Month.of(last))
    )
    if first is not None:
        statement = statement.where(table.c.month >= month_number(Month.of(first)))
    return question.narrow(statement, table).group_by(*columns)


def _enough(reading: Reading) -> ColumnElement[bool]:
    """Whether so much is left of a subject that it counts."""
    total = func.sum(POSTING.c.quantity)
    enough: ColumnElement[bool] = total > 0 if reading.at_least is None else total >= thousandths(reading.at_least)
    return enough


def _by_the_first_of_each_subject(connection: Connection, question: Question, reading: Reading) -> Iterator[Counted]:
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
