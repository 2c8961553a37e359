"""Where the cases of an older office stand by today's rules (旧状态归位)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.ended import ended
from gridapp.domain.hazard import Hazard, standing_told
from gridapp.domain.kind import Kind
from gridapp.domain.petition import GROUP_THRESHOLD, Petition, is_group, standing_by
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.registers.standing import Standing, status_of
from gridapp.domain.status import Status

UPGRADE = "升级"
"""The action under which history keeps what an upgrade changed."""


def standing_today(case: Case) -> Case:
    """A case where it stands today."""
    bring = _BROUGHT.get(case.kind)
    today: Case = bring(case) if bring else case
    return today


def _dispute(dispute: Dispute) -> Dispute:
    """One that only was 已办结 stands where its outcome (调解结果) has brought it."""
    if dispute.status is not Status.CLOSED or dispute.closed is None:
        return dispute
    return replace(dispute, status=ended(dispute.kind, dispute.closed.outcome))


def _petition(petition: Petition) -> Petition:
    """One that a ledger told stands where its disposition has brought it; each says whether it is one of a group."""
    told = petition.status in (Status.ACCEPTED, Status.CLOSED) and not petition.steps
    status = standing_by(petition.disposition, closed=petition.closed is not None) if told else petition.status
    group = petition.group
    if group is None:
        group = is_group(petition.source, petition.heads, GROUP_THRESHOLD)
    return replace(petition, status=status, group=group)


def _hazard(hazard: Hazard) -> Hazard:
    """One that ran on the short course stands where its re-check and its striking off have brought it."""
    return replace(hazard, status=standing_told(hazard)) if hazard.status in _SHORT_COURSE else hazard


def _entry(case: Case) -> Case:
    """An inspection, a notice, an enforcement measure is recorded and waits for nothing."""
    return replace(case, status=Status.RECORDED) if case.status in _SHORT_COURSE else case


_SHORT_COURSE = frozenset({Status.REPORTED, Status.ACCEPTED, Status.CLOSED, Status.REOPENED})
"""The states of the short course on which every kind once ran that had none of its own."""


def _register(entry: Case) -> Case:
    """An entry of a register runs no course; one that was closed as a matter is off the list."""
    if entry.status not in _SHORT_COURSE:
        return entry
    if isinstance(entry, Standing) and entry.closed is not None:
        entry = replace(entry, removed_at=entry.closed.closed_at, removed_reason=entry.closed.result or UPGRADE)
    return replace(entry, status=status_of(entry))


_BROUGHT: Mapping[Kind, Callable[[Any], Case]] = {
    Kind.DISPUTE: _dispute,
    Kind.PETITION: _petition,
    Kind.HAZARD: _hazard,
    Kind.INSPECTION: _entry,
    Kind.NOTICE: _entry,
    Kind.ENFORCEMENT: _entry,
    **dict.fromkeys(REGISTERS, _register),
}
