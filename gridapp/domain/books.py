"""The books of a month (月报与关账): from the draft over 提交 and 审核 to 关账, and their reopening."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from gridapp.domain.period import Month


class BookAction(StrEnum):
    """What is done with a month's report; the value is the office's own word."""

    SUBMIT = "提交"
    RETURN = "退回"
    APPROVE = "审核通过"
    CLOSE = "签发关账"
    REOPEN = "重开"


class BookState(StrEnum):
    """Where a month's report stands (domain.md §7.1 上报流程)."""

    DRAFT = "编制中"
    SUBMITTED = "已提交"
    APPROVED = "已审核"
    CLOSED = "已关账"


_LEADS_TO = {
    BookAction.SUBMIT: BookState.SUBMITTED,
    BookAction.RETURN: BookState.DRAFT,
    BookAction.APPROVE: BookState.APPROVED,
    BookAction.CLOSE: BookState.CLOSED,
    BookAction.REOPEN: BookState.DRAFT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BookStep:
    """Something done with a town's month: by whom, by whose authority, why, and the digest of the tables then.

    `person` is 填报人 of a submission, 审核人 of an approval, 签发人 of a closing; `authority` who allowed a reopening.
    """

    town: str
    month: Month
    action: BookAction
    at: datetime
    person: str
    workstation: str
    authority: str | None = None
    reason: str | None = None
    digest: str | None = None


def state_of(steps: Sequence[BookStep]) -> BookState:
    """Where a month stands after its steps, oldest first."""
    return _LEADS_TO[steps[-1].action] if steps else BookState.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTable:
    """A table as it was handed in (关账时报表): its canonical text, which is never changed afterwards."""

    code: str
    title: str
    content: str

    @property
    def digest(self) -> str:
        """The SHA-256 of the text."""
        return sha256(self.content.encode()).hexdigest()


def digest_of(tables: Sequence[KeptTable]) -> str:
    """The one digest of all tables of a month, in their order."""
    return sha256("\n".join(f"{table.code} {table.digest}" for table in tables).encode()).hexdigest()
