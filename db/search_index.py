"""The index of the search (查找索引): kept in the transaction that writes a case, so that it is found at once.

It stands beside the tables, not among them: in SQLite a contentless FTS5 table, in PostgreSQL a `tsvector` a case.
"""

import string
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, select, text, update

from db.bulk import insert_rows
from db.records import load_cases
from db.search_tokens import tokens_of
from db.search_words import words_row
from db.tables.cases import HEAD
from db.tables.search import CASE_WORDS
from gridapp.domain.case import Case
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Refusal

_CHUNK = 500
# In SQLite small steps between the numbers keep the index small; in PostgreSQL a sequence that never meets itself
# lets clerks save at the same time.
_A_DAY = {"sqlite": 1 << 20, "postgresql": 1 << 40}

_PUNCTUATION = string.punctuation.replace("'", "''").replace('"', '""')
_BUILT = {
    "sqlite": (
        "CREATE VIRTUAL TABLE case_search USING fts5"
        f"(tokens, content='', columnsize=0, tokenize=\"ascii tokenchars '{_PUNCTUATION}'\")",
    ),
    "postgresql": (
        "CREATE TABLE case_search (doc BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL)",
        "CREATE INDEX case_search_tokens ON case_search USING gin (tokens)",
        "CREATE SEQUENCE case_search_doc",
    ),
}

_EMPTIED = {
    "sqlite": "INSERT INTO case_search (case_search) VALUES ('delete-all')",
    "postgresql": "DELETE FROM case_search",
}


def build(connection: Connection) -> None:
    """Creates the index, with nothing in it."""
    for statement in _BUILT[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def first_doc_of(connection: Connection, day: int) -> int:
    """The least `doc` that a case reported on a day (its ordinal) can have."""
    return day * _A_DAY[connection.dialect.name]


def day_of_doc(connection: Connection, doc: int) -> int:
    """The day (its ordinal) on which the case with a `doc` was reported."""
    return doc // _A_DAY[connection.dialect.name]


def add(connection: Connection, cases: Sequence[Case]) -> None:
    """Makes new cases known to the search."""
    if not cases:
        return
    docs = _next_docs(connection, [_day(case.reported_at) for case in cases])
    rows = [{"doc": doc} | words_row(case) for doc, case in zip(docs, cases, strict=True)]
    insert_rows(connection, CASE_WORDS, rows)
    _put(connection, rows)


def change(connection: Connection, cases: Sequence[Case]) -> None:
    """Lets the search know what cases have become."""
    for case in cases:
        old = connection.execute(_ROW, {"id": case.id}).mappings().one()
        new = words_row(case)
        if all(old[name] == value for name, value in new.items()):
            continue
        moved = _day(old["reported_at"]) != _day(case.reported_at)
        new["doc"] = _next_docs(connection, [_day(case.reported_at)])[0] if moved else old["doc"]
        connection.execute(_CHANGE, {"old_doc": old["doc"]} | new)
        _take_out(connection, [old])
        _put(connection, [new])


def remove(connection: Connection, ids: Sequence[UUID]) -> None:
    """Takes cases out that are about to be removed from the tables."""
    for start in range(0, len(ids), _CHUNK):
        chosen = CASE_WORDS.c.case_id.in_(ids[start : start + _CHUNK])
        _take_out(connection, connection.execute(select(CASE_WORDS).where(chosen)).mappings().all())
        connection.execute(delete(CASE_WORDS).where(chosen))


def knows_nothing(connection: Connection) -> bool:
    """Whether there are cases and none of them is indexed: an upgrade was broken off after its last step."""
    indexed, on_file = (connection.execute(select(table).limit(1)).first() for table in (CASE_WORDS, HEAD))
    return indexed is None and on_file is not None


def index_anew(connection: Connection) -> None:
    """Throws the index away and makes it again: what an older program put there cannot be taken out by this one."""
    connection.exec_driver_sql(_EMPTIED[connection.dialect.name])
    connection.execute(delete(CASE_WORDS))
    index_what_is_missing(connection)


def index_what_is_missing(connection: Connection) -> int:
    """Indexes cases that the search does not know: those of a database that is older than it. How many there were."""
    known = select(CASE_WORDS.c.case_id).where(CASE_WORDS.c.case_id == HEAD.c.id)
    ids = connection.execute(select(HEAD.c.id).where(~known.exists()).order_by(HEAD.c.reported_at)).scalars().all()
    for start in range(0, len(ids), _CHUNK):
        cases = load_cases(connection, ids[start : start + _CHUNK])
        add(connection, [cases[case_id] for case_id in ids[start : start + _CHUNK]])
    return len(ids)


_ROW = select(CASE_WORDS).where(CASE_WORDS.c.case_id == bindparam("id"))
_CHANGE = (
    update(CASE_WORDS)
    .where(CASE_WORDS.c.doc == bindparam("old_doc"))
    .values({name: bindparam(name) for name in ("doc", "reported_at", "words", "sounds", "terms")})
)
_LAST = select(func.max(CASE_WORDS.c.doc)).where(
    CASE_WORDS.c.doc >= bindparam("first"), CASE_WORDS.c.doc < bindparam("end")
)
_DRAWN = text("SELECT nextval('case_search_doc') FROM generate_series(1, :count)")


def _day(moment: datetime) -> int:
    return day_of(moment).toordinal()


def _next_docs(connection: Connection, days: Sequence[int]) -> list[int]:
    """A new number for each case, given the days on which they were reported."""
    size = _A_DAY[connection.dialect.name]
    if connection.dialect.name == "postgresql":
        drawn = connection.execute(_DRAWN, {"count": len(days)}).scalars().all()
        return [day * size + running % size for day, running in zip(days, drawn, strict=True)]
    given = {day: _last_doc(connection, day * size, (day + 1) * size) for day in set(days)}
    docs = []
    for day in days:
        given[day] += 1
        docs.append(given[day])
    if any(doc >= (day + 1) * size for doc, day in zip(docs, days, strict=True)):
        raise Refusal("同一天上报的记录超过一百万件，请核对上报日期。")
    return docs


def _last_doc(connection: Connection, first: int, end: int) -> int:
    last: int | None = connection.execute(_LAST, {"first": first, "end": end}).scalar_one()
    return first - 1 if last is None else last


def _put(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    rows = sorted(rows, key=lambda row: row["doc"])
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(
            "INSERT INTO case_search (doc, tokens) VALUES (%s, array_to_tsvector(%s::text[]))",
            [(row["doc"], _tokens(row)) for row in rows],
        )
        return
    connection.exec_driver_sql(
        "INSERT INTO case_search (rowid, tokens) VALUES (?, ?)", [(row["doc"], " ".join(_tokens(row))) for row in rows]
    )


def _take_out(connection: Connection, rows: Sequence[Mapping[Any, Any]]) -> None:
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DELETE FROM case_search WHERE doc = %s", [(row["doc"],) for row in rows])
        return
    connection.exec_driver_sql(
        "INSERT INTO case_search (case_search, rowid, tokens) VALUES ('delete', ?, ?)",
        [(row["doc"], " ".join(_tokens(row))) for row in rows],
    )


def _tokens(row: Mapping[Any, Any]) -> list[str]:
    return tokens_of(row["words"], row["sounds"], row["terms"])
