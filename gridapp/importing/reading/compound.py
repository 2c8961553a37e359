"""The container of old Office files (复合文档): streams in chains of sectors, as on a small disk ([MS-CFB])."""

from collections.abc import Iterator, Sequence
from struct import error, iter_unpack, unpack_from

_SHIFT_AT, _DIRECTORY_AT, _SHORT_TABLE_AT, _MORE_AT, _TABLE_AT = 30, 48, 60, 68, 76
_IN_HEADER = 109
_MARKS = 0xFFFFFFFA
"""From here on the number of a sector is a mark, such as the end of a chain."""

_ENTRY = 128
_STREAM, _ROOT = 2, 5
_SHORT, _SHORT_SECTOR = 4096, 64
"""Shorter streams share the sectors of one stream, that of the root, in small sectors of their own."""


class Broken(Exception):
    """The chains of a container lead nowhere (复合文档损坏)."""


class Compound:
    """A container; `names` are those of its streams."""

    def __init__(self, content: bytes) -> None:
        """Raises `Broken`."""
        self._content = content
        self._root = _MARKS
        try:
            self._size: int = 1 << min(unpack_from("<H", content, _SHIFT_AT)[0], 16)
            self._next = self._table()
            self._streams = dict(self._entries(unpack_from("<I", content, _DIRECTORY_AT)[0]))
            self._next_short = _numbers(self._joined(unpack_from("<I", content, _SHORT_TABLE_AT)[0]))
        except (error, IndexError, UnicodeDecodeError, ValueError) as broken:
            raise Broken from broken
        self.names = frozenset(self._streams)

    def stream(self, name: str) -> bytes:
        """All of a stream. Raises `Broken`."""
        start, length = self._streams[name]
        try:
            return (self._joined(start) if length >= _SHORT else self._joined_short(start))[:length]
        except IndexError as broken:
            raise Broken from broken

    def _joined(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self._next)))

    def _joined_short(self, start: int) -> bytes:
        shared = self._joined(self._root)
        places = (number * _SHORT_SECTOR for number in _chain(start, self._next_short))
        return b"".join(shared[at : at + _SHORT_SECTOR] for at in places)

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._content[at : at + self._size]

    def _table(self) -> list[int]:
        """For each sector the next one of its chain."""
        parts = list(unpack_from(f"<{_IN_HEADER}I", self._content, _TABLE_AT))
        more: int = unpack_from("<I", self._content, _MORE_AT)[0]
        for _ in range(len(self._content) // self._size):
            if more >= _MARKS:
                break
            *further, more = _numbers(self._sector(more))
            parts += further
        return [number for sector in parts if sector < _MARKS for number in _numbers(self._sector(sector))]

    def _entries(self, first: int) -> Iterator[tuple[str, tuple[int, int]]]:
        directory = self._joined(first)
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = unpack_from("<HB", directory, at + 64)
            start, size = unpack_from("<II", directory, at + 116)
            if kind == _ROOT:
                self._root = start
            elif kind == _STREAM:
                yield directory[at : at + max(length - 2, 0)].decode("utf-16-le"), (start, size)


def _chain(start: int, following: Sequence[int]) -> Iterator[int]:
    sector = start
    for _ in range(len(following)):
        if sector >= _MARKS:
            return
        yield sector
        sector = following[sector]


def _numbers(content: bytes) -> list[int]:
    return [number for (number,) in iter_unpack("<I", content[: len(content) // 4 * 4])]
