"""What a reported figure would be found to be (试算): recomputed while it is written."""

from PySide6.QtWidgets import QLabel

from gridapp.counting.indicator import indicator_named
from gridapp.counting.reconciliation import PublishedFigure, Reconciled, cut_of, reconcile
from gridapp.domain.problem import Problem, Refusal
from gridapp.reconciling.registering import problems_of_figure
from ui.desk import Desk
from ui.figures.figure_words import unit_in, value_in_words
from ui.jobs import Questions

_ASKED = frozenset({"town", "indicator", "where", "period"})
_WAITING = "选好乡镇、指标、条件和统计期间，这里显示按现在的记录重算的数。"


class FigurePreview(QLabel):
    """Asks again only when what is counted is another; the value beside it changes at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._questions = desk, Questions(desk.jobs, self)
        self._asked: object = None
        self._figure: PublishedFigure | None = None
        self._value_unread = True
        self.found: Reconciled | None = None
        self.setObjectName("rule")
        self.setWordWrap(True)
        self.setAccessibleName("试算")
        self.setText(_WAITING)

    def look_at(self, figure: PublishedFigure, unread: tuple[Problem, ...]) -> None:
        """Looks at a figure as it stands in the form, with what cannot be read of it."""
        unread_fields = {problem.field for problem in unread}
        self._figure, self._value_unread = figure, "reported" in unread_fields
        asked = None if unread_fields & _ASKED else (figure.town, figure.indicator, figure.where, figure.period)
        if asked == self._asked:
            self._tell()
            return
        self._asked, self.found = asked, None
        self._tell()
        if asked is not None:
            desk = self._desk
            self._questions.ask("preview", lambda: _recomputed(desk, figure), self._show, self._refuse)

    def _show(self, found: Reconciled) -> None:
        if self._asked is not None:
            self.found = found
            self._tell()

    def _refuse(self, refusal: Refusal) -> None:
        self.setText(f"现在还不能重算：{refusal}")

    def _tell(self) -> None:
        if self._asked is None:
            self.setText(_WAITING)
        elif self.found is None or self._figure is None:
            self.setText("正在重算…")
        else:
            self.setText(_said(self._desk, self.found, None if self._value_unread else self._figure))


def _recomputed(desk: Desk, figure: PublishedFigure) -> Reconciled:
    wrong = [p for p in problems_of_figure(desk.office.registers, figure, desk.now) if p.field in _ASKED]
    if wrong:
        raise Refusal(wrong[0].message)
    return reconcile(desk.office.ledger, desk.words, figure)


def _said(desk: Desk, found: Reconciled, figure: PublishedFigure | None) -> str:
    """The recomputed value, and beside a value that can be read how far apart they are."""
    indicator = indicator_named(found.published.indicator)
    unit = (
        "" if indicator.denominator else found.published.unit or unit_in(indicator, cut_of(found.published, desk.words))
    )
    said = f"按现在的记录重算：{value_in_words(found.recomputed)} {unit}".rstrip()
    if figure is None:
        return said
    shift = found.published.reported - figure.reported
    beside = Reconciled(figure, found.recomputed, found.difference + shift)
    return f"{said}　上报 {beside.reported_in_words}，差额 {beside.difference_in_words}，{beside.verdict}"
