"""What a step of a petition says of itself (办理记录的文字), so that the course reads like the file."""

from collections.abc import Callable, Mapping

from gridapp.cases.order import Order
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition


def told(_: Petition, order: Order) -> str:
    """The words of a step; an opinion may be added to any."""
    words = _WORDS.get(order.move, _plainly)(order)
    informed = f"{order.informed}信访人" if order.informed else ""
    return "；".join(part.strip() for part in (*words, informed, order.opinion) if part and part.strip())


def _plainly(order: Order) -> tuple[str, ...]:
    return order.reason, order.result


def _reply(order: Order) -> tuple[str, ...]:
    return order.verdict, order.number, order.result, order.service


_WORDS: Mapping[Move, Callable[[Order], tuple[str, ...]]] = {
    Move.NO_LONGER_ACCEPT: lambda order: (order.ground, order.reason),
    Move.CONCLUDE: lambda order: (order.ground, order.reason),
    Move.ISSUE_REPLY: _reply,
    Move.SERVE_REPLY: lambda order: (order.service,),
    Move.DECIDE_REVIEW: _reply,
    Move.DECIDE_FINAL_REVIEW: _reply,
    Move.EVALUATE: lambda order: (f"对责任单位{order.satisfaction}", f"对信访部门{order.office_satisfaction}"),
    Move.INSTRUCT: lambda order: (f"{order.chief}批示",),
    Move.TAKE_CHARGE: lambda order: (order.chief, order.plan),
    Move.TALK: lambda order: (f"参加人：{order.present}" if order.present.strip() else "", order.record),
    Move.NAME_CHIEF: lambda order: (order.chief,),
}
