"""Neighbouring series can be told apart in grey print and by eyes that do not see green or red."""

from itertools import pairwise

import pytest

from gridapp.counting.words import UNFILLED
from ui.figures.charts.fill import SERIES_FILLS, Hatch, fill_of, ink_on, lightness, shade
from ui.theme import COLOURS, SERIES

_EYES = {
    "grey print": ((0.2126, 0.7152, 0.0722),) * 3,
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}
"""What is left of a colour in linear light (Machado, Oliveira, Fernandes 2009, severity 1)."""
_LEAST = 1.8
_HEADS = range(2, len(SERIES) + 1)


def _seen(colour: str, eye: str) -> str:
    """A colour as an eye sees it."""
    linear = [_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5)]
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in _EYES[eye]]
    return "#" + "".join(f"{round(255 * _bent(min(max(part, 0.0), 1.0))):02x}" for part in mixed)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _bent(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((lightness(one), lightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("eye", _EYES)
def test_neighbours_differ_for_every_eye(eye: str) -> None:
    seen = [_seen(colour, eye) for colour in SERIES]
    assert min(_contrast(one, other) for one, other in pairwise(seen)) >= _LEAST


@pytest.mark.parametrize("eye", _EYES)
def test_no_series_vanishes_on_white(eye: str) -> None:
    assert min(_contrast(_seen(colour, eye), "#ffffff") for colour in SERIES) >= 1.35


def test_two_series_of_like_lightness_have_different_hatches() -> None:
    alike = [
        (one, other)
        for n, one in enumerate(SERIES_FILLS)
        for other in SERIES_FILLS[n + 1 :]
        if any(_contrast(_seen(one.colour, eye), _seen(other.colour, eye)) < 1.25 for eye in _EYES)
    ]
    assert all(one.hatch is not other.hatch for one, other in alike)


@pytest.mark.parametrize("count", _HEADS)
def test_what_is_not_filled_in_has_a_hatch_on_white(count: int) -> None:
    fill = fill_of(count - 1, count, UNFILLED)
    assert fill.hatch is not Hatch.NONE
    assert all(fill != fill_of(n, count) for n in range(count))


@pytest.mark.parametrize("part", [n / 50 for n in range(51)])
def test_the_number_in_a_cell_can_be_read_on_every_shade(part: float) -> None:
    ground = shade(part).colour
    assert _contrast(ink_on(ground), ground) >= 4.5


@pytest.mark.parametrize("colour", [*SERIES, COLOURS.accent, COLOURS.card])
def test_the_number_in_a_part_can_be_read(colour: str) -> None:
    assert _contrast(ink_on(colour), colour) >= 4.5
