"""What the worker says (工作进程的答复): messages of plain values, each with its kind and its length."""

import marshal
from enum import Enum
from struct import Struct
from typing import IO, Any, BinaryIO

_HEAD = Struct(">cI")


class Said(Enum):
    """What a message is: the book was opened, a sheet begins, some of its rows, its end; or why there is none."""

    BOOK = b"B"
    SHEET = b"S"
    ROWS = b"R"
    END = b"E"
    REFUSED = b"X"
    FAILED = b"F"


def say(out: BinaryIO, said: Said, content: bytes = b"") -> None:
    """Writes a message."""
    # In one piece: two threads may have something to say.
    out.write(_HEAD.pack(said.value, len(content)) + content)
    out.flush()


def hear(heard: IO[bytes]) -> tuple[Said, bytes] | None:
    """The next message; nothing where the other side has ended, whole or in the middle of a message."""
    head = heard.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    said, length = _HEAD.unpack(head)
    content = heard.read(length)
    return (Said(said), content) if len(content) == length else None


def plain(value: Any) -> bytes:
    """Texts, numbers and lists of them, as bytes."""
    return marshal.dumps(value)


def understood(content: bytes) -> Any:
    """What was made plain."""
    return marshal.loads(content)
