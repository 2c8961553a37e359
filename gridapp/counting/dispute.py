"""What a dispute counts for (interface.md, dispute.*; domain.md §3.3, §7.5 T3 and T4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from typing_extensions import override

from gridapp.counting.band import band_of
from gridapp.counting.charges import charge_postings
from gridapp.counting.dispute_hand_over import hand_over_postings
from gridapp.counting.dispute_parties import parties_postings
from gridapp.counting.mediation import mediation_postings
from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.counting.story import Story, taken_out, turned_away
from gridapp.domain.case import Closing
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome
from gridapp.domain.level import MAJOR
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary

_OUTCOMES = {
    Outcome.SUCCEEDED: "succeeded",
    Outcome.FAILED: "failed",
    Outcome.WITHDRAWN: "withdrawn",
    Outcome.TRANSFERRED: "transferred",
}
_FORMS = {
    AgreementForm.WRITTEN: "agreed_in_writing",
    AgreementForm.ORAL: "agreed_orally",
}
_MAJOR_OUTCOMES = frozenset({Outcome.SUCCEEDED, Outcome.FAILED})


@dataclass(frozen=True, slots=True)
class _Mediated(Story):
    """The story of a dispute: what befell it stands under the committee that had it then (domain.md §7.5 T3)."""

    dispute: Dispute

    @override
    def dimensions_at(self, moment: datetime) -> Dimensions:
        return self.dimensions._replace(committee=self.dispute.committee_on(moment))


def dispute_postings(dispute: Dispute) -> Iterator[Posting]:
    """排查 on the day of acceptance with people and amount, 调处 net, each under its outcome, form and committee.

    Outcome, form and the committee by name (调委会) are dimensions of what was handled alone: a dispute just found has
    none yet. The kind of the committee is that of the day, and a hand-over moves what is open from one to the other.
    A dispute that was not accepted (不予受理) leaves only that memo.
    """
    dimensions = _dimensions(dispute)
    if dispute.excluded is not None:
        yield from taken_out(dispute, dimensions)
        return
    if dispute.status is Status.INVALID:
        yield turned_away(dispute, dimensions)
        return
    story = _Mediated(dispute, dimensions, "dispute.found", "dispute.handled", dispute)
    for posting in story.postings():
        if posting.measure != story.ended:
            yield posting
    yield from _found(dispute, story.dimensions_at(dispute.reported_at))
    for agreement, closing in enumerate(dispute.closings, 1):
        yield from _handled(dispute, story, closing, agreement)
    yield from hand_over_postings(dispute, dimensions)
    yield from mediation_postings(dispute, story.dimensions_at)
    yield from charge_postings(dispute, story.dimensions_at)


def _found(dispute: Dispute, dimensions: Dimensions) -> Iterator[Posting]:
    day = day_of(dispute.reported_at)
    if dispute.people:
        yield Posting("dispute.people", day, Decimal(dispute.people), dimensions)
    if dispute.amount:
        yield Posting("dispute.amount", day, dispute.amount, dimensions)
    if dispute.level in MAJOR:
        yield Posting("dispute.major_found", day, ONE, dimensions)


def _handled(dispute: Dispute, story: Story, closing: Closing, agreement: int) -> Iterator[Posting]:
    """Everything that one end counts for; its reopening takes all of it back."""
    then = story.dimensions_at(closing.closed_at)
    body = dispute.unit_on(closing.closed_at)
    under = then._replace(outcome=closing.outcome, form=closing.form, body=body)
    yield from story.during(closing, story.ended, under)
    for name in _names(dispute, closing):
        yield from story.during(closing, story.measure(name), under)
    yield from parties_postings(dispute, story, closing, under)
    agreed = sum((term.amount or Decimal(0) for term in dispute.terms if term.agreement == agreement), Decimal(0))
    if agreed:
        yield from story.during(closing, "dispute.agreed_amount", under, agreed)


def _names(dispute: Dispute, closing: Closing) -> Iterator[str]:
    yield "handled_on_time" if closing.in_time else "handled_late"
    if closing.form in _FORMS:
        yield _FORMS[AgreementForm(closing.form)]
    if dispute.difficult:
        yield "difficult"
    if dispute.level in MAJOR:
        yield "major_handled"
    if closing.outcome in _OUTCOMES:
        outcome = Outcome(closing.outcome)
        yield _OUTCOMES[outcome]
        if dispute.level in MAJOR and outcome in _MAJOR_OUTCOMES:
            yield f"major_{_OUTCOMES[outcome]}"


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
        mediation_type=dispute.mediation_type,
        monthly_type=dispute.monthly_type,
        campaign_column=dispute.campaign_column,
        committee=dispute.committee,
        band=band_of(dispute.people),
        origin=dispute.entrusted_by,
    )
