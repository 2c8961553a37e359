"""What a petition counts for (interface.md, petition.*; domain.md §4.3)."""

from collections.abc import Iterator
from decimal import Decimal

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.counting.story import Story, taken_out
from gridapp.domain.moment import day_of
from gridapp.domain.petition import GROUP_THRESHOLD, Channel, Petition

_OTHER_CHANNELS = {
    Channel.LETTER: "petition.letters",
    Channel.WEB: "petition.web",
    Channel.CALL: "petition.calls",
}


def petition_postings(petition: Petition) -> Iterator[Posting]:
    """A matter registered and finished; a visit also as 批 and 人次; a backlog case by its explicit days."""
    dimensions = _dimensions(petition)
    if petition.excluded is not None:
        yield from taken_out(petition, dimensions)
        return
    story = Story(petition, dimensions, new="petition.registered", ended="petition.finished")
    yield from story.postings()
    yield from _appearance(petition, dimensions)
    if petition.backlog_entered_at is not None:
        yield Posting("petition.backlog_entered", day_of(petition.backlog_entered_at), ONE, dimensions)
        if petition.backlog_resolved_at is not None:
            yield Posting("petition.backlog_resolved", day_of(petition.backlog_resolved_at), ONE, dimensions)


def _appearance(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    day, heads = day_of(petition.reported_at), Decimal(petition.heads)
    if petition.source == Channel.VISIT:
        yield Posting("petition.batches", day, ONE, dimensions)
        yield Posting("petition.persons", day, heads, dimensions)
        if petition.heads >= GROUP_THRESHOLD:
            yield Posting("petition.group_batches", day, ONE, dimensions)
            yield Posting("petition.group_persons", day, heads, dimensions)
        if petition.repeat:
            yield Posting("petition.repeat_batches", day, ONE, dimensions)
    elif petition.source in _OTHER_CHANNELS:
        yield Posting(_OTHER_CHANNELS[Channel(petition.source)], day, ONE, dimensions)


def _dimensions(petition: Petition) -> Dimensions:
    return Dimensions(
        town=petition.town,
        village=petition.village,
        grid=petition.grid,
        category=petition.category,
        level=petition.level,
        channel=petition.source,
        outcome=petition.disposition,
        staff=petition.leader,
        campaign=petition.campaign,
    )
