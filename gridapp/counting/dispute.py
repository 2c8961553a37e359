"""What a dispute counts for (interface.md, dispute.*)."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gridapp.counting.posting import Dimensions, Posting
from gridapp.counting.story import Story, taken_out
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome
from gridapp.domain.moment import day_of
from gridapp.domain.vocabulary import vocabulary

_OUTCOMES = {
    Outcome.SUCCEEDED: "dispute.succeeded",
    Outcome.FAILED: "dispute.failed",
    Outcome.WITHDRAWN: "dispute.withdrawn",
    Outcome.TRANSFERRED: "dispute.transferred",
}
_FORMS = {
    AgreementForm.WRITTEN: "dispute.agreed_in_writing",
    AgreementForm.ORAL: "dispute.agreed_orally",
}


def dispute_postings(dispute: Dispute) -> Iterator[Posting]:
    """排查 on the day of acceptance with people and amount, 调处 net, each under its outcome.

    The outcome is a dimension of what was handled alone: a dispute just found has none yet.
    """
    dimensions = _dimensions(dispute)
    if dispute.excluded is not None:
        yield from taken_out(dispute, dimensions)
        return
    story = Story(dispute, dimensions, new="dispute.found", ended="dispute.handled")
    for posting in story.postings():
        if posting.measure != story.ended:
            yield posting
    found = day_of(dispute.reported_at)
    if dispute.people:
        yield Posting("dispute.people", found, Decimal(dispute.people), dimensions)
    if dispute.amount:
        yield Posting("dispute.amount", found, dispute.amount, dimensions)
    for closing in dispute.closings:
        outcome = replace(dimensions, outcome=closing.outcome)
        yield from story.during(closing, story.ended, outcome)
        if closing.outcome in _OUTCOMES:
            yield from story.during(closing, _OUTCOMES[Outcome(closing.outcome)], outcome)
        if closing.form in _FORMS:
            yield from story.during(closing, _FORMS[AgreementForm(closing.form)], outcome)


def _dimensions(dispute: Dispute) -> Dimensions:
    leaf = vocabulary().leaf(dispute.category)
    return Dimensions(
        town=dispute.town,
        village=dispute.village,
        grid=dispute.grid,
        major=leaf.major if leaf else None,
        category=dispute.category,
        level=dispute.level,
        channel=dispute.source,
        staff=dispute.handler,
        mode=dispute.mode,
        campaign=dispute.campaign,
    )
