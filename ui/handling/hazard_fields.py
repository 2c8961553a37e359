"""What the dialogs of a hazard's moves ask for (隐患办理栏目): their fields in order, and what each is called."""

from collections.abc import Mapping

from gridapp.domain.enforcement import Measure
from gridapp.domain.move import Move
from gridapp.domain.recheck import RecheckResult
from ui.handling.dialog_layout import DialogLayout, Words

_FIELDS: Mapping[Move, tuple[str, ...]] = {
    Move.ORDER_MENDING: ("until", "plan", "handler", "number"),
    Move.MEND: ("result", "evidence"),
    Move.RECHECK: ("inspectors", "recheck_result", "record", "strike_off", "until", "evidence"),
    Move.STRIKE_OFF: ("result", "evidence"),
    Move.MEND_ON_THE_SPOT: ("inspectors", "result", "evidence"),
    Move.EXTEND: ("until", "reason", "approver"),
    Move.SUBMIT: ("unit", "reason"),
    Move.ENFORCE: ("measure", "unit", "number", "party", "effective_at", "until", "reason"),
    Move.PUT_IN_PLAN: ("until", "chief", "securities"),
    Move.SUPERVISE: ("grade", "reason", "chief"),
    Move.REOPEN: ("reason", "until"),
}

_LABELS: Mapping[str | tuple[Move, str], str] = {
    "until": "整改期限",
    "result": "整改情况",
    "evidence": "佐证（添加整改后的照片，或写明依据）",
    "inspectors": "复查人",
    "recheck_result": "复查结果",
    "record": "复查情况",
    "strike_off": "同时销号（复查合格的）",
    "measure": "措施",
    "party": "当事人（行政拘留须填写）",
    "securities": "整改保障",
    (Move.ORDER_MENDING, "plan"): "整改要求",
    (Move.ORDER_MENDING, "handler"): "整改责任人",
    (Move.ORDER_MENDING, "number"): "责令整改通知书编号（不填则自动编号）",
    (Move.RECHECK, "until"): "新的整改期限（不合格的；不填则为逾期未改）",
    (Move.STRIKE_OFF, "result"): "销号说明",
    (Move.MEND_ON_THE_SPOT, "inspectors"): "当场复查的检查人",
    (Move.EXTEND, "until"): "延长到",
    (Move.EXTEND, "approver"): "批准人",
    (Move.SUBMIT, "unit"): "上报给（部门）",
    (Move.SUBMIT, "reason"): "上报的情况",
    (Move.ENFORCE, "unit"): "决定机关",
    (Move.ENFORCE, "number"): "文书编号",
    (Move.ENFORCE, "effective_at"): "措施开始（不填则为办理时间）",
    (Move.ENFORCE, "until"): "措施截止（没有的不填）",
    (Move.ENFORCE, "reason"): "说明",
    (Move.PUT_IN_PLAN, "until"): "治理时限",
    (Move.PUT_IN_PLAN, "chief"): "首席负责人",
    (Move.LIST_PUBLICLY, "unit"): "挂牌机关（县级以上）",
    (Move.LIST_PUBLICLY, "reason"): "挂牌的理由",
    (Move.DELIST, "reason"): "摘牌的理由",
    (Move.REOPEN, "until"): "新的整改期限",
}

_LISTS: Mapping[str | tuple[Move, str], Words] = {
    "recheck_result": lambda: tuple(RecheckResult),
    "measure": lambda: tuple(Measure),
}

_TOPICS: Mapping[tuple[Move, str], str] = {
    (Move.ORDER_MENDING, "plan"): "hazard_requirement",
    (Move.MEND, "result"): "hazard_mended",
    (Move.MEND_ON_THE_SPOT, "result"): "hazard_mended",
    (Move.RECHECK, "record"): "hazard_rechecked",
    (Move.EXTEND, "reason"): "hazard_extension",
    (Move.SUBMIT, "reason"): "hazard_submission",
}

HAZARD_DIALOGS = DialogLayout(fields=_FIELDS, labels=_LABELS, lists=_LISTS, topics=_TOPICS)
