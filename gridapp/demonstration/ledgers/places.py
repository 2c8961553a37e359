"""Places that are inspected: rented houses, shops, works, towers (场所)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from gridapp.demonstration.ledgers import patterns
from gridapp.demonstration.ledgers.people import firm_sign, name
from gridapp.demonstration.ledgers.town import Town


@dataclass(frozen=True)
class Place:
    """One place of a type in a village, with the person who answers for it."""

    name: str
    kind: str
    village: str
    owner: str
    floors: int


@cache
def kinds() -> dict[str, dict[str, str]]:
    """What is known of each place type: hazard category, counting unit, how its places are named."""
    return {row["place_type"]: row for row in patterns.rows("place")}


def places(town: Town, random: Random, kind: str, count: int) -> list[Place]:
    """So many places of one type, all of different names, neighbours next to each other."""
    shape = kinds()[kind]
    shops = shape["shop"].split("|")
    found: dict[str, tuple[str, str, int, Place]] = {}
    while len(found) < count:
        village = town.village(random)
        owner, road, house = name(random), random.choice(town.words.roads), random.randint(1, 160)
        slots = town.slots(random, village) | {
            "路": road,
            "号": str(house),
            "主": owner,
            "店": random.choice(shops),
            "行": random.choice(shops),
            "字号": firm_sign(random),
            "幢": random.choice("金东华富锦新嘉康凯") + random.choice("源泰悦和盛都苑隆汇"),
            "塘": random.choice("上下大里外前") + random.choice("坑垟岙湾山"),
        }
        place = Place(shape["name"].format_map(slots), kind, village.name, owner, random.randint(9, 18))
        address = f"{road}{house}" if "{路}" in shape["name"] else place.name
        found.setdefault(f"{village.name}{address}", (village.name, road, house, place))
    return [place for *_, place in sorted(found.values(), key=lambda entry: entry[:3])]
