"""What stands beside a safety case (关联): its inspection, notices, hazards and place."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from gridapp.domain.case import Case
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.place import Place
from gridapp.ports import CaseQuery, Office


def notices_beside(office: Office, case: Case) -> Sequence[Notice]:
    """The notices of an inspection, or that which orders a hazard to be mended."""
    if isinstance(case, Inspection):
        found: Sequence[Case] = office.cases.opened_from(case.id)
    elif isinstance(case, Hazard) and case.notice_number:
        found = list(office.cases.by_number(case.town, Kind.NOTICE, [case.notice_number]).values())
    else:
        return ()
    return [notice for notice in found if isinstance(notice, Notice) and notice.excluded is None]


def inspection_of(office: Office, case: Case) -> Inspection | None:
    """The inspection itself, or that at which a notice was issued."""
    if isinstance(case, Notice) and case.source_case is not None:
        case = office.cases.load(case.source_case)
    return case if isinstance(case, Inspection) else None


def hazards_of(office: Office, case: Case, notices: Sequence[Notice]) -> Sequence[Hazard]:
    """The hazards that a paper of a case tells of, the oldest first.

    Those that a notice orders to be mended, that an inspection found or of whose place an opinion tells; a hazard
    itself where no notice is on file for it.
    """
    if isinstance(case, Hazard):
        return () if notices else (case,)
    found = [hazard for hazard in _near(office, case) if hazard.excluded is None]
    return sorted(found, key=lambda hazard: (hazard.reported_at, hazard.number))


def opinions_at(office: Office, place: UUID | None) -> Sequence[Notice]:
    """The opinions after re-checks (复查意见书) that are entered for a place."""
    if place is None:
        return ()
    found = office.cases.load_all(office.places.cases_of(place, Kind.NOTICE)).values()
    notices = (notice for notice in found if isinstance(notice, Notice) and notice.excluded is None)
    return [notice for notice in notices if notice.category == NoticeKind.OPINION]


def place_of(office: Office, case: Case) -> Place | None:
    """The place, where it is on file."""
    if isinstance(case, Hazard | Notice | Inspection) and case.place is not None:
        return office.places.load(case.place)
    return None


def _near(office: Office, case: Case) -> Iterator[Hazard]:
    if isinstance(case, Notice) and case.category == NoticeKind.OPINION:
        yield from _loaded(office, office.places.cases_of(case.place, Kind.HAZARD) if case.place else ())
    elif isinstance(case, Inspection) or (isinstance(case, Notice) and case.category == NoticeKind.RECORD):
        source = case.id if isinstance(case, Inspection) else case.source_case
        opened = office.cases.opened_from(source) if source is not None else ()
        yield from (hazard for hazard in opened if isinstance(hazard, Hazard))
    elif isinstance(case, Notice):
        for hazard in _loaded(office, _may_name(office, case)):
            if hazard.notice_number == case.number:
                yield hazard


def _may_name(office: Office, notice: Notice) -> Sequence[UUID]:
    """The hazards of the notice's place; all that name its number where no place is on file for it."""
    if notice.place is not None:
        return office.places.cases_of(notice.place, Kind.HAZARD)
    named = Condition(Field.NOTICE_NUMBER, Test.CONTAINS, (notice.number,))
    return office.lists.find_ids(CaseQuery(kind=Kind.HAZARD, town=notice.town, conditions=(named,)))


def _loaded(office: Office, ids: Sequence[UUID]) -> Iterator[Hazard]:
    return (case for case in office.cases.load_all(ids).values() if isinstance(case, Hazard))
