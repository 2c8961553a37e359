"""Synthetic inspections: two inspectors, a checklist, filed before where the place is a company."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Any

from gridapp.domain.checklist import checklist_of
from gridapp.domain.inspection import Answer, Checked, Inspection, Nature
from gridapp.domain.place_type import place_type_named
from gridapp.domain.status import Status

_NATURES, _NATURE_WEIGHTS = list(Nature), (60, 20, 8, 6, 5, 1)


def sample_inspection(rng: Random, shared: Mapping[str, Any], place_type: str) -> Inspection:
    """A visit to a place of a type; in two of three nothing is found."""
    inspectors = (f"模拟安全员{rng.randint(1, 20):02}", f"模拟网格员{rng.randint(1, 60):02}")
    checks = _checks(rng, place_type) if rng.random() < 0.5 else ()
    failing = sum(check.answer is Answer.FAILS for check in checks)
    kind = place_type_named(place_type)
    filed = kind is not None and kind.company
    return Inspection(
        place_name=f"模拟场所{rng.randint(1, 500)}",
        place_type=place_type,
        inspectors=inspectors,
        nature=rng.choices(_NATURES, _NATURE_WEIGHTS)[0],
        filed_at=shared["reported_at"] - timedelta(days=1) if filed else None,
        filing_reason="模拟报备事由" if filed else None,
        checks=checks,
        result=f"发现隐患{failing}条" if failing else "未发现隐患",
        status=Status.RECORDED,
        **{**shared, "handler": "、".join(inspectors)},
    )


def _checks(rng: Random, place_type: str) -> tuple[Checked, ...]:
    weights = (97, 3)
    return tuple(
        Checked(item=item.item, answer=rng.choices((Answer.FITS, Answer.FAILS), weights)[0])
        for item in checklist_of(place_type)
    )
