"""The rules by which each kind is handled (各类办理规则), side by side."""

from collections.abc import Mapping
from typing import Any

from gridapp.cases.dispute import agreement_number
from gridapp.cases.dispute import asked as dispute_asked
from gridapp.cases.dispute import effects as dispute_effects
from gridapp.cases.dispute import guards as dispute_guards
from gridapp.cases.dispute import problems as dispute_problems
from gridapp.cases.dispute import told as dispute_told
from gridapp.cases.event import effects as event_effects
from gridapp.cases.event import guards as event_guards
from gridapp.cases.event import problems as event_problems
from gridapp.cases.hazard import asked as hazard_asked
from gridapp.cases.hazard import effects as hazard_effects
from gridapp.cases.hazard import guards as hazard_guards
from gridapp.cases.hazard import opened
from gridapp.cases.hazard import problems as hazard_problems
from gridapp.cases.hazard import told as hazard_told
from gridapp.cases.petition import asked as petition_asked
from gridapp.cases.petition import effects as petition_effects
from gridapp.cases.petition import guards as petition_guards
from gridapp.cases.petition import problems as petition_problems
from gridapp.cases.petition import reply_number
from gridapp.cases.petition import told as petition_told
from gridapp.cases.procedure import Procedure
from gridapp.cases.told import told
from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.event import Event
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.petition import Petition


def procedure_of(kind: Kind) -> Procedure[Any]:
    """The rules of a kind."""
    return _PROCEDURES.get(kind, _PLAIN)


_EVENT: Procedure[Event] = Procedure(
    effects=event_effects.EFFECTS,
    guards=event_guards.GUARDS,
    needs=event_guards.needs_besides,
    problems=event_problems.problems_of,
    told=told,
    step_limit=event_effects.step_limit,
)

_DISPUTE: Procedure[Dispute] = Procedure(
    effects=dispute_effects.EFFECTS,
    guards=dispute_guards.GUARDS,
    needs=dispute_guards.needs_besides,
    problems=dispute_problems.problems_of,
    told=dispute_told.told,
    step_limit=dispute_effects.step_limit,
    asked=dispute_asked.ASKED,
    numbered=agreement_number.numbered,
)

_PETITION: Procedure[Petition] = Procedure(
    effects=petition_effects.EFFECTS,
    guards=petition_guards.GUARDS,
    needs=petition_guards.needs_besides,
    problems=petition_problems.problems_of,
    told=petition_told.told,
    step_limit=petition_effects.step_limit,
    asked=petition_asked.ASKED,
    numbered=reply_number.numbered,
)

_HAZARD: Procedure[Hazard] = Procedure(
    effects=hazard_effects.EFFECTS,
    guards=hazard_guards.GUARDS,
    needs=hazard_guards.needs_besides,
    problems=hazard_problems.problems_of,
    told=hazard_told.told,
    step_limit=hazard_effects.step_limit,
    asked=hazard_asked.ASKED,
    numbered=opened.with_notice_number,
    opens=opened.opened_by,
)

_PLAIN: Procedure[Case] = Procedure(
    effects={},
    guards={},
    needs=lambda case, move: (),
    problems=lambda case, order, deadlines, at: iter(()),
    told=told,
    step_limit=lambda case, since, deadlines: None,
)
"""The kinds on the short course have no rules of their own."""

_PROCEDURES: Mapping[Kind, Procedure[Any]] = {
    Kind.EVENT: _EVENT,
    Kind.DISPUTE: _DISPUTE,
    Kind.PETITION: _PETITION,
    Kind.HAZARD: _HAZARD,
}
