"""What can be done with a list as a whole (列表操作): its columns, the bulk change, and the menu of its rows."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from gridapp.domain.kind import Kind
from ui.cases.case_table import CaseTable
from ui.desk import Desk
from ui.lists.bulk_dialog import BulkDialog
from ui.lists.list_exporting import KEYS as EXPORT_KEYS
from ui.printing.printing import KEYS as PRINT_KEYS
from ui.requests import NewEntries, ShowImport

COLUMNS_KEYS, BULK_KEYS, ENDING_KEYS = "Ctrl+Shift+L", "Ctrl+Shift+B", "Ctrl+Shift+E"
IMPORT_KEYS = "Ctrl+Shift+I"


class ListActions(QWidget):
    """Quiet buttons; disputes can be ended together, each with its own result."""

    columns_wanted = Signal()
    changed = Signal(str)
    """Cases were written, with what there is to tell."""
    ending = Signal(object)
    """The selected disputes are to be ended together (集中办结), by their identities; none: those in hand."""
    rechecking = Signal(object)
    """The selected hazards are to be re-checked together (集中复查), by their identities; none: those that wait."""

    exporting = Signal()
    """The list is to be taken away as a file."""
    printing = Signal()
    """The list is to be printed."""
    asked = Signal(object)
    """A `Request`: for the import of ledgers (导入), or for visits to the selected persons (集中走访)."""

    def __init__(self, desk: Desk, kind: Kind, table: CaseTable) -> None:
        super().__init__()
        self._desk, self._kind, self._table = desk, kind, table
        self.bulk_button = _quiet_button("批量修改…", f"批量修改选中的记录（{BULK_KEYS}）", BULK_KEYS)
        self.bulk_button.setEnabled(False)
        self.bulk_button.clicked.connect(self.change_many)
        hint = f"把选中的纠纷一起办结，没有选的就是在调的，各写各的结果（{ENDING_KEYS}）"
        self.end_button = _quiet_button("集中办结…", hint, ENDING_KEYS)
        self.end_button.clicked.connect(self.end_many)
        hint = f"把选中的隐患一起复查，没有选的就是待复查的，各写各的结果（{ENDING_KEYS}）"
        self.recheck_button = _quiet_button("集中复查…", hint, ENDING_KEYS if kind is Kind.HAZARD else "")
        self.recheck_button.clicked.connect(self.recheck_many)
        hint = f"给选中的人员登记走访，一人一行（{ENDING_KEYS}）"
        self.visit_button = _quiet_button("集中走访…", hint, ENDING_KEYS if kind is Kind.PERSON else "")
        self.visit_button.clicked.connect(self.visit_many)
        self.columns_button = _quiet_button("列…", f"选择列和顺序（{COLUMNS_KEYS}）", COLUMNS_KEYS)
        self.columns_button.clicked.connect(self.columns_wanted)
        self.export_button = _quiet_button("导出…", f"把这份列表的全部行存为文件（{EXPORT_KEYS}）", EXPORT_KEYS)
        self.export_button.clicked.connect(self.exporting)
        self.print_button = _quiet_button("打印…", f"预览并打印这份台账（{PRINT_KEYS}）", PRINT_KEYS)
        self.print_button.clicked.connect(self.printing)
        self.import_button = _quiet_button("导入…", f"从 Excel 台账导入（{IMPORT_KEYS}）", IMPORT_KEYS)
        self.import_button.clicked.connect(lambda: self.asked.emit(ShowImport(kind)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for button in (self.end_button, self.recheck_button, self.visit_button, self.bulk_button):
            layout.addWidget(button)
        for button in (self.import_button, self.columns_button, self.export_button, self.print_button):
            layout.addWidget(button)
        self.end_button.setVisible(kind is Kind.DISPUTE)
        self.recheck_button.setVisible(kind is Kind.HAZARD)
        self.visit_button.setVisible(kind is Kind.PERSON)
        table.selected.connect(lambda: self.bulk_button.setEnabled(table.selected_count > 0))
        table.menu_asked.connect(self._show_menu)

    def change_many(self) -> None:
        """Opens the bulk change of what is selected."""
        ids = self._table.selected_ids()
        if ids:
            dialog = BulkDialog(self.window(), self._desk, self._kind, ids)
            dialog.applied.connect(self.changed)
            dialog.open()

    def visit_many(self) -> None:
        """Asks for the grid of visits with a row for each selected person."""
        if self._kind is Kind.PERSON:
            self.asked.emit(NewEntries(Kind.VISIT, tuple(self._table.selected_ids())))

    def end_many(self) -> None:
        """Asks for the page on which the selected disputes are ended, or without any those in hand."""
        if self._kind is Kind.DISPUTE:
            self.ending.emit(tuple(self._table.selected_ids()))

    def recheck_many(self) -> None:
        """Asks for the page on which the selected hazards are re-checked, or without any those that wait."""
        if self._kind is Kind.HAZARD:
            self.rechecking.emit(tuple(self._table.selected_ids()))

    def _show_menu(self, place: QPoint) -> None:
        table = self._table
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = table.currentIndex().row()
        menu.addAction("打开\tEnter", lambda: table.row_opened.emit(row)).setEnabled(row >= 0)
        menu.addAction("复制（含表头）\tCtrl+C", table.copy)
        menu.addAction("全选\tCtrl+A", table.selectAll)
        menu.addSeparator()
        if self._kind is Kind.DISPUTE:
            menu.addAction(f"集中办结…\t{ENDING_KEYS}", self.end_many)
        if self._kind is Kind.HAZARD:
            menu.addAction(f"集中复查…\t{ENDING_KEYS}", self.recheck_many)
        if self._kind is Kind.PERSON:
            menu.addAction(f"集中走访…\t{ENDING_KEYS}", self.visit_many)
        menu.addAction(f"批量修改…\t{BULK_KEYS}", self.change_many).setEnabled(table.selected_count > 0)
        menu.addAction(f"列…\t{COLUMNS_KEYS}", self.columns_wanted.emit)
        menu.addAction(f"导出…\t{EXPORT_KEYS}", self.exporting.emit)
        menu.addAction(f"打印…\t{PRINT_KEYS}", self.printing.emit)
        menu.popup(place)


def _quiet_button(text: str, hint: str, keys: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("quiet")
    button.setToolTip(hint)
    QShortcut(QKeySequence(keys), button, button.click)
    return button
