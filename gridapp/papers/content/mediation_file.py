"""The papers that open and close a mediation file (卷宗): cover, application, notices."""

from collections.abc import Iterator
from datetime import date

from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome
from gridapp.domain.dispute_words import APPLIED
from gridapp.domain.level import MAJOR
from gridapp.domain.mediation import Purpose
from gridapp.domain.moment import day_of
from gridapp.domain.party import Side
from gridapp.papers.content.occasion import Occasion, Value
from gridapp.papers.content.parties import names, of_sides, party_lines
from gridapp.papers.content.subject import Subject
from gridapp.papers.content.wording import day_written, joined, sum_written

KEPT = "永久", "长期", "短期"
"""How long a file is kept (保管期限), longest first."""

_PEOPLES = (None, Mode.PEOPLE, Mode.TRADE)
_UNDER_THE_LAW = "《中华人民共和国人民调解法》第二十六条"
"""By what people's mediation is ended without agreement."""


def mediation(subject: Subject, dispute: Dispute, day: date) -> dict[str, Value]:
    """What every paper of a file may say of its dispute."""
    closed = dispute.closed
    both = of_sides(dispute, Side.A, Side.B, Side.THIRD)
    return {
        **subject.shared,
        "调解方式": dispute.mode or Mode.PEOPLE,
        "调解组织": dispute.unit,
        "调解员": "、".join(filter(None, (dispute.handler, *dispute.co_mediators))) or None,
        "案件来源": joined(dispute.source, dispute.entrusted_by and f"（{dispute.entrusted_by}）", by=""),
        "登记日期": day_written(dispute.reported_at),
        "受理日期": day_written(dispute.accepted_at or dispute.reported_at),
        "纠纷地点": dispute.address or subject.areas.name(dispute.village),
        "纠纷简要情况": dispute.note,
        "申请事项": dispute.demand,
        "争议事项": dispute.demand or dispute.title,
        "涉及人数": None if dispute.people is None else f"{dispute.people}人",
        "涉及金额": sum_written(dispute.amount),
        "告知方式": dispute.informed,
        "当事人": party_lines(both, day),
        "申请人": party_lines(of_sides(dispute, Side.A), day),
        "被申请人": party_lines(of_sides(dispute, Side.B, Side.THIRD), day),
        "当事人姓名": names(both),
        "申请人姓名": names(of_sides(dispute, Side.A)),
        "被申请人姓名": names(of_sides(dispute, Side.B)),
        "协议编号": closed.number if closed else None,
        "文书日期": day_written(day),
    }


def covers(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The cover (卷宗封面) of a file whose dispute has ended."""
    if dispute.closed is None:
        return
    held = [session.held_at for session in dispute.held(Purpose.MEDIATION) if session.held_at is not None]
    values = mediation(subject, dispute, subject.today) | {
        "卷名": dispute.title,
        "调解开始": day_written(min(held, default=dispute.accepted_at or dispute.reported_at)),
        "调解结束": day_written(dispute.closed.closed_at),
        "立卷人": subject.maker,
        "立卷日期": day_written(subject.today),
        "保管期限": _kept(dispute),
    }
    yield Occasion(key="file", day=subject.today, values=values)


def back_covers(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The back cover (卷宗封底) of a file whose dispute has ended."""
    if dispute.closed is not None:
        values = subject.shared | {"立卷人": subject.maker, "立卷日期": day_written(subject.today)}
        yield Occasion(key="file", day=subject.today, values=values)


def applications(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The application (人民调解申请书) of a dispute that a party brought."""
    if dispute.source == APPLIED:
        yield _on_registration(subject, dispute)


def registrations(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The registration form (受理登记表)."""
    yield _on_registration(subject, dispute)


def rights(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The notice of rights and duties (权利义务告知书; 人民调解法第二十三、二十四条)."""
    day = day_of(dispute.accepted_at or dispute.reported_at)
    yield Occasion(key="registration", day=day, values=mediation(subject, dispute, day))


def terminations(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """The notice that mediation was ended without agreement (终止调解通知书; 人民调解法第二十六条)."""
    closed = dispute.closed
    if closed is None or closed.outcome != Outcome.FAILED:
        return
    day = day_of(closed.closed_at)
    ground, _, more = (closed.result or "").partition("；")
    values = mediation(subject, dispute, day) | {
        "终止理由": ground or None,
        "终止说明": more or None,
        "终止依据": _UNDER_THE_LAW if dispute.mode in _PEOPLES else None,
    }
    yield Occasion(key=f"end:{len(dispute.closings)}", day=day, values=values)


def _on_registration(subject: Subject, dispute: Dispute) -> Occasion:
    day = day_of(dispute.reported_at)
    return Occasion(key="registration", day=day, values=mediation(subject, dispute, day))


def _kept(dispute: Dispute) -> str:
    forever, long, short = KEPT
    if dispute.level in MAJOR:
        return forever
    return short if dispute.closed and dispute.closed.form == AgreementForm.ORAL else long
