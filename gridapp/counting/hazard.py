"""What a hazard counts for (interface.md, hazard.*; domain.md §5.1–5.3)."""

from collections.abc import Iterator
from datetime import datetime

from gridapp.counting.hazard_funds import funds_postings
from gridapp.counting.hazard_limit import limit_postings
from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.counting.story import Story, taken_out
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status

_RECHECKS = {
    RecheckResult.PASSED: "hazard.rechecks_passed",
    RecheckResult.PARTLY: "hazard.rechecks_partly",
    RecheckResult.FAILED: "hazard.rechecks_failed",
}


def hazard_postings(hazard: Hazard) -> Iterator[Posting]:
    """排查 and 销号 in the hazard's own counting unit, which is a dimension of every posting."""
    dimensions = _dimensions(hazard)
    if hazard.excluded is not None:
        yield from taken_out(hazard, dimensions)
        return
    story = Story(hazard, dimensions, new="hazard.found", ended="hazard.removed")
    yield from story.postings()
    for place, closing in enumerate(hazard.closings):
        yield from story.during(closing, "hazard.removed_on_time" if closing.in_time else "hazard.removed_late")
        if hazard.on_the_spot and place == 0:
            yield from story.during(closing, "hazard.removed_on_the_spot")
    yield from limit_postings(hazard, dimensions)
    for recheck in hazard.known_rechecks:
        yield Posting(_RECHECKS[recheck.result], day_of(recheck.at), ONE, dimensions)
    for measure, moment in _happened(hazard):
        yield Posting(measure, day_of(moment), ONE, dimensions)
    if hazard.major:
        yield from _major(hazard, story)


def _happened(hazard: Hazard) -> Iterator[tuple[str, datetime]]:
    """What befell it beside its course: on a notice (通知书所列), reported upward, put under public supervision."""
    ordered = [step.at for step in hazard.steps if step.move is Move.ORDER_MENDING]
    if not ordered and hazard.notice_number is not None:
        ordered = [hazard.reported_at]
    yield from (("hazard.ordered", moment) for moment in ordered)
    for step in hazard.steps:
        if step.move is Move.SUBMIT:
            yield "hazard.submitted", step.at
        elif step.move is Move.LIST_PUBLICLY:
            yield "hazard.listed", step.at
        elif step.move is Move.DELIST:
            yield "hazard.delisted", step.at


def _major(hazard: Hazard, story: Story) -> Iterator[Posting]:
    """The block of major ones (重大隐患): found, removed, and planned for from the plan until it leaves the list."""
    yield Posting("hazard.major_found", day_of(hazard.reported_at), ONE, story.dimensions)
    for closing in hazard.closings:
        yield from story.during(closing, "hazard.major_removed")
    for planned, left in _planned(hazard):
        yield Posting("hazard.major_planned", day_of(planned), ONE, story.dimensions)
        if left is not None:
            yield Posting("hazard.major_plan_done", day_of(left), ONE, story.dimensions)
    yield from funds_postings(hazard, story.dimensions)


def _planned(hazard: Hazard) -> Iterator[tuple[datetime, datetime | None]]:
    """When it was put in a plan (列入治理计划) and when it was struck off again; a plan made anew goes on with it."""
    planned: datetime | None = None
    for step in hazard.steps:
        if step.move is Move.PUT_IN_PLAN and planned is None:
            planned = step.at
        elif planned is not None and step.status is Status.STRUCK_OFF:
            yield planned, step.at
            planned = None
    if planned is not None:
        yield planned, None


def _dimensions(hazard: Hazard) -> Dimensions:
    return Dimensions(
        town=hazard.town,
        village=hazard.village,
        grid=hazard.grid,
        category=hazard.category,
        level=hazard.level,
        place_type=hazard.place_type,
        campaign=hazard.campaign,
        staff=hazard.handler,
        unit=hazard.counting_unit,
    )
