"""Whether the search is right (核对查找): every case's words against the case, the whole index against the words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from db.records import load_cases
from db.search_index import day_of_doc
from db.search_tokens import tokens_of
from db.search_words import words_row
from db.tables.cases import HEAD
from db.tables.search import CASE_WORDS
from gridapp.domain.moment import day_of

_CHUNK = 2000
_PRIME = 1_000_003
_ONE = 1 << 64
_MARKS = select(HEAD.c.id, HEAD.c.confidence).where(
    HEAD.c.id.in_(bindparam("ids", expanding=True)), HEAD.c.confidence.is_not(None)
)
Row = Mapping[Any, Any]


def wrong_words(connection: Connection) -> Iterator[str]:
    """The numbers of the cases that are not found by what they say, or not kept out of sight where they must be."""
    missing = select(HEAD.c.number).where(~select(CASE_WORDS.c.doc).where(CASE_WORDS.c.case_id == HEAD.c.id).exists())
    yield from connection.execute(missing).scalars()
    for rows in _all_rows(connection):
        ids = [row["case_id"] for row in rows]
        cases = load_cases(connection, ids)
        marks: Mapping[Any, str] = dict(connection.execute(_MARKS, {"ids": ids}).all())
        for row in rows:
            case = cases[row["case_id"]]
            on_its_day = day_of_doc(connection, row["doc"]) == day_of(case.reported_at).toordinal()
            as_said = all(row[name] == value for name, value in words_row(case).items())
            if not (on_its_day and as_said and marks.get(case.id) == case.confidence):
                yield case.number


def wrong_entries(connection: Connection) -> int:
    """How many entries of the index are not what it was given; they are all looked at."""
    if connection.dialect.name == "postgresql":
        return _wrong_vectors(connection)
    return _wrong_terms(connection)


def cases_known(connection: Connection) -> int:
    """How many cases the search knows."""
    number: int = connection.execute(select(func.count()).select_from(CASE_WORDS)).scalar_one()
    return number


def _all_rows(connection: Connection) -> Iterator[Sequence[Row]]:
    query = select(CASE_WORDS).order_by(CASE_WORDS.c.doc).limit(_CHUNK)
    rows: Sequence[Row] = connection.execute(query).mappings().all()
    while rows:
        yield rows
        rows = connection.execute(query.where(CASE_WORDS.c.doc > rows[-1]["doc"])).mappings().all()


def _wrong_terms(connection: Connection) -> int:
    """Every place where a word stands in the index goes into the word's own sum; both sides must have the same."""
    wanted: dict[str, int] = {}
    for rows in _all_rows(connection):
        for row in rows:
            share = row["doc"] % _PRIME
            for place, token in enumerate(tokens_of(row["words"], row["sounds"], row["terms"]), 1):
                wanted[token] = wanted.get(token, 0) + share * place + _ONE
    places = "temp.case_search_places"
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {places} USING fts5vocab(main, case_search, instance)")
    try:
        sums = f"SELECT term, count(*), sum(doc % {_PRIME} * (offset + 1)) FROM {places} GROUP BY term"
        held = connection.exec_driver_sql(sums)
        wrong: int = sum(wanted.pop(term, None) != total + count * _ONE for term, count, total in held)
    finally:
        connection.exec_driver_sql(f"DROP TABLE {places}")
    return wrong + len(wanted)


def _wrong_vectors(connection: Connection) -> int:
    wrong = 0
    for rows in _all_rows(connection):
        held: dict[int, list[str]] = dict(
            connection.exec_driver_sql(
                "SELECT doc, tsvector_to_array(tokens) FROM case_search WHERE doc BETWEEN %s AND %s",
                (rows[0]["doc"], rows[-1]["doc"]),
            ).all()
        )
        for row in rows:
            wrong += set(held.get(row["doc"], ())) != set(tokens_of(row["words"], row["sounds"], row["terms"]))
    entries: int = connection.exec_driver_sql("SELECT count(*) FROM case_search").scalar_one()
    return wrong + abs(entries - cases_known(connection))
