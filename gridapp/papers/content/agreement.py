"""Agreements (调解协议) on paper, and the application that a court confirm them.

What a written one must hold: 人民调解法第二十九条, 人民调解工作若干规定第三十四条.
"""

from collections.abc import Iterator, Mapping

from gridapp.cases.dispute.confirmation import confirmable
from gridapp.domain.case import Closing
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome
from gridapp.domain.mediation import Purpose, Term
from gridapp.domain.moment import day_of
from gridapp.domain.party import Side
from gridapp.papers.content.mediation_file import mediation
from gridapp.papers.content.occasion import Line, Occasion, Value
from gridapp.papers.content.parties import of_sides, party_lines
from gridapp.papers.content.subject import Subject
from gridapp.papers.content.wording import day_written, limit_written, numeral, sum_written

_AS_AGREED = "按协议内容履行"
_AT_ONCE = "当场履行"


def agreements(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The written agreement (人民调解协议书) in force."""
    yield from _agreed(subject, dispute, AgreementForm.WRITTEN)


def oral_agreements(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The registration (口头协议登记表) of an oral agreement in force."""
    yield from _agreed(subject, dispute, AgreementForm.ORAL)


def confirmations(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The joint application (司法确认申请书) for a written agreement that a court may confirm (人民调解法 §33)."""
    closed, asked = dispute.closed, dispute.confirmation
    if closed is None or closed.form != AgreementForm.WRITTEN or not (asked or confirmable(dispute)):
        return
    day = day_of(asked.applied_at) if asked else subject.today
    values = {
        **mediation(subject, dispute, day),
        **_told(subject, dispute, closed),
        "法院": asked.court if asked else None,
        "文书日期": day_written(day),
    }
    yield Occasion(key=f"agreement:{len(dispute.closings)}", day=day, values=values, usual=asked is not None)


def _agreed(subject: Subject, dispute: Dispute, form: AgreementForm) -> Iterator[Occasion]:
    closed = dispute.closed
    if closed is None or closed.outcome != Outcome.SUCCEEDED or closed.form != form:
        return
    day = day_of(closed.closed_at)
    values = {**mediation(subject, dispute, day), **_told(subject, dispute, closed)}
    yield Occasion(key=f"agreement:{len(dispute.closings)}", day=day, values=values)


def _told(subject: Subject, dispute: Dispute, closed: Closing) -> Mapping[str, Value]:
    owed = [term for term in dispute.terms if term.agreement == len(dispute.closings)]
    bound = of_sides(dispute, Side.A, Side.B)
    return {
        "文号": closed.number,
        "协议内容": closed.result,
        "履行事项": _terms(owed),
        "履行方式": _manner(owed) or _unowed(closed),
        "履行地点": _place(dispute),
        "履行期限": _limit(owed) or _unowed(closed),
        "份数": numeral(min(len(bound) + 1, 99)),
        "协议日期": day_written(closed.closed_at),
        "生效日期": day_written(closed.effective_at or closed.closed_at),
        "签名": [{"称谓": line["称谓"], "姓名": line["姓名"]} for line in party_lines(bound, day_of(closed.closed_at))],
    }


def _terms(owed: list[Term]) -> list[Line]:
    return [
        {
            "序号": f"（{numeral(min(n, 99))}）",
            "事项": f"{term.who or ''}{term.what}",
            "金额": sum_written(term.amount),
            "期限": _AT_ONCE if _done_at_once(term) else limit_written(term.due_at),
            "全文": "".join(
                filter(
                    None,
                    (
                        term.who,
                        term.what,
                        sum_written(term.amount),
                        f"，于{limit_written(term.due_at)}前履行" if term.due_at and not _done_at_once(term) else None,
                        f"，已{_AT_ONCE}" if _done_at_once(term) else None,
                    ),
                )
            ),
        }
        for n, term in enumerate(owed, 1)
    ]


def _done_at_once(term: Term) -> bool:
    return term.due_at is None and term.performed_at is not None


def _manner(owed: list[Term]) -> str | None:
    if not owed:
        return None
    return _AT_ONCE if all(map(_done_at_once, owed)) else _AS_AGREED


def _limit(owed: list[Term]) -> str | None:
    """One limit for all of them, or each by the number of its item; an item may be on file without any."""
    limits = [_limit_of(term) for term in owed]
    if len(set(limits)) < 2:
        return limits[0] if limits else None
    return "；".join(f"（{numeral(min(n, 99))}）{limit}" for n, limit in enumerate(limits, 1) if limit)


def _limit_of(term: Term) -> str | None:
    if _done_at_once(term):
        return _AT_ONCE
    return f"{limit_written(term.due_at)}前" if term.due_at else None


def _unowed(closed: Closing) -> str | None:
    """What is not performed at once must be written (宁波市调解条例第二十四条), so an oral agreement was."""
    return _AT_ONCE if closed.form == AgreementForm.ORAL else None


def _place(dispute: Dispute) -> str | None:
    held = dispute.held(Purpose.MEDIATION)
    return held[-1].place if held else None
