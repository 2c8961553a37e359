"""Which columns a list shows (显示的列): the usual ones, those that somebody chose, or those of a view."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from ui.cases.case_model import CaseModel
from ui.cases.case_table import CaseTable
from ui.cases.columns import ListColumn
from ui.cases.ledger_columns import columns_named, usual_columns
from ui.desk import Desk
from ui.lists.arrangement import Arrangement
from ui.lists.column_chooser import ColumnChooser


class ShownColumns(QObject):
    """Keeps what somebody rearranges; columns in `extra` belong to the page and stand behind the first."""

    def __init__(
        self,
        table: CaseTable,
        model: CaseModel,
        desk: Desk,
        arrangement: Arrangement,
        extra: Sequence[ListColumn] = (),
    ) -> None:
        super().__init__(table)
        self._table, self._model, self._kind, self._arrangement = table, model, arrangement.kind, arrangement
        self._usual = usual_columns(self._kind, several_towns=len(desk.areas.towns) > 1)
        self._extra = tuple(extra)
        self._of_a_view: tuple[str, ...] = ()
        table.arranged.connect(self._keep)
        self.show_again()

    @property
    def names(self) -> tuple[str, ...]:
        """The kind's own columns that are shown, from left to right."""
        extra = {column.name for column in self._extra}
        return tuple(column.name for column in self._table.columns if column.name not in extra)

    @property
    def usual_names(self) -> tuple[str, ...]:
        """The columns with which the list begins where nobody has chosen others."""
        return tuple(one.name for one in self._usual)

    def show_again(self) -> None:
        """Shows the columns of the view, else those that were chosen, else the usual ones."""
        names = self._of_a_view or self._arrangement.layout.columns
        columns = columns_named(self._kind, names) or self._usual
        wanted = (*columns[:1], *self._extra, *columns[1:])
        if [one.name for one in wanted] != [one.name for one in self._table.columns]:
            self._model.set_columns(wanted)
        self._table.arrange(self._arrangement.layout.widths)

    def show_those_of_a_view(self, names: Sequence[str]) -> None:
        """Shows the columns of a view; without any of its own the list has its usual or chosen ones."""
        self._of_a_view = tuple(names)
        self.show_again()

    def choose(self) -> ColumnChooser:
        """Opens the chooser of columns."""
        chooser = ColumnChooser(self._table.window(), self._kind, self.names, self.usual_names)
        chooser.chosen.connect(self._show_chosen)
        chooser.open()
        return chooser

    def _show_chosen(self, names: Sequence[str]) -> None:
        kept, chosen = self._arrangement.layout, tuple(names)
        # Going back to the usual columns gives them their usual widths too.
        is_usual = chosen == self.usual_names
        self._arrangement.keep(replace(kept, columns=(), widths={}) if is_usual else replace(kept, columns=chosen))
        self.show_those_of_a_view(())

    def _keep(self) -> None:
        if not self._of_a_view:
            layout = replace(self._arrangement.layout, columns=self.names, widths=self._table.widths)
            self._arrangement.keep(layout)
