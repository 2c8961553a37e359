"""Papers by which a case is handed to others (交办单、移送单) or pressed for (督办单), one for each such step."""

from collections.abc import Iterator

from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.event import Event
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition
from gridapp.domain.step import Step
from gridapp.papers.content.occasion import Occasion, Value
from gridapp.papers.content.parties import names
from gridapp.papers.content.petition import reason_told
from gridapp.papers.content.subject import Subject
from gridapp.papers.content.wording import day_written, limit_written

_PASSED_ON = (Move.TRANSFER, Move.GUIDE, Move.GRANT_ESCALATION, Move.HAND_OVER)


def assignments(subject: Subject, case: Case) -> Iterator[Occasion]:
    """A slip (交办单) for each time that the case was assigned to a unit."""
    for n, step in _steps(case, Move.ASSIGN):
        with_it = [other.unit for other in case.steps[n:] if other.move is Move.ASSIST and other.at == step.at]
        yield _handed(subject, case, n, step, {"协办单位": "、".join(filter(None, with_it)) or None})


def transfers(subject: Subject, case: Case) -> Iterator[Occasion]:
    """A slip (移送单) for each time that the case was passed on to another authority."""
    for n, step in _steps(case, *_PASSED_ON):
        yield _handed(subject, case, n, step, {"移送材料": None})


def supervisions(subject: Subject, case: Case) -> Iterator[Occasion]:
    """A slip (督办单) for each time that the case was put under supervision or pressed for."""
    for n, step in _steps(case, Move.SUPERVISE, Move.URGE):
        grade = step.grade or ("催办" if step.move is Move.URGE else None)
        yield _handed(subject, case, n, step, {"督办级别": grade})


def matter(case: Case) -> dict[str, Value]:
    """What a case is about and who brought it, for those who are to handle it."""
    if isinstance(case, Petition):
        return {
            "来源": case.source,
            "反映人": case.petitioner,
            "联系电话": case.phone,
            "地点": case.address,
            "事项内容": case.demand or case.title,
        }
    if isinstance(case, Event):
        return {
            "来源": case.source,
            "反映人": case.reporter,
            "联系电话": case.phone,
            "地点": case.address,
            "事项内容": case.note or case.title,
        }
    if isinstance(case, Dispute):
        return {
            "来源": case.source,
            "反映人": names(case.known_parties),
            "联系电话": None,
            "地点": case.address,
            "事项内容": case.note or case.title,
        }
    return {"来源": case.source, "反映人": None, "联系电话": None, "地点": None, "事项内容": case.note or case.title}


def _steps(case: Case, *moves: Move) -> Iterator[tuple[int, Step]]:
    """The steps that were one of some moves, each with its number."""
    return ((n, step) for n, step in enumerate(case.steps, 1) if step.move in moves)


def _handed(subject: Subject, case: Case, n: int, step: Step, own: dict[str, Value]) -> Occasion:
    day = day_of(step.at)
    values = {
        **subject.shared,
        **matter(case),
        "登记时间": day_written(case.reported_at),
        "接收单位": step.unit or case.unit,
        "接收人": step.handler or case.handler,
        "办理要求": reason_told(step.text) if isinstance(case, Petition) else step.text,
        "办理期限": limit_written(step.until or case.due_at),
        "经办人": step.person,
        "批准人": step.approver or case.chief,
        "文书日期": day_written(day),
        **own,
    }
    return Occasion(key=f"step:{n}", day=day, values=values, label=f"{day_written(day)}{step.unit or ''}")
