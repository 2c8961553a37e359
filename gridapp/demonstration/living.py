"""The office's days (演示经过): every story's steps in the order of time, each at its own moment."""

from collections.abc import Iterator, Sequence

from gridapp.demonstration import entries, handled, inspections, issued
from gridapp.demonstration.campaigns import set_up_campaigns
from gridapp.demonstration.confidants import deeds_of_lists
from gridapp.demonstration.entries import entry_stories
from gridapp.demonstration.inspections import inspection_stories
from gridapp.demonstration.issued import paper_stories
from gridapp.demonstration.stage import Deed, Stage
from gridapp.demonstration.stories import stories
from gridapp.ports import Office


def live_through(office: Office) -> None:
    """Makes every step that is not made yet, by the person and at the moment of the story.

    Raises `Refusal` or `Unacceptable` where a rule forbids what a story tells.
    """
    set_up_campaigns(office)
    for deed in to_be_done(office):
        deed.act()


def to_be_done(office: Office) -> Sequence[Deed]:
    """The steps that are not made yet, in the order in which they are to be made."""
    return sorted(_deeds(Stage(office)), key=lambda deed: deed.at)


def _deeds(stage: Stage) -> Iterator[Deed]:
    yield from deeds_of_lists(stage)
    for entry in entry_stories():
        yield from entries.deeds_of(stage, entry)
    for story in stories():
        yield from handled.deeds_of(stage, story)
    for inspection in inspection_stories():
        yield from inspections.deeds_of(stage, inspection)
    for paper in paper_stories():
        yield from issued.deeds_of(stage, paper)
