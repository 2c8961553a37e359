"""A dispute opened from an event or a petition: both know each other, and what cannot be is said in place."""

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import amended, at, recorded, taken
from tests.ui.mediation.intake.mediator import Mediator
from tests.ui.recording.recorder import ALT
from tests.ui.screen import Screen


@pytest.fixture
def event(screen: Screen) -> Event:
    """An event that is handled at the moment."""
    on_file = recorded(screen.office, at(2018, 2, 26, 9), title="演示：两家相争", category="ZZ0102", people=4)
    accepted = taken(screen.office, on_file, Move.ACCEPT, at(2018, 2, 26, 10))
    assert isinstance(accepted, Event)
    return accepted


def _fresh(screen: Screen, event: Event) -> Event:
    case = screen.office.cases.load(event.id)
    assert isinstance(case, Event)
    return case


def test_starts_with_what_the_event_says_and_tells_what_follows(screen: Screen, event: Event) -> None:
    mediator = Mediator(screen, event.id)
    draft = mediator.page.form.draft()
    assert (draft.title, draft.category, draft.village, draft.people) == (event.title, "ZZ0102", event.village, 4)
    assert draft.mediation_type == "邻里纠纷"
    assert mediator.page.form.origin.text == f"由网格事件 {event.number} 转来，保存后该事件转办中、暂停计时。"
    assert mediator.page.form.origin.problem == ""


def test_saving_lets_the_event_wait_and_links_both(screen: Screen, event: Event) -> None:
    mediator = Mediator(screen, event.id)
    mediator.add_party("甲方", "演示甲")
    mediator.save()
    (dispute,) = mediator.saved()
    assert dispute.source_case == event.id
    assert _fresh(screen, event).status is Status.REFERRED


def test_the_next_form_comes_from_nowhere(screen: Screen, event: Event) -> None:
    mediator = Mediator(screen, event.id)
    mediator.save_and_go_on()
    assert len(mediator.saved()) == 1
    assert mediator.page.form.origin.isHidden()
    assert mediator.page.form.draft().source_case is None


def test_an_event_that_somebody_else_saved_meanwhile_is_told_in_place_and_can_be_looked_at(
    screen: Screen, event: Event
) -> None:
    mediator = Mediator(screen, event.id)
    mediator.choose("address", "演示路1号")
    amended(screen.office, event, note="演示：别人写的", reason="演示：更正")
    mediator.save()
    assert mediator.saved() == []
    assert "刚被他人修改过" in mediator.page.form.origin.problem
    assert mediator.page.form.draft().address == "演示路1号"
    mediator.press(Qt.Key.Key_O, held=ALT)
    screen.settle()
    assert screen.window.page is not mediator.page
    screen.back()
    assert mediator.page.form.origin.problem == ""
    assert mediator.page.form.draft().address == "演示路1号"
    mediator.save()
    assert len(mediator.saved()) == 1


def test_an_event_that_cannot_be_referred_says_so_before_anything_is_written(screen: Screen) -> None:
    on_file = recorded(screen.office, at(2018, 2, 26, 9), title="演示：不属实", category="ZZ0102")
    rejected = taken(screen.office, on_file, Move.REJECT, at(2018, 2, 26, 10), reason="演示：不属实")
    mediator = Mediator(screen, rejected.id)
    assert mediator.page.form.origin.problem
    mediator.save()
    assert mediator.saved() == []
    assert mediator.page.form.origin.problem


def test_a_petition_is_linked_and_its_sender_is_known(screen: Screen) -> None:
    (petition_id, *_) = screen.office.lists.find_ids(CaseQuery(kind=Kind.PETITION))
    petition = screen.office.cases.load(petition_id)
    assert isinstance(petition, Petition)
    mediator = Mediator(screen, petition_id)
    assert mediator.page.form.origin.text == f"由信访 {petition.number} 转来，保存后两件互相关联。"
    draft = mediator.page.form.draft()
    assert (draft.source, draft.entrusted_by) == ("委托移送", "信访部门")
