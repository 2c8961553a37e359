"""Whether a move may be made now (能否办理): the one answer that the use cases obey and the buttons show."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from gridapp.domain.case import Case
from gridapp.domain.course import course_of, ways_on
from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import day_of
from gridapp.domain.move import ANSWERS, SUPERVISION, Move, Need
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.domain.workdays import CalendarMissing

ARCHIVED_AFTER = timedelta(days=15)
"""How long a closed case waits for an evaluation or a reopening before it may be archived (domain.md §1.4)."""

MAJOR = frozenset({"重大", "特别重大"})
"""The levels (级别) that call for a leader who answers for them (首席负责人; domain.md §8.3 M05)."""

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
    guard = _GUARDS.get(move)
    return guard(case, now, deadlines) if guard else None


def why_no_amending(case: Case) -> str | None:
    """One sentence that says why what is written of a case cannot be changed, or nothing if it can."""
    if case.excluded is not None:
        return f"已经{'并案' if case.excluded.merged_into else '作废'}，请先恢复再修改。"
    return "已经归档，只供查看，不能再修改。" if case.status is Status.ARCHIVED else None


def needs_of(case: Case, move: Move) -> tuple[Need, ...]:
    """What a move asks for in this case: what its table says, and what the case itself calls for."""
    needs = course_of(case.kind)[move].needs
    if move is Move.CLOSE and case.status is Status.FEEDBACK and not _verified(case):
        needs = (Need.OPINION, *needs)
    if move is Move.ACCEPT and case.level in MAJOR and not case.chief:
        needs = (*needs, Need.CHIEF)
    return needs


def grades_for(case: Case) -> tuple[str, ...]:
    """The levels of supervision to which a case may be raised; never a milder one (domain.md §1.4)."""
    return SUPERVISION if case.supervision is None else SUPERVISION[SUPERVISION.index(case.supervision) + 1 :]


def last_step(case: Case, *moves: Move) -> Step | None:
    """The latest step that was one of some moves."""
    return next((step for step in reversed(case.steps) if step.move in moves), None)


def _verified(case: Case) -> bool:
    last = last_step(case, Move.VERIFY, Move.FEEDBACK)
    return last is not None and last.move is Move.VERIFY


def _return_unit(case: Case, now: datetime, deadlines: Deadlines) -> str | None:
    returned = [step.unit for step in case.steps if step.move is Move.RETURN_UNIT]
    if case.unit in returned:
        return f"{case.unit}已经退回过一次，不能再退；有异议请由领导协调。"
    assigned = last_step(case, Move.ASSIGN)
    try:
        late = assigned and day_of(now) > deadlines.calendar.add_workdays(day_of(assigned.at), 1)
    except CalendarMissing:
        late = False
    return "交办已超过 1 个工作日，不能再退回。" if late else None


def _supervise(case: Case, _: datetime, __: Deadlines) -> str | None:
    return None if grades_for(case) else "已是红牌督办，只能取消督办，不能改为其他级别。"


def _lift(case: Case, _: datetime, __: Deadlines) -> str | None:
    return None if case.supervision else "没有督办，不需要取消。"


def _extend(case: Case, _: datetime, __: Deadlines) -> str | None:
    return None if case.due_at else "没有办理时限，不需要延期。"


def _archive(case: Case, now: datetime, _: Deadlines) -> str | None:
    closed = case.closed
    early = closed is not None and now < closed.closed_at + ARCHIVED_AFTER
    return f"办结满 {ARCHIVED_AFTER.days} 天后才能归档。" if early else None


_GUARDS: Mapping[Move, Callable[[Case, datetime, Deadlines], str | None]] = {
    Move.RETURN_UNIT: _return_unit,
    Move.SUPERVISE: _supervise,
    Move.LIFT_SUPERVISION: _lift,
    Move.ASK_EXTENSION: _extend,
    Move.ARCHIVE: _archive,
}
