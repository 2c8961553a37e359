"""Places looked for by name (按地名查找): the villages and grids that a word is meant to find, at the time of asking.

The index knows where a case is by the code of the place, so that a place with a new name is found by it at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, select

from db.search_words import field_term
from db.tables.registers import AREA
from gridapp.domain.area import AreaKind
from gridapp.domain.filter import Field
from gridapp.domain.pinyin import finds

_FEW = 5
_A_PART = 4
_MANY = 50

Place = tuple[Field, str]
"""The field that says where a case is, and the code of a village or grid in it."""


@dataclass(frozen=True, slots=True)
class Word:
    """What must be found in the text of a case, in small letters, unless it is in one of some places."""

    text: str
    places: tuple[Place, ...] = ()

    @property
    def is_heard(self) -> bool:
        """Whether it may be pinyin initials."""
        return is_heard(self.text)

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of the index for its places."""
        return tuple(field_term(field, code) for field, code in self.places)


def is_heard(word: str) -> bool:
    """Whether a word may be pinyin initials (拼音首字母)."""
    return word.isascii() and word.isalpha()


def places_named(connection: Connection, words: Iterable[str], town: str | None) -> dict[str, tuple[Place, ...]]:
    """The places, of one town if it is given, whose name contains a word or is meant by its pinyin.

    A single letter or figure names no place. Nor does a word that does not tell places from each other (村, `wg` for
    网格): one that names more of them than a quarter of the villages there are, though five are never too many and
    more than fifty always. The grids of a village that is named count as one with it.
    """
    able = [word for word in words if not (word.isascii() and len(word) == 1)]
    if not able:
        return {}
    areas = tuple(tuple(row) for row in connection.execute(_AREAS) if town in (None, row.parent, row.town))
    return {word: _named(word, areas) for word in able}


_VILLAGE = AREA.alias("village")
_AREAS = (
    select(AREA.c.code, AREA.c.kind, AREA.c.name, AREA.c.parent, _VILLAGE.c.parent.label("town"))
    .outerjoin(_VILLAGE, _VILLAGE.c.code == AREA.c.parent)
    .where(AREA.c.kind != AreaKind.TOWN.value)
    .order_by(AREA.c.code)
)
_FIELDS = {AreaKind.VILLAGE.value: Field.VILLAGE, AreaKind.GRID.value: Field.GRID}
_Area = tuple[str, ...]


# The rows, the number and the whole of a list are asked for one after the other.
@lru_cache(maxsize=16)
def _named(word: str, areas: tuple[_Area, ...]) -> tuple[Place, ...]:
    named = [area for area in areas if finds(word, area[2])]
    codes = {code for code, *_ in named}
    apart = sum(parent not in codes for _, _, _, parent, _ in named)
    villages = sum(kind == AreaKind.VILLAGE.value for _, kind, *_ in areas)
    if apart > min(_MANY, max(_FEW, villages // _A_PART)):
        return ()
    return tuple((_FIELDS[kind], code) for code, kind, *_ in named)
