"""Who answers for an official table that is handed in (填报人, 审核人, 签发人)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """The names below a table and the day of handing in (`on`); what is empty is left to be written by hand."""

    filled_by: str = ""
    checked_by: str = ""
    signed_by: str = ""
    on: str = ""

    @property
    def named(self) -> Mapping[str, str]:
        """What each signs as, with the name."""
        return {"填报人": self.filled_by, "审核人": self.checked_by, "签发人": self.signed_by, "日期": self.on}

    @property
    def line(self) -> str:
        """The line below a table."""
        return "　　　　".join(f"{word}：{name or '＿＿＿＿＿＿'}" for word, name in self.named.items())
