"""What the work on a dispute counts for (调解工作量): sessions, performance, confirmation, revisits, harm prevented."""

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import CourtRuling, Harm, Purpose, SessionResult
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status

_HARMS = {
    Harm.CRIME: ("dispute.prevented_crimes", "dispute.prevented_crime_people"),
    Harm.SUICIDE: ("dispute.prevented_suicides", "dispute.prevented_suicide_people"),
    Harm.BRAWL: ("dispute.prevented_brawls", "dispute.prevented_brawl_people"),
    Harm.GROUP_PETITION: ("dispute.prevented_group_petitions", "dispute.prevented_group_petition_people"),
}
_PERFORMANCE = {
    Status.PERFORMED: "dispute.performed",
    Status.UNPERFORMED: "dispute.unperformed",
}


def mediation_postings(dispute: Dispute, under: Callable[[datetime], Dimensions]) -> Iterator[Posting]:
    """Each thing on its own day, under the words of that day; only performance is net.

    All the rest has happened whatever comes after.
    """
    for session in dispute.held(Purpose.MEDIATION):
        if session.held_at is not None and session.result != SessionResult.ABSENT:
            yield Posting("dispute.sessions", day_of(session.held_at), ONE, under(session.held_at))
    for revisited_at in _revisits(dispute):
        yield Posting("dispute.revisited", day_of(revisited_at), ONE, under(revisited_at))
    for confirmation in dispute.confirmations:
        applied = confirmation.applied_at
        yield Posting("dispute.confirmations_applied", day_of(applied), ONE, under(applied))
        if confirmation.ruling is CourtRuling.VALID and confirmation.ruled_at is not None:
            yield Posting("dispute.confirmed", day_of(confirmation.ruled_at), ONE, under(confirmation.ruled_at))
    for prevention in dispute.preventions:
        cases, people = _HARMS[prevention.harm]
        yield Posting(cases, day_of(prevention.at), ONE, under(prevention.at))
        yield Posting(people, day_of(prevention.at), Decimal(prevention.people), under(prevention.at))
    yield from _performance(dispute, under)


def _revisits(dispute: Dispute) -> Iterator[datetime]:
    """When it was revisited; a ledger says only the moment, without a record."""
    held = [session.held_at for session in dispute.held(Purpose.REVISIT) if session.held_at is not None]
    yield from held
    if dispute.revisited_at is not None and dispute.revisited_at not in held:
        yield dispute.revisited_at


def _performance(dispute: Dispute, under: Callable[[datetime], Dimensions]) -> Iterator[Posting]:
    """Performed (履行) or not, from the step that says so until another that undoes it; filing changes nothing."""
    standing: str | None = None
    for step in dispute.steps:
        if step.status is Status.ARCHIVED:
            continue
        measure = _PERFORMANCE.get(step.status)
        if measure == standing:
            continue
        day = day_of(step.at)
        if standing is not None:
            yield Posting(standing, day, -ONE, under(step.at))
        if measure is not None:
            yield Posting(measure, day, ONE, under(step.at))
        standing = measure
