"""Letters of attorney (授权委托书; domain.md §3.5): one for each party for whom somebody acts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from gridapp.domain.dispute import Dispute
from gridapp.domain.moment import day_of
from gridapp.domain.party import AUTHORITIES, Side
from gridapp.papers.catalogue import catalogue
from gridapp.papers.content.mediation_file import mediation
from gridapp.papers.content.occasion import Occasion
from gridapp.papers.content.parties import party_lines
from gridapp.papers.content.subject import Subject


def attorneys(subject: Subject, dispute: Dispute) -> Iterator[Occasion]:
    """A letter to be signed; a file does without it where the party has brought one."""
    day = day_of(dispute.accepted_at or dispute.reported_at)
    namesakes: Counter[tuple[Side, str]] = Counter()
    for party in dispute.known_parties:
        if party.agent is None:
            continue
        (principal,) = party_lines([replace(party, agent=None, authority=None)], day)
        values = mediation(subject, dispute, day) | {
            "委托人": principal["基本情况"],
            "委托人姓名": party.name,
            "受托人": party.agent,
            "代理权限": _authority(party.authority),
        }
        namesakes[party.side, party.name] += 1
        n = namesakes[party.side, party.name]
        label = party.name if n == 1 else f"{party.name}（第{n}人）"
        key = f"agent:{party.side.value}:{label}"
        yield Occasion(key=key, day=day, values=values, label=label, usual=not party.attorney_letter)


def _authority(told: str | None) -> str | None:
    """What the agent may do, in full where it is one of the two usual kinds."""
    in_full = catalogue().placeholders["代理权限"].words
    return next((words for kind in AUTHORITIES for words in in_full if kind == told and words.startswith(kind)), told)
