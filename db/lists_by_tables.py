"""Lists that the tables answer (按表列出): limits, moments and every order; the index is asked for words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, type_coerce
from sqlalchemy.types import NullType

from db.filters import holds
from db.identities import Stored
from db.list_columns import sort_column
from db.search import among, docs_found
from db.search_places import Place
from db.search_question import asks_for_words, question_of, words_asked
from db.search_rows import stands
from db.tables.cases import HEAD
from db.tables.search import CASE_WORDS
from db.veil import apart_from, kept_out, told
from gridapp.domain.moment import start_of
from gridapp.ports import CaseQuery

STORED = type_coerce(HEAD.c.id, NullType)
"""The identity as the database hands it out."""

_FEW = 5000


def ids_by_tables(connection: Connection, query: CaseQuery, today: date, limit: int | None) -> Sequence[Stored]:
    """The identities of a list in its order, the first few or all of them."""
    found = in_order(connection, _filtered(connection, select(STORED), query, today), query)
    return [row[0] for row in connection.execute(found.limit(limit))]


def number_by_tables(connection: Connection, query: CaseQuery, today: date) -> int:
    """How many cases a list has."""
    counted = _filtered(connection, select(func.count(HEAD.c.id)), query, today)
    number: int = connection.execute(counted).scalar_one()
    return number


def in_order(connection: Connection, statement: Select[Any], query: CaseQuery) -> Select[Any]:
    """A list in its order; what is empty, or veiled from the reader, comes last."""
    column = sort_column(query)
    if column.table is not HEAD:
        statement = statement.join(column.table, column.table.c.case_id == HEAD.c.id)
    seen = told(connection, query, column)
    order = seen.desc() if query.descending else seen.asc()
    # PostgreSQL does not read an index backwards for an order that speaks of what cannot be empty.
    can_be_empty = column.nullable or seen is not column
    return statement.order_by(order.nulls_last() if can_be_empty else order, HEAD.c.id)


def _filtered(connection: Connection, statement: Select[Any], query: CaseQuery, today: date) -> Select[Any]:
    """A list, without its order: looked for among the few cases that the index names, or else in the tables."""
    statement = statement.where(*apart_from(kept_out(connection, query)))
    if query.due_after is not None:
        statement = statement.where(HEAD.c.due_at > query.due_after)
    if query.due_before is not None:
        statement = statement.where(HEAD.c.due_at <= query.due_before)
    statement = statement.where(*(holds(condition, today) for condition in query.conditions))
    if (docs := _few_docs(connection, query, today)) is not None:
        # Of which kind and where they are, the index has seen to; said again, it would lead SQLite astray.
        return statement.where(HEAD.c.id.in_(select(CASE_WORDS.c.case_id).where(among(connection, docs))))
    return statement.where(*_of_the_head(query), *_of_the_text(connection, query))


def _few_docs(connection: Connection, query: CaseQuery, today: date) -> Sequence[int] | None:
    """The cases that are possible by what the index knows; nothing where they are many."""
    if not query.conditions and not asks_for_words(query):
        return None
    found = docs_found(connection, question_of(connection, query, today)).subquery()
    docs = connection.execute(select(found.c.doc).limit(_FEW + 1)).scalars().all()
    return docs if len(docs) <= _FEW else None


def _of_the_head(query: CaseQuery) -> Iterator[ColumnElement[bool]]:
    if query.kind is not None:
        yield HEAD.c.kind == query.kind.value
    if query.town is not None:
        yield HEAD.c.town == query.town
    if query.village is not None:
        yield HEAD.c.village == query.village
    if query.statuses:
        yield HEAD.c.status.in_(sorted(query.statuses))
        yield HEAD.c.excluded_at.is_(None)
    if query.period is not None:
        yield HEAD.c.reported_at >= start_of(query.period.start)
        yield HEAD.c.reported_at < start_of(query.period.end)


def _of_the_text(connection: Connection, query: CaseQuery) -> Iterator[ColumnElement[bool]]:
    """That words which many cases have are in this one; a look at each is quicker than a list of all."""
    if words := words_asked(connection, query):
        said = select(CASE_WORDS.c.case_id).where(CASE_WORDS.c.case_id == HEAD.c.id)
        yield said.where(*(or_(stands(word.text), *_is_in(word.places)) for word in words)).exists()


def _is_in(places: Sequence[Place]) -> Iterator[ColumnElement[bool]]:
    for field in dict.fromkeys(field for field, _ in places):
        yield HEAD.c[field.value].in_([code for of, code in places if of is field])
