"""The filing under which a visit is held (所用报备), as it was seen when it was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gridapp.cases import drafts
from gridapp.domain.inspection import Inspection
from gridapp.domain.moment import spoken


@dataclass(frozen=True, slots=True)
class Filed:
    """A visit that is filed, by its number, and the version that was seen."""

    id: UUID
    number: str
    version: int


def filed_of(plan: Inspection) -> Filed:
    """A filing as what a visit is held under."""
    return Filed(plan.id, plan.number, plan.version)


def read_filed(content: Any) -> Filed | None:
    """The filing that a draft has written down; nothing where it has none, or it cannot be read."""
    found = drafts.readable(Filed, content) if isinstance(content, Mapping) else {}
    return Filed(**found) if len(found) == len(Filed.__slots__) else None


def plan_in_words(plan: Inspection) -> str:
    """A filing in one line: its number, when it is to take place, and why."""
    when = spoken(plan.planned_at) if plan.planned_at else "时间未定"
    return f"{plan.number}（计划 {when}，{plan.filing_reason or '事由未填'}）"
