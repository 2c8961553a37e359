"""What a step of a petition keeps, so that it can be counted later: limits, both grades, what a ledger decided."""

from datetime import timedelta

from gridapp.cases.order import Order
from gridapp.cases.taken import taken
from gridapp.domain.case import Closing
from gridapp.domain.move import Move
from gridapp.domain.petition import Disposition, Petition, PetitionPurpose
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import petition
from tests.offices import DEADLINES, at

CAME, DUE = at(2018, 3, 5, 9), at(2018, 3, 13)


def after(case: Petition, order: Order) -> Petition:
    """A petition after a move, an hour after it came."""
    when = CAME + timedelta(hours=1)
    changed = taken(case, order, DEADLINES, "演示员", when)
    assert isinstance(changed, Petition)
    return changed


def test_a_step_keeps_the_limit_of_the_stage_that_it_ends() -> None:
    case = petition(reported=CAME, purpose=PetitionPurpose.CLAIM, step_due_at=DUE)
    order = Order(move=Move.ACCEPT, unit="演示镇综治办", handler="演示乙", informed="书面告知")
    accepted = after(case, order)
    assert accepted.steps[-1].step_due_at == DUE
    assert accepted.step_due_at != DUE


def test_an_evaluation_keeps_what_was_said_of_both() -> None:
    closing = Closing(closed_at=CAME)
    case = petition(reported=CAME, status=Status.CLOSED, closings=(closing,))
    spoken = after(case, Order(move=Move.EVALUATE, satisfaction="基本满意", office_satisfaction="不满意"))
    assert (spoken.steps[-1].grade, spoken.steps[-1].office_grade) == ("基本满意", "不满意")


def test_a_reopening_keeps_what_a_ledger_told_was_decided() -> None:
    closing = Closing(closed_at=CAME)
    case = petition(reported=CAME, status=Status.CLOSED, closings=(closing,), disposition=Disposition.ANSWERED)
    reopened = after(case, Order(move=Move.REOPEN, reason="演示：不服", approver="演示领导"))
    assert (reopened.closings[-1].outcome, reopened.disposition) == ("当场答复", None)
