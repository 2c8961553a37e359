"""The log of campaign work in its own units (工作日志)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from gridapp.demonstration.ledgers.numbering import NumberedRow, moment_of
from gridapp.demonstration.ledgers.town import Town
from gridapp.demonstration.ledgers.workdays import office, random_days, random_moment


@dataclass(frozen=True)
class Work:
    """An item of work (工作内容), its total in the period, and over how many days the total was reached."""

    item: str
    total: str
    unit: str
    entries: int
    campaign: str = ""
    village: str = ""
    step: str = "1"


def worklogs(town: Town, works: Sequence[Work]) -> list[NumberedRow]:
    """Every entry, in order of the day; the entries of an item add up to its total exactly."""
    rows: list[NumberedRow] = []
    for work in works:
        random = town.random(f"{work.item}{work.unit}")
        days = sorted(set(random_days(random, town.first, town.last, work.entries * 3, office)))
        days = sorted(random.sample(days, work.entries))
        for day, quantity in zip(days, _shares(random, work), strict=True):
            rows.append(
                {
                    "日期": random_moment(random, day, 16, 17).replace(hour=0, minute=0),
                    "工作内容": work.item,
                    "数量": quantity,
                    "单位": work.unit,
                    "专项行动": work.campaign,
                    "所属村社": work.village or town.village(random).name,
                    "备注": "演示",
                }
            )
    rows.sort(key=lambda row: (moment_of(row, "日期"), str(row["工作内容"])))
    return [row | {"日期": moment_of(row, "日期").date()} for row in rows]


def _shares(random: Random, work: Work) -> list[int | float]:
    """Uneven shares of the total, each a whole number of steps and none empty."""
    step = Decimal(work.step)
    steps = int(Decimal(work.total) / step)
    weights = [random.uniform(0.5, 1.8) for _ in range(work.entries)]
    shares = [max(1, int(steps * weight / sum(weights))) for weight in weights]
    shares[shares.index(max(shares))] += steps - sum(shares)
    quantities = [share * step for share in shares]
    return [int(quantity) if quantity == int(quantity) else float(quantity) for quantity in quantities]
