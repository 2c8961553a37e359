"""The columns of the ledgers (台账列), data in `resources/ledgers`, for import, form, list and export alike."""

import dataclasses
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.petition_words import petition_words
from gridapp.domain.register_words import register_words


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column of a ledger: its heading, the field that it fills, and how its cells are read.

    `words` are the only ones allowed where the `type` is `word` or `marks` (several of them), and those that are
    offered where it is `text`; with a `list` they are those of a list of the vocabularies. `synonyms` are what else an
    office writes for them. A `later`
    column is one that ledgers had before this program read it: it never makes a row another one, and what cannot be
    read in it does not refuse the row but stands in the note.

    `unit` is that of a number (单位), `long` says that it takes more than a line, `masked` that it is shown only in
    part. A column of the type `case` names a record on file by its number, of one of the kinds in `of`.
    """

    heading: str
    field: str
    type: str
    required: bool = False
    aliases: Sequence[str] = ()
    words: Sequence[str] = ()
    synonyms: Mapping[str, str] = dataclasses.field(default_factory=dict)
    list: str = ""
    later: bool = False
    unit: str = ""
    long: bool = False
    masked: bool = False
    of: Sequence[str] = ()

    def in_our_words(self, said: str) -> str:
        """What an office writes, in the word that stands for it here; anything else as it is."""
        return self.synonyms.get(said.strip(), said)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A kind's ledger: its title and its columns in order."""

    kind: Kind
    title: str
    columns: Sequence[Column]

    def column(self, field: str) -> Column:
        """The column that fills a field."""
        return next(column for column in self.columns if column.field == field)


@cache
def ledger_of(kind: Kind) -> Ledger:
    """The ledger of a kind, as `resources/ledgers` describes it."""
    text = (files("resources") / "ledgers" / f"{kind.value}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Ledger(kind, data["title"], tuple(_column(column) for column in data["column"]))


def _column(data: Mapping[str, Any]) -> Column:
    column = Column(**data)
    return replace(column, words=_list_named(column.list)) if column.list else column


def _list_named(name: str) -> Sequence[str]:
    lists = register_words().lists
    own = petition_words() if hasattr(petition_words(), name) else dispute_words()
    words: Sequence[str] = lists[name] if name in lists else getattr(own, name)
    return words
