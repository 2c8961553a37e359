"""The queues (待办队列) of all kinds, by their names."""

from enum import StrEnum


class Queue(StrEnum):
    """A queue; the value is what it is called."""

    TO_ACCEPT = "待受理"
    TO_ASSIGN = "待交办"
    TO_HANDLE = "待办"
    SOON = "将到期"
    OVERDUE = "已超期"
    RETURNED = "被退回"
    TO_VERIFY = "待核查"
    TO_EVALUATE = "待评价"
    TO_APPROVE = "待审批"
    SUPERVISED = "督办件"
    NEW = "新收"
    TODAY = "今日约调"
    TO_MEDIATE = "在调"
    TO_PERFORM = "待履行"
    TO_REVISIT = "待回访"
    TO_CONFIRM = "司法确认"
    TO_ARCHIVE = "待归档"
    CHARGED = "包案"
    TO_REPORT = "待报公安"
    TO_SERVE = "待送达"
    IN_REVIEW = "复查复核"
    BACKLOG = "积案"
    AT_RISK = "扬言进京"
