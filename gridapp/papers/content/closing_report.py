"""The closing report (结案报告表; domain.md §3.5): over once the agreement is performed, or broken."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from gridapp.domain.case import Closing
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome
from gridapp.domain.mediation import Term
from gridapp.domain.move import Move
from gridapp.domain.step import Step
from gridapp.papers.content.mediation_file import mediation
from gridapp.papers.content.occasion import Occasion
from gridapp.papers.content.subject import Subject
from gridapp.papers.content.wording import day_written, joined, limit_written, sum_written

_NOTHING_ON_FILE = "没有登记需要另行履行的事项"


def reports(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The report of a dispute that has ended; without a day, and left out of the file, while it is performed still."""
    closed = dispute.closed
    if closed is None:
        return
    over = _over_since(dispute, closed)
    values = mediation(subject, dispute, subject.today) | {
        "填表时间": day_written(subject.today),
        "结案日期": day_written(over),
        "调解结果": joined(closed.outcome, _form(closed.form), closed.result),
        "履行情况": _performance(dispute, closed),
    }
    yield Occasion(key=f"end:{len(dispute.closings)}", day=subject.today, values=values, usual=over is not None)


def _over_since(dispute: Dispute, closed: Closing) -> datetime | None:
    """When it was over: performed whole, or broken for good; nothing while something is to be performed."""
    if closed.outcome != Outcome.SUCCEEDED:
        return closed.closed_at
    told = _told(dispute, closed)
    if dispute.open_terms:
        return told[-1].at if told and told[-1].move is Move.BREACH else None
    performed = [term.performed_at for term in _owed(dispute) if term.performed_at is not None]
    return max([closed.closed_at, *performed, *(step.at for step in told)])


def _performance(dispute: Dispute, closed: Closing) -> str | None:
    """How far what was agreed upon is performed (履行情况); nothing where nothing was agreed upon."""
    if closed.outcome != Outcome.SUCCEEDED:
        return None
    owed, told = _owed(dispute), _told(dispute, closed)
    lines = list(map(_line, owed))
    if len(owed) > 1:
        done = sum(term.performed_at is not None for term in owed)
        lines = [f"共{len(owed)}项，已履行{done}项，未履行{len(owed) - done}项。", *lines]
    if told and told[-1].move is Move.BREACH:
        lines.append(f"{day_written(told[-1].at)}记下未履行：{told[-1].text or ''}")
    elif not owed and told:
        lines.append(f"{day_written(told[-1].at)}已履行{_proof(told[-1].evidence)}")
    return "\n".join(lines) or ("当场履行" if closed.form == AgreementForm.ORAL else _NOTHING_ON_FILE)


def _line(term: Term) -> str:
    what = "".join(filter(None, (term.who, term.what, sum_written(term.amount))))
    if term.performed_at is not None:
        return f"{what}：{day_written(term.performed_at)}已履行{_proof(term.receipt)}"
    limit = limit_written(term.due_at)
    return f"{what}：未履行{f'（期限{limit}）' if limit else ''}"


def _proof(receipt: str | None) -> str:
    return f"（{receipt}）" if receipt else ""


def _owed(dispute: Dispute) -> Sequence[Term]:
    return [term for term in dispute.terms if term.agreement == len(dispute.closings)]


def _told(dispute: Dispute, closed: Closing) -> Sequence[Step]:
    """What was said of performance since the agreement."""
    since = (step for step in dispute.steps if step.at >= closed.closed_at)
    return [step for step in since if step.move in (Move.PERFORM, Move.BREACH)]


def _form(form: str | None) -> str | None:
    return None if form in (None, AgreementForm.NONE) else f"{form}协议"
