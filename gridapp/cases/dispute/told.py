"""What a step of a dispute says of itself (办理记录的文字), so that the course reads like the file."""

from collections.abc import Callable, Iterator, Mapping

from gridapp.cases.order import Order
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Term
from gridapp.domain.moment import spoken, spoken_limit
from gridapp.domain.move import Move


def told(_: Dispute, order: Order) -> str:
    """The words of a step; an opinion may be added to any."""
    parts = _WORDS.get(order.move, _plainly)(order)
    return "；".join(part.strip() for part in (*parts, order.opinion) if part and part.strip())


def term_in_words(term: Term) -> str:
    """A term in one line: who does what by when."""
    amount = f" {term.amount.normalize():f} 元" if term.amount is not None else ""
    due = f"，{spoken_limit(term.due_at)} 前" if term.due_at is not None else ""
    return f"{term.who or ''}{term.what}{amount}{due}"


def _plainly(order: Order) -> tuple[str, ...]:
    return order.reason, order.result


def _agreed(order: Order) -> Iterator[str]:
    yield f"{order.form}协议{order.number}"
    yield order.result
    yield from (term_in_words(term) for term in order.terms)
    if order.at_once:
        yield "当场履行"


def _meeting(order: Order) -> tuple[str, ...]:
    return order.session_result, f"参加人：{order.present}" if order.present.strip() else "", order.record


_WORDS: Mapping[Move, Callable[[Order], Iterator[str] | tuple[str, ...]]] = {
    Move.ACCEPT: lambda order: (f"{order.informed}告知权利义务" if order.informed else "",),
    Move.SCHEDULE: lambda order: (spoken(order.meet_at) if order.meet_at else "", order.place, order.present),
    Move.MEDIATE: _meeting,
    Move.INQUIRE: _meeting,
    Move.TALK: _meeting,
    Move.HAND_OVER: lambda order: (f"改为{order.mode}", order.reason),
    Move.EXTEND: lambda order: ("双方申请延期", order.reason),
    Move.AGREE: _agreed,
    Move.FAIL: lambda order: (order.ground, order.result),
    Move.REVISIT: lambda order: (order.record,),
    Move.APPLY_CONFIRMATION: lambda order: ("双方共同申请",),
    Move.COURT_RECEIVES: lambda order: (order.reception, order.number),
    Move.COURT_RULES: lambda order: (order.ruling, order.number),
    Move.ASSESS_RISK: lambda order: (f"激化风险{order.risk}",),
    Move.REPORT_POLICE: lambda order: (order.record,),
    Move.RECORD_PREVENTION: lambda order: (f"防止{order.harm}，涉及 {order.people} 人",),
    Move.TAKE_CHARGE: lambda order: (order.chief, order.plan),
    Move.NAME_CHIEF: lambda order: (order.chief,),
}
