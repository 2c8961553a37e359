"""What a step of a hazard says of itself (办理记录的文字)."""

from gridapp.cases.order import Order
from gridapp.domain.hazard import Hazard
from gridapp.domain.move import Move


def told(hazard: Hazard, order: Order) -> str:
    """The words of a step; of a striking off the result is kept with the closing."""
    words = {
        Move.ORDER_MENDING: (order.number, order.plan, order.opinion),
        Move.MEND: (order.result, order.opinion),
        Move.RECHECK: ("、".join(order.inspectors), order.recheck_result, order.record, order.opinion),
        Move.STRIKE_OFF: (order.opinion,),
        Move.MEND_ON_THE_SPOT: ("、".join(order.inspectors), order.opinion),
        Move.ENFORCE: (order.measure, order.number, order.party, order.reason, order.opinion),
        Move.NAME_CHIEF: (order.chief, order.opinion),
    }
    securities = (f"{security.word}：{security.said}" for security in order.securities)
    said = words.get(order.move, (*securities, order.reason, order.opinion))
    return "；".join(word.strip() for word in said if word.strip())
