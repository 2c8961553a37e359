"""Pieces kept beside while they are read (暂存): in memory while they are few, then in a file without a name."""

from tempfile import SpooledTemporaryFile
from typing import Final

_IN_MEMORY: Final = 8 * 2**20


class Spool:
    """Pieces of bytes that can be read again, in the order in which they were kept."""

    def __init__(self) -> None:
        # It lives as long as the book that is read, and goes with it.
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        self._starts = [0]

    def __len__(self) -> int:
        return len(self._starts) - 1

    def keep(self, piece: bytes) -> None:
        """Keeps one more piece."""
        self._file.seek(self._starts[-1])
        self._file.write(piece)
        self._starts.append(self._starts[-1] + len(piece))

    def piece(self, number: int) -> bytes:
        """A piece that was kept, from 0."""
        self._file.seek(self._starts[number])
        return self._file.read(self._starts[number + 1] - self._starts[number])

    def close(self) -> None:
        """Drops all pieces."""
        self._file.close()
