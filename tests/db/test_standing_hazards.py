"""Hazards, inspections, notices and measures of an older office stand by today's rules after the upgrade."""

from dataclasses import replace

import pytest

from db.standing import standing_today
from gridapp.domain.case import Closing
from gridapp.domain.kind import Kind
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import bare, hazard
from tests.offices import at

CLOSED = (Closing(closed_at=at(2018, 3, 12)),)
CHECKED = at(2018, 3, 8)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, Status.TO_RECTIFY),
        ({"due_at": at(2018, 3, 16)}, Status.RECTIFYING),
        ({"notice_number": "演示-1"}, Status.RECTIFYING),
        ({"rechecked_at": CHECKED, "recheck_result": RecheckResult.PASSED}, Status.TO_STRIKE_OFF),
        ({"rechecked_at": CHECKED, "recheck_result": RecheckResult.PARTLY}, Status.UNRECTIFIED),
        ({"rechecked_at": CHECKED, "recheck_result": RecheckResult.FAILED}, Status.UNRECTIFIED),
        ({"closings": CLOSED}, Status.STRUCK_OFF),
        ({"closings": (replace(CLOSED[0], reopened_at=at(2018, 4, 1)),)}, Status.TO_RECTIFY),
    ],
)
@pytest.mark.parametrize("before", [Status.REPORTED, Status.ACCEPTED, Status.CLOSED, Status.REOPENED])
def test_a_hazard_stands_where_recheck_and_striking_off_have_brought_it(
    before: Status, fields: dict[str, object], status: Status
) -> None:
    assert standing_today(hazard(status=before, **fields)).status is status


def test_a_hazard_on_its_course_is_left_alone() -> None:
    for status in (Status.SUBMITTED, Status.ENFORCED, Status.PLANNED, Status.TO_RECHECK):
        case = hazard(status=status)
        assert standing_today(case) is case


@pytest.mark.parametrize("kind", [Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT])
def test_what_waits_for_nothing_is_recorded(kind: Kind) -> None:
    assert standing_today(bare(kind, status=Status.ACCEPTED)).status is Status.RECORDED
    filed = bare(kind, status=Status.FILED)
    assert standing_today(filed) is filed
