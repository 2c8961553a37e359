"""Twenty disputes are taken to every end by key events alone; the statistics agree with a hand count at each step."""

from collections import Counter

from PySide6.QtCore import Qt

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.party import Party, Side
from gridapp.domain.period import period_named
from tests.sizes import FULL
from tests.ui.handling.handler import ALT
from tests.ui.handling.scripts import Deed, Script
from tests.ui.mediation.case.standing import Mediator, disputed
from tests.ui.mediation.dispute_scripts import FIGURES, REGISTERED, TWENTY
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog

_SCRIPTS = TWENTY if FULL else TWENTY[:4]
_FEBRUARY = Cut(period_named("2018-02"))
_PARTIES = (
    Party(side=Side.A, name="演示甲", paper="居民身份证", paper_number="331121198001010018"),
    Party(side=Side.B, name="演示乙", paper="其他证件", paper_number="演示0001"),
)


def _told(screen: Screen) -> Counter[str]:
    """What the statistics say of the disputes of February."""
    ledger = screen.office.ledger
    found = ((name, figure(ledger, indicator_named(f"dispute.{name}"), _FEBRUARY)) for name in FIGURES)
    return Counter({name: int(str(number)) for name, number in found})


def _do(mediator: Mediator, deed: Deed) -> None:
    """Alt+M, the name of the move, what it asks for, Ctrl+Enter."""
    mediator.choose(deed.move)
    dialog = mediator.opened(MoveDialog)
    mediator.fill_required(dialog, deed.move)
    answers = dict(deed.answers)
    terms = answers.pop("terms", ())
    assert isinstance(terms, tuple)
    if terms:
        mediator.go_to(dialog, "terms")
    for place, (who, what, amount, due) in enumerate(terms):
        if place:
            mediator.press(Qt.Key.Key_T, ALT)
        for column, text in enumerate((who, what, amount, due)):
            if column:
                mediator.press(Qt.Key.Key_Tab)
            mediator.write(text)
    mediator.answer(dialog, **answers)


def _run(screen: Screen, script: Script, counted: Counter[str]) -> None:
    mediator = Mediator(screen, disputed(screen.office, parties=_PARTIES))
    counted.update(REGISTERED)
    assert (script.name, "登记", _told(screen)) == (script.name, "登记", counted)
    for deed in script.deeds:
        _do(mediator, deed)
        assert mediator.case.steps[-1].move is deed.move
        counted.update(deed.counts)
        assert (script.name, deed.move, _told(screen)) == (script.name, deed.move, counted)
    assert (script.name, mediator.case.status) == (script.name, script.end)
    assert mediator.shown == mediator.case
    screen.back()


def test_the_statistics_agree_after_each_step_of_each_dispute(screen: Screen) -> None:
    counted = _told(screen)
    for script in _SCRIPTS:
        _run(screen, script, counted)
