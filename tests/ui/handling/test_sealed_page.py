"""The page of a confidential case: for those outside the group one sentence and nothing else."""

import pytest
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget

from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.ports import Save
from gridapp.registers.confidants import put_confidants
from tests.gridapp.bare_cases import bare
from tests.gridapp.confidential import READER, SECRETS, accusation, key_person
from tests.gridapp.small_office import save
from tests.offices import ACTOR, NOW, at
from tests.ui.screen import Screen
from ui.handling.case_page import CasePage
from ui.requests import ShowRecord


def let_in(screen: Screen, *people: Actor, before: tuple[str, ...] = (), by: Actor = READER) -> None:
    names = [person.name for person in people]
    for confidence in Confidence:
        put_confidants(screen.office.confidence, confidence, before, names, by, NOW)


def opened(screen: Screen, case: Case) -> CasePage:
    screen.go(ShowRecord(case.kind, case.id))
    return screen.page(CasePage)


def words_seen(page: CasePage) -> str:
    """Everything that can be read on the page as it is shown."""
    shown = [part for part in page.findChildren(QWidget) if part.isVisible()]
    told = [part.text() for part in shown if isinstance(part, QLabel)]
    told += [part.toPlainText() for part in shown if isinstance(part, QTextBrowser)]
    return "\n".join([page.title, *told, *(part.accessibleName() for part in shown)])


@pytest.mark.parametrize(
    "case", [accusation(), key_person(), bare(Kind.VISIT, title="演示甲老人")], ids=lambda case: case.kind
)
def test_outside_the_group_it_shows_one_sentence_and_nothing_else(screen: Screen, case: Case) -> None:
    save(screen.office, [case])
    let_in(screen, READER)
    page = opened(screen, case)
    visible = [part for part in page.findChildren(QWidget) if part.isVisible()]
    assert [type(part).__name__ for part in visible] == ["Seal"]
    said = words_seen(page)
    assert READER.name in said
    assert not any(word in said for word in (case.number, case.title, *SECRETS))
    assert screen.window.message.text == ""


def test_the_reader_of_the_group_sees_it_and_that_he_has_read_it_is_kept_once(screen: Screen) -> None:
    case = accusation()
    save(screen.office, [case])
    let_in(screen, ACTOR)
    page = opened(screen, case)
    assert case.title in words_seen(page)
    page.reload()
    screen.settle()
    readings = screen.office.confidence.readings(Confidence.ACCUSATION, 10)
    assert [(reading.person, reading.number) for reading in readings] == [(ACTOR.name, case.number)]


def test_a_page_closes_and_opens_with_the_list(screen: Screen) -> None:
    case = accusation()
    save(screen.office, [case])
    let_in(screen, ACTOR, READER)
    page = opened(screen, case)
    let_in(screen, READER, before=(ACTOR.name, READER.name))
    page.reload()
    screen.settle()
    assert case.title not in words_seen(page)
    assert page.loaded is None
    let_in(screen, ACTOR, READER, before=(READER.name,))
    page.reload()
    screen.settle()
    assert case.title in words_seen(page)
    assert READER.name not in page.head.title.text()


def test_its_history_is_not_to_be_read_either(screen: Screen) -> None:
    case = accusation()
    save(screen.office, [case])
    let_in(screen, READER)
    page = opened(screen, case)
    assert page.course.history.text.toPlainText() == ""


def test_beside_a_case_that_is_open_it_is_named_without_its_matter(screen: Screen) -> None:
    closed = accusation()
    other = bare(Kind.EVENT, source_case=closed.id)
    save(screen.office, [closed, other])
    let_in(screen, READER)
    page = opened(screen, other)
    links = page.head.links.text()
    assert closed.number in links
    assert "检举控告（已保密）" in links
    assert not any(word in words_seen(page) for word in SECRETS)


def test_a_case_that_becomes_an_accusation_closes_before_the_eyes_of_those_outside(screen: Screen) -> None:
    case = bare(Kind.PETITION, title="演示来信")
    save(screen.office, [case])
    let_in(screen, READER)
    page = opened(screen, case)
    assert case.title in words_seen(page)
    now = accusation(id=case.id, number=case.number, version=1)
    with screen.office.cases.transaction() as writer:
        writer.save([Save(screen.office.cases.load(case.id), now, "更正")], READER, at(2018, 3, 2))
    page.reload()
    screen.settle()
    assert not any(word in words_seen(page) for word in (case.title, *SECRETS))
