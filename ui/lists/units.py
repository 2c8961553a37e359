"""In what records are counted (计数单位): 条 and 处, 家次, 份 each for itself, never added to one another."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from gridapp.domain.case import Case
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.kind import Kind

LINES = "条"
"""How lines of a list are counted that have no unit of their own."""

_UNITS: Mapping[Kind, str] = {
    Kind.PETITION: "件",
    Kind.INSPECTION: "家次",
    Kind.NOTICE: "份",
    Kind.ENFORCEMENT: "起",
    Kind.PERSON: "人",
    Kind.VISIT: "次",
    Kind.RECEPTION: "天",
    Kind.GEOLOGY: "处",
    Kind.RELOCATION: "项",
    Kind.SHELTER: "处",
    Kind.DRILL: "次",
    Kind.ACCIDENT: "起",
    Kind.PATROL: "次",
    Kind.RIVER: "段",
    Kind.DUTY: "班次",
    Kind.RESPONSIBILITY: "项",
}


def unit_of(kind: Kind) -> str:
    """In what the records of a kind are counted; those of a kind with several units are told by `units_apart`."""
    return _UNITS.get(kind, LINES)


def units_apart(kind: Kind) -> Mapping[str, Condition]:
    """For each unit of a kind that has several the condition by which its records are found; else nothing."""
    if kind is not Kind.HAZARD:
        return {}
    return {unit.value: Condition(Field.COUNTING_UNIT, Test.ONE_OF, (unit.value,)) for unit in CountingUnit}


def in_units(counts: Mapping[str, int]) -> str:
    """Counts beside one another; a unit of which there is none is left out."""
    return " ".join(f"{count:,} {unit}" for unit, count in counts.items() if count)


def told_in_units(cases: Iterable[Case]) -> str:
    """Some hazards, each counted in its own unit."""
    counted = Counter(case.counting_unit.value for case in cases if isinstance(case, Hazard))
    order: Sequence[str] = [unit.value for unit in CountingUnit]
    return in_units({unit: counted[unit] for unit in order})
