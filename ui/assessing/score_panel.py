"""The ranking and, below it, how the chosen worker came to his points (成绩和逐项得分)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from gridapp.assessing.sheet import Assessment, Line, Score
from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from ui.assessing.line_model import RULE, WIDTHS, LineModel
from ui.assessing.score_sheet import ordered, score_sheet
from ui.assessing.score_words import figure_in_words, points_in_words, post_in_words, shown_figure
from ui.figures.figure_view import FigureView
from ui.requests import ShowDue, ShowFigure
from ui.widgets.row_table import RowTable
from ui.widgets.scroll_down import ScrollDown

_LINES = 4
_SHARES = (300, 260)


class ScorePanel(QWidget):
    """F6 goes from the ranking to the items and back; Enter on a number or an item opens its list."""

    asked = Signal(object)
    marks_asked = Signal()
    """What was entered by hand is to be shown."""

    def __init__(self, areas: AreaTree) -> None:
        super().__init__()
        self._areas = areas
        self.scores: Sequence[Score] = ()
        self.score: Score | None = None
        self.view = FigureView("考核成绩")
        self.view.keep_readable(_LINES)
        self.view.setToolTip("双击或按回车查看这一项的名单；F6 到逐项得分；Ctrl+C 复制选中的格子")
        self.view.asked.connect(self.asked)
        self.view.selectionModel().currentChanged.connect(lambda index: self._choose(index.row()))
        self.heading = QLabel()
        self.heading.setObjectName("card_title")
        self.model = LineModel()
        self.table = RowTable(self.model, "逐项得分")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, RULE)
        self.table.setMinimumHeight((_LINES + 1) * self.table.verticalHeader().defaultSectionSize())
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._offer(index.row()))
        self.buttons: list[QPushButton] = []
        self._buttons = QHBoxLayout()
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_F6), self, self._turn)

    def _lay_out(self) -> None:
        below = QWidget()
        items = QVBoxLayout(below)
        items.setContentsMargins(0, 0, 0, 0)
        items.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addStretch()
        head.addLayout(self._buttons)
        items.addLayout(head)
        items.addWidget(self.table, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(self.view)
        split.addWidget(below)
        split.setSizes(_SHARES)
        split.setObjectName("canvas")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._whole = ScrollDown(split)
        layout.addWidget(self._whole, 1)

    def show_assessment(self, assessment: Assessment, role: str | None) -> None:
        """Shows the workers of a role, or all; the worker who was looked at stays."""
        kept = self.score.worker.name if self.score else None
        self.scores = ordered(assessment, role)
        self.view.show_sheet(score_sheet(assessment, self._areas, role))
        names = [score.worker.name for score in self.scores]
        row = names.index(kept) if kept in names else 0
        if self.scores:
            self.view.setCurrentIndex(self.view.figures.index(row, max(self.view.currentIndex().column(), 0)))
        self._choose(row)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self.scores):
            return
        score, item = self.scores[row], max(self.table.currentIndex().row(), 0)
        self.score, worker = score, score.worker
        self.heading.setText(
            f"{worker.name}　{worker.role}　{post_in_words(self._areas, worker.village, worker.grid)}　"
            f"{worker.period.label}　总分 {points_in_words(score.total)}"
        )
        self.model.show(score.lines)
        self.table.selectRow(min(item, len(score.lines) - 1))
        self._offer(self.table.currentIndex().row())

    def _offer(self, row: int) -> None:
        """A button for each list that stands behind the item."""
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        if self.score is None or not 0 <= row < len(self.score.lines):
            return
        line, name = self.score.lines[row], self.score.worker.name
        for cell in line.figures:
            self._add(f"{cell.indicator.name} {figure_in_words(cell)}", shown_figure(cell, name))
        if line.left_out:
            query = CaseQuery(kind=Kind.PERSON, ids=line.left_out)
            self._add(f"未走访到 {len(line.left_out)} 人", ShowDue(query, f"{name} · 应走访未走访"))
        if line.item.by_hand:
            button = self._button(f"人工登记 {len({mark.entry for mark in line.marks})} 条")
            button.clicked.connect(self.marks_asked)

    def _add(self, words: str, request: ShowFigure | ShowDue) -> None:
        self._button(words).clicked.connect(lambda: self.asked.emit(request))

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("quiet")
        button.setToolTip("查看名单")
        self.buttons.append(button)
        self._buttons.addWidget(button)
        return button

    def _open(self, row: int) -> None:
        line: Line = self.model.rows[row]
        if line.figures and self.score is not None:
            self.asked.emit(shown_figure(line.figures[0], self.score.worker.name))
        else:
            self.marks_asked.emit()

    def _turn(self) -> None:
        target = self.table if self.view.hasFocus() else self.view
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._whole.ensureWidgetVisible(target)
