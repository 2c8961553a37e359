"""Synthetic cases: spread over kinds, villages and leaves, with reopened, voided, merged and late ones."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome
from gridapp.domain.event import Event
from gridapp.domain.hazard import CountingUnit, Hazard, RecheckResult
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.number import number_of
from gridapp.domain.petition import Channel, Disposition, Petition
from gridapp.domain.register import Inspection, WorkLog
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary

_KINDS = (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD, Kind.INSPECTION, Kind.WORKLOG)
_WEIGHTS = (60, 16, 5, 12, 5, 2)
_SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦"
_GIVEN = "秀英建国丽华志强玉兰文军海燕永福"
_MATTERS = (
    "堆放杂物影响通行",
    "灯具损坏",
    "积水未排",
    "摊位越线",
    "邻居来电反映噪声",
    "材料不全待补",
    "围墙开裂",
)
_PLACE_TYPES = ("居住出租房", "合用场所", "沿街店铺", "工矿企业")
_LEVELS, _LEVEL_WEIGHTS = ("一般", "较大", "重大"), (90, 9, 1)
_SOURCES = ("网格上报", "巡查发现", "群众来电", "窗口受理", "热线转办")
_WORK = (("清运垃圾", "吨"), ("清理乱堆放", "处"), ("发放宣传册", "册"))


class SampleCases:
    """Makes synthetic cases out of one source of randomness."""

    def __init__(self, rng: Random, towns: list[str], villages: int, grids: int) -> None:
        self._rng, self._towns, self._villages, self._grids = rng, towns, villages, grids
        self._leaves = {kind: [leaf.code for leaf in vocabulary().opening(kind)] for kind in Kind}

    def case(self, running: int, reported: datetime) -> Case:
        """The case with a running number, reported at a moment."""
        rng = self._rng
        kind = rng.choices(_KINDS, _WEIGHTS)[0]
        town = rng.choice(self._towns)
        shared = {
            "id": case_id_at(reported, rng.getrandbits(74)),
            "town": town,
            "number": number_of(town, kind, day_of(reported), running),
            "title": f"模拟：{self._name()}{rng.choice(_MATTERS)}",
            "reported_at": reported,
            "registered_at": reported + timedelta(days=20 if rng.random() < 0.005 else 0),
            "source": rng.choice(_SOURCES),
            "level": rng.choices(_LEVELS, _LEVEL_WEIGHTS)[0],
            "handler": f"模拟经办人{rng.randint(1, 40):02}",
            "note": "模拟数据",
            **self._area(town),
        }
        return self._makers[kind](self, shared)

    def _name(self) -> str:
        return self._rng.choice(_SURNAMES) + self._rng.choice(_GIVEN) + self._rng.choice(_GIVEN)

    def _area(self, town: str) -> dict[str, str]:
        """A village and grid, as a rule; one case in a hundred has neither."""
        if self._rng.random() < 0.01:
            return {}
        # The square makes some villages far busier than others.
        village = f"{town}-{int(self._rng.random() ** 2 * self._villages) + 1:02}"
        return {"village": village, "grid": f"{village}-{self._rng.randint(1, self._grids):02}"}

    def _story(self, shared: Mapping[str, Any], limit_days: int, **closing: Any) -> dict[str, Any]:
        """When a case was due and closed, perhaps reopened, perhaps taken out of counting."""
        rng, reported = self._rng, shared["reported_at"]
        due = reported + timedelta(days=limit_days)
        story: dict[str, Any] = {"due_at": due, "accepted_at": reported, "status": Status.ACCEPTED}
        if rng.random() < 0.96:
            closed = reported + timedelta(days=rng.expovariate(1.6 / limit_days))
            first = Closing(closed_at=closed, due_at=due, result="已处理", **closing)
            story |= {"closings": (first,), "status": Status.CLOSED}
            if rng.random() < 0.03:
                again = closed + timedelta(days=rng.randint(1, 40))
                undone = Closing(
                    closed_at=closed,
                    due_at=due,
                    result="已处理",
                    reopened_at=again,
                    reopen_reason="回访不满意",
                    **closing,
                )
                second = Closing(closed_at=again + timedelta(days=3), due_at=due, result="再次处理", **closing)
                story["closings"] = (undone, second)
        if rng.random() < 0.04:
            into = UUID(int=rng.getrandbits(128)) if rng.random() < 0.5 else None
            story["excluded"] = Exclusion(at=reported + timedelta(days=5), reason="模拟重复", merged_into=into)
        return story

    def _event(self, shared: dict[str, Any]) -> Case:
        return Event(
            category=self._rng.choice(self._leaves[Kind.EVENT]),
            reporter=f"模拟网格员{self._rng.randint(1, 60):02}",
            phone=f"1380000{self._rng.randrange(10_000):04}",
            address="模拟路段",
            **shared,
            **self._story(shared, 10),
        )

    def _dispute(self, shared: dict[str, Any]) -> Case:
        outcome = self._rng.choices(list(Outcome), (94, 3, 2, 1))[0]
        form = AgreementForm.ORAL if self._rng.random() < 0.6 else AgreementForm.WRITTEN
        return Dispute(
            category=self._rng.choice(self._leaves[Kind.DISPUTE]),
            party_a=self._name(),
            party_b=self._name(),
            people=self._rng.randint(2, 8),
            amount=Decimal(self._rng.randrange(0, 50_000, 100)),
            mode=Mode.PEOPLE,
            **shared,
            **self._story(shared, 30, outcome=outcome, form=form if outcome is Outcome.SUCCEEDED else None),
        )

    def _petition(self, shared: dict[str, Any]) -> Case:
        channel = self._rng.choices(list(Channel), (50, 20, 20, 10))[0]
        return Petition(
            category=self._rng.choice(self._leaves[Kind.PETITION]),
            petitioner=self._name(),
            heads=self._rng.choices((1, 2, 3, 6), (70, 15, 10, 5))[0],
            repeat=self._rng.random() < 0.1,
            disposition=self._rng.choice(list(Disposition)),
            demand="模拟诉求",
            **{**shared, "source": channel},
            **self._story(shared, 30),
        )

    def _hazard(self, shared: dict[str, Any]) -> Case:
        story = self._story(shared, 15)
        closed = story.get("closings")
        return Hazard(
            category=self._rng.choice(self._leaves[Kind.HAZARD]),
            place_name=f"模拟场所{self._rng.randint(1, 500)}",
            place_type=self._rng.choice(_PLACE_TYPES),
            counting_unit=CountingUnit.ITEM if self._rng.random() < 0.7 else CountingUnit.SPOT,
            rechecked_at=closed[0].closed_at if closed else None,
            recheck_result=RecheckResult.PASSED if closed else None,
            **shared,
            **story,
        )

    def _inspection(self, shared: dict[str, Any]) -> Case:
        return Inspection(
            place_name=f"模拟场所{self._rng.randint(1, 500)}",
            place_type=self._rng.choice(_PLACE_TYPES),
            result="未见异常",
            status=Status.ACCEPTED,
            **shared,
        )

    def _worklog(self, shared: dict[str, Any]) -> Case:
        item, unit = self._rng.choice(_WORK)
        quantity = Decimal(self._rng.randint(1, 400)) / 10
        return WorkLog(category=item, quantity=quantity, counting_unit=unit, status=Status.ACCEPTED, **shared)

    _makers: Mapping[Kind, Callable[["SampleCases", dict[str, Any]], Case]] = {
        Kind.EVENT: _event,
        Kind.DISPUTE: _dispute,
        Kind.PETITION: _petition,
        Kind.HAZARD: _hazard,
        Kind.INSPECTION: _inspection,
        Kind.WORKLOG: _worklog,
    }
