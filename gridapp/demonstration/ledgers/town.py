"""One demonstration town: its villages, its units and staff, and the words its ledgers use (镇)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from random import Random

from gridapp.demonstration.ledgers.people import Names, Worker, firm_sign, name

_AREAS = files("resources") / "areas" / "areas.csv"

OFFICES = [
    "党政办",
    "综治办",
    "信访办",
    "应急办",
    "治水办",
    "村建办",
    "民政办",
    "经济发展办",
    "便民服务中心",
    "劳动保障所",
    "农业服务中心",
    "文化站",
    "环卫所",
    "安监所",
]
STATIONS = [
    "派出所",
    "司法所",
    "市场监管所",
    "国土资源所",
    "环保所",
    "综合行政执法中队",
    "交警中队",
    "卫生院",
    "供电所",
    "自来水站",
    "林业站",
    "公路站",
]

_SHOPS = ("小吃店", "早餐店", "水果店", "超市", "五金店", "快餐店", "服装店", "汽修店", "便利店")
_TRAFFIC_COMMITTEE = "道路交通事故纠纷调解委员会"
_UNIT_OF_CATEGORY = {
    "ZZ01": "司法所",
    "ZZ02": "信访办",
    "ZZ03": "派出所",
    "ZZ04": "派出所",
    "ZZ0406": "民政办",
    "ZZ05": "安监所",
    "ZZ06": "安监所",
    "ZZ0605": "公路站",
    "ZZ0606": "村建办",
    "ZZ0607": "治水办",
    "ZZ07": "应急办",
    "ZZ0701": "国土资源所",
    "ZZ0703": "林业站",
    "SJ": "市场监管所",
    "SJ0202": "卫生院",
    "ZF01": "综合行政执法中队",
    "ZF0103": "国土资源所",
    "ZF02": "综合行政执法中队",
    "ZF03": "环卫所",
    "ZF0306": "农业服务中心",
    "ZF04": "治水办",
    "ZF05": "综合行政执法中队",
    "ZF0504": "环保所",
    "ZF0505": "环保所",
    "ZF06": "村建办",
    "BM01": "民政办",
    "BM02": "劳动保障所",
    "BM0203": "卫生院",
    "BM03": "便民服务中心",
    "BM0303": "国土资源所",
    "BM0304": "经济发展办",
    "BM04": "便民服务中心",
    "BM0401": "供电所",
    "BM0402": "村建办",
    "BM05": "党政办",
    "BM0502": "文化站",
    "BM0503": "文化站",
    "BM06": "林业站",
}


@dataclass(frozen=True)
class Village:
    """A village and its grids (村社、网格)."""

    name: str
    grids: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Words:
    """What a town's titles speak of."""

    spots: tuple[str, ...]
    waters: tuple[str, ...]
    roads: tuple[str, ...]
    projects: tuple[str, ...]
    trades: tuple[str, ...]


class Town:
    """A town with its staff, built alike on every run from its name."""

    def __init__(
        self,
        code: str,
        name: str,
        county: str,
        period: tuple[date, date],
        words: Words,
        weights: Mapping[str, float],
    ) -> None:
        self.code, self.name, self.county, self.words = code, name, county, words
        self.first, self.last = period
        self.villages = [
            Village(village, tuple(grids), weights.get(village, 1.0)) for village, grids in _villages(code).items()
        ]
        self.staff = _staff(self)
        self._by_role: dict[tuple[str, str], list[Worker]] = {}
        for worker in self.staff:
            for key in ((worker.role, worker.village), (worker.role, worker.unit)):
                self._by_role.setdefault(key, []).append(worker)

    def random(self, purpose: str) -> Random:
        """The random source of one ledger, so that a change in one leaves the others as they are."""
        return Random(f"{self.name}·{purpose}·演示")

    def village(self, random: Random) -> Village:
        """A village, the large ones more often."""
        return random.choices(self.villages, [village.weight for village in self.villages])[0]

    def workers(self, role: str, place: str = "") -> list[Worker]:
        """The staff with a role in a village or unit; without a place those of the town itself."""
        return self._by_role[role, place]

    def grid_worker(self, random: Random, village: Village, grid: str) -> Worker:
        """Who reports from a grid: its own worker, the village's full-time worker or the head of the grid."""
        own = self.workers("网格员", village.name)[village.grids.index(grid)]
        full_time = self.workers("专职网格员", village.name)[0]
        head = self.workers("网格长", village.name)[0]
        return random.choices((own, full_time, head), (45, 45, 10))[0]

    def unit(self, suffix: str) -> str:
        """The full name of an office or station."""
        return self.name + suffix

    def unit_for(self, category: str) -> str:
        """The unit that handles a category."""
        keys = (category, category[:4], category[:2])
        return self.unit(next(_UNIT_OF_CATEGORY[key] for key in keys if key in _UNIT_OF_CATEGORY))

    def units(self) -> list[tuple[str, str]]:
        """Every unit with its kind (镇机关、站所、村社、调委会)."""
        villages = [village.name for village in self.villages]
        return [
            *((self.unit(suffix), "镇机关") for suffix in OFFICES),
            (self.unit("综合信息指挥室"), "镇机关"),
            *((self.unit(suffix), "站所") for suffix in STATIONS),
            (self.unit("人民法庭"), "站所"),
            *((committee(village), "村社") for village in villages),
            *((mediation_committee(village), "调委会") for village in villages),
            (mediation_committee(self.name), "调委会"),
            (self.unit(_TRAFFIC_COMMITTEE), "调委会"),
        ]

    def slots(self, random: Random, village: Village) -> dict[str, str]:
        """Fillings for the blanks of a sentence that plays in a village."""
        words = self.words
        spot = random.choice(words.spots).format(号=random.randint(1, 180))
        return {
            "村": village.name,
            "地段": spot,
            "地": village.name + spot,
            "河": village.name + random.choice(words.waters),
            "路": random.choice(words.roads),
            "项": random.choice(words.projects),
            "企": firm_sign(random) + random.choice(words.trades),
            "店": random.choice(_SHOPS),
            "号": str(random.randint(1, 180)),
            "人": name(random),
            "数": str(random.randint(2, 9)),
            "层": str(random.randint(2, 18)),
            "岁": str(random.randint(71, 93)),
            "桌": str(random.randint(6, 45)),
            "份": str(random.randint(4, 30) * 10),
            "面": str(random.randint(12, 260)),
            "吨": f"{random.randint(2, 30) / 10:.1f}",
        }


def committee(village: str) -> str:
    """The village committee (村委会)."""
    return f"{village}委会"


def mediation_committee(place: str) -> str:
    """The people's mediation committee of a village or a town (人民调解委员会)."""
    return f"{place}人民调解委员会"


def _villages(town: str) -> dict[str, list[str]]:
    areas = list(csv.DictReader(_AREAS.read_text(encoding="utf-8").splitlines()))
    names = {row["code"]: row["name"] for row in areas if row["kind"] == "village" and row["parent"] == town}
    grids: dict[str, list[str]] = {village: [] for village in names.values()}
    for row in areas:
        if row["kind"] == "grid" and row["parent"] in names:
            grids[names[row["parent"]]].append(row["name"])
    return grids


def _staff(town: Town) -> list[Worker]:
    random = town.random("人员")
    names, block = Names(random), f"13{8 if town.code.endswith('3') else 9}0000"
    posts: list[tuple[str, str, str]] = []
    posts += [("分管领导", town.unit("党政办"), "")] * 4
    posts += [("网格指导员", town.unit("综治办"), "")] * 3
    posts += [("受理员", town.unit("综合信息指挥室"), "")] * 3
    posts += [("信访专干", town.unit("信访办"), "")] * 2
    posts += [("安全员", town.unit("安监所"), "")] * 8
    posts += [("调解员", mediation_committee(town.name), "")] * 4
    posts += [("调解员", town.unit(suffix), "") for suffix in ("司法所", "人民法庭", _TRAFFIC_COMMITTEE)]
    posts += [("承办人", town.unit(suffix), "") for suffix in (*OFFICES, *STATIONS) for _ in range(2)]
    for village in town.villages:
        roles = ["网格长", "专职网格员", *["网格员"] * len(village.grids)]
        posts += [(role, committee(village.name), village.name) for role in roles]
        posts += [("调解员", mediation_committee(village.name), village.name)] * 2
    return [
        Worker(names.new(), role, unit, village, f"{block}{1000 + n:04}")
        for n, (role, unit, village) in enumerate(posts)
    ]
