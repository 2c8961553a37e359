"""Who acts, and by which clock: every use case is told both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

Clock = Callable[[], datetime]
"""Tells the present moment in UTC; the database's clock, so that all workstations agree."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person (操作人) and the workstation (工作站) at which he sits."""

    name: str
    workstation: str
