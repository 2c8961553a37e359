"""The securities of a major hazard (五落实): what must be settled for its removal (浙江省安全生产条例第十五条)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

MONEY = "资金"
"""The one of them that has an amount."""

SECURITIES = ("目标", "措施", MONEY, "人员", "时限", "预案")
"""The things to be settled, in the order of the law: goal, measures, money, people, time limit, emergency plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """One of them as it was settled at a moment; `word` is one of `SECURITIES`, `amount` (元) that of the money."""

    word: str
    text: str
    at: datetime
    amount: Decimal | None = None

    @property
    def said(self) -> str:
        """What was settled in words, with the amount where there is one."""
        return self.text.strip() if self.amount is None else f"{self.text.strip()}（{self.amount.normalize():f} 元）"
