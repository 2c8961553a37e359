"""Who answers for an official table that is handed in (填报人, 审核人, 签发人)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """The names below a table and the day of handing in (`on`); what is empty is left to be written by hand."""

    filled_by: str = ""
    checked_by: str = ""
    signed_by: str = ""
    on: str = ""

    @property
    def line(self) -> str:
        """The line below a table."""
        named = {"填报人": self.filled_by, "审核人": self.checked_by, "签发人": self.signed_by, "日期": self.on}
        return "　　　　".join(f"{word}：{name or '＿＿＿＿＿＿'}" for word, name in named.items())
