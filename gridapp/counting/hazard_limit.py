"""Limits for mending that fall (整改到期), and whether each was met (按期整改率; domain.md §5.3)."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from gridapp.counting.limit_round import fell_on, round_at
from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import day_of, past
from gridapp.domain.move import Move


def limit_postings(hazard: Hazard, dimensions: Dimensions) -> Iterator[Posting]:
    """Each limit on its last day, and again where it was met.

    Of a round that was reopened the limit is taken back with all else, on the day of the reopening or on its own if
    that is later; one that is over when the next round begins falls again on that day, so that no earlier month
    changes. One put off before it fell was none; one put off afterwards was missed.
    """
    for place, closing in enumerate(hazard.closings):
        if closing.due_at is None:
            continue
        day = fell_on(hazard, place, closing.due_at)
        undone = None if closing.reopened_at is None else max(day, day_of(closing.reopened_at))
        for measure in ("hazard.fell_due", "hazard.met_limit") if closing.in_time else ("hazard.fell_due",):
            yield Posting(measure, day, ONE, dimensions)
            if undone is not None:
                yield Posting(measure, undone, -ONE, dimensions)
    if hazard.closed is None and hazard.due_at is not None:
        yield Posting("hazard.fell_due", fell_on(hazard, len(hazard.closings), hazard.due_at), ONE, dimensions)
    for place, missed in _missed(hazard):
        yield Posting("hazard.fell_due", fell_on(hazard, place, missed), ONE, dimensions)


def _missed(hazard: Hazard) -> Iterator[tuple[int, datetime]]:
    """Limits that were over when a later one took their place, each with its round."""
    held = [step.due_at for step in hazard.steps]
    for step, (limit, later) in zip(hazard.steps, pairwise([*held, hazard.due_at]), strict=True):
        if step.move is not Move.REOPEN and limit is not None and limit != later and past(step.at, limit):
            yield round_at(hazard, step.at), limit
