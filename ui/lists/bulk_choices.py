"""What can be done with many cases at once (批量动作), and what each of it asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gridapp.cases.bulk import SETTABLE, Change, Settings
from gridapp.cases.order import Order
from gridapp.domain.course import course_of
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move, Need

REASON = "reason"
_WRITTEN = frozenset(Need) - {Need.DAYS, Need.UNTIL, Need.PLACE, Need.TASKS}
"""What can be said in one line for many cases alike; the rest is asked case by case."""

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
}


@dataclass(frozen=True, slots=True)
class Action:
    """A thing to be done: a field is set (its name), or a move is made."""

    label: str
    field: str = ""
    move: Move | None = None
    asks: tuple[str, ...] = ()

    def name(self, asked: str) -> str:
        """What something that is asked for is called."""
        if asked == REASON and self.field:
            return "更正原因（已签收或办结的事件须填写）"
        return (_FIELDS if self.field else _NEEDS)[asked]

    def change(self, given: Mapping[str, str], tags: tuple[str, ...]) -> Change:
        """The change that it makes with what was given."""
        if self.move is not None:
            words = {name: word.strip() for name, word in given.items()}
            return Order(move=self.move, **words)  # type: ignore[arg-type]
        value: object = tags if self.field == "tags" else given[self.field].strip()
        if self.field == "grid":
            value = value or None
        return Settings(fields={self.field: value}, reason=given.get(REASON, ""))


def actions_of(kind: Kind) -> Sequence[Action]:
    """Everything that can be done with many cases of a kind; only grid events can have fields set."""
    moves = [
        Action(f"办理：{move.value}", move=move, asks=_asked(move, passage.needs))
        for move, passage in course_of(kind).items()
        if set(passage.needs) <= _WRITTEN
    ]
    if kind is not Kind.EVENT:
        return moves
    fields = [Action(f"设置：{_FIELDS[name]}", field=name, asks=(name, REASON)) for name in SETTABLE]
    return [*moves, *fields]


def _asked(move: Move, needs: Sequence[Need]) -> tuple[str, ...]:
    asked = [need.value for need in needs]
    if move is Move.ASSIGN:
        asked.append("handler")
    if move is Move.ACCEPT:
        asked.append(Need.CHIEF.value)
    if move is Move.CLOSE:
        asked.append(Need.OPINION.value)
    return tuple(asked)
