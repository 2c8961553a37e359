"""The dispute (矛盾纠纷) and its outcomes (domain.md §3)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


class Outcome(StrEnum):
    """How mediation ended (调解结果); withdrawal and transfer are neither success nor failure (domain.md §3.3)."""

    SUCCEEDED = "调解成功"
    FAILED = "调解不成"
    WITHDRAWN = "撤回"
    TRANSFERRED = "转送"


class AgreementForm(StrEnum):
    """The form of an agreement (协议形式)."""

    WRITTEN = "书面"
    ORAL = "口头"
    NONE = "无"


class Mode(StrEnum):
    """Who mediates (调解方式): people's, administrative, judicial, or a trade's committee (domain.md §3.1)."""

    PEOPLE = "人民调解"
    ADMINISTRATIVE = "行政调解"
    JUDICIAL = "司法调解"
    TRADE = "行业性专业性调解"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Case):
    """A dispute; `people` is the number of persons concerned (人), `amount` the sum concerned (元).

    The three type columns are the lists of the justice office (18), the monthly table (19) and the
    campaign table (8), pre-filled from the leaf and editable (domain.md §2.2).
    """

    kind: ClassVar[Kind] = Kind.DISPUTE

    party_a: str | None = None
    party_b: str | None = None
    people: int | None = None
    amount: Decimal | None = None
    mode: Mode | None = None
    mediation_type: str | None = None
    monthly_type: str | None = None
    campaign_column: str | None = None
    revisited_at: datetime | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.party_a, self.party_b)
