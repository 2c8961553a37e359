"""Identities of cases: UUIDv7, in the order of their moments."""

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.identity import case_id_at

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


@given(MOMENTS, st.integers(1, 10**12))
def test_a_later_case_has_a_greater_identity(moment: datetime, milliseconds: int) -> None:
    later = moment + timedelta(milliseconds=milliseconds)
    assert case_id_at(moment, 2**74 - 1) < case_id_at(later, 0)


@given(MOMENTS, st.integers(0, 2**74 - 1))
def test_every_identity_is_a_uuid_of_version_7(moment: datetime, randomness: int) -> None:
    identity = case_id_at(moment, randomness)
    assert identity.version == 7
    assert identity.variant == RFC_4122


def test_two_cases_of_one_moment_are_told_apart() -> None:
    moment = datetime(2018, 6, 11, tzinfo=UTC)
    assert len({case_id_at(moment) for _ in range(1000)}) == 1000


def test_given_randomness_makes_an_identity_reproducible() -> None:
    moment = datetime(2018, 6, 11, tzinfo=UTC)
    assert case_id_at(moment, 1) == case_id_at(moment, 1) != case_id_at(moment, 2)
