"""What a step says of itself (办理记录的文字): the words that its move asks for."""

from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.course import course_of
from gridapp.domain.move import Move, Need


def told(case: Case, order: Order) -> str:
    """The words of a step; an opinion may be given with any but a result."""
    asked = set(course_of(case.kind)[order.move].needs)
    if order.move is Move.CLOSE:
        # The result is kept with the closing.
        asked = {Need.OPINION}
    elif Need.RESULT not in asked:
        asked.add(Need.OPINION)
    words = {
        Need.PLACE: order.place,
        Need.TASKS: "；".join(f"交办{task.unit.strip()}：{task.title.strip()}" for task in order.tasks),
        Need.REASON: order.reason,
        Need.RESULT: order.result,
        Need.CHIEF: order.chief,
        Need.OPINION: order.opinion,
    }
    return "；".join(word.strip() for need, word in words.items() if need in asked and word.strip())
