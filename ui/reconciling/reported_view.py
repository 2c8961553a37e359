"""The reported figures (上报数): what was reported beside what the ledger says, each explained at a key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.amount import Rate
from gridapp.counting.indicator import indicator_named
from gridapp.counting.reconciliation import AGREES, DIFFERS, PublishedFigure, cut_of, reconcile
from gridapp.reconciling.registering import remove
from ui.desk import Desk
from ui.figures.figure_words import value_in_words
from ui.figures.question import Question
from ui.figures.tab import Tab
from ui.reconciling.figure_dialog import FigureDialog
from ui.reconciling.figure_words import where_in_words
from ui.reconciling.readable_rows import keep_readable
from ui.reconciling.reason_dialog import ReasonDialog
from ui.reconciling.reported_model import COLUMNS, NAME, Line, ReportedModel
from ui.requests import ShowExplanation
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_table import RowTable


class ReportedView(Tab):
    """Enter or a double click opens the cases; each figure has its own period, so the one above matters not."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self._lines: Sequence[Line] = ()
        self._wanted = ""
        self.model = ReportedModel()
        self.table = RowTable(self.model, "上报数")
        self.model.setParent(self.table)
        self.table.give_widths([column.width for column in COLUMNS], NAME)
        keep_readable(self.table)
        self.table.row_opened.connect(lambda row: self.asked.emit(self.model.rows[row].figure))
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._look_at(index.row()))
        self.summary = QLabel()
        self.summary.setObjectName("card_title")
        self.verdicts = Combo("结论")
        self.verdicts.offer([(None, "全部结论"), (DIFFERS, f"只看{DIFFERS}"), (AGREES, f"只看{AGREES}")])
        self.verdicts.chosen.connect(self._narrow)
        self.explain_button = _button("说明差额(&E)", "逐件说明上报以后变动了哪些记录（Alt+E）", self.explain)
        self.explain_button.setObjectName("primary")
        self.new_button = _button("登记上报数…(&N)", "登记一个上报过的数（Alt+N）", self.begin)
        self.change_button = _button("修改…(&G)", "修改这个上报数，须写明原因（Alt+G）", self.change)
        self.remove_button = _button("移除…(&R)", "移除这个上报数，须写明原因（Alt+R）", self.remove)
        self.source = QLabel()
        self.source.setObjectName("rule")
        self.source.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        tools = (self.verdicts, self.new_button, self.change_button, self.remove_button, self.explain_button)
        top = QWidget()
        # A label is lower than the buttons beside it.
        self.summary.setMinimumHeight(self.verdicts.sizeHint().height())
        bar = FlowLayout(top, 8)
        bar.tail = len(tools)
        for widget in (self.summary, *tools):
            bar.addWidget(widget)
        below = Card()
        below.body.addWidget(self.source)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(below)

    @property
    def line(self) -> Line | None:
        """The figure that is looked at."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    @override
    def load(self) -> None:
        desk, town = self.desk, self.desk.areas.name(self.question.town)
        self.questions.ask("figures", lambda: _reconciled(desk, town), self._show, self.refuse)

    def _show(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        agreeing = sum(line.found.agrees for line in lines)
        self.summary.setText(
            f"上报数 {len(lines)} 个，相符 {agreeing} 个，不符 {len(lines) - agreeing} 个"
            if lines
            else "还没有登记上报数"
        )
        self._narrow()
        self.shown.emit()

    def _narrow(self) -> None:
        wanted = self._wanted or (self.line.found.published.id if self.line else "")
        self._wanted = ""
        self.model.show([line for line in self._lines if self.verdicts.key in (None, line.found.verdict)])
        ids = [line.found.published.id for line in self.model.rows]
        self.table.selectRow(ids.index(wanted) if wanted in ids else 0)
        self._look_at(self.table.currentIndex().row())

    def _look_at(self, row: int) -> None:
        line = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        for button in (self.explain_button, self.change_button, self.remove_button):
            button.setEnabled(line is not None)
        self.source.setText(_told(line) if line else "")

    def explain(self) -> None:
        """Opens the explanation of the figure that is looked at."""
        if self.line is not None:
            self.asked.emit(ShowExplanation(self.line.found.published.id))

    def begin(self) -> None:
        """Asks for a new figure."""
        self._ask_for(None)

    def change(self) -> None:
        """Asks how the figure that is looked at is to be."""
        if self.line is not None:
            self._ask_for(self.line.found.published)

    def _ask_for(self, figure: PublishedFigure | None) -> None:
        dialog = FigureDialog(self, self.desk, figure)
        dialog.saved.connect(lambda kept: self._kept(kept, "登记" if figure is None else "修改"))
        dialog.open()

    def _kept(self, figure: PublishedFigure, action: str) -> None:
        self._wanted = figure.id
        self.verdicts.choose(None)
        self.told.emit(f"上报数 {figure.id}“{figure.title}”已{action}。")
        self._again()

    def remove(self) -> None:
        """Asks why the figure that is looked at is to be taken out."""
        if self.line is None:
            return
        desk, figure = self.desk, self.line.found.published
        dialog = ReasonDialog(
            self,
            desk,
            "移除",
            f"{figure.id}　{figure.title}　上报 {self.line.found.reported_in_words}",
            "移除后不再对账；登记和修改的经过仍然保留。",
            lambda reason: remove(desk.office, figure, reason, desk.actor, desk.clock),
        )
        dialog.saved.connect(lambda: self._removed(figure))
        dialog.open()

    def _removed(self, figure: PublishedFigure) -> None:
        self.told.emit(f"上报数 {figure.id}“{figure.title}”已移除。")
        self._again()

    def _again(self) -> None:
        self.mark_stale()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _button(text: str, hint: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    button.clicked.connect(lambda: act())
    return button


def _told(line: Line) -> str:
    found, published = line.found, line.found.published
    indicator = indicator_named(published.indicator)
    where = f"　条件：{where_in_words(published.where)}" if published.where else ""
    sentence = f"（{published.sentence}）" if published.sentence else ""
    told = f"出处：{published.source}{sentence}\n口径：{indicator.name}——{indicator.rule}{where}"
    if isinstance(found.recomputed, Rate) and not found.agrees:
        told += f"\n公布 {found.reported_in_words}，重算 {value_in_words(found.recomputed)}，"
        told += f"相差 {found.difference_in_words}；两个数都保留，公布数不改。"
    return told


def _reconciled(desk: Desk, town: str | None) -> Sequence[Line]:
    ledger, words = desk.office.ledger, desk.words
    return [
        Line(reconcile(ledger, words, published), cut_of(published, words))
        for published in desk.office.registers.published(town)
    ]
