"""What is counted once (不同对象, 家): the different subjects of a reading, and the first case of each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Dialect,
    Integer,
    Select,
    cast,
    func,
    literal_column,
    null,
    select,
    union_all,
)

from db.column_types import thousandths
from db.figure_question import Keys, Question
from db.prepared import Prepared
from db.sums_statement import By, Lines, Shape, Where, columns_of, lines_of, values_of, where_of
from db.tables.ledger import POSTING
from gridapp.counting.indicator import Reading
from gridapp.counting.ledger import Amounts, Counted


def subjects_by(connection: Connection, asked: Question, reading: Reading, sorts: Sequence[By]) -> Sequence[Amounts]:
    """How many different subjects there are by words of each sort; the lines are read once for all of them."""
    different = tuple(dict.fromkeys(sorts))
    found: dict[By, dict[Keys, Decimal]] = {by: {} for by in different}
    if measures := asked.measures(reading.measures):
        lines = Lines(None, tuple(dict.fromkeys(chain(*sorts))), measures, *asked.days(reading))
        made = asked.cut.as_of is not None
        statement = _statement(lines.shape, different, where_of(asked), reading.at_least, connection.dialect, made=made)
        for place, number, *words in statement.rows(connection, values_of(asked, [lines])):
            by = different[place]
            found[by][asked.keys(by, words[: len(by)])] = Decimal(number)
    return [found[by] for by in sorts]


# To put it together takes longer than the library takes to send it.
@lru_cache(maxsize=1000)
def _statement(
    shape: Shape, sorts: Sequence[By], where: Where, at_least: Decimal | None, dialect: Dialect, *, made: bool
) -> Prepared:
    columns = columns_of(POSTING, shape.by)
    lines = lines_of(0, shape, where, made=made)
    left = func.sum(POSTING.c.quantity).label("left")
    lines = lines.with_only_columns(*columns, POSTING.c.subject, left).group_by(*columns, POSTING.c.subject)
    subjects = lines.cte("subjects")
    return Prepared(union_all(*(_counted(n, subjects, shape.by, by, at_least) for n, by in enumerate(sorts))), dialect)


def _counted(place: int, subjects: CTE, wide: By, by: By, at_least: Decimal | None) -> Select[Any]:
    words = [subjects.c[f"by_{wide.index(dimension)}"] for dimension in by]
    chosen = select(*words, subjects.c.subject)
    if set(by) == set(wide):
        chosen = chosen.where(_enough(subjects.c.left, at_least))
    else:
        left = func.sum(subjects.c.left)
        chosen = chosen.group_by(*words, subjects.c.subject).having(_enough(left, at_least))
    counted = chosen.subquery()
    told = [counted.c[word.name] for word in words]
    empty = [cast(null(), Integer)] * (len(wide) - len(by))
    return select(literal_column(str(place)), func.count(), *told, *empty).select_from(counted).group_by(*told)


def first_of_each(connection: Connection, asked: Question, reading: Reading) -> Iterator[Counted]:
    """Each subject once, by the first case that names it; a case that is the first for several counts for them all."""
    first = func.min(POSTING.c.book_day, type_=POSTING.c.book_day.type)
    left = func.sum(POSTING.c.quantity)
    counting = asked.of_reading(select(POSTING.c.subject), reading).group_by(POSTING.c.subject)
    statement = (
        asked.of_reading(select(POSTING.c.subject, POSTING.c.case_id, first), reading)
        .where(POSTING.c.subject.in_(counting.having(_enough(left, reading.at_least))))
        .group_by(POSTING.c.subject, POSTING.c.case_id)
        .having(left > 0)
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


def _enough(left: ColumnElement[int], at_least: Decimal | None) -> ColumnElement[bool]:
    """Whether so much is left of a subject that it counts."""
    return left > 0 if at_least is None else left >= thousandths(at_least)
