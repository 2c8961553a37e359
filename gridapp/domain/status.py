"""Where a case stands (状态): every state of every course, and what the office calls it."""

from enum import StrEnum


class Status(StrEnum):
    """A state (domain.md §1.4); its value is what is stored."""

    REPORTED = "reported"
    RETURNED = "returned"
    INVALID = "invalid"
    SELF_CLOSED = "self_closed"
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    PROCESSING = "processing"
    UNIT_RETURNED = "unit_returned"
    SUSPENDED = "suspended"
    ESCALATED = "escalated"
    FEEDBACK = "feedback"
    REWORK = "rework"
    CLOSED = "closed"
    EVALUATED = "evaluated"
    ARCHIVED = "archived"
    REOPENED = "reopened"

    @property
    def label(self) -> str:
        """The state in the office's own words."""
        return _LABELS[self]


_LABELS = {
    Status.REPORTED: "待受理",
    Status.RETURNED: "退回补正",
    Status.INVALID: "不予受理",
    Status.SELF_CLOSED: "自办办结",
    Status.ACCEPTED: "已受理",
    Status.ASSIGNED: "待签收",
    Status.PROCESSING: "处置中",
    Status.UNIT_RETURNED: "退回指挥室",
    Status.SUSPENDED: "挂起",
    Status.ESCALATED: "上报县级",
    Status.FEEDBACK: "待核查",
    Status.REWORK: "返工",
    Status.CLOSED: "已办结",
    Status.EVALUATED: "已评价",
    Status.ARCHIVED: "已归档",
    Status.REOPENED: "重新办理",
}

DONE = frozenset({Status.SELF_CLOSED, Status.CLOSED, Status.EVALUATED, Status.ARCHIVED})
"""The states in which a closing is in force (已办结)."""

OPEN = frozenset(Status) - DONE - {Status.INVALID}
"""The states in which a case is still waited for (在办)."""

RUNNING = OPEN - {Status.RETURNED, Status.SUSPENDED, Status.ESCALATED, Status.FEEDBACK}
"""The states in which the time for handling runs (办理计时); in the others of `OPEN` somebody else is waited for."""
