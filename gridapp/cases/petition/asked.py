"""What is said where a move with a petition lacks what it needs, in the words of its dialog (缺项提示)."""

from collections.abc import Mapping

from gridapp.cases.charge import CHARGE_ASKED
from gridapp.domain.move import Move, Need

ASKED: Mapping[tuple[Move, Need], str] = {
    **CHARGE_ASKED,
    **{(move, Need.INFORMED): "请选择怎样告知信访人。" for move in Move},
    (Move.ACCEPT, Need.UNIT): "请填写责任单位。",
    (Move.ACCEPT, Need.HANDLER): "请填写责任人。",
    (Move.ANSWER, Need.RESULT): "请填写解释答复的内容。",
    (Move.ASSIGN, Need.UNIT): "请填写交办给哪个单位。",
    (Move.ASSIGN, Need.UNTIL): "请填写报告办理结果的期限。",
    (Move.TRANSFER, Need.UNIT): "请填写转送给哪个单位。",
    (Move.GUIDE, Need.UNIT): "请填写引导到哪个政法机关。",
    (Move.REJECT, Need.REASON): "请写明不予受理的理由和告知的法定途径。",
    (Move.NO_LONGER_ACCEPT, Need.GROUND): "请选择不再受理的理由。",
    (Move.OBJECT, Need.REASON): "请写明单位提出异议的理由。",
    (Move.FEEDBACK, Need.RESULT): "请填写办理结果报告。",
    (Move.ISSUE_REPLY, Need.VERDICT): "请选择处理意见。",
    (Move.ISSUE_REPLY, Need.RESULT): "请填写处理意见书的内容。",
    (Move.ASK_REVIEW, Need.UNIT): "请填写复查机关。",
    (Move.ASK_REVIEW, Need.REASON): "请填写申请复查的理由。",
    (Move.DECIDE_REVIEW, Need.RESULT): "请填写复查意见。",
    (Move.ASK_FINAL_REVIEW, Need.UNIT): "请填写复核机关。",
    (Move.ASK_FINAL_REVIEW, Need.REASON): "请填写申请复核的理由。",
    (Move.DECIDE_FINAL_REVIEW, Need.RESULT): "请填写复核意见。",
    (Move.EVALUATE, Need.SATISFACTION): "请选择对责任单位的满意度。",
    (Move.SETTLE, Need.RESULT): "请填写化解情况。",
    (Move.SETTLE, Need.EVIDENCE): "请附上息诉息访承诺书或协议，或写明文号。",
    (Move.CONCLUDE, Need.GROUND): "请选择终结的条件。",
    (Move.EXTEND_HANDLING, Need.UNTIL): "请填写新的办理期限。",
    (Move.EXTEND_HANDLING, Need.APPROVER): "请填写批准延期的负责人。",
    (Move.URGE, Need.OPINION): "请填写催办内容。",
    (Move.INSTRUCT, Need.CHIEF): "请填写批示的领导。",
    (Move.INSTRUCT, Need.OPINION): "请填写批示内容。",
    (Move.ENTER_BACKLOG, Need.REASON): "请填写列入积案的原因。",
    (Move.RESOLVE_BACKLOG, Need.RESULT): "请填写积案怎样化解。",
    (Move.TAKE_CHARGE, Need.APPROVER): "请填写批准包案的主要领导。",
}
