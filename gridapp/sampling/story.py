"""When a synthetic case was due and closed, perhaps reopened, perhaps taken out of counting."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from gridapp.domain.case import Closing, Exclusion
from gridapp.domain.status import Status

TODAY = datetime(2019, 1, 1, tzinfo=UTC)
"""The moment at which a sample stands, after the last of its reports."""


def sample_story(rng: Random, reported: datetime, limit_days: int, **closing: Any) -> dict[str, Any]:
    """The fields of a case that say how it went; `closing` is what each of its closings says besides."""
    due = reported + timedelta(days=limit_days)
    story: dict[str, Any] = {"due_at": due, "accepted_at": reported, "status": Status.ACCEPTED}
    if rng.random() < 0.96:
        closed = reported + timedelta(days=rng.expovariate(1.6 / limit_days))
        first = Closing(closed_at=closed, due_at=due, result="已处理", **closing)
        story |= {"closings": (first,), "status": Status.CLOSED}
        if rng.random() < 0.03:
            again = closed + timedelta(days=rng.randint(1, 40))
            undone = Closing(
                closed_at=closed,
                due_at=due,
                result="已处理",
                reopened_at=again,
                reopen_reason="回访不满意",
                **closing,
            )
            second = Closing(closed_at=again + timedelta(days=3), due_at=due, result="再次处理", **closing)
            story["closings"] = (undone, second)
    if rng.random() < 0.04:
        into = UUID(int=rng.getrandbits(128)) if rng.random() < 0.5 else None
        story["excluded"] = Exclusion(at=reported + timedelta(days=5), reason="模拟重复", merged_into=into)
    return story
