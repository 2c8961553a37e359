"""The words of the index (索引词): bigrams of what is read, of what is heard, and what a filter asks, side by side."""

import re
from functools import lru_cache
from itertools import chain
from operator import add

_SOUND, _TERM = "\ue000", "\ue001"
_RESERVED = re.compile("[\0-\x08\x0e-\x1b\x7f\ue000\ue001]")
_REWRITTEN = re.compile(r"[\^A-Z\s]")
_LONGEST_TERM = 200
_OFTEN = 12
EVERY_CASE = _TERM
"""The word that every case has."""


def folded(text: str) -> str:
    """A text as it is looked for: in small letters, without control characters and those kept for the index."""
    return _RESERVED.sub("\ufffd", text.lower())


def tokens_of(words: str, sounds: str, terms: str) -> list[str]:
    """The words of the index for a case, in their order.

    Every character begins one: with the character after it or, at the end of a run, alone. So a part of two or
    more characters is a phrase of neighbouring words, none runs from one text into the next, and a single
    character is the beginning of a word.
    """
    heard = chain.from_iterable(map(_heard_of, sounds.split()))
    return [*_pairs(words), *heard, *map(_TERM.__add__, terms.split()), EVERY_CASE]


def _pairs(text: str) -> list[str]:
    pairs: list[str] = []
    for run in text.split():
        pairs += _pairs_of(run) if len(run) <= _OFTEN else _paired(run)
    return pairs


def _paired(run: str) -> list[str]:
    return [*map(add, run, run[1:]), run[-1]]


# Names, units and places stand in one case after another.
_pairs_of = lru_cache(maxsize=8192)(_paired)


@lru_cache(maxsize=8192)
def _heard_of(run: str) -> list[str]:
    return [_SOUND + pair for pair in _paired(run)]


def phrase_of(word: str) -> list[str]:
    """The neighbouring words of the index that stand where a word of two or more characters is read."""
    return [word[place : place + 2] for place in range(len(word) - 1)] or [word]


def heard_phrase_of(word: str) -> list[str]:
    """The same where the word is a run of pinyin initials."""
    return [f"{_SOUND}{pair}" for pair in phrase_of(word)]


def marked(stated: str) -> str:
    """The word of the index for a term."""
    return f"{_TERM}{stated}"


@lru_cache(maxsize=8192)
def term(field: str, value: str | None) -> str:
    """What stands in a field, as one word; that it is empty is said too.

    SQLite's index does not tell capitals from small letters, and no word of it has a space: both are rewritten.
    """
    plain = _RESERVED.sub("\ufffd", (value or "")[:_LONGEST_TERM])
    return f"{field}={_REWRITTEN.sub(_rewritten, plain)}"


def _rewritten(match: re.Match[str]) -> str:
    letter = match[0]
    if letter.isspace():
        return f"^_{ord(letter):x};"
    return f"^{letter.lower()}"
