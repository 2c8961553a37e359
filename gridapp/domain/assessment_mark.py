"""Marks of an assessment (考核登记): points entered by hand, taken back, appealed against, decided; append-only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from gridapp.domain.period import Month


class MarkAct(StrEnum):
    """What was done; the value is the office's own word."""

    ENTERED = "登记"
    WITHDRAWN = "撤回"
    APPEALED = "申诉"
    DECIDED = "裁定"


class Verdict(StrEnum):
    """What an appeal comes to."""

    UPHELD = "维持"
    LIFTED = "撤销"
    REDUCED = "减轻"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One act about a worker's item, the `n`-th of its `entry`.

    `about` is the month whose sheet it is about. `amount` are the points that it adds to (or takes from) `month`, which
    is the same unless that one was closed meanwhile; then it counts in the first open one. `reason` is why it was
    entered or taken back, what the worker's side says (申诉理由) or the opinion of the decision. `case_id` is the
    record it refers to; an appeal against what records gave begins an entry of its own. `person` is who did it.
    """

    entry: UUID
    n: int
    town: str
    about: Month
    month: Month
    worker: str
    item: str
    act: MarkAct
    amount: Decimal
    reason: str
    at: datetime
    person: str
    workstation: str
    verdict: Verdict | None = None
    case_id: UUID | None = None


def worth(marks: Sequence[Mark]) -> Decimal:
    """What the acts of one entry come to now, in points."""
    return sum((mark.amount for mark in marks), Decimal(0))


def awaits_decision(marks: Sequence[Mark]) -> bool:
    """Whether an appeal of an entry is still to be decided."""
    return bool(marks) and marks[-1].act is MarkAct.APPEALED
