"""An accusation (检举控告) says who will be able to read it before it is saved, and is closed to the others after."""

from gridapp.cases.reading import is_closed
from gridapp.domain.confidence import Confidence
from gridapp.registers.confidants import put_confidants
from tests.offices import ACTOR, NOW
from tests.ui.petition.intake.officer import Officer
from tests.ui.screen import Screen


def _listed(screen: Screen, *names: str) -> Officer:
    put_confidants(screen.office.confidence, Confidence.ACCUSATION, (), names, ACTOR, NOW)
    return Officer(screen)


def _write(officer: Officer) -> None:
    officer.fill()
    officer.write("purpose", "2")
    officer.write("accused", "演示某单位")


def test_only_an_accusation_asks_for_the_accused(officer: Officer) -> None:
    form = officer.page.form.fields
    assert form.boxes["accused"].isHidden()
    assert form.confidence.isHidden()
    officer.write("purpose", "2")
    assert not form.boxes["accused"].isHidden()
    assert not form.confidence.isHidden()


def test_says_who_will_read_it(screen: Screen) -> None:
    officer = _listed(screen, ACTOR.name, "演示书记")
    _write(officer)
    assert f"{ACTOR.name}、演示书记 可以查看" in officer.page.form.fields.confidence.text()


def test_says_that_the_officer_himself_will_not(screen: Screen) -> None:
    officer = _listed(screen, "演示书记")
    _write(officer)
    assert "您不在名单上" in officer.page.form.fields.confidence.text()


def test_says_that_there_is_no_list_yet(officer: Officer) -> None:
    _write(officer)
    assert "名单还没有建立" in officer.page.form.fields.confidence.text()


def test_it_is_saved_with_the_accused_and_closed(officer: Officer) -> None:
    _write(officer)
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert petition.accused == "演示某单位"
    assert is_closed(petition, frozenset(), ACTOR.name)
