"""What a new line of a hazard starts from (隐患初值), and what is told of some lines together."""

from collections import Counter
from collections.abc import Sequence

from gridapp.cases.hazard.finding import Finding
from gridapp.domain.checklist import ChecklistItem
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.place_type import place_type_named


def finding_from(item: ChecklistItem | None, place_type: str | None, responsible: str) -> Finding:
    """A line for an item that does not fit, or a blank one of the place's type."""
    kind = place_type_named(place_type)
    unit = kind.unit if kind else CountingUnit.ITEM.value
    if item is None:
        category = kind.leaf if kind and kind.leaf else None
        return Finding(category=category, counting_unit=unit, handler=responsible)
    return Finding(
        title=item.finding,
        category=item.leaf,
        level=item.level,
        counting_unit=unit,
        requirement=item.requirement,
        handler=responsible,
    )


def in_units(findings: Sequence[Finding]) -> str:
    """How many there are of each unit; 条 and 处 are never added (domain.md §7.6)."""
    counted = Counter(finding.counting_unit for finding in findings)
    return " ".join(f"{counted[unit]} {unit}" for unit in CountingUnit if counted[unit])
