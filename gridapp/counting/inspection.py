"""What inspections, their documents and the measures taken count for: 家次 and 家, 份, 查封 and 拘留."""

from collections.abc import Iterator, Sequence

from gridapp.counting.inspection_reach import reach_postings
from gridapp.counting.posting import ONE, Dimensions, Posting
from gridapp.counting.story import taken_out
from gridapp.domain.enforcement import Enforcement, Measure
from gridapp.domain.inspection import Inspection
from gridapp.domain.moment import day_of
from gridapp.domain.notice import Notice
from gridapp.domain.status import Status

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
    """One 家次; its subject is the place, so that distinct places (家) are counted from the same postings.

    A visit that is only filed (已报备) counts nowhere yet. Whether hazards were found is told where it is known.
    """
    if inspection.status is Status.FILED:
        return
    measures = ["inspection.visits"]
    if inspection.found_hazards is not None:
        measures.append("inspection.with_hazards" if inspection.found_hazards else "inspection.without_hazards")
    if inspection.filed_at is not None:
        measures.append("inspection.filed_before")
    yield from _once(inspection, measures)
    if inspection.excluded is None:
        yield from reach_postings(inspection, _at_place(inspection))


def notice_postings(notice: Notice) -> Iterator[Posting]:
    """One document (份) on the day it was issued."""
    yield from _once(notice, ["notice.issued"])


def enforcement_postings(enforcement: Enforcement) -> Iterator[Posting]:
    """One measure on the day it was decided; a sealing names its place."""
    yield from _once(enforcement, [_MEASURES[Measure(enforcement.category or "")]])


def _once(record: PlaceRecord, measures: Sequence[str]) -> Iterator[Posting]:
    dimensions = _at_place(record)
    if record.excluded is not None:
        yield from taken_out(record, dimensions)
        return
    for measure in measures:
        yield Posting(measure, day_of(record.reported_at), ONE, dimensions, _place(record))


def _place(record: PlaceRecord) -> str:
    return str(record.place or record.id)


def _at_place(record: PlaceRecord) -> Dimensions:
    return Dimensions(
        town=record.town,
        village=record.village,
        grid=record.grid,
        category=record.nature if isinstance(record, Inspection) else record.category,
        place_type=record.place_type,
        campaign=record.campaign,
        staff=record.unit if isinstance(record, Enforcement) else record.handler,
    )
