"""What can be done with many cases at once (批量动作), and what each of it asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from gridapp.cases.bulk import SETTABLE, Change, Settings
from gridapp.cases.order import Order
from gridapp.domain.course import course_of
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move, Need

REASON = "reason"
_CASE_BY_CASE = frozenset({Need.DAYS, Need.UNTIL, Need.PLACE, Need.TASKS})
"""What cannot be said in one line for many cases alike."""

_OF_DISPUTES = frozenset(
    {Move.ACCEPT, Move.REJECT, Move.SUPERVISE, Move.LIFT_SUPERVISION, Move.NAME_CHIEF, Move.ARCHIVE}
)
"""The moves that many disputes make alike; each ends with a result of its own (集中办结)."""

_OF_PETITIONS = frozenset(
    {
        Move.ACCEPT,
        Move.ASSIGN,
        Move.TRANSFER,
        Move.SUPERVISE,
        Move.LIFT_SUPERVISION,
        Move.NAME_CHIEF,
        Move.EVALUATE,
        Move.ARCHIVE,
    }
)
"""The moves that many petitions make alike: a reply, a review and an end are each petition's own."""

_OF_HAZARDS = frozenset(
    {Move.MEND, Move.STRIKE_OFF, Move.SUBMIT, Move.SUPERVISE, Move.LIFT_SUPERVISION, Move.NAME_CHIEF}
)
"""The moves that many hazards make alike; each is re-checked with a result of its own (集中复查)."""

_ALIKE: Mapping[Kind, frozenset[Move]] = {
    Kind.DISPUTE: _OF_DISPUTES,
    Kind.PETITION: _OF_PETITIONS,
    Kind.HAZARD: _OF_HAZARDS,
}

_FIELDS: Mapping[str, str] = {
    "unit": "承办单位",
    "handler": "承办人",
    "chief": "首席负责人",
    "source": "来源",
    "level": "级别",
    "grid": "网格",
    "tags": "标记",
}
_NEEDS: Mapping[str, str] = {
    "reason": "原因",
    "result": "处置结果",
    "evidence": "佐证",
    "opinion": "意见",
    "unit": "承办单位",
    "handler": "承办人",
    "approver": "审批领导",
    "grade": "督办级别",
    "satisfaction": "满意度",
    "chief": "首席负责人",
    "informed": "权利义务告知方式",
}
_NEEDS_OF: Mapping[Kind, Mapping[str, str]] = {
    Kind.DISPUTE: {"unit": "调解组织", "handler": "调解员"},
    Kind.PETITION: {
        "unit": "责任单位",
        "handler": "责任人",
        "informed": "告知方式",
        "until": "报告办理结果的期限",
        "reason": "理由",
        "satisfaction": "对责任单位满意度",
        "office_satisfaction": "对信访部门满意度",
    },
}


@dataclass(frozen=True, slots=True)
class Action:
    """A thing to be done with cases of a kind: a field is set (its name), or a move is made."""

    kind: Kind
    label: str
    field: str = ""
    move: Move | None = None
    asks: tuple[str, ...] = ()

    def name(self, asked: str) -> str:
        """What something that is asked for is called."""
        if asked == REASON and self.field:
            return "更正原因（已签收或办结的事件须填写）"
        if asked == REASON and self.move is Move.ARCHIVE:
            return "卷宗情况说明（卷宗不齐的须填写）"
        if self.field:
            return _FIELDS[asked]
        return {**_NEEDS, **_NEEDS_OF.get(self.kind, {})}[asked]

    def change(self, given: Mapping[str, str], tags: tuple[str, ...], until: datetime | None = None) -> Change:
        """The change that it makes with what was given; `until` is a limit set for all."""
        if self.move is not None:
            words = {name: word.strip() for name, word in given.items()}
            return Order(move=self.move, until=until, **words)  # type: ignore[arg-type]
        value: object = tags if self.field == "tags" else given[self.field].strip()
        if self.field == "grid":
            value = value or None
        return Settings(fields={self.field: value}, reason=given.get(REASON, ""))


def actions_of(kind: Kind) -> Sequence[Action]:
    """Everything that can be done with many cases of a kind; only grid events can have fields set."""
    moves = [
        Action(kind, f"办理：{move.value}", move=move, asks=_asked(kind, move, passage.needs))
        for move, passage in course_of(kind).items()
        if (move in _ALIKE[kind] if kind in _ALIKE else not _CASE_BY_CASE & set(passage.needs))
    ]
    if kind is not Kind.EVENT:
        return moves
    fields = [Action(kind, f"设置：{_FIELDS[name]}", field=name, asks=(name, REASON)) for name in SETTABLE]
    return [*moves, *fields]


def _asked(kind: Kind, move: Move, needs: Sequence[Need]) -> tuple[str, ...]:
    asked = [need.value for need in needs]
    if kind is Kind.DISPUTE and move is Move.ARCHIVE:
        asked.append(REASON)
    if move is Move.ASSIGN:
        asked.append("handler")
    if move is Move.ACCEPT:
        asked.append(Need.CHIEF.value)
    if move is Move.CLOSE:
        asked.append(Need.OPINION.value)
    return tuple(asked)
