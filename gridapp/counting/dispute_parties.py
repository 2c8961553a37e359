"""The parties of disputes that have ended (涉及当事人数; domain.md §7.5 T4)."""

from collections.abc import Iterator
from decimal import Decimal

from gridapp.counting.posting import Dimensions, Posting
from gridapp.counting.story import Story
from gridapp.domain.case import Closing
from gridapp.domain.dispute import Dispute


def parties_postings(dispute: Dispute, story: Story, closing: Closing, under: Dimensions) -> Iterator[Posting]:
    """Everybody who is a party (当事人), counted with the end of the dispute; a reopening takes them back."""
    if dispute.known_parties:
        parties = Decimal(len(dispute.known_parties))
        yield from story.during(closing, "dispute.handled_parties", under, parties)
