"""The one interpreter: what the catalogue says, turned into SQL. The same select yields a cell or its list."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select
from typing_extensions import override

from db.changes import changes_of, lines_of
from db.column_types import thousandths
from db.counted_cases import all_cases, first_cases, of_cases
from db.engine import Database
from db.figure_question import Question
from db.sums import columns_of, exact, sums_of
from db.tables.ledger import POSTING
from db.terms import Terms
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import Aggregate, Reading
from gridapp.counting.ledger import Booked, Changed, Counted, Ledger
from gridapp.counting.posting import Dimension

Keys = tuple[Key, ...]


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
        with self._database.read() as connection:
            question = Question(connection, self._terms, cut)
            found = sums_of(connection, question, measures, start, end, tuple(by))
            return {self._terms.key(connection, measure) or "": amounts for measure, amounts in found.items()}

    @override
    def distinct(self, reading: Reading, by: Sequence[Dimension], cut: Cut) -> Mapping[Keys, Decimal]:
        with self._database.read() as connection:
            question = Question(connection, self._terms, cut)
            columns = columns_of(POSTING, by)
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
            columns = columns_of(POSTING, by)
            statement = question.of_reading(
                select(*columns, func.coalesce(func.sum(POSTING.c.quantity), 0)), reading
            ).group_by(*columns)
            return {question.keys(by, keys): exact(quantity) for *keys, quantity in connection.execute(statement)}

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
