"""What petitioners are told in writing (信访文书): taken, not taken, passed on, and the reply."""

from collections.abc import Callable, Iterator, Sequence

from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition
from gridapp.domain.petition_limit import petition_limits
from gridapp.domain.petition_words import petition_words
from gridapp.domain.reply import ReplyStage
from gridapp.papers.content.occasion import Occasion, Value
from gridapp.papers.content.subject import Subject
from gridapp.papers.content.wording import day_written, joined, limit_written

_NAMES_ITS_BASIS = "信访工作条例"
"""The rules under which a reply (处理意见书) must name the law upon which it is based (第三十二条)."""


def told_on(*moves: Move) -> Callable[[Subject, Petition], Iterator[Occasion]]:
    """A notice (告知书) for each time that one of some things was decided."""

    def notices(subject: Subject, petition: Petition) -> Iterator[Occasion]:
        for n, step in enumerate(petition.steps, 1):
            if step.move not in moves:
                continue
            day = day_of(step.at)
            values = _petition(subject, petition) | {
                "接收单位": step.unit or petition.unit,
                "告知理由": reason_told(step.text),
                "决定": step.move.value,
                "文书日期": day_written(day),
            }
            yield Occasion(key=f"step:{n}", day=day, values=values, label=f"{day_written(day)}")

    return notices


def replies(subject: Subject, petition: Petition) -> Iterator[Occasion]:
    """The reply (处理意见书) of each round; that of a review is its own organ's."""
    for n, reply in enumerate(petition.replies, 1):
        if reply.stage is not ReplyStage.HANDLING or reply.issued_at is None:
            continue
        day = day_of(reply.issued_at)
        values = _petition(subject, petition) | {
            "文号": reply.number,
            "办理机关": reply.organ or subject.authority,
            "处理意见": reply.verdict,
            "意见内容": reply.text,
            "处理依据": _basis(petition),
            "文书日期": day_written(day),
        }
        reported = [step.text for step in petition.steps if step.move is Move.FEEDBACK and step.text]
        suggested = {"调查情况": reported[::-1]}
        yield Occasion(key=f"reply:{n}", day=day, values=values, suggested=suggested, label=f"{day_written(day)}")


def reason_told(text: str | None) -> str | None:
    """The reason that a step gives, without the manner in which the petitioner was told (告知方式)."""
    manners = {f"{manner}信访人" for manner in petition_words().informed}
    return joined(*(part for part in (text or "").split("；") if part not in manners))


def _petition(subject: Subject, petition: Petition) -> dict[str, Value]:
    return {
        **subject.shared,
        "信访人": petition.petitioner,
        "信访形式": petition.source,
        "信访日期": day_written(petition.reported_at),
        "信访事项": petition.demand or petition.title,
        "受理日期": day_written(petition.accepted_at),
        "办理期限": limit_written(petition.due_at),
        "适用规定": _rules(petition),
    }


def _rules(petition: Petition) -> str | None:
    """The rules that held on the day of registration (domain.md §4.1), by name."""
    return "".join(f"《{name}》" for name in _rule_names(petition)) or None


def _basis(petition: Petition) -> str | None:
    """What a reply was based upon in general words, while none had to be named: since 信访工作条例 §32 one has."""
    return None if _NAMES_ITS_BASIS in _rule_names(petition) else "有关法律、法规、规章"


def _rule_names(petition: Petition) -> Sequence[str]:
    day = day_of(petition.reported_at)
    return [regime.name.partition("（")[0] for regime in petition_limits().regimes if regime.holds_on(day)]
