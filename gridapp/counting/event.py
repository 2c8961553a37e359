"""What a grid event counts for (interface.md, event.*)."""

from collections.abc import Iterator

from gridapp.counting.event_limit import event_limit_postings
from gridapp.counting.event_steps import step_postings
from gridapp.counting.event_worker import worker_postings
from gridapp.counting.posting import Dimensions, Posting
from gridapp.counting.story import Story, taken_out, turned_away
from gridapp.domain.event import Event
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary


def event_postings(event: Event) -> Iterator[Posting]:
    """上报 on the day reported, 办结 net, split into 按期 and 超期; it counts for its reporter.

    An event that was not accepted as one (不予受理) leaves only that memo.
    """
    dimensions = _dimensions(event)
    if event.excluded is not None:
        yield from taken_out(event, dimensions)
        return
    if event.status is Status.INVALID:
        yield turned_away(event, dimensions)
        return
    story = Story(event, dimensions, new="event.reported", ended="event.closed")
    yield from story.postings()
    for closing in event.closings:
        yield from story.during(closing, "event.closed_on_time" if closing.in_time else "event.closed_late")
    yield from step_postings(event, dimensions)
    yield from event_limit_postings(event, dimensions)
    yield from worker_postings(event, dimensions)
    for done in event.quantities:
        yield Posting(f"event.quantity.{done.unit}", day_of(done.at), done.amount, dimensions)


def _dimensions(event: Event) -> Dimensions:
    leaf = vocabulary().leaf(event.category)
    return Dimensions(
        town=event.town,
        village=event.village,
        grid=event.grid,
        platform=leaf.platform if leaf else None,
        major=leaf.major if leaf else None,
        category=event.category,
        level=event.level,
        channel=event.source,
        staff=event.reporter,
        campaign=event.campaign,
    )
