"""What the pages of all saved cases have in common (办理页): head, course, dialogs, and what comes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from gridapp.cases.reading import Sealed
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from gridapp.papers.catalogue import catalogue
from ui.desk import Desk
from ui.handling.action import Action, Deed, why_not_now
from ui.handling.course_panel import CoursePanel
from ui.handling.head import Head
from ui.handling.loaded import Loaded, load
from ui.handling.merge_dialog import MergeDialog
from ui.handling.move_asking import MoveAsking
from ui.handling.proposals import People
from ui.handling.seal import Seal
from ui.page import Page
from ui.printing.case_order import case_order
from ui.printing.printing import Printing
from ui.recording.attachment_viewer import AttachmentViewer
from ui.recording.offered_people import read_people
from ui.requests import NewDispute, ShowPapers


class CasePage(Page):
    """Loads a case, shows it, and does with it what is chosen; how it lies on the screen is up to the page."""

    def __init__(self, desk: Desk, kind: Kind, case_id: UUID) -> None:
        super().__init__(desk, kind.label)
        self._kind, self._id = kind, case_id
        self.loaded: Loaded | None = None
        self.people = People()
        self._viewer = AttachmentViewer(desk, self)
        self._seal = Seal(self)
        self.head = Head()
        self.head.opened.connect(self.asked)
        self.course = CoursePanel()
        self.course.chosen.connect(self.begin)
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.course.printing.connect(self._print)
        self.course.papers_button.setVisible(bool(catalogue().of_kind(kind)))
        self.course.papers.connect(self._show_papers)
        self.course.history.file_wanted.connect(self._look_at_file)
        QShortcut(QKeySequence("Ctrl+Shift+H"), self, self._read_history)
        self.course.history.text.setToolTip("Ctrl+Shift+H 到这里，方向键滚动，Ctrl+C 复制所选")

    @override
    def reload(self) -> None:
        desk, case_id = self.desk, self._id
        self.questions.ask("case", lambda: load(desk, case_id), self._opened, self._not_opened)

    def _opened(self, loaded: Loaded) -> None:
        self._seal.lift()
        self.show_loaded(loaded)

    def _not_opened(self, refusal: Refusal) -> None:
        if isinstance(refusal, Sealed):
            self.loaded = None
            self.entitle(f"{self._kind.label}（已保密）")
            self._seal.close_page(str(refusal))
        else:
            self.refuse(refusal)

    def show_loaded(self, loaded: Loaded) -> None:
        """Shows a case as it stands."""
        first = self.loaded is None
        self.loaded = loaded
        self.entitle(f"{self._kind.label} {loaded.case.number}")
        self.head.show_case(loaded, self.desk.now, self.desk.deadlines)
        self.course.show_case(loaded, self.desk.areas, self.desk.now, self.desk.deadlines)
        if first:
            self._ask_people(loaded.case.town)
            self.course.moves.focus_first()

    def begin(self, action: Action, given: Mapping[str, Any] | None = None) -> None:
        """Asks for the particulars of an action, some of which are known already; it is done when they are confirmed.

        A dispute that is opened from this case has a page of its own.
        """
        if self.loaded is None:
            return
        case = self.loaded.case
        reason = why_not_now(case, action, self.desk.now, self.desk.deadlines)
        if reason is not None:
            self.refused.emit(reason)
        elif action is Move.REFER:
            self.asked.emit(NewDispute(source=case.id))
        elif action is Deed.MERGE:
            merging = MergeDialog(self, self.desk, case)
            merging.done_with.connect(self.carried_out)
            merging.open()
        else:
            people, show, done = self.people, self.show_loaded, self.carried_out
            MoveAsking(self, self.desk, case, action, people, show, done, given).open()

    def carried_out(self, sentence: str) -> None:
        """Something was done and saved: everything is shown anew."""
        self.cases_changed.emit()
        self.told.emit(sentence)
        self.reload()

    def _print(self) -> None:
        if self.loaded is not None:
            self.printing.show(case_order(self.loaded, self.desk.areas))

    def _show_papers(self) -> None:
        if self.loaded is not None:
            case = self.loaded.case
            self.asked.emit(ShowPapers(case.kind, case.id, f"{case.number} {case.title}"))

    def _read_history(self) -> None:
        self.course.history.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_people(self, town: str) -> None:
        registers = self.desk.office.registers
        self.questions.ask("people", lambda: read_people(registers, town), self._keep_people, self.refuse)

    def _keep_people(self, found: tuple[Sequence[str], Sequence[str]]) -> None:
        staff, units = found
        self.people = replace(self.people, staff=staff, units=units)

    def _look_at_file(self, name: str, digest: str) -> None:
        if self.loaded is None:
            return
        files = [file for file in self.loaded.case.attachments if (file.name, file.sha256) == (name, digest)]
        if files:
            self._viewer.look_at(files[0], self.refuse)
        else:
            self.refuse(Refusal(f"附件“{name}”已经从这一件移除。"))
