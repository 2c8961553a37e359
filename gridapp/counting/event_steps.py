"""What the course of an event counts for (办理过程; domain.md §7.5 T1, T2): 自办, 退回, 延期, 上报县级, 待验证."""

from collections.abc import Iterator, Mapping

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.event import Event
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.status import Status

_MEASURES: Mapping[Move, str] = {
    Move.SELF_CLOSE: "event.self_closed",
    Move.GRANT_ESCALATION: "event.escalated",
    Move.RETURN: "event.returned",
    Move.RETURN_UNIT: "event.returned",
    Move.GRANT_EXTENSION: "event.extended",
}


def step_postings(event: Event, dimensions: Dimensions) -> Iterator[Posting]:
    """Each step on its own day; 自办 that a sample found untrue is taken back on the day of the sample.

    What was fed back waits to be verified (待验证) until it is closed, sent back or given to mediation; it is verified
    (已验证) when it is closed.
    """
    waiting = False
    for step in event.steps:
        day = day_of(step.at)
        if step.move in _MEASURES:
            yield Posting(_MEASURES[step.move], day, ONE, dimensions)
        elif step.move is Move.REFUTE:
            yield Posting("event.self_closed", day, -ONE, dimensions)
        waits = step.status is Status.FEEDBACK
        if waits and not waiting:
            yield Posting("event.fed_back", day, ONE, dimensions)
        elif waiting and not waits:
            yield Posting("event.feedback_left", day, ONE, dimensions)
            if step.move is Move.CLOSE:
                yield Posting("event.verified", day, ONE, dimensions)
        waiting = waits
