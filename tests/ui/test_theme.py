"""Colours that can be read, and a style sheet without gaps."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from gridapp.domain.status import Status
from ui.theme import COLOURS, status_colour, style_sheet


def _light(colour: str) -> float:
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _parts(colour: str) -> list[float]:
    read = QColor(colour)
    return [read.redF(), read.greenF(), read.blueF()]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2)."""
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("ground", [COLOURS.card, COLOURS.stripe, COLOURS.accent_pale])
def test_states_can_be_read_on_every_ground(status: Status, ground: str) -> None:
    assert contrast(status_colour(status), ground) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (COLOURS.ink, COLOURS.page),
        (COLOURS.muted, COLOURS.page),
        (COLOURS.muted, COLOURS.card),
        (COLOURS.navy_text, COLOURS.navy),
        (COLOURS.navy_muted, COLOURS.navy),
        (COLOURS.card, COLOURS.accent),
        (COLOURS.warn, COLOURS.warn_pale),
        (COLOURS.bad, COLOURS.card),
        (COLOURS.good, COLOURS.card),
    ],
)
def test_words_can_be_read(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


def test_every_name_in_the_style_sheet_is_filled_in() -> None:
    assert "$" not in style_sheet()


def test_the_style_sheets_pictures_exist() -> None:
    paths = [line.split('url("')[1].split('"')[0] for line in style_sheet().splitlines() if "url(" in line]
    assert paths
    assert all(Path(path).is_file() for path in paths)
