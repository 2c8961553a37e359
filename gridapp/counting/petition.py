"""What a petition counts for (interface.md, petition.*; domain.md §4.3, 4.4)."""

from collections.abc import Iterator
from decimal import Decimal

from gridapp.counting.charges import charge_postings
from gridapp.counting.petition_answer import answer_postings
from gridapp.counting.petition_channel import channel_postings
from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.counting.story import Story, taken_out
from gridapp.domain.case import Closing
from gridapp.domain.moment import day_of
from gridapp.domain.petition import Petition


def petition_postings(petition: Petition) -> Iterator[Posting]:
    """A matter registered and finished, by whatever channel; what was done with it; a backlog case by explicit days."""
    dimensions = _dimensions(petition)
    if petition.excluded is not None:
        yield from taken_out(petition, dimensions)
        return
    story = Story(petition, dimensions, new="petition.registered", ended="petition.finished")
    yield from story.postings()
    for closing in petition.closings:
        yield from _ended(story, closing)
    yield from channel_postings(petition, dimensions)
    yield from answer_postings(petition, dimensions)
    yield from _at_reception(petition, dimensions)
    yield from _backlog(petition, dimensions)
    yield from charge_postings(petition, story.dimensions_at)


def _ended(story: Story, closing: Closing) -> Iterator[Posting]:
    """办结 in time or late, and the two ends that may follow it (化解, 终结); a reopening takes all of them back."""
    yield from story.during(closing, "petition.finished_on_time" if closing.in_time else "petition.finished_late")
    for measure, moment in (
        ("petition.settled", closing.settled_at),
        ("petition.concluded", closing.concluded_at),
    ):
        if moment is not None:
            yield Posting(measure, day_of(moment), ONE, story.dimensions)
            if closing.reopened_at is not None:
                yield Posting(measure, day_of(closing.reopened_at), -ONE, story.dimensions)


def _at_reception(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    """One that a leader received on his reception day (领导接待日)."""
    if petition.reception is not None:
        day = day_of(petition.reported_at)
        yield Posting("petition.at_reception", day, ONE, dimensions)
        yield Posting("petition.at_reception_persons", day, Decimal(petition.heads), dimensions)


def _backlog(petition: Petition, dimensions: Dimensions) -> Iterator[Posting]:
    if petition.backlog_entered_at is not None:
        yield Posting("petition.backlog_entered", day_of(petition.backlog_entered_at), ONE, dimensions)
        if petition.backlog_resolved_at is not None:
            yield Posting("petition.backlog_resolved", day_of(petition.backlog_resolved_at), ONE, dimensions)


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
        origin=petition.origin,
        purpose=petition.purpose,
    )
