"""What stands in the way of a move with a dispute although its table allows it (矛盾纠纷的条件)."""

from collections.abc import Callable, Mapping

from gridapp.cases.charge import CHARGE_GUARDS
from gridapp.cases.dispute.confirmation import confirmable
from gridapp.cases.dispute.file import missing_from_file
from gridapp.cases.procedure import Guard
from gridapp.domain.dispute import AgreementForm, Dispute
from gridapp.domain.mediation import CourtReception, CourtRuling
from gridapp.domain.move import ENDING, Move, Need


def needs_besides(dispute: Dispute, move: Move) -> tuple[Need, ...]:
    """What a move asks for in this dispute beside its table: an explanation (卷宗情况说明) of a file not complete."""
    return (Need.REASON,) if move is Move.ARCHIVE and missing_from_file(dispute) else ()


def _guard(why: Callable[[Dispute], str | None]) -> Guard[Dispute]:
    """A guard that asks neither the clock nor the calendar."""
    return lambda dispute, now, deadlines: why(dispute)


def _end(dispute: Dispute) -> str | None:
    if dispute.to_report:
        return "激化风险为高，可能引发治安或刑事案件，应先报告公安机关，再办结。"
    return None


def _reject(dispute: Dispute) -> str | None:
    if dispute.to_report:
        return "激化风险为高，可能引发治安或刑事案件，应先报告公安机关，再决定不予受理。"
    return None


def _cancel(dispute: Dispute) -> str | None:
    return None if dispute.next_session_at else "没有待进行的约定调解，不需要取消。"


def _extend(dispute: Dispute) -> str | None:
    return None if dispute.due_at else "没有调解期限，不需要延长。"


def _apply(dispute: Dispute) -> str | None:
    if not confirmable(dispute):
        return f"{dispute.mediation_type}涉及身份关系，不能申请司法确认。"
    if dispute.closed is None or dispute.closed.form != AgreementForm.WRITTEN:
        return "只有书面调解协议可以申请司法确认。"
    confirmation = dispute.confirmation
    if confirmation is not None and confirmation.pending:
        return "已经申请司法确认，正等待法院答复。"
    if confirmation is not None and confirmation.ruling is CourtRuling.VALID:
        return "协议已经司法确认有效，不必再申请。"
    return None


def _receives(dispute: Dispute) -> str | None:
    confirmation = dispute.confirmation
    waits = confirmation is not None and confirmation.reception is None
    return None if waits else "没有等待法院决定受理的司法确认申请。"


def _rules(dispute: Dispute) -> str | None:
    confirmation = dispute.confirmation
    waits = confirmation is not None and confirmation.reception is CourtReception.ACCEPTED and confirmation.pending
    return None if waits else "法院还没有受理司法确认申请，或者已经裁定。"


def _court_extends(dispute: Dispute) -> str | None:
    last = dispute.last_step(Move.COURT_RECEIVES, Move.COURT_EXTENDS)
    if last is not None and last.move is Move.COURT_EXTENDS:
        return "法院审查已经延长过一次，不能再延长。"
    return _rules(dispute)


def _archive(dispute: Dispute) -> str | None:
    if dispute.charge is not None:
        return f"{dispute.charge.leader}的包案还没有销案，不能归档。"
    if dispute.confirmation is not None and dispute.confirmation.pending:
        return "司法确认还没有结果，不能归档。"
    return None


def _reopen(dispute: Dispute) -> str | None:
    confirmation = dispute.confirmation
    if confirmation is not None and confirmation.ruling is CourtRuling.VALID:
        return "协议已经司法确认有效，不能重开；一方不履行的，可以申请法院强制执行。"
    if confirmation is not None and confirmation.pending:
        return "司法确认还没有结果，不能重开；当事人撤回申请的，请先记录法院的答复。"
    return None


GUARDS: Mapping[Move, Guard[Dispute]] = {
    **CHARGE_GUARDS,
    **{move: _guard(_end) for move in ENDING},
    Move.REJECT: _guard(_reject),
    Move.CANCEL_SESSION: _guard(_cancel),
    Move.EXTEND: _guard(_extend),
    Move.APPLY_CONFIRMATION: _guard(_apply),
    Move.COURT_RECEIVES: _guard(_receives),
    Move.COURT_EXTENDS: _guard(_court_extends),
    Move.COURT_RULES: _guard(_rules),
    Move.ARCHIVE: _guard(_archive),
    Move.REOPEN: _guard(_reopen),
}
