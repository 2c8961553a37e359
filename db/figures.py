"""The one interpreter: what the catalogue says, turned into SQL. The same select yields a cell or its list."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from uuid import UUID

from sqlalchemy import func, select
from typing_extensions import override

from db.changes import changes_of, lines_of
from db.counted_cases import all_cases, first_cases, of_cases
from db.engine import Database
from db.figure_question import Question
from db.subjects import first_of_each, subjects_by
from db.sums import exact, sums_of
from db.sums_statement import columns_of
from db.tables.ledger import POSTING
from db.terms import Terms
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Aggregate, Reading
from gridapp.counting.ledger import Amounts, Booked, Changed, Counted, Ledger, Span
from gridapp.counting.posting import Dimension


class SqlLedger(Ledger):
    """The posting ledger of a database."""

    def __init__(self, database: Database, terms: Terms) -> None:
        self._database, self._terms = database, terms

    @override
    def sums(self, spans: Sequence[Span], cut: Cut) -> Sequence[Mapping[str, Amounts]]:
        with self._database.read() as connection:
            return sums_of(connection, self._terms, Question(connection, self._terms, cut), spans)

    @override
    def distinct(self, reading: Reading, by: Sequence[tuple[Dimension, ...]], cut: Cut) -> Sequence[Amounts]:
        with self._database.read() as connection:
            return subjects_by(connection, Question(connection, self._terms, cut), reading, by)

    @override
    def cohort(self, reading: Reading, by: Sequence[Dimension], cut: Cut) -> Amounts:
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
                return list(islice(first_of_each(connection, question, reading), most))
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
