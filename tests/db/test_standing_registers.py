"""Entries of registers that an older office kept on the short course stand in their register after the upgrade."""

from dataclasses import replace

import pytest

from db.standing import standing_today
from gridapp.domain.case import Case, Closing
from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS, STANDING
from gridapp.domain.registers.standing import Standing
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import bare
from tests.offices import at

ENDED = Closing(closed_at=at(2018, 6, 1), result="演示：去世")


@pytest.mark.parametrize("kind", sorted(REGISTERS))
@pytest.mark.parametrize("status", [Status.REPORTED, Status.ACCEPTED])
def test_an_entry_stands_where_one_entered_today_does(kind: Kind, status: Status) -> None:
    entry = standing_today(bare(kind, status=status))
    assert entry.status is (Status.ON_FILE if kind in STANDING else Status.RECORDED)


def test_a_person_who_was_closed_is_off_the_list() -> None:
    person = standing_today(bare(Kind.PERSON, status=Status.CLOSED, closings=(ENDED,)))
    assert isinstance(person, Standing)
    told = (person.status, person.removed_at, person.removed_reason)
    assert told == (Status.REMOVED, at(2018, 6, 1), "演示：去世")


def test_work_that_was_closed_is_on_record() -> None:
    work = bare(Kind.WORKLOG, status=Status.CLOSED, closings=(ENDED,))
    assert standing_today(work) == replace(work, status=Status.RECORDED)


@pytest.mark.parametrize("kind", sorted(REGISTERS))
def test_what_stands_right_is_left_alone(kind: Kind) -> None:
    entry: Case = standing_today(bare(kind))
    assert standing_today(entry) is entry
