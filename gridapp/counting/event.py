"""What a grid event counts for (interface.md, event.*)."""

from collections.abc import Iterator

from gridapp.counting.posting import Dimensions, Posting
from gridapp.counting.story import Story, taken_out
from gridapp.domain.event import Event
from gridapp.domain.vocabulary import vocabulary


def event_postings(event: Event) -> Iterator[Posting]:
    """上报 on the day reported, 办结 net, split into 按期 and 超期; it counts for its reporter."""
    dimensions = _dimensions(event)
    if event.excluded is not None:
        yield from taken_out(event, dimensions)
        return
    story = Story(event, dimensions, new="event.reported", ended="event.closed")
    yield from story.postings()
    for closing in event.closings:
        yield from story.during(closing, "event.closed_on_time" if closing.in_time else "event.closed_late")


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
