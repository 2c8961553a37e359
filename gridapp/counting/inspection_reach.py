"""How far inspections reached (排查范围; domain.md §7.5 T6): in which villages, with how many inspectors."""

from collections.abc import Iterator
from decimal import Decimal

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.domain.inspection import Inspection
from gridapp.domain.moment import day_of


def reach_postings(inspection: Inspection, dimensions: Dimensions) -> Iterator[Posting]:
    """The village as the subject of a distinct count, and the inspectors who went (人次)."""
    day = day_of(inspection.reported_at)
    if inspection.village is not None:
        yield Posting("inspection.in_village", day, ONE, dimensions, inspection.village)
    if inspection.inspectors:
        yield Posting("inspection.inspectors", day, Decimal(len(inspection.inspectors)), dimensions)
