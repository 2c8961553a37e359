"""What a leader's charge (领导包案) counts for, of a petition and of a dispute alike (domain.md §4.4)."""

from collections.abc import Callable, Iterator
from datetime import datetime

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.dispute import Dispute
from gridapp.domain.moment import day_of
from gridapp.domain.petition import Petition


def charge_postings(case: Petition | Dispute, under: Callable[[datetime], Dimensions]) -> Iterator[Posting]:
    """Each charge for the leader who took it, under the words of that moment; he need not be the one who has it now."""
    for charge in case.charges:
        of_leader = under(charge.taken_at)._replace(staff=charge.leader)
        yield Posting(f"{case.kind.value}.charges_taken", day_of(charge.taken_at), ONE, of_leader)
        if charge.ended_at is not None:
            yield Posting(f"{case.kind.value}.charges_ended", day_of(charge.ended_at), ONE, of_leader)
