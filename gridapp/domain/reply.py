"""Written replies to a petition (处理意见书, 复查意见书, 复核意见书; domain.md §4.1, 4.2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReplyStage(StrEnum):
    """In which instance a reply is given."""

    HANDLING = "处理意见"
    REVIEW = "复查意见"
    FINAL_REVIEW = "复核意见"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One reply: asked for (a review alone), issued, then served.

    `round` is that of the petition to which it belongs. `organ` decides by `due_at`; `verdict` is what it says
    (支持、解释说明…; of a review 维持、变更、撤销重新处理), `number` that of the document. The service (送达) has its
    own day and manner. A review is to be asked for within the law's days from `served_at`.
    """

    stage: ReplyStage
    round: int
    organ: str | None = None
    asked_at: datetime | None = None
    due_at: datetime | None = None
    issued_at: datetime | None = None
    verdict: str | None = None
    text: str | None = None
    number: str | None = None
    served_at: datetime | None = None
    service: str | None = None

    @property
    def awaited(self) -> bool:
        """Whether it was asked for and is not given yet."""
        return self.asked_at is not None and self.issued_at is None
