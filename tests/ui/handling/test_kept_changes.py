"""Changes of a saved event are kept while they are typed, and offered again after the window was gone."""

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from tests.offices import ACTOR, amended, at, recorded
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage
from ui.handling.amendment_draft import amendment_of
from ui.handling.conflict_dialog import ConflictDialog
from ui.recording.draft_keeper import PAUSE
from ui.requests import ShowHome, ShowRecord


def _opened(screen: Screen, case: Case) -> EventPage:
    screen.go(ShowRecord(Kind.EVENT, case.id))
    return screen.page(EventPage)


def _left_behind(screen: Screen) -> Case:
    """An event whose changes were typed when the window went away without asking."""
    event = recorded(screen.office, at(2018, 2, 20))
    page = _opened(screen, event)
    page.edit()
    page.form.entries.title.setText("演示：没来得及保存")
    drafts = screen.office.drafts
    screen.qtbot.waitUntil(lambda: amendment_of(drafts, ACTOR.name, event.id) is not None, timeout=PAUSE + 3000)
    page.ended.emit()
    screen.settle()
    return event


def test_changes_are_offered_again_and_saved(screen: Screen) -> None:
    event = _left_behind(screen)
    page = _opened(screen, event)
    assert page.kept.isVisible()
    screen.click(page.kept.continue_button)
    assert page.form.entries.title.text() == "演示：没来得及保存"
    page.save()
    screen.settle()
    assert screen.office.cases.load(event.id).title == "演示：没来得及保存"
    assert amendment_of(screen.office.drafts, ACTOR.name, event.id) is None


def test_changes_that_were_begun_from_an_older_version_are_compared(screen: Screen) -> None:
    event = _left_behind(screen)
    amended(screen.office, event, address="演示路1号", title="演示：他的标题")  # type: ignore[arg-type]
    page = _opened(screen, event)
    screen.click(page.kept.continue_button)
    page.save()
    screen.settle()
    (dialog,) = page.findChildren(ConflictDialog)
    assert list(dialog.choices) == ["title"]


def test_discarded_changes_are_gone(screen: Screen) -> None:
    event = _left_behind(screen)
    page = _opened(screen, event)
    screen.click(page.kept.discard_button)
    assert amendment_of(screen.office.drafts, ACTOR.name, event.id) is None
    screen.go(ShowHome())
    assert not _opened(screen, event).kept.isVisible()
