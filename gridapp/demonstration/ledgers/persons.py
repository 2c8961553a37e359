"""The register of people the grid workers looked up (重点人员排摸)."""

from __future__ import annotations

from collections.abc import Mapping

from gridapp.demonstration.ledgers.numbering import NumberedRow, moment_of
from gridapp.demonstration.ledgers.people import Names, phone
from gridapp.demonstration.ledgers.town import Town
from gridapp.demonstration.ledgers.workdays import everyday, random_days, random_moment

_NOTES = (
    "演示",
    "演示",
    "演示；子女在外，电话为邻居",
    "演示；已签订结对帮扶",
    "演示；行动不便，每周上门",
    "演示；家中已安装烟感报警器",
)


def persons(town: Town, counts: Mapping[str, int]) -> list[NumberedRow]:
    """So many people of each category, in order of the day looked up."""
    random = town.random("人员排摸")
    names = Names(random)
    rows: list[NumberedRow] = []
    for category, count in counts.items():
        rows += [
            {
                "姓名": names.new(),
                "类别": category,
                "所属村社": town.village(random).name,
                "排摸时间": random_moment(random, day),
                "联系电话": phone(random) if random.random() < 0.85 else None,
                "备注": random.choice(_NOTES) if category == "独居孤寡老人" else "演示",
            }
            for day in random_days(random, town.first, town.last, count, everyday)
        ]
    rows.sort(key=lambda row: moment_of(row, "排摸时间"))
    return rows
