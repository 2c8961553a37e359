"""A field of a move's dialog (办理对话框的栏目): what it is called, and in what form it is entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


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
    SECURITIES = auto()


@dataclass(frozen=True, slots=True)
class MoveField:
    """A field of a dialog; `name` is that of the field of an `Order`, `topic` that of its standard phrases.

    `words` are those from which a choice is made.
    """

    name: str
    label: str
    form: Form
    required: bool = False
    topic: str = ""
    words: tuple[str, ...] = ()


AT = "at"
"""The field that says when it was; it stands last in every dialog."""

FILES = "attachments"
"""The field of the files; they may be added to any step of the kinds that have a layout of their own."""

FORMS: Mapping[str, Form] = {
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
    "office_satisfaction": Form.SATISFACTION,
    "tasks": Form.TASKS,
    "quantities": Form.QUANTITIES,
    FILES: Form.FILES,
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
    "verdict": Form.CHOICE,
    "service": Form.CHOICE,
    "inspectors": Form.PEOPLE,
    "recheck_result": Form.CHOICE,
    "strike_off": Form.CHECK,
    "measure": Form.CHOICE,
    "party": Form.LINE,
    "securities": Form.SECURITIES,
}
"""In what form each field is entered, unless a layout says otherwise."""

LABELS: Mapping[str, str] = {
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
    FILES: "附件",
}
"""What each field is called, unless a layout says otherwise; one that stands nowhere is the move's reason (原因)."""
