"""What only rows of hazards have (安全隐患台账): their re-check, without which nothing is struck off (问题销号制)."""

from collections.abc import Iterator, Mapping
from typing import Any

from gridapp.domain.moment import told_before
from gridapp.domain.problem import Problem
from gridapp.domain.recheck import Recheck, RecheckResult


def hazard_problems(values: Mapping[str, Any], headings: Mapping[str, str]) -> Iterator[Problem]:
    """Nothing is struck off without a passed re-check, and none is re-checked afterwards."""
    result, rechecked, closed = (values.get(field) for field in ("recheck_result", "rechecked_at", "closed_at"))
    if closed is None:
        return
    if result is not None and result != RecheckResult.PASSED:
        yield Problem("closed_at", "recheck", f"复查{result}的隐患不能销号，请核对复查结果。")
    elif result is None or rechecked is None:
        yield Problem("closed_at", "recheck", f"有{headings['closed_at']}但没有复查合格的记录，不能销号，请先复查。")
    elif told_before(closed, rechecked):
        yield Problem("rechecked_at", "order", f"{headings['rechecked_at']}晚于{headings['closed_at']}，请核对。")


def with_recheck(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a hazard with the re-check (复查) that its row tells, by whom if it says so."""
    kept = {name: value for name, value in fields.items() if name != "recheckers"}
    at, result, inspectors = (fields.get(name) for name in ("rechecked_at", "recheck_result", "recheckers"))
    if at is None or result is None:
        return {**kept, "rechecks": ()}
    return {**kept, "rechecks": (Recheck(at=at, result=RecheckResult(result), inspectors=tuple(inspectors or ())),)}
