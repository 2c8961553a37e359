"""Disputes that went from one committee to another (移交; domain.md §7.4, §7.5 T3)."""

from collections.abc import Iterator
from itertools import pairwise

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.dispute import Dispute
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move


def hand_over_postings(dispute: Dispute, dimensions: Dimensions) -> Iterator[Posting]:
    """Each hand-over on its day: out (移出) under the kind of committee that had it, in (移入) under that of the next.

    One of which an older program did not keep who had it moves nothing.
    """
    steps = [step for step in dispute.steps if step.move is Move.HAND_OVER and step.from_unit is not None]
    kinds = [*(step.from_committee or None for step in steps), dispute.committee]
    for step, (former, later) in zip(steps, pairwise(kinds), strict=True):
        day = day_of(step.at)
        yield Posting("dispute.handed_out", day, ONE, dimensions._replace(committee=former))
        yield Posting("dispute.handed_in", day, ONE, dimensions._replace(committee=later))
