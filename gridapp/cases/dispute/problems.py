"""What can be wrong with the particulars of a move with a dispute (办理意见的问题)."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum

from gridapp.cases.charge import problems_of_charge
from gridapp.cases.dispute.confirmation import may_apply_until
from gridapp.cases.order import Order
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Risk
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.level import MAJOR
from gridapp.domain.limit import last_day_of
from gridapp.domain.mediation import CourtReception, CourtRuling, Harm, SessionResult
from gridapp.domain.mediation_limit import MediationStage, mediation_limits
from gridapp.domain.moment import day_of, spoken_limit
from gridapp.domain.move import Move, Need
from gridapp.domain.problem import Problem

LONGEST_SESSION = 8 * 60
"""Minutes that a session may be planned for at most."""


def problems_of(dispute: Dispute, order: Order, deadlines: Deadlines, at: datetime) -> Iterator[Problem]:
    """Every problem of an order that its table does not already tell."""
    yield from _unknown_words(order)
    yield from _problems_of_session(dispute, order, at)
    if order.move is Move.EXTEND:
        yield from _problems_of_extension(dispute, order)
    yield from problems_of_charge(dispute, order)
    if order.move is Move.AGREE:
        yield from _problems_of_agreement(dispute, order, at)
    if order.move is Move.PERFORM:
        yield from _problems_of_performance(dispute, order)
    if order.move is Move.HAND_OVER and order.mode == dispute.mode and order.unit.strip() == dispute.unit:
        yield Problem(Need.UNIT.value, "same", f"现在就由{dispute.unit}{order.mode}，请选择另一种方式或组织。")
    if order.move is Move.APPLY_CONFIRMATION and _too_late(dispute, deadlines, at):
        days = mediation_limits()[MediationStage.APPLY].amount
        yield Problem("at", "late", f"协议生效已超过 {days} 日，不能再共同申请司法确认。")
    if order.move is Move.COURT_RULES and order.ruling and not order.number.strip():
        yield Problem("number", "required", "请填写裁定书文号。")
    if order.move is Move.ASSESS_RISK and order.risk in (Risk.MIDDLE, Risk.HIGH) and not order.opinion.strip():
        yield Problem(Need.OPINION.value, "required", "有激化风险的，请写明已采取的防范措施。")
    if order.people is not None and order.people < 1:
        yield Problem(Need.PEOPLE.value, "count", "人数至少为 1。")


def _too_late(dispute: Dispute, deadlines: Deadlines, at: datetime) -> bool:
    due_at = may_apply_until(dispute, deadlines)
    return due_at is not None and at >= due_at


def _unknown_words(order: Order) -> Iterator[Problem]:
    words = dispute_words()
    lists: Sequence[tuple[str, str, Sequence[str] | type[StrEnum], str]] = (
        (Need.INFORMED, order.informed, words.informed, "告知方式"),
        (Need.SESSION_RESULT, order.session_result, SessionResult, "调解结果"),
        (Need.MODE, order.mode, Mode, "调解方式"),
        ("committee", order.committee, words.committees, "调委会类型"),
        (Need.FORM, order.form, (AgreementForm.WRITTEN, AgreementForm.ORAL), "协议形式"),
        (Need.GROUND, order.ground, words.grounds, "终止理由"),
        (Need.RECEPTION, order.reception, CourtReception, "法院的决定"),
        (Need.RULING, order.ruling, CourtRuling, "裁定"),
        (Need.RISK, order.risk, Risk, "激化风险"),
        (Need.HARM, order.harm, Harm, "防止的情形"),
    )
    for field, word, known, name in lists:
        if word and word not in tuple(known):
            yield Problem(str(field), "unknown", f"{name}只能是{'、'.join(known)}。")


def _problems_of_session(dispute: Dispute, order: Order, at: datetime) -> Iterator[Problem]:
    if order.meet_at is not None and order.meet_at <= at:
        yield Problem(Need.MEET_AT.value, "order", "约定的时间应晚于现在；已经开过的，请直接记录调解。")
    if order.minutes is not None and not 1 <= order.minutes <= LONGEST_SESSION:
        yield Problem("minutes", "count", f"时长应为 1 至 {LONGEST_SESSION} 分钟。")
    if order.session is not None:
        chosen = order.session - 1
        if not 0 <= chosen < len(dispute.sessions) or not dispute.sessions[chosen].awaited:
            yield Problem("session", "unknown", "所选的约定已经开过或取消，请刷新后再选。")


def _problems_of_extension(dispute: Dispute, order: Order) -> Iterator[Problem]:
    if order.until is None or dispute.due_at is None:
        return
    longest = mediation_limits()[MediationStage.EXTEND]
    if order.until <= dispute.due_at:
        yield Problem(Need.UNTIL.value, "order", f"新的期限应晚于现在的期限（{spoken_limit(dispute.due_at)}）。")
    elif (last_day_of(order.until) - last_day_of(dispute.due_at)).days > longest.amount:
        yield Problem(Need.UNTIL.value, "longer", f"一次最多延长 {longest.amount} 日。")


def _problems_of_agreement(dispute: Dispute, order: Order, at: datetime) -> Iterator[Problem]:
    """An agreement must be written where it is not performed at once, or on a major or difficult matter (§3.2)."""
    if order.form == AgreementForm.ORAL:
        if order.terms and not order.at_once:
            yield Problem(Need.FORM.value, "written", "不能当场履行的，应当制作书面协议。")
        elif dispute.level in MAJOR or dispute.difficult:
            yield Problem(Need.FORM.value, "written", "重大、疑难纠纷应当制作书面协议。")
    if order.effective_at is not None and day_of(order.effective_at) < day_of(at):
        yield Problem("effective_at", "order", "生效时间不能早于达成协议的日期。")
    for term in order.terms:
        if not term.what.strip():
            yield Problem("terms", "required", "每项履行事项都要写明内容。")
        elif term.amount is not None and term.amount <= 0:
            yield Problem("terms", "amount", "履行金额应大于 0。")
        elif term.due_at is not None and term.due_at < at:
            yield Problem("terms", "order", f"“{term.what}”的履行期限不能早于达成协议的时间。")
        elif term.due_at is None and not order.at_once:
            yield Problem("terms", "due", f"请写明“{term.what}”的履行期限；当场履行的请勾选当场履行。")


def _problems_of_performance(dispute: Dispute, order: Order) -> Iterator[Problem]:
    if order.term is None:
        return
    chosen = order.term - 1
    if not 0 <= chosen < len(dispute.terms) or dispute.terms[chosen] not in dispute.open_terms:
        yield Problem("term", "unknown", "所选事项已经履行，请刷新后再选。")
