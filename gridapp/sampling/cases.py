"""Synthetic cases: spread over kinds, villages and leaves, with reopened, voided, merged and late ones."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.number import number_of
from gridapp.domain.registers.worklog import WorkLog
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from gridapp.sampling.disputes import sample_dispute
from gridapp.sampling.hazards import sample_hazard
from gridapp.sampling.inspections import sample_inspection
from gridapp.sampling.names import sample_name, sample_phone
from gridapp.sampling.petitions import sample_petition
from gridapp.sampling.registers import sample_patrol, sample_person, sample_visit
from gridapp.sampling.story import sample_story

_WEIGHTS: Mapping[Kind, int] = {
    Kind.EVENT: 57,
    Kind.DISPUTE: 15,
    Kind.PETITION: 5,
    Kind.HAZARD: 12,
    Kind.INSPECTION: 5,
    Kind.WORKLOG: 2,
    Kind.PERSON: 1,
    Kind.VISIT: 2,
    Kind.PATROL: 1,
}
_KINDS = tuple(_WEIGHTS)
_MATTERS = (
    "堆放杂物影响通行",
    "灯具损坏",
    "积水未排",
    "摊位越线",
    "邻居来电反映噪声",
    "材料不全待补",
    "围墙开裂",
)
_PLACE_TYPES = ("居住出租房", "合用场所", "沿街店铺", "工矿商贸企业")
_LEVELS, _LEVEL_WEIGHTS = ("一般", "较大", "重大"), (90, 9, 1)
_SOURCES = ("网格上报", "巡查发现", "群众来电", "窗口受理", "热线转办")
_WORK = (("清运垃圾", "吨"), ("清理乱堆放", "处"), ("发放宣传册", "册"))


class SampleCases:
    """Makes synthetic cases out of one source of randomness."""

    def __init__(self, rng: Random, towns: list[str], villages: int, grids: int) -> None:
        self._rng, self._towns, self._villages, self._grids = rng, towns, villages, grids
        self._leaves = {kind: [leaf.code for leaf in vocabulary().opening(kind)] for kind in Kind}
        self._dispute_leaves = vocabulary().opening(Kind.DISPUTE)

    def case(self, running: int, reported: datetime) -> Case:
        """The case with a running number, reported at a moment."""
        rng = self._rng
        kind = rng.choices(_KINDS, tuple(_WEIGHTS.values()))[0]
        town = rng.choice(self._towns)
        shared = {
            "id": case_id_at(reported, rng.getrandbits(74)),
            "town": town,
            "number": number_of(town, kind, day_of(reported), running),
            "title": f"模拟：{sample_name(self._rng)}{rng.choice(_MATTERS)}",
            "reported_at": reported,
            "registered_at": reported + timedelta(days=20 if rng.random() < 0.005 else 0),
            "source": rng.choice(_SOURCES),
            "level": rng.choices(_LEVELS, _LEVEL_WEIGHTS)[0],
            "handler": f"模拟经办人{rng.randint(1, 40):02}",
            "note": "模拟数据",
            **self._area(town),
        }
        return self._perhaps_put_on_file_when_closed(self._makers[kind](self, shared))

    def _perhaps_put_on_file_when_closed(self, case: Case) -> Case:
        """One case in two hundred comes to the office with its end."""
        if case.closings and self._rng.random() < 0.005:
            return replace(case, registered_at=max(case.registered_at, case.closings[-1].closed_at))
        return case

    def _area(self, town: str) -> dict[str, str]:
        """A village and grid, as a rule; one case in a hundred has neither."""
        if self._rng.random() < 0.01:
            return {}
        # The square makes some villages far busier than others.
        village = f"{town}-{int(self._rng.random() ** 2 * self._villages) + 1:02}"
        return {"village": village, "grid": f"{village}-{self._rng.randint(1, self._grids):02}"}

    def _event(self, shared: dict[str, Any]) -> Case:
        return Event(
            category=self._rng.choice(self._leaves[Kind.EVENT]),
            reporter=f"模拟网格员{self._rng.randint(1, 60):02}",
            phone=sample_phone(self._rng),
            address="模拟路段",
            **shared,
            **sample_story(self._rng, shared["reported_at"], 10),
        )

    def _dispute(self, shared: dict[str, Any]) -> Case:
        leaf = self._rng.choice(self._dispute_leaves)
        return sample_dispute(self._rng, shared, leaf)

    def _petition(self, shared: dict[str, Any]) -> Case:
        return sample_petition(self._rng, shared, self._rng.choice(self._leaves[Kind.PETITION]))

    def _hazard(self, shared: dict[str, Any]) -> Case:
        leaf = self._rng.choice(self._leaves[Kind.HAZARD])
        return sample_hazard(self._rng, shared, leaf, self._rng.choice(_PLACE_TYPES))

    def _inspection(self, shared: dict[str, Any]) -> Case:
        return sample_inspection(self._rng, shared, self._rng.choice(_PLACE_TYPES))

    def _person(self, shared: dict[str, Any]) -> Case:
        return sample_person(self._rng, shared)

    def _visit(self, shared: dict[str, Any]) -> Case:
        return sample_visit(self._rng, shared)

    def _patrol(self, shared: dict[str, Any]) -> Case:
        return sample_patrol(self._rng, shared)

    def _worklog(self, shared: dict[str, Any]) -> Case:
        item, unit = self._rng.choice(_WORK)
        quantity = Decimal(self._rng.randint(1, 400)) / 10
        return WorkLog(category=item, quantity=quantity, counting_unit=unit, status=Status.RECORDED, **shared)

    _makers: Mapping[Kind, Callable[["SampleCases", dict[str, Any]], Case]] = {
        Kind.EVENT: _event,
        Kind.DISPUTE: _dispute,
        Kind.PETITION: _petition,
        Kind.HAZARD: _hazard,
        Kind.INSPECTION: _inspection,
        Kind.PERSON: _person,
        Kind.VISIT: _visit,
        Kind.PATROL: _patrol,
        Kind.WORKLOG: _worklog,
    }
