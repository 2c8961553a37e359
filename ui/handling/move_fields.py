"""What the dialog of a move asks for (办理对话框的栏目), as data: the needs of the move, and what may be added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from gridapp.cases.permission import needs_of
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move, Need
from ui.handling import dispute_fields


class Form(Enum):
    """In what form something is entered."""

    WORDS = auto()
    PERSON = auto()
    UNIT = auto()
    UNITS = auto()
    DAYS = auto()
    LIMIT = auto()
    MOMENT = auto()
    GRADE = auto()
    SATISFACTION = auto()
    TASKS = auto()
    QUANTITIES = auto()
    FILES = auto()
    LINE = auto()
    RECORD = auto()
    NUMBER = auto()
    CHOICE = auto()
    CHECK = auto()
    PLACE = auto()
    PEOPLE = auto()
    MEETING = auto()
    PLANNED = auto()
    TERM = auto()
    TERMS = auto()
    PROMPTS = auto()


@dataclass(frozen=True, slots=True)
class MoveField:
    """A field of a dialog; `name` is that of the field of an `Order`, `topic` that of its standard phrases."""

    name: str
    label: str
    form: Form
    required: bool = False
    topic: str = ""


AT = "at"
REASON = Need.REASON.value

_FORMS: Mapping[str, Form] = {
    "reason": Form.WORDS,
    "result": Form.WORDS,
    "evidence": Form.WORDS,
    "opinion": Form.WORDS,
    "place": Form.WORDS,
    "unit": Form.UNIT,
    "handler": Form.PERSON,
    "approver": Form.PERSON,
    "chief": Form.PERSON,
    "assistants": Form.UNITS,
    "copies": Form.UNITS,
    "days": Form.DAYS,
    "until": Form.LIMIT,
    "grade": Form.GRADE,
    "satisfaction": Form.SATISFACTION,
    "tasks": Form.TASKS,
    "quantities": Form.QUANTITIES,
    "attachments": Form.FILES,
    AT: Form.MOMENT,
    "informed": Form.CHOICE,
    "meet_at": Form.MEETING,
    "minutes": Form.NUMBER,
    "mediators": Form.PEOPLE,
    "session": Form.PLANNED,
    "present": Form.WORDS,
    "record": Form.RECORD,
    "session_result": Form.CHOICE,
    "mode": Form.CHOICE,
    "committee": Form.CHOICE,
    "both_ask": Form.CHECK,
    "form": Form.CHOICE,
    "number": Form.LINE,
    "effective_at": Form.MOMENT,
    "terms": Form.TERMS,
    "at_once": Form.CHECK,
    "term": Form.TERM,
    "ground": Form.CHOICE,
    "reception": Form.CHOICE,
    "ruling": Form.CHOICE,
    "risk": Form.CHOICE,
    "harm": Form.CHOICE,
    "people": Form.NUMBER,
    "plan": Form.WORDS,
}

_LABELS: Mapping[str, str] = {
    "result": "处置结果",
    "evidence": "佐证（添加附件，或写明回访记录、见证人、文号）",
    "opinion": "意见",
    "place": "地点和参加人员",
    "unit": "单位",
    "handler": "承办人",
    "approver": "审批领导",
    "chief": "首席负责人",
    "assistants": "协办单位",
    "copies": "抄告单位",
    "days": "天数（工作日）",
    "until": "办理时限",
    "grade": "督办级别",
    "satisfaction": "满意度",
    "tasks": "交办任务（当日办结）",
    "quantities": "处置数量",
    "attachments": "附件",
}

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
    needed = [need.value for need in needs_of(case, move)]
    moment = MoveField(AT, f"{move.value}时间（不填为现在）", Form.MOMENT)
    if case.kind is Kind.DISPUTE:
        laid_out = dispute_fields.LAYOUT.get(move, ())
        names = (*laid_out, *(name for name in needed if name not in laid_out), "attachments")
        return (*(_of_dispute(move, name, required=name in needed) for name in names), moment)
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
    label = _OWN_LABELS.get((move, name)) or _LABELS.get(name) or f"{move.value}原因"
    if name == "opinion" and (move, name) not in _OWN_LABELS:
        label = "审批意见" if "同意" in move.value else "意见"
    topic = _TOPICS.get((move, name), "result" if name == "result" else "")
    return MoveField(name, label, _FORMS[name], required, topic)


_OWN_FORMS: Mapping[tuple[Move, str], Form] = {
    (Move.REVISIT, "record"): Form.PROMPTS,
}


def _of_dispute(move: Move, name: str, *, required: bool) -> MoveField:
    form = Form.PLACE if name == "place" else _OWN_FORMS.get((move, name), _FORMS[name])
    label = dispute_fields.OWN_LABELS.get((move, name)) or dispute_fields.LABELS.get(name)
    topic = dispute_fields.TOPICS.get((move, name), "")
    return MoveField(name, label or _LABELS.get(name) or f"{move.value}原因", form, required, topic)
