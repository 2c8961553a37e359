"""What a petition is about (信访事项), every filled field with its name, in the order of the register form."""

from collections.abc import Iterator, Sequence

from gridapp.domain.area import AreaTree
from gridapp.domain.moment import spoken
from gridapp.domain.petition import Petition
from gridapp.domain.vocabulary import vocabulary

Pair = tuple[str, str]


def matter_of(petition: Petition, areas: AreaTree, reception: str = "") -> Sequence[Pair]:
    """The filled fields of a petition in words; `reception` says on which day a leader received it."""
    pairs = (*_what(petition), *_where_from(petition, areas, reception), *_decided(petition))
    return [(name, words) for name, words in pairs if words]


def _what(petition: Petition) -> Iterator[tuple[str, str | None]]:
    leaf = vocabulary().leaf(petition.category)
    yield "信访目的", petition.purpose.value if petition.purpose else None
    yield "事项类别", leaf.name if leaf else petition.category
    yield "诉求", petition.demand
    yield "被反映人", petition.accused
    yield "情形标记", "、".join(petition.tags)
    yield "级别", petition.level


def _where_from(petition: Petition, areas: AreaTree, reception: str) -> Iterator[tuple[str, str | None]]:
    yield "信访形式", petition.source
    yield "所属村社", " ".join(filter(None, (areas.name(petition.village), areas.name(petition.grid))))
    yield "信访时间", spoken(petition.reported_at)
    yield "补录原因", petition.late_reason
    yield "交办来源", " ".join(filter(None, (petition.origin, petition.outside_number)))
    yield "领导接访", reception
    yield "备注", petition.note


def _decided(petition: Petition) -> Iterator[tuple[str, str | None]]:
    yield "告知时间", spoken(petition.informed_at) if petition.informed_at else None
    yield "受理时间", spoken(petition.accepted_at) if petition.accepted_at else None
