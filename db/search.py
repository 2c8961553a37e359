"""Questions to the search index (查找), in the language of each database."""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    any_,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from db.search_index import day_of_doc, first_doc_of
from db.search_language import fts5, tsquery, tsquery_any
from db.search_places import Word
from db.search_question import Question
from db.search_rows import row_answers, stands
from db.tables.search import CASE_WORDS

_SEARCH = table("case_search", column("doc"), column("tokens"))
_NEAREST = 4000
_SHORT = 4
_ROWID: ColumnElement[int] = literal_column("case_search.rowid")


def docs_found(connection: Connection, question: Question) -> Select[int]:
    """The `doc` of every case that answers a question; ordered by it, the newest days come at once.

    In SQLite the index answers alone. PostgreSQL's does not know what stands beside what, so words of three or more
    characters are looked up once more in the text.
    """
    if connection.dialect.name == "sqlite":
        doc = _ROWID
        found = select(doc.label("doc")).select_from(_SEARCH)
        found = found.where(literal_column("case_search").op("MATCH")(fts5(question)))
    else:
        doc = _SEARCH.c.doc
        found = select(doc).where(_SEARCH.c.tokens.op("@@")(cast(tsquery(question), TSQUERY)))
        if uncertain := [word for word in question.words if len(word.text) > 2]:
            found = found.join(CASE_WORDS, CASE_WORDS.c.doc == doc).where(*(_is_certain(word) for word in uncertain))
    return found.where(*_days(connection, question, doc), *_without(question, doc))


def docs_in_order(
    connection: Connection, question: Question, limit: int, spare: int, *, descending: bool
) -> Sequence[int]:
    """The first cases that answer a question, by their `doc`: a limit and some to spare, or all that there are.

    Those of the day on which the limit is reached are there as a whole, unless they are more than can be spared.
    """
    if (near := _docs_nearby(connection, question, limit, descending=descending)) is not None:
        return near
    found = docs_found(connection, question).subquery()
    if connection.dialect.name == "sqlite" and any(len(word.text) > _SHORT for word in question.words):
        # Backwards SQLite is half as quick, which is felt where all the parts of a phone number are common.
        docs = connection.execute(select(found.c.doc).limit(limit + spare + 1)).scalars().all()
        if len(docs) <= limit + spare:
            return sorted(docs, reverse=descending)
    # PostgreSQL's planner would walk through everything for the sake of an order that an index has.
    order = found.c.doc if connection.dialect.name == "sqlite" else found.c.doc + 0
    ordered = select(found.c.doc).order_by(order.desc() if descending else order.asc())
    return connection.execute(ordered.limit(limit + spare)).scalars().all()


def _docs_nearby(connection: Connection, question: Question, limit: int, *, descending: bool) -> Sequence[int] | None:
    """The answers among the nearest cases, where they fill a limit with whole days; what is common stands there.

    PostgreSQL's index knows no order. SQLite's does, but before it hands out the first case it brings together all
    words that begin with a single character; looking into a few thousand texts is quicker.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite and all(len(word.text) > 1 for word in question.words):
        return None
    doc = CASE_WORDS.c.doc
    order = doc.desc() if descending else doc.asc()
    nearest = select(doc).where(*_days(connection, question, doc)).order_by(order)
    edge = connection.execute(nearest.offset(_NEAREST).limit(1)).scalar_one_or_none()
    if edge is None:
        return None
    if is_sqlite:
        near = nearest.where(*row_answers(question), *_without(question, doc), doc > edge if descending else doc < edge)
    else:
        found = docs_found(connection, question).subquery()
        near = select(found.c.doc).where(found.c.doc > edge if descending else found.c.doc < edge)
        near = near.order_by(found.c.doc.desc() if descending else found.c.doc.asc())
    docs = connection.execute(near).scalars().all()
    if len(docs) < limit or day_of_doc(connection, docs[limit - 1]) == day_of_doc(connection, edge):
        return None
    return docs


def _days(connection: Connection, question: Question, doc: ColumnElement[int]) -> Iterator[ColumnElement[bool]]:
    if question.first is not None:
        yield doc >= first_doc_of(connection, question.first.toordinal())
    if question.last is not None:
        yield doc < first_doc_of(connection, question.last.toordinal() + 1)


def _without(question: Question, doc: ColumnElement[int]) -> Iterator[ColumnElement[bool]]:
    if question.without:
        yield doc.not_in(select(CASE_WORDS.c.doc).where(CASE_WORDS.c.case_id.in_(question.without)))


def among(connection: Connection, docs: Sequence[int]) -> ColumnElement[bool]:
    """That a case is one of some, told in a single parameter: there may be thousands."""
    if connection.dialect.name == "sqlite":
        told = func.json_each(json.dumps(list(docs))).table_valued("value")
        return CASE_WORDS.c.doc.in_(select(told.c.value))
    return CASE_WORDS.c.doc == any_(cast(list(docs), ARRAY(BigInteger)))


def _is_certain(word: Word) -> ColumnElement[bool]:
    """That a word stands there as a whole, of which the index knows the parts, or names the place of the case."""
    if not word.places:
        return stands(word.text)
    return or_(stands(word.text), _SEARCH.c.tokens.op("@@")(cast(tsquery_any(word.terms), TSQUERY)))
