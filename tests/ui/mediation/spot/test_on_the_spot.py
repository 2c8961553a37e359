"""The shortest form: a dispute by keys alone, one after the other, with nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from gridapp.domain.dispute import Dispute, Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from gridapp.registers.phrases import phrases
from tests.offices import ACTOR, VILLAGES
from tests.ui.mediation.spot.tally import risen, tally
from tests.ui.screen import Screen
from ui.home.home_page import HomePage
from ui.mediation.spot.settle_on_the_spot_page import SettleOnTheSpotPage
from ui.mediation.spot.settled_entries import SettledEntries
from ui.mediation.spot.settled_form import ON_THE_SPOT
from ui.recording.draft_keeper import PAUSE
from ui.recording.unsaved_forms import unsaved
from ui.requests import SettleOnTheSpot

MOST_KEYS = 15
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Mediator:
    """Somebody at the form, with the keyboard alone; `keys` counts what is no text."""

    def __init__(self, screen: Screen, request: SettleOnTheSpot | None = None) -> None:
        self.screen, self.keys = screen, 0
        screen.go(request or SettleOnTheSpot())
        self.page = screen.page(SettleOnTheSpotPage)

    @property
    def entries(self) -> SettledEntries:
        return self.page.form.fields.entries

    @property
    def keyboard(self) -> QWidget:
        return QApplication.focusWidget() or self.page

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        self.keys += 1
        QTest.keyClick(self.keyboard, key, held)
        if held & _CONTROL:
            self.screen.settle()

    def write(self, text: str) -> None:
        """Chinese by an input method, letters and digits as they are."""
        if text.isascii():
            QTest.keyClicks(self.keyboard, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.keyboard, event)

    def go_to(self, entry: QWidget) -> None:
        """Tabs to an entry."""
        for _ in range(40):
            if self.keyboard is entry:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(entry.accessibleName())

    def first(self) -> None:
        """Writes the first dispute of a day, for which nothing is carried over."""
        entries = self.entries
        for text in ("ll", "演示甲", "演示乙"):
            self.write(text)
            self.press(Qt.Key.Key_Tab)
        for entry, text in (
            (entries.village, "tcc"),
            (entries.result, "演示：互相赔礼道歉"),
            (entries.unit, "桐川村人民调解委员会"),
            (entries.handler, "演示调解员"),
        ):
            self.go_to(entry)
            self.write(text)

    def problems(self) -> dict[str, str]:
        return {name: box.problem for name, box in self.page.form.fields.boxes.items() if box.problem}


@pytest.fixture
def mediator(screen: Screen) -> Mediator:
    """Somebody who has opened the form."""
    return Mediator(screen)


def disputes(screen: Screen, words: str) -> list[Dispute]:
    found = [
        screen.office.cases.load(i) for i in screen.office.lists.find_ids(CaseQuery(kind=Kind.DISPUTE, text=words))
    ]
    return [case for case in found if isinstance(case, Dispute)]


def kept(screen: Screen) -> bool:
    return bool(unsaved(screen.office.drafts, ACTOR.name, (ON_THE_SPOT,)))


def test_control_shift_m_opens_it_from_anywhere(screen: Screen) -> None:
    held = _CONTROL | Qt.KeyboardModifier.ShiftModifier
    screen.qtbot.keyClick(screen.page(HomePage), Qt.Key.Key_M, held)
    screen.settle()
    assert QApplication.focusWidget() is screen.page(SettleOnTheSpotPage).form.fields.entries.category


def test_the_first_of_a_day_takes_fifteen_keys_and_is_settled(mediator: Mediator) -> None:
    before = tally(mediator.screen.office)
    mediator.first()
    mediator.press(Qt.Key.Key_Return, _CONTROL)
    assert mediator.problems() == {}
    assert mediator.keys <= MOST_KEYS
    saved = disputes(mediator.screen, "演示甲与演示乙邻里纠纷")[0]
    assert (saved.status, saved.people, saved.committee, saved.handler) == (Status.PERFORMED, 2, "村", "演示调解员")
    assert saved.closed is not None
    assert (saved.closed.outcome, saved.closed.result) == (Outcome.SUCCEEDED, "演示：互相赔礼道歉")
    assert risen(before, tally(mediator.screen.office)) == {"found": 1, "handled": 1, "succeeded": 1}


def test_the_next_begins_at_once_with_what_stays_the_same(mediator: Mediator) -> None:
    mediator.first()
    mediator.press(Qt.Key.Key_Return, _CONTROL)
    entries = mediator.entries
    assert QApplication.focusWidget() is entries.category
    carried = [entry.text() for entry in (entries.village, entries.unit, entries.handler, entries.committee)]
    assert carried == ["桐川村", "桐川村人民调解委员会", "演示调解员", "村"]
    assert [entry.text() for entry in (entries.category, entries.party_a, entries.title, entries.people)] == [""] * 4
    assert entries.result.toPlainText() == ""
    mediator.keys = 0
    for text in ("hy", "演示丙", "演示丁"):
        mediator.write(text)
        mediator.press(Qt.Key.Key_Tab)
    mediator.go_to(entries.result)
    mediator.write("演示：和好")
    mediator.press(Qt.Key.Key_Return, _CONTROL)
    assert mediator.keys <= 8
    assert [case.village for case in disputes(mediator.screen, "演示丙")] == [VILLAGES[0]]


def test_what_was_used_last_is_there_the_next_time(mediator: Mediator) -> None:
    mediator.first()
    mediator.press(Qt.Key.Key_Return, _CONTROL)
    again = Mediator(Screen.opened(mediator.screen.qtbot, mediator.screen.jobs, mediator.screen.office))
    entries = again.entries
    assert [entries.unit.text(), entries.handler.text()] == ["桐川村人民调解委员会", "演示调解员"]
    assert not again.page.form.is_changed


def test_a_refusal_says_everything_at_once_and_keeps_everything(mediator: Mediator) -> None:
    mediator.go_to(mediator.entries.party_b)
    mediator.write("演示乙")
    mediator.go_to(mediator.entries.phone_b)
    mediator.write("12")
    mediator.press(Qt.Key.Key_Return, _CONTROL)
    wrong = mediator.problems()
    assert set(wrong) == {"category", "party_a", "title", "village", "result", "unit", "handler", "phone_b"}
    assert QApplication.focusWidget() is mediator.entries.category
    assert (mediator.entries.party_b.text(), mediator.entries.phone_b.text()) == ("演示乙", "12")
    assert disputes(mediator.screen, "演示乙") == []


def test_a_name_that_was_written_is_not_written_over(mediator: Mediator) -> None:
    mediator.first()
    mediator.entries.title.setFocus(Qt.FocusReason.OtherFocusReason)
    mediator.press(Qt.Key.Key_A, _CONTROL)
    mediator.write("演示：晒谷场之争")
    mediator.entries.party_b.setFocus(Qt.FocusReason.OtherFocusReason)
    mediator.write("、演示戊")
    assert mediator.entries.title.text() == "演示：晒谷场之争"
    assert mediator.entries.people.text() == "3"


def test_a_standard_phrase_is_the_result_with_f4(mediator: Mediator) -> None:
    mediator.go_to(mediator.entries.result)
    mediator.press(Qt.Key.Key_F4)
    mediator.screen.settle()
    mediator.press(Qt.Key.Key_Return)
    assert mediator.entries.result.toPlainText() == phrases(mediator.screen.office.registers, "agreement")[0]


def test_enter_in_an_open_list_picks_and_saves_nothing(mediator: Mediator) -> None:
    mediator.write("hy")
    mediator.press(Qt.Key.Key_Return)
    assert mediator.entries.category.category == "ZZ0101"
    assert disputes(mediator.screen, "婚姻") == []


def test_a_stopped_project_and_a_sender_are_asked_for_where_they_matter(mediator: Mediator) -> None:
    boxes = mediator.page.form.fields.boxes
    assert (boxes["project"].isVisible(), boxes["entrusted_by"].isVisible()) == (False, False)
    mediator.write("ZZ0113")
    mediator.press(Qt.Key.Key_Tab)
    mediator.go_to(mediator.entries.source)
    mediator.entries.source.clear()
    mediator.write("wt")
    mediator.press(Qt.Key.Key_Tab)
    assert (boxes["project"].isVisible(), boxes["entrusted_by"].isVisible()) == (True, True)


def test_what_was_typed_comes_back_after_a_crash(mediator: Mediator) -> None:
    mediator.first()
    mediator.screen.qtbot.waitUntil(lambda: kept(mediator.screen), timeout=PAUSE + 3000)
    after = Mediator(Screen.opened(mediator.screen.qtbot, mediator.screen.jobs, mediator.screen.office))
    draft = unsaved(after.screen.office.drafts, ACTOR.name, (ON_THE_SPOT,))[0]
    after.screen.back()
    after = Mediator(after.screen, SettleOnTheSpot(draft.id))
    assert after.entries.result.toPlainText() == "演示：互相赔礼道歉"
    assert [after.entries.party_a.text(), after.entries.handler.text()] == ["演示甲", "演示调解员"]
    after.press(Qt.Key.Key_Return, _CONTROL)
    assert len(disputes(after.screen, "演示甲与演示乙")) == 1
    assert not kept(after.screen)


def test_leaving_asks_what_becomes_of_it(mediator: Mediator) -> None:
    mediator.first()
    mediator.screen.back()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "保留草稿").click()
    mediator.screen.settle()
    assert kept(mediator.screen)
    mediator.screen.page(HomePage)


def test_the_dispute_on_file_between_the_same_people_is_told(mediator: Mediator) -> None:
    mediator.first()
    mediator.press(Qt.Key.Key_Return, _CONTROL)
    mediator.first()
    mediator.screen.qtbot.waitUntil(lambda: bool(mediator.page.duplicates.lines), timeout=4000)
    assert "演示甲与演示乙邻里纠纷" in mediator.page.duplicates.lines[0]
