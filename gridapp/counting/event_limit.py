"""Limits for handling that fall (应结案), and whether each was met (按期结案率; domain.md §7.3 d)."""

from collections.abc import Iterator
from datetime import datetime

from gridapp.counting.limit_round import fell_on, round_at
from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.clock import handled_at, stretches
from gridapp.domain.event import Event
from gridapp.domain.moment import day_of, past


def event_limit_postings(event: Event, dimensions: Dimensions) -> Iterator[Posting]:
    """Each limit on its last day, and again where it was met.

    Of a round that was reopened the limit is taken back with all else, on the day of the reopening or on its own if
    that is later; one that is over when the next round begins falls again on that day, so that no earlier month
    changes. One that was put off before it fell, or whose clock stood still, was none; one put off afterwards was
    missed.
    """
    held = {(place, closing.due_at) for place, closing in enumerate(event.closings)}
    for place, closing in enumerate(event.closings):
        if closing.due_at is None:
            continue
        day = fell_on(event, place, closing.due_at)
        undone = None if closing.reopened_at is None else max(day, day_of(closing.reopened_at))
        for measure in ("event.fell_due", "event.met_limit") if closing.in_time else ("event.fell_due",):
            yield Posting(measure, day, ONE, dimensions)
            if undone is not None:
                yield Posting(measure, undone, -ONE, dimensions)
    current = _current(event)
    if current is not None:
        place = len(event.closings)
        held.add((place, current))
        yield Posting("event.fell_due", fell_on(event, place, current), ONE, dimensions)
        handled = handled_at(event)
        if handled is not None and not past(handled, current):
            yield Posting("event.met_limit", fell_on(event, place, current), ONE, dimensions)
    if event.steps or len(event.closings) != 1 or event.closed is None:
        # What a ledger tells closed can have missed no limit but that of its closing.
        for place, missed in _missed(event) - held:
            yield Posting("event.fell_due", fell_on(event, place, missed), ONE, dimensions)


def _current(event: Event) -> datetime | None:
    """The limit of an open event, unless its clock stands still and it has not fallen before that."""
    if event.closed is not None or event.due_at is None:
        return None
    stopped = list(stretches(event))[-1].until
    waits = stopped is not None and handled_at(event) is None and not past(stopped, event.due_at)
    return None if waits else event.due_at


def _missed(event: Event) -> set[tuple[int, datetime]]:
    """Limits that the clock ran past, each with the number of reopenings before: a further round can miss it again."""
    return {
        (round_at(event, stretch.start), stretch.due_at)
        for stretch in stretches(event)
        if stretch.due_at is not None and stretch.until is not None and past(stretch.until, stretch.due_at)
    }
