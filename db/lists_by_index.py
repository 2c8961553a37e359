"""Lists that the search index answers (按索引列出): the newest reports are at hand there, whatever is asked."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, type_coerce
from sqlalchemy.types import NullType

from db.identities import Stored
from db.lists_by_tables import STORED, in_order
from db.search import among, docs_found, docs_in_order
from db.search_index import day_of_doc
from db.search_question import Question, asks_for_words, is_answered_by_the_index, question_of
from db.tables.cases import HEAD
from db.tables.search import CASE_WORDS
from gridapp.ports import CaseQuery

_A_BUSY_DAY = 1000
_STORED: ColumnElement[Any] = type_coerce(CASE_WORDS.c.case_id, NullType)


def is_best_found_by_the_index(query: CaseQuery) -> bool:
    """Whether the index is quicker than the tables, which know every order but not every field."""
    if not is_answered_by_the_index(query):
        return False
    if query.conditions or asks_for_words(query) or query.kind is None:
        return True
    return query.sort == "reported_at" and bool(query.town or query.village or query.statuses)


def ids_by_index(connection: Connection, query: CaseQuery, today: date, limit: int | None) -> Sequence[Stored]:
    """The identities of a list in its order, the first few or all of them."""
    question = question_of(connection, query, today)
    found: Select[Any]
    if query.sort == "reported_at":
        first = None if limit is None else _first_docs(connection, query, question, limit)
        found = select(_STORED).where(_among(connection, question, first))
        moment = CASE_WORDS.c.reported_at.desc() if query.descending else CASE_WORDS.c.reported_at.asc()
        found = found.order_by(moment, CASE_WORDS.c.case_id)
    else:
        found = select(STORED).join(CASE_WORDS, CASE_WORDS.c.case_id == HEAD.c.id)
        found = in_order(connection, found.where(_among(connection, question, None)), query)
    return [row[0] for row in connection.execute(found.limit(limit))]


def number_by_index(connection: Connection, query: CaseQuery, today: date) -> int:
    """How many cases a list has."""
    found = docs_found(connection, question_of(connection, query, today)).subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one()


def _among(connection: Connection, question: Question, docs: Sequence[int] | None) -> ColumnElement[bool]:
    if docs is not None:
        return among(connection, docs)
    found = docs_found(connection, question).subquery()
    return CASE_WORDS.c.doc.in_(select(found.c.doc))


def _first_docs(connection: Connection, query: CaseQuery, question: Question, limit: int) -> Sequence[int] | None:
    """The cases of the first days, as many as it takes to fill a limit; nothing where a day is too busy to say.

    The index knows days, not moments, so the last of them must be there as a whole.
    """
    docs = docs_in_order(connection, question, limit, _A_BUSY_DAY, descending=query.descending)
    if len(docs) <= limit:
        return docs
    last = day_of_doc(connection, docs[limit - 1])
    whole = [doc for doc in docs if (day_of_doc(connection, doc) - last) * (-1 if query.descending else 1) <= 0]
    return whole if len(whole) < limit + _A_BUSY_DAY else None
