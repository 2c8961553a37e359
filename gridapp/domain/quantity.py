"""What was done on an event, in numbers (处置数量; domain.md §1.7): 1670吨 of rubbish, 1250处 of walls."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

UNITS = ("平方米", "吨", "处", "家", "户", "人", "个", "公里", "方", "元")
"""The units (单位) in which quantities are counted; an office may write others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """So much of something, done at a moment; quantities in different units are never added."""

    amount: Decimal
    unit: str
    at: datetime
    what: str | None = None
