"""What may be done with a case (办理动作), and what each doing asks for."""

from collections.abc import Mapping
from enum import StrEnum


class Move(StrEnum):
    """Something that befalls a case on its course (domain.md §1.4); the value is the office's own word."""

    ACCEPT = "受理"
    REJECT = "不予受理"
    RETURN = "退回补正"
    RESEND = "补正重报"
    RECONSIDER = "重新受理"
    SELF_CLOSE = "自办办结"
    CONFIRM = "抽查通过"
    REFUTE = "抽查不通过"
    ASSIGN = "交办"
    ASSIST = "协办"
    COPY = "抄告"
    SIGN = "签收"
    RETURN_UNIT = "退回指挥室"
    FEEDBACK = "反馈"
    VERIFY = "核查"
    REWORK = "返工"
    CLOSE = "办结"
    EVALUATE = "评价"
    ARCHIVE = "归档"
    REOPEN = "重开"
    CONTINUE = "继续办理"
    ASK_EXTENSION = "申请延期"
    GRANT_EXTENSION = "同意延期"
    DENY_EXTENSION = "不同意延期"
    ASK_SUSPENSION = "申请挂起"
    GRANT_SUSPENSION = "同意挂起"
    DENY_SUSPENSION = "不同意挂起"
    RESUME = "恢复办理"
    ASK_ESCALATION = "申请上报县级"
    GRANT_ESCALATION = "同意上报县级"
    DENY_ESCALATION = "不同意上报县级"
    COUNTY_RETURN = "县级退回"
    SUPERVISE = "督办"
    LIFT_SUPERVISION = "取消督办"
    NAME_CHIEF = "指定首席负责人"
    ON_SITE = "现场办公"


class Need(StrEnum):
    """Something that a move asks for; the value is the name of the field of an `Order` that holds it."""

    REASON = "reason"
    RESULT = "result"
    EVIDENCE = "evidence"
    OPINION = "opinion"
    UNIT = "unit"
    DAYS = "days"
    UNTIL = "until"
    APPROVER = "approver"
    GRADE = "grade"
    SATISFACTION = "satisfaction"
    CHIEF = "chief"
    PLACE = "place"
    TASKS = "tasks"


SUPERVISION = ("普通督办", "黄牌督办", "红牌督办")
"""The levels of supervision (督办级别), mildest first (domain.md §1.4)."""

SATISFACTION = ("满意", "基本满意", "不满意")
"""What the reporter says of the result (评价; domain.md §1.4)."""

ANSWERS: Mapping[Move, tuple[Move, Move]] = {
    Move.ASK_EXTENSION: (Move.GRANT_EXTENSION, Move.DENY_EXTENSION),
    Move.ASK_SUSPENSION: (Move.GRANT_SUSPENSION, Move.DENY_SUSPENSION),
    Move.ASK_ESCALATION: (Move.GRANT_ESCALATION, Move.DENY_ESCALATION),
}
"""What is asked of a leader, with his yes and his no."""
