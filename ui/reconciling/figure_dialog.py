"""Registering a reported figure, or changing one (登记上报数、修改上报数)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.reconciling.registering import change, problems_of_figure, register
from ui.desk import Desk
from ui.reconciling.figure_form import FigureForm
from ui.reconciling.figure_preview import FigurePreview
from ui.reconciling.saving_dialog import SavingDialog

_LINES = 29


class FigureDialog(SavingDialog):
    """What it would be recomputed to stands below, while it is written."""

    form: FigureForm

    def __init__(self, parent: QWidget, desk: Desk, figure: PublishedFigure | None = None) -> None:
        title = "登记上报数" if figure is None else f"修改上报数 {figure.id}"
        super().__init__(parent, desk, title, FigureForm(desk, figure))
        self._before = figure
        self.preview = FigurePreview(desk)
        self.form.changed.connect(self._look)
        self.lay_out(_LINES, below=(self.preview,))
        self._look()
        first = self.form.indicator if self.form.town.key and figure is None else self.form.town
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def work(self) -> Callable[[], PublishedFigure]:
        figure, unread = self.form.read()
        desk, before, reason = self.desk, self._before, self.form.reason

        def save() -> PublishedFigure:
            if unread:
                raise Unacceptable(_everything(desk, figure, tuple(unread), reason if before else None))
            if before is None:
                return register(desk.office, figure, desk.actor, desk.clock)
            return change(desk.office, before, figure, reason, desk.actor, desk.clock)

        return save

    def _look(self) -> None:
        figure, unread = self.form.read()
        self.preview.look_at(figure, tuple(unread))


def _everything(
    desk: Desk, figure: PublishedFigure, unread: tuple[Problem, ...], reason: str | None
) -> tuple[Problem, ...]:
    """What cannot be read, and what is wrong with the fields that can be."""
    fields = {problem.field for problem in unread}
    more = [p for p in problems_of_figure(desk.office.registers, figure, desk.now) if p.field not in fields]
    if reason is not None and not reason.strip():
        more.append(Problem("reason", "required", "请写明原因。"))
    return (*unread, *more)
