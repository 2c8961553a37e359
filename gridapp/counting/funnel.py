"""What becomes of the new cases of a period (办理漏斗): cohorts, each a part of the one before (domain.md §7.3 b)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from gridapp.counting.indicator import Aggregate, Indicator, Reading, indicator_named
from gridapp.domain.kind import Kind

FUNNELS: Mapping[Kind, Sequence[str]] = {
    Kind.EVENT: ("event.reported", "event.closed", "event.closed_on_time"),
    Kind.DISPUTE: ("dispute.found", "dispute.handled", "dispute.succeeded"),
    Kind.PETITION: ("petition.registered", "petition.finished", "petition.settled"),
}
"""The new cases, then what some of them come to; what counts for the later counts for the earlier too, on each day."""


def stages_of(kind: Kind) -> tuple[Indicator, ...]:
    """The stages of a kind as indicators: the new cases of the period, then those of them that have come so far.

    Nothing for a kind that has none: of hazards 条 and 处 must not be added.
    """
    codes = FUNNELS.get(kind, ())
    return tuple(_stage(indicator_named(codes[0]), indicator_named(code)) for code in codes)


def is_part(later: Indicator, earlier: Indicator) -> bool:
    """Whether every case behind one indicator is behind the other too, in the same period.

    What was counted on its own day (本期办结, with its older cases) is no part of what was new (本期上报).
    """
    part, whole = later.reading, earlier.reading
    if part.aggregate is not Aggregate.COHORT or dict(part.measures) != dict(whole.measures):
        return False
    if whole.aggregate is Aggregate.FLOW:
        return True
    order = [indicator_named(code).reading.measures for code in FUNNELS.get(earlier.kind, ())]
    return whole.aggregate is Aggregate.COHORT and (whole.ended, part.ended) in list(pairwise(order))


def _stage(new: Indicator, come: Indicator) -> Indicator:
    if new.code == come.code:
        return new
    return replace(
        new,
        code=f"{new.code}/{come.code}",
        name=f"其中{come.name.removeprefix('本期')}",
        rule=f"队列口径：“{new.name}”的案件中，到期末已计入“{come.name}”的件数。",
        reading=Reading(aggregate=Aggregate.COHORT, measures=new.reading.measures, ended=come.reading.measures),
    )
