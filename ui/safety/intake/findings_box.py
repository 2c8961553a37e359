"""The hazards of an inspection (隐患清单): lines that come from the checklist or by a key, and go by another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gridapp.cases.hazard.finding import Finding
from gridapp.domain.problem import Problem
from ui.desk import Desk
from ui.recording.small_form import told_of
from ui.safety.intake.finding_row import FindingRow
from ui.widgets.tab_order import put_in_order

FINDINGS = "findings"
_NONE = "没有隐患。检查表里答“不符合”的自动列到这里，也可以自己加。"
_SOME = "Ctrl+Delete 删除所在的一项"


class FindingsBox(QWidget):
    """Any number of hazards; Alt+H adds one, Ctrl+Delete takes the one at hand away."""

    changed = Signal()
    left = Signal()
    settled = Signal()
    """Photos of a line have been read."""

    def __init__(self, desk: Desk, blank: Callable[[], Finding], watch: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._desk, self._blank, self._watch = desk, blank, watch
        self._names: Sequence[str] = ()
        self.rows: list[FindingRow] = []
        self.setAccessibleName("隐患")
        self.add_button = QPushButton("再加一项隐患")
        self.add_button.setObjectName("small")
        self.add_button.setToolTip("再加一项隐患（Alt+H）；Ctrl+Delete 删除所在的一项")
        self.add_button.clicked.connect(self.begin_row)
        self.setFocusProxy(self.add_button)
        self._hint = QLabel(_NONE)
        self._hint.setObjectName("hint")
        # A button's own shortcut clicks a tenth of a second late, when the next keys have gone elsewhere already.
        QShortcut(QKeySequence("Alt+H"), self, self.begin_row)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Delete"), self, self._drop_at_hand, context=inside)
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.add_button)
        bar.addWidget(self._hint, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(bar)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is written."""
        return tuple(row.finding for row in self.rows)

    @property
    def is_busy(self) -> bool:
        """Whether photos are still being read."""
        return any(row.is_busy for row in self.rows)

    @property
    def has_problems(self) -> bool:
        """Whether anything is told to be wrong with a line."""
        return any(row.form.has_problems for row in self.rows)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Shows some hazards, and no others."""
        for row in tuple(self.rows):
            self._remove(row)
        for finding in findings:
            self._add(finding)
        self._number()

    def add(self, finding: Finding) -> None:
        """Puts one more at the end; the keyboard stays where it is."""
        self._add(finding)
        self._number()
        self.changed.emit()

    def take_back(self, finding: Finding) -> None:
        """Takes a line away that is still as it came."""
        row = next((row for row in self.rows if row.finding == finding), None)
        if row is not None:
            self._remove(row)
            self._number()
            self.changed.emit()

    def begin_row(self) -> None:
        """Adds a line and goes to it."""
        self.add(self._blank())
        self.rows[-1].title.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_people(self, names: Sequence[str]) -> None:
        """Offers a town's people."""
        self._names = names
        for row in self.rows:
            row.offer_people(names)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows what is wrong with each line."""
        for place, row in enumerate(self.rows):
            row.show_problems(told_of(problems, f"{FINDINGS}.{place}"))

    def go_to_first_problem(self) -> None:
        """Goes to the first entry with a problem."""
        row = next((row for row in self.rows if row.form.has_problems), None)
        if row is not None:
            row.form.go_to_first_problem()

    def unreadable(self) -> Iterable[Problem]:
        """What is wrong with entries that cannot be read."""
        for place, row in enumerate(self.rows):
            for problem in row.form.unreadable():
                yield Problem(f"{FINDINGS}.{place}.{problem.field}", problem.code, problem.message)

    def typed(self) -> Sequence[Mapping[str, Any]]:
        """What cannot be read, line by line, as it was typed."""
        typed = [dict(row.form.typed()) for row in self.rows]
        return typed if any(typed) else ()

    def retype(self, typed: Any) -> None:
        """Writes again what could not be read."""
        if isinstance(typed, list):
            for row, texts in zip(self.rows, typed, strict=False):
                row.form.retype(texts if isinstance(texts, dict) else {})

    def _drop_at_hand(self) -> None:
        place = next((n for n, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget() or self)), None)
        if place is None:
            return
        self._remove(self.rows[place])
        self._number()
        self.changed.emit()
        after = self.rows[min(place, len(self.rows) - 1)].title if self.rows else self.add_button
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, finding: Finding) -> None:
        row = FindingRow(self._desk)
        row.show_finding(finding)
        row.offer_people(self._names)
        row.form.changed.connect(self.changed)
        row.form.left.connect(self.left)
        for box in (row.attachments, row.after):
            box.settled.connect(self.settled)
        for stop in row.form.stops:
            self._watch(stop)
        before = self.rows[-1].form.stops[-1] if self.rows else self.add_button
        self.rows.append(row)
        self._column.addWidget(row)
        # The next keys may come before the layout has shown it.
        row.show()
        put_in_order([before, *row.form.stops])

    def _remove(self, row: FindingRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for place, row in enumerate(self.rows, 1):
            row.number(place)
        self._hint.setText(_SOME if self.rows else _NONE)
