"""Merging cases that are the same matter (并案): which ones, which of them stays, and why."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gridapp.cases.merging import merge_all
from gridapp.domain.case import Case
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from ui.cases.field_box import FieldBox
from ui.cases.search_box import SearchBox
from ui.desk import Desk
from ui.dialogs import ask_before_dropping
from ui.handling.merge_candidates import MergeCandidate, searched, suspected
from ui.handling.state_words import state_in_words
from ui.jobs import Questions
from ui.widgets.combo import Combo

_HEADINGS = ("编号", "标题", "上报", "状态", "为什么疑似")
_CHECK, _CASE = 0, Qt.ItemDataRole.UserRole


class MergeDialog(QDialog):
    """Space ticks what is the same matter; one of all stays, the others are merged into it."""

    done_with = Signal(str)
    """It was done; one sentence."""

    def __init__(self, parent: QWidget, desk: Desk, case: Case) -> None:
        super().__init__(parent)
        self.setWindowTitle("并案")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._case = desk, case
        self._questions = Questions(desk.jobs, self)
        self._ticked: dict[UUID, Case] = {}
        self._may_go = False
        self._trouble = ""
        self.search = SearchBox()
        self.search.setPlaceholderText("按编号、标题查找同一乡镇的案件；不填则列出疑似重复")
        self.search.setMaximumWidth(16777215)
        self.search.wanted.connect(self._look_for)
        self.list = QTreeWidget()
        self.list.setAccessibleName("可并案的案件")
        self.list.setHeaderLabels(list(_HEADINGS))
        self.list.setObjectName("roomy")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.itemChanged.connect(self._tick)
        self.search.left.connect(self.list.setFocus)
        self.said = QLabel("正在查找疑似重复…")
        self.said.setObjectName("hint")
        self.kept = Combo("保留哪一件")
        self.kept.offer([(str(case.id), _name(case))])
        self.reason = QLineEdit()
        self.boxes = {
            "kept": FieldBox("保留哪一件（其余并入它，各自的编号保留）", self.kept, required=True),
            "reason": FieldBox("并案原因", self.reason, required=True),
        }
        self.confirm = QPushButton("确认并案")
        self.confirm.setObjectName("primary")
        self.confirm.setToolTip("确认并案（Ctrl+Enter）")
        self.confirm.clicked.connect(self.answer)
        self.cancel = QPushButton("取消")
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.answer)
        self._look_for("")

    def _lay_out(self) -> None:
        head = QLabel(f"勾选（空格键）与 {_name(self._case)} 是同一件事的案件：")
        head.setObjectName("about")
        head.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.said, 1)
        for button in (self.cancel, self.confirm):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        for box in self.boxes.values():
            column.addWidget(box)
        column.addLayout(buttons)
        letter = self.fontMetrics().horizontalAdvance("字")
        self.resize(letter * 66, self.fontMetrics().height() * 30)
        for place, letters in enumerate((17, 17, 7, 5)):
            self.list.setColumnWidth(place, letter * letters)

    def _look_for(self, text: str) -> None:
        office, case = self._desk.office, self._case
        work = (lambda: searched(office, case, text)) if text else (lambda: suspected(office, case))
        self._questions.ask("find", work, lambda found: self._show(found, bool(text)), self._refuse)

    def _show(self, found: Sequence[MergeCandidate], was_searched: bool) -> None:
        self._ticked |= {c.case.id: c.case for c in found if c.case.id in self._ticked}
        fresh = {candidate.case.id for candidate in found}
        kept = [MergeCandidate(case, ("已勾选",)) for case in self._ticked.values() if case.id not in fresh]
        with QSignalBlocker(self.list):
            self.list.clear()
            for candidate in (*kept, *found):
                self.list.addTopLevelItem(self._item(candidate))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        nothing = "没有找到，请换个词。" if was_searched else "没有发现疑似重复，可以按编号或标题查找。"
        self.said.setText(self._trouble or ("" if found else nothing))

    def _item(self, candidate: MergeCandidate) -> QTreeWidgetItem:
        case = candidate.case
        day = day_of(case.reported_at).isoformat()
        item = QTreeWidgetItem([case.number, case.title, day, state_in_words(case), "、".join(candidate.reasons)])
        item.setToolTip(1, case.title)
        item.setToolTip(4, "、".join(candidate.reasons))
        ticked = case.id in self._ticked
        item.setCheckState(_CHECK, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(_CHECK, _CASE, case)
        return item

    def _tick(self, item: QTreeWidgetItem) -> None:
        case: Case = item.data(_CHECK, _CASE)
        if item.checkState(_CHECK) is Qt.CheckState.Checked:
            self._ticked[case.id] = case
        else:
            self._ticked.pop(case.id, None)
        self.kept.offer((str(one.id), _name(one)) for one in (self._case, *self._ticked.values()))

    def answer(self) -> None:
        """Merges, or shows what is missing."""
        self._trouble = ""
        reason = self.reason.text().strip()
        self.boxes["reason"].show_problem("" if reason else "请填写并案原因。")
        if not self._ticked:
            self.said.setText("请先勾选是同一件事的案件。")
            self.list.setFocus()
        elif not reason:
            self.reason.setFocus()
        elif self.confirm.isEnabled():
            self.confirm.setEnabled(False)
            everyone = {case.id: case for case in (self._case, *self._ticked.values())}
            into = everyone.pop(UUID(self.kept.key or str(self._case.id)))
            self._merge({case.id: case.version for case in everyone.values()}, into, reason)

    def _merge(self, doubles: Mapping[UUID, int], into: Case, reason: str) -> None:
        desk = self._desk
        work = lambda: merge_all(desk.office.cases, doubles, into.id, reason, desk.deadlines, desk.actor, desk.clock)  # noqa: E731

        def done(merged: Sequence[Case]) -> None:
            self._may_go = True
            self.accept()
            self.done_with.emit(f"已把 {'、'.join(case.number for case in merged)} 并入 {into.number}。")

        self._questions.ask("merge", work, done, self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self.confirm.setEnabled(True)
        if isinstance(refusal, Overtaken):
            store, wanted = self._desk.office.cases, [self._case.id, *self._ticked]
            self._questions.ask("fresh", lambda: store.load_all(wanted), self._look_again, self._refuse)
        problems = refusal.problems if isinstance(refusal, Unacceptable) else ()
        self._trouble = problems[0].message if problems else str(refusal)
        self.said.setText(self._trouble)

    def _look_again(self, fresh: Mapping[UUID, Case]) -> None:
        """Somebody else saved one of them: what they are now is merged, once it was looked at."""
        self._case = fresh[self._case.id]
        self._ticked = {case_id: fresh[case_id] for case_id in self._ticked}
        self._look_for(self.search.text().strip())

    @override
    def reject(self) -> None:
        if self._may_go or not (self._ticked or self.reason.text().strip()):
            super().reject()
        else:
            ask_before_dropping(self, self._drop)

    def _drop(self) -> None:
        self._may_go = True
        self.reject()


def _name(case: Case) -> str:
    return f"{case.number} {case.title}"
