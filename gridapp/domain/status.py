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
    REFERRED = "referred"
    MEDIATING = "mediating"
    AGREED = "agreed"
    PERFORMING = "performing"
    PERFORMED = "performed"
    UNPERFORMED = "unperformed"
    TERMINATED = "terminated"
    WITHDRAWN = "withdrawn"
    TRANSFERRED = "transferred"

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
    Status.REFERRED: "转办中",
    Status.MEDIATING: "调解中",
    Status.AGREED: "达成协议",
    Status.PERFORMING: "履行中",
    Status.PERFORMED: "履行完毕",
    Status.UNPERFORMED: "未履行",
    Status.TERMINATED: "调解不成",
    Status.WITHDRAWN: "已撤回",
    Status.TRANSFERRED: "已转送",
}

AGREED = frozenset({Status.AGREED, Status.PERFORMING, Status.PERFORMED, Status.UNPERFORMED})
"""The states of a dispute whose agreement (调解协议) is in force."""

MEDIATED = AGREED | {Status.TERMINATED, Status.WITHDRAWN, Status.TRANSFERRED}
"""The states of a dispute that has come to an end and is not filed yet (待归档)."""

DONE = MEDIATED | {Status.SELF_CLOSED, Status.CLOSED, Status.EVALUATED, Status.ARCHIVED}
"""The states in which a closing is in force (已办结)."""

OPEN = frozenset(Status) - DONE - {Status.INVALID}
"""The states in which a case is still waited for (在办)."""

RUNNING = OPEN - {Status.RETURNED, Status.SUSPENDED, Status.ESCALATED, Status.FEEDBACK, Status.REFERRED}
"""The states in which the time for handling runs (办理计时); in the others of `OPEN` somebody else is waited for."""
