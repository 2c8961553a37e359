"""Cases that may be the same matter (疑似重复): quiet, beside the form, with the reasons in words."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from gridapp.cases.duplicates import Suspicion
from gridapp.domain.area import AreaTree
from gridapp.domain.moment import day_of
from gridapp.domain.status import Status
from ui.recording.case_cards import CaseCards
from ui.widgets.card import Card

_NOTHING = "填写时自动比对，没有发现疑似重复。"


class DuplicatesPanel(Card):
    """At most five cases; Enter opens one beside the form."""

    opened = Signal(object)
    """The id of a case that is to be looked at."""

    def __init__(self, areas: AreaTree) -> None:
        super().__init__("疑似重复")
        self._areas = areas
        self._suspicions: Sequence[Suspicion] = ()
        self._elsewhere: Collection[UUID] = ()
        self.setToolTip("Alt+D 到这里，回车打开对照，不影响保存")
        self._said = QLabel(_NOTHING)
        self._said.setObjectName("muted")
        self._said.setWordWrap(True)
        self.list = CaseCards("疑似重复")
        self.list.opened.connect(self.opened)
        self.list.hide()
        self.body.addWidget(self._said)
        self.body.addWidget(self.list, 1)
        self.body.addStretch()

    @property
    def lines(self) -> Sequence[str]:
        """What it says of each case."""
        return self.list.lines

    def show_suspicions(self, suspicions: Sequence[Suspicion]) -> None:
        """Shows some cases, strongest suspicion first."""
        self._suspicions = suspicions
        self._show()

    def leave_out(self, elsewhere: Collection[UUID]) -> None:
        """Leaves out cases that are shown elsewhere beside the form."""
        if set(elsewhere) != set(self._elsewhere):
            self._elsewhere = elsewhere
            self._show()

    def _show(self) -> None:
        suspicions = [one for one in self._suspicions if one.case.id not in self._elsewhere]
        self.list.clear()
        for suspicion in suspicions:
            case = suspicion.case
            where = self._areas.name(case.village) or "村社未填"
            facts = [Status(case.status).label, where, f"{day_of(case.reported_at):%m-%d}"]
            self.list.add(case.id, "、".join(suspicion.reasons), case.title, facts, case.number)
        count = len(suspicions)
        self.set_heading(f"疑似重复 {count} 件（Alt+D）" if count else "疑似重复")
        self._said.setText("可能已经登记过，请核对；不影响保存。" if count else _NOTHING)
        self.list.setVisible(bool(count))

    def enter(self) -> None:
        """Takes the keyboard, if there is anything to look at."""
        self.list.enter()
