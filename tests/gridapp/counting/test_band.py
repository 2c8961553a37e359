"""Bands of people: each begins with its lower border."""

import pytest

from gridapp.counting.band import BANDS, band_of


@pytest.mark.parametrize(
    ("people", "band"),
    [
        (None, None),
        (1, "50人以下"),
        (49, "50人以下"),
        (50, "50至100"),
        (99, "50至100"),
        (100, "100至500"),
        (499, "100至500"),
        (500, "500以上"),
        (12_000, "500以上"),
    ],
)
def test_a_number_of_people_falls_into_one_band(people: int | None, band: str | None) -> None:
    assert band_of(people) == band


def test_the_bands_stand_in_their_order() -> None:
    assert BANDS == ("50人以下", "50至100", "100至500", "500以上")
