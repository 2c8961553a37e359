"""What the dialog of a move asks for (办理对话框的栏目), as data: the needs of the move, and what may be added."""

from collections.abc import Mapping, Sequence

from gridapp.cases.permission import needs_of
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move, Need
from ui.handling.dialog_layout import DialogLayout
from ui.handling.dispute_fields import DISPUTE_DIALOGS
from ui.handling.hazard_fields import HAZARD_DIALOGS
from ui.handling.move_field import AT, FORMS, LABELS, Form, MoveField
from ui.handling.petition_fields import PETITION_DIALOGS

REASON = Need.REASON.value

LAYOUTS: Mapping[Kind, DialogLayout] = {
    Kind.DISPUTE: DISPUTE_DIALOGS,
    Kind.PETITION: PETITION_DIALOGS,
    Kind.HAZARD: HAZARD_DIALOGS,
}
"""The kinds whose dialogs have a layout of their own; those of the others follow from what a move needs."""

_OWN_LABELS: Mapping[tuple[Move, str], str] = {
    (Move.ASSIGN, "unit"): "主办单位",
    (Move.ASSIGN, "opinion"): "交办意见",
    (Move.VERIFY, "opinion"): "核查意见",
    (Move.CLOSE, "opinion"): "核查意见",
    (Move.CONFIRM, "opinion"): "抽查意见",
    (Move.RESEND, "opinion"): "补正说明",
    (Move.EVALUATE, "opinion"): "评价意见",
    (Move.ASK_EXTENSION, "days"): "延期天数（工作日）",
    (Move.GRANT_EXTENSION, "days"): "同意延期天数（工作日）",
    (Move.ASK_SUSPENSION, "until"): "挂起至",
    (Move.GRANT_SUSPENSION, "until"): "同意挂起至",
    (Move.ASK_ESCALATION, "unit"): "上报给（县级单位）",
    (Move.GRANT_ESCALATION, "unit"): "上报给（县级单位）",
    (Move.REOPEN, "until"): "新的办理时限（不填则沿用）",
    (Move.ASSIGN, "until"): "办理时限（不填则按规定）",
}

_BESIDES: Mapping[Move, tuple[str, ...]] = {
    Move.SELF_CLOSE: ("attachments", "quantities"),
    Move.ASSIGN: ("handler", "opinion", "assistants", "copies", "until"),
    Move.SIGN: ("handler",),
    Move.FEEDBACK: ("attachments", "quantities"),
    Move.VERIFY: ("attachments",),
    Move.REWORK: ("attachments",),
    Move.CLOSE: ("attachments", "quantities"),
    Move.EVALUATE: ("opinion",),
    Move.REOPEN: ("until",),
    Move.SUPERVISE: ("chief",),
}
"""What may be said with a move although its table does not ask for it."""

_ONLY_EVENTS = frozenset({"attachments", "quantities", "until"})

_TOPICS: Mapping[tuple[Move, str], str] = {
    (Move.REJECT, "reason"): "reject",
    (Move.RETURN, "reason"): "return",
    (Move.RETURN_UNIT, "reason"): "return_unit",
    (Move.REWORK, "reason"): "rework",
    (Move.ASK_EXTENSION, "reason"): "extension",
    (Move.ASK_SUSPENSION, "reason"): "suspension",
    (Move.REOPEN, "reason"): "reopen",
    (Move.ASSIGN, "opinion"): "opinion",
}


def fields_of(case: Case, move: Move) -> Sequence[MoveField]:
    """The fields of a move's dialog: what it asks for, what may be added, and last when it was."""
    moment = MoveField(AT, f"{move.value}时间（不填为现在）", Form.MOMENT)
    layout = LAYOUTS.get(case.kind)
    if layout is not None:
        return (*layout.fields_of(case, move), moment)
    needed = [need.value for need in needs_of(case, move)]
    besides = [name for name in _BESIDES.get(move, ()) if name not in needed and name not in _hidden(case)]
    found = [_field(move, name, required=True) for name in needed]
    found += [_field(move, name, required=False) for name in besides]
    return (*found, moment)


def reason_field(action: str, topic: str) -> MoveField:
    """The only field of what is done with a case as a whole."""
    return MoveField(REASON, f"{action}原因", Form.WORDS, required=True, topic=topic)


def _hidden(case: Case) -> frozenset[str]:
    return frozenset() if case.kind is Kind.EVENT else _ONLY_EVENTS


def _field(move: Move, name: str, *, required: bool) -> MoveField:
    label = _OWN_LABELS.get((move, name)) or LABELS.get(name) or f"{move.value}原因"
    if name == "opinion" and (move, name) not in _OWN_LABELS:
        label = "审批意见" if "同意" in move.value else "意见"
    topic = _TOPICS.get((move, name), "result" if name == "result" else "")
    return MoveField(name, label, FORMS[name], required, topic)
