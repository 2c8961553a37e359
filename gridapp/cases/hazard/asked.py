"""What is said where a move with a hazard lacks something (安全隐患的提示), in its own words."""

from collections.abc import Mapping

from gridapp.domain.move import Move, Need

ASKED: Mapping[tuple[Move, Need], str] = {
    (Move.ORDER_MENDING, Need.UNTIL): "请填写整改期限。",
    (Move.MEND, Need.RESULT): "请填写整改情况。",
    (Move.MEND, Need.EVIDENCE): "请附上整改后的照片，或写明依据。",
    (Move.RECHECK, Need.INSPECTORS): "请填写复查人。",
    (Move.RECHECK, Need.RECORD): "请填写复查情况。",
    (Move.STRIKE_OFF, Need.RESULT): "请填写销号说明。",
    (Move.MEND_ON_THE_SPOT, Need.INSPECTORS): "请填写当场复查的检查人。",
    (Move.MEND_ON_THE_SPOT, Need.RESULT): "请填写当场整改情况。",
    (Move.EXTEND, Need.UNTIL): "请填写新的整改期限。",
    (Move.SUBMIT, Need.UNIT): "请填写上报到哪个部门。",
    (Move.SUBMIT, Need.REASON): "请填写上报的情况。",
    (Move.ENFORCE, Need.UNIT): "请填写决定机关。",
    (Move.PUT_IN_PLAN, Need.UNTIL): "请填写治理时限。",
    (Move.PUT_IN_PLAN, Need.CHIEF): "请填写首席负责人（重大隐患须由领导牵头负责）。",
    (Move.LIST_PUBLICLY, Need.UNIT): "请填写挂牌机关（县级以上）。",
    (Move.REOPEN, Need.UNTIL): "请填写新的整改期限。",
}
