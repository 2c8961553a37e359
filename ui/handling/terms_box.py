"""What an agreement obliges to (履行事项): a line each of who, what, how much and by when, filled by keyboard."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from gridapp.domain.mediation import Term
from ui.cases.amount_text import read_amount, spoken_amount
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import WordBox

_STRETCH = (3, 6, 2, 3)
_Row = tuple[WordBox, QLineEdit, QLineEdit, MomentEdit]


class TermsBox(QWidget):
    """Lines of 谁, 做什么, 金额 and 期限; an empty one is none."""

    changed = Signal()
    grown = Signal()
    """There is a line more."""

    def __init__(self, name: str, obliged: Sequence[str], today: date) -> None:
        super().__init__()
        self._obliged, self._today = obliged, today
        self.setAccessibleName(name)
        self.rows: list[_Row] = []
        self.add_button = QPushButton("再加一项")
        self.add_button.setObjectName("small")
        self.add_button.setToolTip("再加一项履行事项（Alt+T）；Ctrl+Delete 清空所在的一项")
        self.add_button.clicked.connect(self._begin_row)
        # A shortcut of the button itself would press it for a moment first, and miss what is typed next.
        QShortcut(QKeySequence("Alt+T"), self, self._begin_row)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for column, stretch in enumerate(_STRETCH):
            self._grid.setColumnStretch(column, stretch)
        self._add_row()
        self.setFocusProxy(self.rows[0][0])

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms, as far as they are filled in; raises `ValueError` where one cannot be read."""
        return tuple(self._term(number, row) for number, row in enumerate(self.rows, 1) if any(_texts(row)))

    def show_terms(self, terms: Iterable[Term]) -> None:
        """Shows some terms."""
        wanted = tuple(terms)
        while len(self.rows) < len(wanted):
            self._add_row()
        for (who, what, amount, due), term in zip(self.rows, wanted, strict=False):
            who.show_words(term.who or "")
            what.setText(term.what)
            amount.setText(spoken_amount(term.amount))
            due.show_moment(term.due_at)

    def _term(self, number: int, row: _Row) -> Term:
        who, what, amount, due = row
        if not due.readable:
            raise ValueError(f"第 {number} 项的期限看不懂，请写成 0711 或 2018-07-11。")
        return Term(
            agreement=0,
            who=who.words.strip() or None,
            what=what.text().strip(),
            amount=_sum(number, amount.text()),
            due_at=due.moment,
        )

    def _begin_row(self) -> None:
        self._add_row()
        self.rows[-1][0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def _add_row(self) -> None:
        number = len(self.rows) + 1
        who = WordBox(f"第 {number} 项由谁履行")
        who.setPlaceholderText("由谁履行")
        who.offer(self._obliged)
        what, amount = QLineEdit(), QLineEdit()
        what.setAccessibleName(f"第 {number} 项履行内容")
        what.setPlaceholderText(f"第 {number} 项：做什么，如支付医药费")
        amount.setAccessibleName(f"第 {number} 项金额（元）")
        amount.setPlaceholderText("元")
        due = MomentEdit(f"第 {number} 项履行期限", self._today, is_limit=True)
        due.setPlaceholderText("期限，如 0711")
        due.setMinimumWidth(due.fontMetrics().horizontalAdvance("2018-07-11") + 4 * due.fontMetrics().height())
        before = self.rows[-1][-1] if self.rows else None
        self.rows.append((who, what, amount, due))
        for column, entry in enumerate((who, what, amount, due)):
            entry.textChanged.connect(self.changed)
            entry.installEventFilter(self)
            self._grid.addWidget(entry, number - 1, column)
        self._grid.addWidget(self.add_button, number, 0, Qt.AlignmentFlag.AlignLeft)
        if before is not None:
            self.setTabOrder(before, who)
        for one, following in ((who, what), (what, amount), (amount, due), (due, self.add_button)):
            self.setTabOrder(one, following)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Delete
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            for entry in next(row for row in self.rows if watched in row):
                entry.clear()
            return True
        return super().eventFilter(watched, event)


def _texts(row: _Row) -> tuple[str, ...]:
    return tuple(entry.text().strip() for entry in row)


def _sum(number: int, text: str) -> Decimal | None:
    try:
        return read_amount(text)
    except ValueError as error:
        raise ValueError(f"第 {number} 项的金额应为数字，如 3000 或 3000.50。") from error
