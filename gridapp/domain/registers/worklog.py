"""The daily work (工作日志): so much of something done on a day."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLog(Case):
    """A day's output of one item of work: `quantity` in its own `counting_unit`; a campaign's are its daily tally."""

    kind: ClassVar[Kind] = Kind.WORKLOG

    quantity: Decimal = Decimal(0)
    counting_unit: str = ""
