"""Ten petitions are taken through each disposition by key events alone; the statistics agree with a hand count."""

from collections import Counter
from collections.abc import Sequence

import pytest

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.confidence import Confidence
from gridapp.domain.period import period_named
from gridapp.ports import Office
from gridapp.registers.confidants import put_confidants
from tests.offices import ACTOR, at
from tests.sizes import FULL
from tests.ui.handling.scripts import Deed, Script
from tests.ui.petition.case.standing import Officer, petitioned
from tests.ui.petition.petition_scripts import FIGURES, TEN, WAYS, Kept
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog

_FEBRUARY = Cut(period_named("2018-02"))
_REGISTERED_ON = 27
_FEW = 5


def _told(office: Office) -> Counter[str]:
    """What the statistics say of the petitions of February."""
    found = ((name, figure(office.ledger, indicator_named(f"petition.{name}"), _FEBRUARY)) for name in FIGURES)
    return Counter({name: int(str(number)) for name, number in found})


def _do(officer: Officer, deed: Deed) -> None:
    """Alt+M, the name of the move, what it asks for, Ctrl+Enter."""
    officer.choose(deed.move)
    dialog = officer.opened(MoveDialog)
    officer.fill_required(dialog, deed.move)
    officer.answer(dialog, **deed.answers)


def _run(screen: Screen, script: Script, kept: Kept, counted: Counter[str]) -> None:
    office = screen.office
    officer = Officer(screen, petitioned(office, day=_REGISTERED_ON, **{**kept.fields, **script.fields}))
    counted.update(kept.counts)
    assert (script.name, "登记", _told(office)) == (script.name, "登记", counted)
    for deed in script.deeds:
        _do(officer, deed)
        assert officer.case.steps[-1].move is deed.move
        counted.update(deed.counts)
        assert (script.name, deed.move, _told(office)) == (script.name, deed.move, counted)
    assert (script.name, officer.case.status) == (script.name, script.end)
    assert officer.shown == officer.case
    screen.back()


def _kept(place: int) -> Sequence[Kept]:
    """All ten, or in the ordinary run one, another one for each way."""
    return TEN if FULL else (TEN[place % len(TEN)],)


@pytest.mark.parametrize("place", range(len(WAYS) if FULL else _FEW))
def test_the_statistics_agree_after_each_step_of_each_petition(screen: Screen, place: int) -> None:
    put_confidants(screen.office.confidence, Confidence.ACCUSATION, (), (ACTOR.name,), ACTOR, lambda: at(2018, 2, 1))
    counted = _told(screen.office)
    for kept in _kept(place):
        _run(screen, WAYS[place], kept, counted)
