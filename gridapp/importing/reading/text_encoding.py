"""In which encoding a text file is written (文字编码): those that offices and the systems above them use."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Callable, Sequence
from pathlib import Path

_BLOCK = 2**20
_START = 2**16
_MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_MANY_ZEROS, _FEW_ZEROS = 0.05, 0.005
"""In UTF-16 the marks between cells alone put so many zeros on one side of the pairs, next to none on the other."""

_FEW_FAULTS = 0.02
_STRANGE = frozenset(map(chr, {*range(1, 9), *range(14, 32)} - {0x1A, 0x1B}))
_MOST_STRANGE = 0.01


def encoding_of(path: Path, waiting: Callable[[], None]) -> str | None:
    """The encoding in which the whole file can be read; nothing where it is no text."""
    with path.open("rb") as file:
        start = file.read(_START)
    return next((encoding for encoding in _candidates(start) if _reads(path, encoding, waiting)), None)


def _candidates(start: bytes) -> Sequence[str]:
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            return [encoding]
    low, high = (side.count(0) / max(len(side), 1) for side in (start[::2], start[1::2]))
    if max(low, high) > _MANY_ZEROS and min(low, high) < _FEW_ZEROS:
        return ["utf-16-le" if high > low else "utf-16-be"]
    # Read as GB18030, a UTF-8 text with a single damaged character would be nonsense from end to end.
    return ["utf-8"] if _is_damaged_utf8(start) else ["utf-8", "gb18030"]


def _is_damaged_utf8(start: bytes) -> bool:
    beyond_ascii = [letter for letter in start.decode("utf-8", "replace") if letter > "\x7f"]
    faults = beyond_ascii.count("\ufffd")
    return 1 < faults < len(beyond_ascii) * _FEW_FAULTS


def _reads(path: Path, encoding: str, waiting: Callable[[], None]) -> bool:
    """Whether all of it can be read and is text; the last character may be cut off."""
    decoder = getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            waiting()
            try:
                text = decoder.decode(block)
            except UnicodeDecodeError:
                return False
            if sum(map(text.count, _STRANGE)) > len(text) * _MOST_STRANGE:
                return False
    return True
