"""The dictionary of posted words: numbers for words and back; it only grows."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, bindparam, select, tuple_

from db.dialect import insert_new
from db.tables.ledger import TERM, UNFILLED

Term = tuple[str, str]
"""A dimension (or `measure`, `subject`) and a word of it."""

NOWHERE = -1
"""The number of a word that was never posted: it matches nothing."""

_CHUNK = 500

_NAMED = select(TERM.c.id, TERM.c.key).where(
    TERM.c.dimension == bindparam("dimension"), TERM.c.key.in_(bindparam("keys", expanding=True))
)


class Terms:
    """What is known of the dictionary; only words of committed transactions are remembered."""

    def __init__(self) -> None:
        self._ids: dict[Term, int] = {}
        self._keys: dict[int, str] = {}

    def load(self, connection: Connection) -> None:
        """Reads the dictionary anew; not to be called inside a transaction that writes."""
        rows = connection.execute(select(TERM.c.id, TERM.c.dimension, TERM.c.key))
        self.adopt({(dimension, key): number for number, dimension, key in rows})

    def adopt(self, ids: Mapping[Term, int]) -> None:
        """Remembers words that are committed."""
        self._ids.update(ids)
        self._keys.update({number: key for (_, key), number in ids.items()})

    def number(self, connection: Connection, dimension: str, key: str | None) -> int:
        """The number of a word for reading; `NOWHERE` if it was never posted."""
        if key is None:
            return UNFILLED
        return self.numbers(connection, dimension, [key])[key]

    def numbers(self, connection: Connection, dimension: str, keys: Collection[str]) -> Mapping[str, int]:
        """The numbers of words for reading, as of one.

        Only those are looked up that are not remembered: a measure that nothing was posted on yet is asked for again
        and again, and the dictionary is large.
        """
        unknown = [key for key in keys if (dimension, key) not in self._ids]
        if unknown:
            found = connection.execute(_NAMED, {"dimension": dimension, "keys": unknown})
            self.adopt({(dimension, key): number for number, key in found})
        return {key: self._ids.get((dimension, key), NOWHERE) for key in keys}

    def key(self, connection: Connection, number: int) -> str | None:
        """The word of a number."""
        if number == UNFILLED:
            return None
        if number not in self._keys:
            self.load(connection)
        return self._keys[number]

    def known(self, term: Term) -> int | None:
        """The number of a word if it is remembered."""
        return self._ids.get(term)

    def remembered(self, number: int) -> str | None:
        """The word of a number if it is remembered."""
        return self._keys.get(number)


class NewTerms:
    """The dictionary as one writing transaction sees it; adopted by the others once it is committed."""

    def __init__(self, terms: Terms, connection: Connection) -> None:
        self._terms, self._connection = terms, connection
        self.fresh: dict[Term, int] = {}
        self._fresh_keys: dict[int, str] = {}

    def require(self, wanted: Iterable[Term]) -> None:
        """Makes sure that every word has a number."""
        missing = sorted(t for t in set(wanted) if t not in self.fresh and self._terms.known(t) is None)
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            rows = [{"dimension": dimension, "key": key} for dimension, key in chunk]
            self._connection.execute(insert_new(self._connection, TERM), rows)
            found = self._connection.execute(
                select(TERM.c.id, TERM.c.dimension, TERM.c.key).where(tuple_(TERM.c.dimension, TERM.c.key).in_(chunk))
            )
            for number, dimension, key in found:
                self.fresh[dimension, key] = number
                self._fresh_keys[number] = key

    def number(self, dimension: str, key: str | None) -> int:
        """The number of a word that `require` has seen."""
        if key is None:
            return UNFILLED
        known = self._terms.known((dimension, key))
        return self.fresh[dimension, key] if known is None else known

    def key(self, number: int) -> str | None:
        """The word of a number."""
        if number == UNFILLED:
            return None
        known = self._terms.remembered(number)
        if known is None and number not in self._fresh_keys:
            self._read()
        return known or self._fresh_keys[number]

    def _read(self) -> None:
        """Reads the dictionary as this transaction sees it, for itself alone: the transaction may yet fail."""
        for number, dimension, key in self._connection.execute(select(TERM.c.id, TERM.c.dimension, TERM.c.key)):
            self.fresh[dimension, key] = number
            self._fresh_keys[number] = key
