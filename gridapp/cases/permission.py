"""Whether a move may be made now (能否办理): the one answer that the use cases obey and the buttons show."""

from collections.abc import Mapping
from datetime import datetime

from gridapp.cases.procedure import Guard
from gridapp.cases.procedures import procedure_of
from gridapp.domain.case import Case
from gridapp.domain.course import course_of, ways_on
from gridapp.domain.deadline import Deadlines
from gridapp.domain.level import MAJOR
from gridapp.domain.move import ANSWERS, SUPERVISION, Move, Need
from gridapp.domain.status import Status

_ASKED: Mapping[Move, Move] = {answer: ask for ask, answers in ANSWERS.items() for answer in answers}


def why_not(case: Case, move: Move, now: datetime, deadlines: Deadlines) -> str | None:
    """One sentence that says why a move cannot be made, or nothing if it can."""
    if case.excluded is not None:
        done = "并案" if case.excluded.merged_into else "作废"
        return f"{case.number} 已经{done}，请先恢复再{move.value}。"
    passage = course_of(case.kind).get(move)
    if passage is None or case.status not in passage.sources:
        choices = "、".join(ways_on(case.kind, case.status)) or "查看"
        return f"{case.number} 现在是“{case.status.label}”，不能{move.value}；现在可以{choices}。"
    if move in ANSWERS and case.asked(move) is not None:
        return f"{move.value}已经提出，正等待审批。"
    if move in _ASKED and case.asked(_ASKED[move]) is None:
        return f"没有待审批的“{_ASKED[move].value}”。"
    guard = procedure_of(case.kind).guards.get(move) or _GUARDS.get(move)
    return guard(case, now, deadlines) if guard else None


def why_no_amending(case: Case) -> str | None:
    """One sentence that says why what is written of a case cannot be changed, or nothing if it can."""
    if case.excluded is not None:
        return f"已经{'并案' if case.excluded.merged_into else '作废'}，请先恢复再修改。"
    return "已经归档，只供查看，不能再修改。" if case.status is Status.ARCHIVED else None


def needs_of(case: Case, move: Move) -> tuple[Need, ...]:
    """What a move asks for in this case: what its table says, and what the case itself calls for."""
    needs = course_of(case.kind)[move].needs
    if move is Move.ACCEPT and case.level in MAJOR and not case.chief:
        needs = (*needs, Need.CHIEF)
    return (*procedure_of(case.kind).needs(case, move), *needs)


def grades_for(case: Case) -> tuple[str, ...]:
    """The levels of supervision to which a case may be raised; never a milder one (domain.md §1.4)."""
    return SUPERVISION if case.supervision is None else SUPERVISION[SUPERVISION.index(case.supervision) + 1 :]


def _supervise(case: Case, _: datetime, __: Deadlines) -> str | None:
    return None if grades_for(case) else "已是红牌督办，只能取消督办，不能改为其他级别。"


def _lift(case: Case, _: datetime, __: Deadlines) -> str | None:
    return None if case.supervision else "没有督办，不需要取消。"


_GUARDS: Mapping[Move, Guard[Case]] = {Move.SUPERVISE: _supervise, Move.LIFT_SUPERVISION: _lift}
