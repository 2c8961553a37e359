"""The course of a hazard (安全隐患流转; domain.md §5.2)."""

from gridapp.domain.move import Move, Need
from gridapp.domain.passage import Course, passage
from gridapp.domain.status import Status

_TO_MEND = (
    Status.TO_RECTIFY,
    Status.RECTIFYING,
    Status.UNRECTIFIED,
    Status.SUBMITTED,
    Status.ENFORCED,
    Status.PLANNED,
)
_ON_THE_LIST = (*_TO_MEND, Status.TO_RECHECK, Status.TO_STRIKE_OFF)

HAZARD_COURSE: Course = {
    Move.ORDER_MENDING: passage(*_TO_MEND, to=Status.RECTIFYING, needs=(Need.UNTIL,)),
    Move.MEND: passage(*_TO_MEND, to=Status.TO_RECHECK, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.RECHECK: passage(*_ON_THE_LIST, needs=(Need.INSPECTORS, Need.RECHECK_RESULT, Need.RECORD)),
    Move.STRIKE_OFF: passage(Status.TO_STRIKE_OFF, to=Status.STRUCK_OFF, needs=(Need.RESULT, Need.EVIDENCE)),
    Move.MEND_ON_THE_SPOT: passage(
        Status.TO_RECTIFY,
        Status.RECTIFYING,
        to=Status.STRUCK_OFF,
        needs=(Need.INSPECTORS, Need.RESULT, Need.EVIDENCE),
    ),
    Move.EXTEND: passage(
        Status.RECTIFYING,
        Status.UNRECTIFIED,
        Status.SUBMITTED,
        Status.ENFORCED,
        Status.PLANNED,
        needs=(Need.UNTIL, Need.REASON, Need.APPROVER),
    ),
    Move.SUBMIT: passage(*_ON_THE_LIST, to=Status.SUBMITTED, needs=(Need.UNIT, Need.REASON)),
    Move.ENFORCE: passage(*_TO_MEND, to=Status.ENFORCED, needs=(Need.MEASURE, Need.UNIT, Need.NUMBER)),
    Move.SECURE: passage(*_ON_THE_LIST, needs=(Need.SECURITIES,)),
    Move.PUT_IN_PLAN: passage(
        Status.TO_RECTIFY,
        Status.RECTIFYING,
        Status.UNRECTIFIED,
        Status.SUBMITTED,
        Status.ENFORCED,
        to=Status.PLANNED,
        needs=(Need.UNTIL,),
    ),
    Move.LIST_PUBLICLY: passage(*_ON_THE_LIST, needs=(Need.UNIT, Need.REASON)),
    Move.DELIST: passage(*_ON_THE_LIST, Status.STRUCK_OFF, needs=(Need.REASON,)),
    Move.SUPERVISE: passage(*_ON_THE_LIST, needs=(Need.GRADE, Need.REASON)),
    Move.LIFT_SUPERVISION: passage(*_ON_THE_LIST, needs=(Need.REASON,)),
    Move.NAME_CHIEF: passage(*_ON_THE_LIST, needs=(Need.CHIEF,)),
    Move.REOPEN: passage(Status.STRUCK_OFF, to=Status.RECTIFYING, needs=(Need.REASON, Need.UNTIL)),
}
"""A passed re-check leads to 待销号, or strikes off at once where its order says so; one that is not passed leads to
逾期未改, or back to 整改中 where it sets a new limit. What is mended already stays there when reported upward.
"""
