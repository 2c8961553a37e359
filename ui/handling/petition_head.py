"""What the head of a petition's page says (信访抬头)."""

from collections.abc import Iterator

from gridapp.domain.petition import Channel, Petition
from ui.handling.head_words import HeadWords, Mark
from ui.theme import COLOURS


def _marks(petition: Petition) -> Iterator[Mark]:
    if petition.confidence is not None:
        yield petition.confidence.label, COLOURS.bad
    if petition.group:
        yield "联名信" if petition.source == Channel.LETTER else "集体访", COLOURS.bad
    if petition.repeat:
        yield "重信" if petition.source == Channel.LETTER else "重访", COLOURS.violet
    if petition.in_backlog:
        yield "积案", COLOURS.bad
    if petition.charge is not None:
        yield f"{petition.charge.leader}包案", COLOURS.violet


def _facts(petition: Petition) -> Iterator[tuple[str, str | None]]:
    yield "信访形式", petition.source
    yield "处理方式", petition.disposition.value if petition.disposition else None
    yield "责任单位", " ".join(filter(None, (petition.unit, petition.handler)))
    yield "首席负责人", petition.chief if petition.charge is None else None
    yield "首问责任人", petition.first_receiver


PETITION_HEAD = HeadWords(marks=_marks, facts=_facts)
