"""What an agreement obliges to (履行事项): a line each of who, what, how much and by when, filled by keyboard."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from gridapp.domain.mediation import Term
from ui.cases.amount_text import read_amount, spoken_amount
from ui.cases.moment_edit import MomentEdit
from ui.cases.word_box import WordBox
from ui.widgets.lines_box import LinesBox

_STRETCH = (3, 6, 2, 3)
_Row = tuple[WordBox, QLineEdit, QLineEdit, MomentEdit]


class TermsBox(LinesBox[_Row]):
    """Lines of 谁, 做什么, 金额 and 期限; an empty one is none."""

    def __init__(self, name: str, obliged: Sequence[str], today: date) -> None:
        super().__init__(name, "履行事项", _STRETCH)
        self._obliged, self._today = obliged, today
        self.add_button.setObjectName("small")
        self.add_rows(1)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms, as far as they are filled in; raises `ValueError` where one cannot be read."""
        return tuple(self._term(number, row) for number, row in enumerate(self.rows, 1) if any(_texts(row)))

    def show_terms(self, terms: Iterable[Term]) -> None:
        """Shows some terms."""
        wanted = tuple(terms)
        self.add_rows(len(wanted))
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

    @override
    def entries_of(self, number: int) -> _Row:
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
        return who, what, amount, due


def _texts(row: _Row) -> tuple[str, ...]:
    return tuple(entry.text().strip() for entry in row)


def _sum(number: int, text: str) -> Decimal | None:
    try:
        return read_amount(text)
    except ValueError as error:
        raise ValueError(f"第 {number} 项的金额应为数字，如 3000 或 3000.50。") from error
