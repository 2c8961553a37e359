"""The document that is served after an inspection (整改文书): proposed as soon as something is to be mended."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from gridapp.cases.hazard.finding import Finding
from gridapp.cases.inspection.draft import NoticeDraft
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard_limit import HazardStage, hazard_due
from gridapp.domain.notice import NoticeKind
from gridapp.domain.problem import Problem
from ui.cases.moment_edit import MomentEdit
from ui.desk import Desk
from ui.recording.small_form import SmallForm, told_of
from ui.widgets.listed_box import ListedBox
from ui.widgets.names_edit import NamesEdit

NOTICE = "notice"
_NAMES = {
    "kind": "文书种类",
    "number": "文书编号（不填自动编号）",
    "due_at": "整改期限",
    "served_to": "签收人",
    "served_at": "送达时间（不填为当场）",
    "signers": "检查人签名（不填为全部检查人）",
}
_ROWS = (
    (("kind", 4), ("number", 4), ("due_at", 4)),
    (("served_to", 4), ("served_at", 4), ("signers", 4)),
)


class NoticeBox(QWidget):
    """Whether a document is served, and which; Alt+W says so or takes it back."""

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_own_choice = False
        self.setAccessibleName("整改文书")
        self.wanted = QCheckBox("开具文书")
        self.wanted.setToolTip("开具或不开文书（Alt+W）")
        self.setFocusProxy(self.wanted)
        self.kind = ListedBox("文书种类", tuple(NoticeKind))
        self.number, self.served_to = QLineEdit(), QLineEdit()
        self.due_at = MomentEdit("文书整改期限", desk.today, is_limit=True)
        self.served_at = MomentEdit("送达时间", desk.today)
        self.signers = NamesEdit("签名检查人")
        entries = {
            "kind": self.kind,
            "number": self.number,
            "due_at": self.due_at,
            "served_to": self.served_to,
            "served_at": self.served_at,
            "signers": self.signers,
        }
        self.form = SmallForm(entries, _NAMES, _ROWS, ("kind", "due_at"))
        self._about = QLabel()
        self._about.setObjectName("hint")
        self._about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.wanted, self._about, self.form):
            column.addWidget(widget)
        QShortcut(QKeySequence("Alt+W"), self, self._press)
        self.wanted.toggled.connect(self._chosen)
        self.form.changed.connect(self.changed)
        self.form.left.connect(self.left)
        self.show_notice(None)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops, in order."""
        return (self.wanted, *self.form.stops)

    @property
    def about(self) -> str:
        """Which hazards it orders to be mended."""
        return self._about.text()

    @property
    def has_problems(self) -> bool:
        """Whether anything is told to be wrong."""
        return self.form.has_problems

    def notice(self, at: datetime | None) -> NoticeDraft | None:
        """What is written; handed over at once, where it is said to whom and not when."""
        if not self.wanted.isChecked():
            return None
        served_to, served_at = self.form.line("served_to"), self.form.moment("served_at")
        return NoticeDraft(
            kind=self.kind.key or NoticeKind.ORDER.value,
            number=self.form.line("number"),
            served_to=served_to,
            served_at=served_at or (at if served_to.strip() else None),
            signers=self.signers.names,
            due_at=self.form.moment("due_at"),
        )

    def show_notice(self, notice: NoticeDraft | None, at: datetime | None = None) -> None:
        """Shows a document, or that none is served; nobody has chosen yet."""
        shown = notice or NoticeDraft()
        with QSignalBlocker(self.wanted):
            self.wanted.setChecked(notice is not None)
        self._is_own_choice = False
        self.kind.show_word(shown.kind)
        self.number.setText(shown.number)
        self.due_at.show_moment(shown.due_at)
        self.served_to.setText(shown.served_to)
        self.served_at.show_moment(None if shown.served_at == at else shown.served_at)
        self.signers.show_names(shown.signers)
        self.form.show_problems({})
        self.form.setVisible(notice is not None)
        self.show_findings(())

    def propose(self, findings: Sequence[Finding], owner: str, at: datetime | None, deadlines: Deadlines) -> None:
        """Serves one where something is to be mended, with the usual limit, unless somebody chose otherwise."""
        to_mend = [finding for finding in findings if not finding.on_the_spot]
        if not self._is_own_choice:
            with QSignalBlocker(self.wanted):
                self.wanted.setChecked(bool(to_mend))
        wanted = self.wanted.isChecked()
        self.form.setVisible(wanted)
        if wanted and at is not None and not self.due_at.text():
            self.due_at.show_moment(hazard_due(HazardStage.MEND, at, deadlines))
        if wanted and not self.served_to.text() and not self.served_to.isModified():
            self.served_to.setText(owner)
        self.show_findings(findings)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Says which hazards it orders to be mended."""
        places = "、".join(str(n) for n, finding in enumerate(findings, 1) if not finding.on_the_spot)
        if not self.wanted.isChecked():
            self._about.setText(
                "不开文书（Alt+W 开具）" if places else "没有要限期整改的隐患（Alt+W 可开现场检查记录）"
            )
        elif self.kind.key == NoticeKind.ORDER:
            self._about.setText(f"责令整改隐患 {places}" if places else "没有需要限期整改的隐患")
        else:
            self._about.setText("")

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows what is wrong with each field."""
        self.form.show_problems(told_of(problems, NOTICE))

    def go_to_first_problem(self) -> None:
        """Goes to the first field with a problem."""
        self.form.go_to_first_problem()

    def _press(self) -> None:
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.toggle()

    def _chosen(self) -> None:
        self._is_own_choice = True
        self.form.setVisible(self.wanted.isChecked())
        self.changed.emit()
