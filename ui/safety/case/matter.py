"""What a hazard is (隐患情况), every filled field with its name, in the order of the ledger."""

from collections.abc import Iterator, Sequence

from gridapp.domain.area import AreaTree
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import spoken
from gridapp.domain.vocabulary import vocabulary


def matter_of(hazard: Hazard, areas: AreaTree) -> Sequence[tuple[str, str]]:
    """The filled fields of a hazard in words."""
    return [(name, words) for name, words in _pairs(hazard, areas) if words]


def _pairs(hazard: Hazard, areas: AreaTree) -> Iterator[tuple[str, str | None]]:
    leaf = vocabulary().leaf(hazard.category)
    yield "隐患内容", hazard.title
    yield "隐患类别", leaf.name if leaf else hazard.category
    yield "隐患等级", hazard.level
    yield "计数单位", hazard.counting_unit.value
    yield "部位", hazard.spot
    yield "整改要求", hazard.requirement
    yield "整改责任人", hazard.handler
    yield "所属村社", " ".join(filter(None, (areas.name(hazard.village), areas.name(hazard.grid))))
    yield "排查时间", spoken(hazard.reported_at)
    yield "补录原因", hazard.late_reason
    yield "专项行动", hazard.campaign
    yield "备注", hazard.note
