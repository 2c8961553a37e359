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
    REFER = "转矛盾纠纷"
    REFERRAL_SETTLED = "所转纠纷已化解"
    REFERRAL_RETURNED = "所转纠纷未化解"
    SCHEDULE = "约定调解"
    CANCEL_SESSION = "取消约定"
    INQUIRE = "调查"
    MEDIATE = "调解"
    HAND_OVER = "移交调解"
    EXTEND = "延长期限"
    AGREE = "达成协议"
    FAIL = "终止调解"
    WITHDRAW = "撤回"
    TRANSFER = "转送"
    PERFORM = "履行"
    BREACH = "未履行"
    REVISIT = "回访"
    APPLY_CONFIRMATION = "申请司法确认"
    COURT_RECEIVES = "法院审查受理"
    COURT_EXTENDS = "法院延长审查"
    COURT_RULES = "法院裁定"
    ASSESS_RISK = "研判风险"
    REPORT_POLICE = "报告公安机关"
    RECORD_PREVENTION = "登记防止激化"
    TAKE_CHARGE = "领导包案"
    TALK = "约谈走访"
    EXTEND_CHARGE = "包案延期"
    END_CHARGE = "包案销案"


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
    HANDLER = "handler"
    INFORMED = "informed"
    MEET_AT = "meet_at"
    PRESENT = "present"
    RECORD = "record"
    SESSION_RESULT = "session_result"
    MODE = "mode"
    BOTH_ASK = "both_ask"
    FORM = "form"
    GROUND = "ground"
    RECEPTION = "reception"
    RULING = "ruling"
    RISK = "risk"
    HARM = "harm"
    PEOPLE = "people"
    PLAN = "plan"


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

ENDING = frozenset({Move.AGREE, Move.FAIL, Move.WITHDRAW, Move.TRANSFER})
"""The moves that end a dispute, each with its own outcome (调解结果)."""
