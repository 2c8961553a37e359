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
    RECORDED = "recorded"
    ON_FILE = "on_file"
    REMOVED = "removed"
    REPLIED = "replied"
    REVIEWING = "reviewing"
    REVIEWED = "reviewed"
    FINALLY_REVIEWING = "finally_reviewing"
    FINALLY_REVIEWED = "finally_reviewed"
    SETTLED = "settled"
    CONCLUDED = "concluded"
    TO_RECTIFY = "to_rectify"
    RECTIFYING = "rectifying"
    TO_RECHECK = "to_recheck"
    TO_STRIKE_OFF = "to_strike_off"
    UNRECTIFIED = "unrectified"
    SUBMITTED = "submitted"
    ENFORCED = "enforced"
    PLANNED = "planned"
    STRUCK_OFF = "struck_off"
    FILED = "filed"

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
    Status.RECORDED: "已登记",
    Status.ON_FILE: "在册",
    Status.REMOVED: "已移出",
    Status.REPLIED: "待送达",
    Status.REVIEWING: "复查中",
    Status.REVIEWED: "已复查",
    Status.FINALLY_REVIEWING: "复核中",
    Status.FINALLY_REVIEWED: "已复核",
    Status.SETTLED: "已化解",
    Status.CONCLUDED: "已终结",
    Status.TO_RECTIFY: "待整改",
    Status.RECTIFYING: "整改中",
    Status.TO_RECHECK: "待复查",
    Status.TO_STRIKE_OFF: "待销号",
    Status.UNRECTIFIED: "逾期未改",
    Status.SUBMITTED: "已上报部门",
    Status.ENFORCED: "执法中",
    Status.PLANNED: "列入治理计划",
    Status.STRUCK_OFF: "已销号",
    Status.FILED: "已报备",
}

AGREED = frozenset({Status.AGREED, Status.PERFORMING, Status.PERFORMED, Status.UNPERFORMED})
"""The states of a dispute whose agreement (调解协议) is in force."""

MEDIATED = AGREED | {Status.TERMINATED, Status.WITHDRAWN, Status.TRANSFERRED}
"""The states of a dispute that has come to an end and is not filed yet (待归档)."""

ANSWERED = frozenset(
    {
        Status.CLOSED,
        Status.TRANSFERRED,
        Status.REVIEWING,
        Status.REVIEWED,
        Status.FINALLY_REVIEWING,
        Status.FINALLY_REVIEWED,
        Status.SETTLED,
        Status.CONCLUDED,
    }
)
"""The states of a petition that has been answered or sent on (办结) and is not filed yet."""

RECTIFIED = frozenset({Status.TO_RECHECK, Status.TO_STRIKE_OFF})
"""The states of a hazard whose mending is done (整改完成) and is still to be re-checked or struck off."""

DONE = MEDIATED | ANSWERED | {Status.SELF_CLOSED, Status.CLOSED, Status.EVALUATED, Status.ARCHIVED, Status.STRUCK_OFF}
"""The states in which a closing is in force (已办结)."""

REGISTERED = frozenset({Status.RECORDED, Status.ON_FILE, Status.REMOVED})
"""The states of what stands in a register (名录、流水): nothing is waited for."""

OPEN = frozenset(Status) - DONE - REGISTERED - {Status.INVALID}
"""The states in which a case is still waited for (在办)."""

_STANDING_STILL = {
    Status.REPLIED,
    Status.RETURNED,
    Status.SUSPENDED,
    Status.ESCALATED,
    Status.FEEDBACK,
    Status.REFERRED,
    Status.FILED,
}

RUNNING = OPEN - RECTIFIED - _STANDING_STILL
"""The states in which the time for handling runs (办理计时); in the others of `OPEN` somebody else is waited for."""
