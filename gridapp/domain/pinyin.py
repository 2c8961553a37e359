"""Pinyin (拼音): by what letters a Chinese word is found, in every reading of its characters (多音字)."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, islice, product

_NAME = 4
_VARIANTS = 16
_WINDOW = 5
_DOUBLE = ("zh", "ch", "sh")
# Surnames and everyday characters whose readings begin differently. Of most others the second reading is a
# dictionary's: asked in a whole sentence it would find what nobody meant.
_SEVERAL_VOICES = frozenset(
    "单仇曾查区解翟乐种覃尉朴缪召褚折祭阚车宓隗谌石贾郇莘浒番厦埔堡系"
    "重长行调弹传藏朝校降会省角和强少数的地得着还都参差称处当倒发干更号好华假间将教觉卷看卡扎钻粘削屏率朋泊沈"
)


@lru_cache(maxsize=4096)
def initials_of(text: str) -> tuple[str, ...]:
    """The initials by which a text is found, in small letters: one word for each way to read a run of characters.

    A word of up to four characters, as a person's name, is read in every way (at most 16). In a longer one the
    characters with several everyday readings are each read otherwise once, with five characters on either side.
    """
    return tuple(dict.fromkeys(chain.from_iterable(map(_words_of, _runs(text)))))


def finds(typed: str, text: str, code: str = "") -> bool:
    """Whether what somebody typed is meant to find a word of a pick list.

    It does if it is a part of the text, the beginning of the code, or, from any character of the text on, the
    initials or whole syllables of its pinyin, also mixed (`nfc`, `neifeng` and `nfcun` find 内冯村). Capitals do
    not matter, and nothing typed finds everything.
    """
    wanted = typed.strip().lower()
    if wanted in text.lower() or code.lower().startswith(wanted):
        return True
    if not wanted.isascii() or not wanted.isalnum():
        return False
    voices = _voices_of(text)
    return any(_spells(voices, start, wanted) for start in range(len(voices)))


def _runs(text: str) -> Sequence[str]:
    """The runs of Chinese characters in a text."""
    return () if text.isascii() else text.translate(_CHINESE_ALONE).split()


class _ChineseAlone(dict[int, int]):
    """What becomes of each character: what is not Chinese parts runs. Fills itself as characters are met."""

    def __missing__(self, character: int) -> int:
        self[character] = kept = character if _letters(chr(character)) else ord(" ")
        return kept


_CHINESE_ALONE = _ChineseAlone()


@lru_cache(maxsize=4096)
def _words_of(run: str) -> Sequence[str]:
    return tuple(_words(run))


def _words(run: str) -> Iterator[str]:
    letters = [_letters(character) for character in run]
    if len(run) <= _NAME:
        yield from islice(map("".join, product(*letters)), _VARIANTS)
        return
    first = "".join([voices[0] for voices in letters])
    yield first
    for place, character in enumerate(run):
        if character in _SEVERAL_VOICES:
            before, after = first[max(0, place - _WINDOW) : place], first[place + 1 : place + 1 + _WINDOW]
            yield from (before + voice + after for voice in letters[place][1:])


@cache
def _letters(character: str) -> tuple[str, ...]:
    """The initials of a character; nothing for what is not Chinese."""
    return tuple(dict.fromkeys(syllable[0] for syllable in _syllables(character)))


def _spells(voices: Sequence[Sequence[str]], start: int, wanted: str) -> bool:
    if start == len(voices):
        return False
    for voice in voices[start]:
        if voice.startswith(wanted):
            return True
        heads = {voice, voice[0], voice[:2] if voice.startswith(_DOUBLE) else voice}
        if any(wanted.startswith(head) and _spells(voices, start + 1, wanted[len(head) :]) for head in heads):
            return True
    return False


@lru_cache(maxsize=16384)
def _voices_of(text: str) -> Sequence[Sequence[str]]:
    """For each character the ways to type it: its syllables, or itself as a small letter."""
    return [_syllables(character) or (character.lower(),) for character in text if not character.isspace()]


@cache
def _syllables(character: str) -> tuple[str, ...]:
    """The syllables of a character without their tones, `v` for ü; nothing for what is not Chinese."""
    # The window opens before anybody looks for anything; of whole words, which take longest to load, nothing is asked.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin.pinyin_dict import pinyin_dict

    toned = unicodedata.normalize("NFD", pinyin_dict.get(ord(character), "")).replace("u\u0308", "v")
    plain = "".join(letter for letter in toned if not unicodedata.combining(letter))
    return tuple(dict.fromkeys(plain.split(","))) if plain else ()
