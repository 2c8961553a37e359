"""Watching an import (导入进度): how far it is, and whether it shall go on."""

from collections.abc import Callable
from enum import StrEnum

from gridapp.domain.problem import Refusal


class Phase(StrEnum):
    """What is being done; the value is the clerk's word."""

    READING = "读取"
    EXAMINING = "检查"
    KEEPING = "写入"


Watch = Callable[[Phase, int, int], bool]
"""Is told the phase, how many rows are done and how many there are (0 where that is unknown); says whether to go on."""


class Cancelled(Refusal):
    """The clerk has broken the import off; nothing was written."""


def tell(watched: Watch | None, phase: Phase, done: int, of: int) -> None:
    """Tells whoever watches; raises `Cancelled` where he does not want it to go on."""
    if watched is not None and not watched(phase, done, of):
        raise Cancelled("已取消导入，没有写入任何内容。")
