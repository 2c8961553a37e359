"""Whether and until when an agreement may be taken to court to be confirmed (申请司法确认; domain.md §3.2)."""

from datetime import datetime

from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.mediation_limit import MediationStage, mediation_due


def confirmable(dispute: Dispute) -> bool:
    """Whether a court may confirm agreements on such a matter; not on 婚姻, 收养 and other personal status."""
    return dispute.mediation_type not in dispute_words().unconfirmable


def may_apply_until(dispute: Dispute, deadlines: Deadlines) -> datetime | None:
    """When the right to apply is over, from the agreement's taking effect; a refused application does not stop it."""
    effective_at = dispute.closed.effective_at if dispute.closed else None
    return mediation_due(MediationStage.APPLY, effective_at, deadlines) if effective_at else None
