"""Records of meetings (笔录): inquiries, mediations and follow-up visits, one paper each."""

from collections.abc import Callable, Iterator

from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Purpose
from gridapp.domain.moment import day_of
from gridapp.papers.content.mediation_file import mediation
from gridapp.papers.content.occasion import Occasion
from gridapp.papers.content.subject import Subject
from gridapp.papers.content.wording import day_written, moment_written

_RESULTS = ("达成协议", "未达成协议", "有待继续调解")


def records_of(purpose: Purpose) -> Callable[[Subject, Dispute], Iterator[Occasion]]:
    """The records of the meetings of a purpose that took place."""

    def records(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
        held = 0
        for n, session in enumerate(dispute.sessions, 1):
            if session.purpose is not purpose or session.held_at is None:
                continue
            held += 1
            day = day_of(session.held_at)
            values = mediation(subject, dispute, day) | {
                "时间": moment_written(session.held_at),
                "地点": session.place,
                "主持人": "、".join(session.mediators) or dispute.handler,
                "参加人": session.present,
                "记录": session.record,
                "结果": session.result,
                "结果选项": _ticked(session.result),
            }
            yield Occasion(key=f"session:{n}", day=day, values=values, label=f"第{held}次，{day_written(day)}")

    return records


def _ticked(result: str | None) -> str:
    """The three results of which one is ticked (domain.md §3.5); another one stands beside them."""
    boxes = [f"{'■' if word == result else '□'}{word}" for word in _RESULTS]
    return "　".join(boxes if result in (None, *_RESULTS) else (*boxes, f"■{result}"))
