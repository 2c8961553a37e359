"""Where a drive stands on a day, and in which order drives are offered."""

from datetime import date
from uuid import UUID

import pytest

from gridapp.domain.campaign import Campaign, Stand, running_first, standing

TODAY = date(2018, 3, 8)
DAY_BEFORE, DAY_AFTER = date(2018, 3, 7), date(2018, 3, 9)


def drive(first: date | None, last: date | None, name: str = "演示行动") -> Campaign:
    return Campaign(id=UUID(int=0), town="331121103", name=name, first_day=first, last_day=last)


@pytest.mark.parametrize(
    ("first", "last", "stand"),
    [
        (None, None, Stand.UNDATED),
        (TODAY, TODAY, Stand.RUNNING),
        (DAY_BEFORE, None, Stand.RUNNING),
        (None, DAY_AFTER, Stand.RUNNING),
        (DAY_AFTER, None, Stand.AHEAD),
        (None, DAY_BEFORE, Stand.OVER),
        (DAY_BEFORE, DAY_BEFORE, Stand.OVER),
    ],
)
def test_its_days_say_where_a_drive_stands(first: date | None, last: date | None, stand: Stand) -> None:
    assert standing(drive(first, last), TODAY) is stand


def test_those_that_run_are_offered_first_and_those_that_are_over_last() -> None:
    over, ahead = drive(None, DAY_BEFORE, "过去"), drive(DAY_AFTER, None, "将来")
    undated, running, other = drive(None, None, "不定"), drive(TODAY, None, "现在"), drive(DAY_BEFORE, None, "也现在")
    offered = running_first([over, undated, running, ahead, other], TODAY)
    assert [campaign.name for campaign in offered] == ["现在", "也现在", "不定", "将来", "过去"]
