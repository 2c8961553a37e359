"""What can be wrong with the place of a case (所属村社、网格的问题)."""

from collections.abc import Iterator
from datetime import datetime

from gridapp.domain.area import AreaTree
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Problem


def problems_of_place(
    areas: AreaTree, town: str, village: str | None, grid: str | None, reported_at: datetime | None, report: str
) -> Iterator[Problem]:
    """A case lies in a village of its town that was there on the day of its `report` (上报, 排查), and in its grid."""
    if not village:
        yield Problem("village", "required", "请选择所属村社。")
        return
    if village not in areas or areas[village].parent != town:
        yield Problem("village", "unknown", "所选村社不属于本乡镇，请重新选择。")
    elif reported_at is not None and not areas[village].valid_on(day_of(reported_at)):
        yield Problem("village", "expired", f"所选村社在{report}当日不存在（已撤并），请重新选择。")
    if grid and (grid not in areas or areas[grid].parent != village):
        yield Problem("grid", "unknown", "所选网格不属于该村社，请重新选择。")
