"""What should be done before a month is closed (关账前检查): one line each, with the list of what is left."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridapp.ports import CaseQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class Precondition:
    """Something that should be so before a month is handed in; `left` counts what stands against it.

    A `blocking` one must be met. What is left is opened as a list of cases by `query`, or told in `lines`.
    """

    name: str
    said: str
    left: int = 0
    blocking: bool = False
    query: CaseQuery | None = None
    lines: Sequence[str] = ()

    @property
    def is_met(self) -> bool:
        """Whether nothing is left to do."""
        return not self.left

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the month cannot be handed in because of it."""
        return self.blocking and not self.is_met
