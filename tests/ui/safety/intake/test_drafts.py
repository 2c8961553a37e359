"""Nothing typed about an inspection is lost: kept while typing, offered again, asked about when the form is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Answer, Inspection
from tests.offices import ACTOR
from tests.ui.recording.clerk import answer
from tests.ui.safety.intake.inspector import ALT, Inspector
from tests.ui.screen import Screen
from ui.home.home_page import HomePage
from ui.recording.drafts_dialog import DraftsDialog
from ui.recording.unsaved_forms import unsaved
from ui.safety.intake.inspection_draft import NEW_INSPECTION

_SECONDS = 2


def _drafts(screen: Screen) -> int:
    return len(unsaved(screen.office.drafts, ACTOR.name, (NEW_INSPECTION,)))


def _fill(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    inspector.check("210")
    inspector.entries.findings.rows[0].spot.setFocus()
    inspector.type("演示：二楼")
    inspector.entries.findings.rows[0].due_at.setText("看不懂")
    inspector.entries.notice.served_to.setText("演示签收人")


def _after_a_crash(inspector: Inspector) -> Inspector:
    """A window that is opened anew on the same office, without the first having been asked anything."""
    screen = inspector.screen
    screen.qtbot.waitUntil(lambda: _drafts(screen) == 1, timeout=_SECONDS * 1000)
    inspector.page.questions.forget()
    other = Inspector(Screen.opened(screen.qtbot, screen.jobs, screen.office))
    other.press(Qt.Key.Key_U, held=ALT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DraftsDialog)
    other.screen.press(dialog.list, Qt.Key.Key_Return)
    return other


def test_a_form_with_hazards_and_notice_comes_back_whole(inspector: Inspector) -> None:
    _fill(inspector)
    draft = inspector.page.form.draft()
    other = _after_a_crash(inspector)
    assert other.page.form.draft() == draft
    assert other.entries.findings.rows[0].due_at.text() == "看不懂"
    assert other.entries.checks.checks[0].answer is Answer.FAILS


def test_saving_throws_the_draft_away(inspector: Inspector) -> None:
    _fill(inspector)
    other = _after_a_crash(inspector)
    other.entries.findings.rows[0].due_at.setText("")
    other.page.save_and_go_on()
    other.screen.settle()
    assert len(other.saved(Inspection)) == len(other.saved(Hazard)) == 1
    assert _drafts(other.screen) == 0


def test_leaving_asks_and_keeps_a_draft(inspector: Inspector) -> None:
    _fill(inspector)
    inspector.screen.window.go_back()
    answer("保留草稿")
    inspector.screen.settle()
    inspector.screen.page(HomePage)
    assert _drafts(inspector.screen) == 1
