"""The re-check of a hazard (复查; domain.md §5.2), without a passed one nothing is struck off (销号)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RecheckResult(StrEnum):
    """The result of a re-check (复查结果)."""

    PASSED = "合格"
    PARTLY = "部分合格"
    FAILED = "不合格"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """One re-check with its inspectors (复查人); a ledger may not name them. `record` says what was found."""

    at: datetime
    result: RecheckResult
    inspectors: tuple[str, ...] = ()
    record: str | None = None

    @property
    def passed(self) -> bool:
        """Whether the hazard is gone (合格)."""
        return self.result is RecheckResult.PASSED
