"""Nothing is struck off without a passed re-check, however a hazard came to be kept."""

from dataclasses import replace
from datetime import datetime

import pytest

from gridapp.domain.case import Closing
from gridapp.domain.hazard import Hazard
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.status import Status
from gridapp.domain.striking_off import unlawful
from tests.gridapp.bare_cases import hazard
from tests.offices import at

FOUND, CHECKED, STRUCK = at(2018, 3, 5, 9), at(2018, 3, 8, 9), at(2018, 3, 8, 10)


def rechecked(result: RecheckResult, when: datetime = CHECKED) -> Recheck:
    return Recheck(at=when, result=result, inspectors=("演示甲",))


def struck_off(*rechecks: Recheck) -> Hazard:
    closings = (Closing(closed_at=STRUCK),)
    return replace(hazard(reported_at=FOUND), closings=closings, status=Status.STRUCK_OFF, rechecks=rechecks)


def test_a_passed_recheck_before_makes_it_lawful() -> None:
    assert unlawful(struck_off(rechecked(RecheckResult.PASSED))) is None


@pytest.mark.parametrize("result", [RecheckResult.FAILED, RecheckResult.PARTLY])
def test_a_recheck_that_was_not_passed_does_not(result: RecheckResult) -> None:
    assert "复查合格" in (unlawful(struck_off(rechecked(result))) or "")


def test_without_any_recheck_it_is_refused() -> None:
    assert unlawful(struck_off()) is not None


def test_a_recheck_afterwards_is_too_late() -> None:
    assert unlawful(struck_off(rechecked(RecheckResult.PASSED, at(2018, 3, 8, 11)))) is not None


def test_the_last_recheck_decides() -> None:
    first, last = rechecked(RecheckResult.PASSED), rechecked(RecheckResult.FAILED, at(2018, 3, 8, 9, 30))
    assert unlawful(struck_off(first, last)) is not None


def test_a_reopened_one_needs_a_new_recheck() -> None:
    again = Closing(closed_at=at(2018, 4, 2, 9))
    undone = Closing(closed_at=STRUCK, reopened_at=at(2018, 4, 1, 9))
    twice = replace(struck_off(rechecked(RecheckResult.PASSED)), closings=(undone, again))
    assert unlawful(twice) is not None
    passed_again = rechecked(RecheckResult.PASSED, at(2018, 4, 2, 8))
    assert unlawful(replace(twice, rechecks=(*twice.rechecks, passed_again))) is None


def test_standing_as_struck_off_without_a_closing_is_refused() -> None:
    assert unlawful(replace(hazard(reported_at=FOUND), status=Status.STRUCK_OFF)) is not None


def test_a_day_alone_counts_until_its_end() -> None:
    told = replace(struck_off(rechecked(RecheckResult.PASSED)), closings=(Closing(closed_at=at(2018, 3, 8)),))
    assert unlawful(told) is None


def test_an_older_record_tells_its_recheck_by_two_fields() -> None:
    old = replace(struck_off(), rechecked_at=CHECKED, recheck_result=RecheckResult.PASSED)
    assert unlawful(old) is None


def test_what_is_on_file_without_recheck_stays_and_may_be_reopened() -> None:
    old = struck_off()
    assert unlawful(replace(old, note="演示"), old) is None
    reopened = replace(old, closings=(replace(old.closings[0], reopened_at=at(2018, 4, 1)),), status=Status.RECTIFYING)
    assert unlawful(reopened, old) is None


def test_only_an_undoing_brings_back_such_a_record_as_it_was() -> None:
    old = struck_off()
    reopened = replace(old, closings=(replace(old.closings[0], reopened_at=at(2018, 4, 1)),), status=Status.RECTIFYING)
    assert unlawful(old, reopened) is not None
    assert unlawful(old, reopened, taking_back=True) is None


def test_an_undoing_brings_nothing_back_that_was_not_on_file() -> None:
    old = struck_off()
    reopened = replace(old, closings=(replace(old.closings[0], reopened_at=at(2018, 4, 1)),), status=Status.RECTIFYING)
    another = replace(old, closings=(Closing(closed_at=at(2018, 4, 2)),))
    assert unlawful(another, reopened, taking_back=True) is not None


def test_the_last_recheck_is_the_latest_whatever_the_order_in_which_they_were_written() -> None:
    failed = rechecked(RecheckResult.FAILED, at(2018, 3, 7, 15))
    passed_before = rechecked(RecheckResult.PASSED, at(2018, 3, 6, 15))
    assert unlawful(struck_off(failed, passed_before)) is not None


def test_a_recheck_cannot_be_taken_away_from_what_is_struck_off() -> None:
    lawful = struck_off(rechecked(RecheckResult.PASSED))
    assert unlawful(replace(lawful, rechecks=()), lawful) is not None
