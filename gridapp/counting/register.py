"""What the register kinds count for: 家次 and 家, 份, 查封 and 拘留, 人, and work in its own unit."""

from collections.abc import Iterator

from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.counting.story import taken_out
from gridapp.domain.moment import day_of
from gridapp.domain.register import Enforcement, Inspection, Measure, Notice, SurveyedPerson, WorkLog

_MEASURES = {
    Measure.SEALED: "enforcement.sealed",
    Measure.DETAINED: "enforcement.detained",
    Measure.FINED: "enforcement.fined",
    Measure.STOPPED: "enforcement.stopped",
    Measure.POWER_CUT: "enforcement.power_cut",
    Measure.DEMOLISHED: "enforcement.demolished",
    Measure.REFERRED: "enforcement.referred",
}

PlaceRecord = Inspection | Notice | Enforcement


def inspection_postings(inspection: Inspection) -> Iterator[Posting]:
    """One 家次; its subject is the place, so that distinct places (家) are counted from the same postings."""
    yield from _once(inspection, "inspection.visits", _at_place(inspection), _place(inspection))


def notice_postings(notice: Notice) -> Iterator[Posting]:
    """One document (份) on the day it was issued."""
    yield from _once(notice, "notice.issued", _at_place(notice), _place(notice))


def enforcement_postings(enforcement: Enforcement) -> Iterator[Posting]:
    """One measure on the day it was decided; a sealing names its place."""
    measure = _MEASURES[Measure(enforcement.category or "")]
    yield from _once(enforcement, measure, _at_place(enforcement), _place(enforcement))


def person_postings(person: SurveyedPerson) -> Iterator[Posting]:
    """One person (人) on the day of the survey."""
    dimensions = Dimensions(town=person.town, village=person.village, grid=person.grid, category=person.category)
    yield from _once(person, "person.surveyed", dimensions, None)


def worklog_postings(worklog: WorkLog) -> Iterator[Posting]:
    """The quantity of an item of work in its own unit; different units are never added."""
    dimensions = Dimensions(
        town=worklog.town,
        village=worklog.village,
        grid=worklog.grid,
        category=worklog.category,
        campaign=worklog.campaign,
        unit=worklog.counting_unit,
    )
    if worklog.excluded is not None:
        yield from taken_out(worklog, dimensions)
        return
    yield Posting("worklog.quantity", day_of(worklog.reported_at), worklog.quantity, dimensions)


def _once(
    record: PlaceRecord | SurveyedPerson, measure: str, dimensions: Dimensions, subject: str | None
) -> Iterator[Posting]:
    if record.excluded is not None:
        yield from taken_out(record, dimensions)
        return
    yield Posting(measure, day_of(record.reported_at), ONE, dimensions, subject)


def _place(record: PlaceRecord) -> str:
    return str(record.place or record.id)


def _at_place(record: PlaceRecord) -> Dimensions:
    return Dimensions(
        town=record.town,
        village=record.village,
        grid=record.grid,
        category=record.category,
        place_type=record.place_type,
        campaign=record.campaign,
        staff=record.unit if isinstance(record, Enforcement) else record.handler,
    )
