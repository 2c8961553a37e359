"""Which rules hold follows from the day of the visit; the stricter is the office's own limit (domain.md §4.1)."""

import pytest

from gridapp.domain.petition_limit import PetitionStage
from tests.offices import DEADLINES, at
from tests.ui.petition.intake.officer import Officer
from ui.petition.intake.limits_card import LimitsCard


@pytest.mark.parametrize(
    ("day", "decide", "handle", "rules"),
    [
        ((2018, 3, 1), ("03-08", "03-16"), ("04-02", "05-02"), 2),
        ((2004, 1, 5), ("—", "—"), ("—", "—"), 0),
    ],
)
@pytest.mark.usefixtures("qtbot")
def test_both_limits_are_told(
    day: tuple[int, int, int], decide: tuple[str, str], handle: tuple[str, str], rules: int
) -> None:
    card = LimitsCard()
    card.show_moment(at(*day, 9), DEADLINES)
    assert card.days == {PetitionStage.DECIDE: decide, PetitionStage.HANDLE: handle}
    assert card.rules.count("：") == rules


def test_another_day_brings_its_own_limits(officer: Officer) -> None:
    before = officer.page.limits.days
    officer.write("reported_at", "2-6 9:00")
    assert officer.page.limits.days[PetitionStage.DECIDE] != before[PetitionStage.DECIDE]
