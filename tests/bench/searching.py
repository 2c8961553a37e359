"""The search (查找): the newest hundred that hold a word beside a plain LIKE over the same text, and what it weighs."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import override

from db.office import open_office
from db.tables.cases import HEAD
from db.tables.details import DETAILS
from db.tables.parts import CLOSING
from db.tables.search import CASE_WORDS
from gridapp.domain.filter import Condition, Field, Test
from gridapp.ports import CaseList, CaseQuery
from tests.bench.files import raw, sample_office
from tests.bench.rounds import Ratio, in_turn, repeated

_PAGE = 100
_MILLION = 1_000_000
_NOWHERE, _RARE, _COMMON = "龙王庙会", "王秀英围墙", "围墙"
_OF_ONE = Condition(Field.HANDLER, Test.ONE_OF, ("模拟经办人07",))


@dataclass(frozen=True, slots=True)
class Weights(Ratio):
    """A ratio of bytes."""

    @override
    def __str__(self) -> str:
        above, below = (f"{size / 1e6:,.0f} MB" for size in (self.above_seconds, self.below_seconds))
        said = f"{self.quotient:>7.2f}  {self.above} ({above}) / {self.below} ({below})"
        if self.bar is None:
            return said
        return f"{said}  [bar {self.bar:g}: {'held' if self.quotient <= self.bar else 'MISSED'}]"


def searching(cases: int) -> Iterator[Ratio]:
    """Words found nowhere, seldom and often, alone and with a filter; the bar is one of a million cases."""
    sample = sample_office(cases)
    bar = 0.01 if cases >= _MILLION else None
    with open_office(str(sample)) as office, raw(sample) as connection:
        lists = office.lists
        for word in (_NOWHERE, _RARE, _COMMON):
            if lists.count(CaseQuery(text=word)) != _like_count(connection, word):
                raise RuntimeError(f"the contenders find different cases for {word}")
        ours = {word: f"newest {_PAGE} with {word} through find_ids()" for word in (_NOWHERE, _RARE, _COMMON)}
        plain = {word: f"LIKE %{word}%" for word in ours}
        narrowed = f"newest {_PAGE} of one handler with {_COMMON}"
        samplers: Mapping[str, Callable[[], object]] = {
            **{name: _finding(lists, CaseQuery(text=word, limit=_PAGE)) for word, name in ours.items()},
            **{name: _liking(connection, word) for word, name in plain.items()},
            narrowed: _finding(lists, CaseQuery(text=_COMMON, conditions=(_OF_ONE,), limit=_PAGE)),
        }
        rounds = in_turn({name: repeated(work) for name, work in samplers.items()})
        yield from (rounds.ratio(ours[word], plain[word], bar) for word in (_NOWHERE, _RARE))
        yield rounds.ratio(ours[_COMMON], plain[_COMMON])
        yield rounds.ratio(narrowed, ours[_COMMON])
        yield from _weights(connection, 0.65 if cases >= _MILLION else None)


def _finding(lists: CaseList, query: CaseQuery) -> Callable[[], object]:
    return lambda: lists.find_ids(query)


def _liking(connection: sqlite3.Connection, word: str) -> Callable[[], object]:
    statement = "SELECT case_id FROM case_words WHERE words LIKE ? ORDER BY doc DESC LIMIT ?"
    return lambda: connection.execute(statement, (f"%{word}%", _PAGE)).fetchall()


def _like_count(connection: sqlite3.Connection, word: str) -> int:
    number: int = connection.execute("SELECT count(*) FROM case_words WHERE words LIKE ?", (f"%{word}%",)).fetchone()[0]
    return number


def _weights(connection: sqlite3.Connection, bar: float | None) -> Iterator[Weights]:
    """The index, and the words kept for it, beside the tables of cases without any of their own indexes."""
    sizes: dict[str, int] = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    index = sum(size for name, size in sizes.items() if name.startswith("case_search"))
    words = sizes[CASE_WORDS.name]
    base = sum(sizes[table.name] for table in (HEAD, CLOSING, *DETAILS.values()))
    yield Weights("the search index", "the tables of cases", index, base, index / base, bar)
    yield Weights("the words kept for it", "the tables of cases", words, base, words / base)
