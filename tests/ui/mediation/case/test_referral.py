"""An event that is a dispute in truth: each knows the other, the event's clock stands still until the dispute ends."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gridapp.cases.dispute.referral import draft_from, open_from
from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import ACTOR, DEADLINES, at
from tests.ui.handling.handler import Handler
from tests.ui.handling.standing import WAYS, standing
from tests.ui.mediation.case.standing import PARTIES, Mediator, moved_on
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage
from ui.mediation.case.dispute_page import DisputePage
from ui.requests import NewDispute, ShowRecord

_NOW = at(2018, 2, 28, 20)


def _event(screen: Screen) -> Case:
    return standing(screen.office, *WAYS[Status.PROCESSING], category="ZZ0102")


def _opened(screen: Screen, source: Case) -> Dispute:
    """The dispute that was opened from a case."""
    draft = replace(draft_from(source, _NOW), parties=PARTIES, category="ZZ0102", village=source.village)
    office = screen.office
    areas = office.registers.areas()
    return open_from(office.cases, areas, DEADLINES, source.id, source.version, draft, ACTOR, lambda: _NOW)


def _follow(screen: Screen, page: EventPage | DisputePage, case: Case) -> None:
    assert case.number in page.head.links.text()
    page.head.links.linkActivated.emit(f"{case.kind.value}/{case.id}")
    screen.settle()


def test_the_button_of_an_event_asks_for_the_form_of_a_dispute(screen: Screen) -> None:
    event = _event(screen)
    handler = Handler(screen, event)
    place = list(handler.page.course.moves.buttons).index(Move.REFER) + 1
    with screen.qtbot.waitSignal(handler.page.asked) as asked:
        handler.press(Qt.Key(Qt.Key.Key_0 + place), Qt.KeyboardModifier.AltModifier)
    assert asked.args == [NewDispute(source=event.id)]
    assert handler.event.status is Status.PROCESSING


def test_a_petition_has_the_same_button(screen: Screen) -> None:
    petition_id = screen.office.lists.find_ids(CaseQuery(kind=Kind.PETITION))[0]
    handler = Handler(screen, screen.office.cases.load(petition_id))
    with screen.qtbot.waitSignal(handler.page.asked) as asked:
        handler.choose(Move.REFER)
    assert asked.args == [NewDispute(source=petition_id)]


def test_a_referred_event_waits_and_each_leads_to_the_other(screen: Screen) -> None:
    event = _event(screen)
    dispute = _opened(screen, event)
    page = Handler(screen, event).page
    assert isinstance(page, EventPage)
    assert page.head.state.text() == "转办中"
    assert "办结前本件暂停计时" in page.head.links.text()
    assert "不计时" in page.head.facts.text()
    assert page.course.history.shown[0].title == Move.REFER
    assert not page.course.moves.buttons
    _follow(screen, page, dispute)
    opened = screen.page(DisputePage)
    assert opened.loaded is not None
    assert opened.loaded.case.id == dispute.id
    assert "由网格事件转来" in opened.head.links.text()
    _follow(screen, opened, event)
    assert screen.page(EventPage).event_shown == screen.office.cases.load(event.id)


@pytest.mark.parametrize(
    ("move", "status", "title"),
    [
        (Move.AGREE, Status.FEEDBACK, Move.REFERRAL_SETTLED),
        (Move.FAIL, Status.PROCESSING, Move.REFERRAL_RETURNED),
        (Move.WITHDRAW, Status.PROCESSING, Move.REFERRAL_RETURNED),
    ],
)
def test_the_end_of_the_dispute_by_keyboard_sets_the_event_going_and_ctrl_z_stops_it_again(
    screen: Screen, move: Move, status: Status, title: Move
) -> None:
    event = _event(screen)
    dispute = moved_on(screen.office, _opened(screen, event), Move.ACCEPT)
    mediator = Mediator(screen, dispute)
    mediator.make(move)
    waiting = screen.office.cases.load(event.id)
    assert isinstance(waiting, Event)
    assert waiting.status is status
    screen.go(ShowRecord(Kind.EVENT, event.id))
    page = screen.page(EventPage)
    item = page.course.history.shown[0]
    assert item.title == title
    assert dispute.number in "".join(words for _, words in item.lines)
    screen.back()
    mediator.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.office.cases.load(event.id).status is Status.REFERRED
    assert mediator.dispute.status is Status.ACCEPTED


def test_a_petition_shows_the_dispute_that_was_opened_from_it(screen: Screen) -> None:
    petition = screen.office.cases.load(screen.office.lists.find_ids(CaseQuery(kind=Kind.PETITION))[0])
    dispute = _opened(screen, petition)
    page = Handler(screen, petition).page
    assert "已转为矛盾纠纷：" in page.head.links.text()
    assert "暂停计时" not in page.head.links.text()
    assert dispute.number in page.head.links.text()
