"""What a chief can do with the tab 报表对账."""

from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.ui.figures.chief import statistics
from tests.ui.screen import Screen
from ui.reconciling.reconciliation_tab import ReconciliationTab

D = TypeVar("D", bound=QDialog)
FIRST, LAST = date(2018, 1, 1), date(2018, 1, 31)


def reconciliation(screen: Screen, view: str = "上报数") -> ReconciliationTab:
    """The tab, asked for January of the town, with a view open."""
    tab = statistics(screen, FIRST, LAST).open_tab("报表对账")
    screen.settle()
    assert isinstance(tab, ReconciliationTab)
    tab.open_view(view)
    screen.settle()
    return tab


def dialog_of(kind: type[D]) -> D:
    """The dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def choose(screen: Screen, path: Path) -> None:
    """Chooses a file in the dialog that is open."""
    chooser = dialog_of(QFileDialog)
    assert chooser.fileMode() is QFileDialog.FileMode.ExistingFile
    chooser.fileSelected.emit(str(path))
    chooser.close()
    screen.settle()


def texts(model: QAbstractTableModel) -> list[list[str]]:
    """What stands in each row."""
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
