"""What the dialogs of a leader's charge and of supervision ask for (包案、督办栏目), the same for all who have them."""

from collections.abc import Mapping

from gridapp.domain.move import Move

MEETING = ("place", "mediators", "present", "record")

CHARGE_FIELDS: Mapping[Move, tuple[str, ...]] = {
    Move.TAKE_CHARGE: ("chief", "unit", "handler", "until", "approver", "plan"),
    Move.TALK: MEETING,
    Move.EXTEND_CHARGE: ("until", "approver", "reason"),
    Move.SUPERVISE: ("grade", "chief", "reason"),
}

CHARGE_LABELS: Mapping[str | tuple[Move, str], str] = {
    "place": "地点",
    "plan": "化解方案",
    (Move.TAKE_CHARGE, "chief"): "包案领导",
    (Move.TAKE_CHARGE, "unit"): "责任单位",
    (Move.TAKE_CHARGE, "handler"): "责任人",
    (Move.TAKE_CHARGE, "until"): "化解时限",
    (Move.TALK, "mediators"): "约谈走访人",
    (Move.TALK, "present"): "约谈走访的对象",
    (Move.TALK, "record"): "约谈走访情况",
    (Move.EXTEND_CHARGE, "until"): "新的化解时限",
    (Move.END_CHARGE, "result"): "化解结果",
}

CHARGE_TOPICS: Mapping[tuple[Move, str], str] = {(Move.TAKE_CHARGE, "plan"): "charge_plan"}
