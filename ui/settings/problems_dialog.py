"""What is wrong with a file (文件问题): every problem of every row, in a table that can be read at leisure."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gridapp.importing.rows import RowProblem

_HEADINGS = ("行号", "列", "内容", "说明")


class ProblemsDialog(QDialog):
    """The problems of a file that was not imported."""

    def __init__(self, parent: QWidget, file_name: str, problems: Sequence[RowProblem]) -> None:
        super().__init__(parent)
        self.setWindowTitle("没有导入")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 420)
        words = QLabel(f"{file_name} 有 {len(problems)} 处问题，没有导入；请改正后再导入。")
        words.setWordWrap(True)
        self.table = QTableWidget(len(problems), len(_HEADINGS))
        self.table.setAccessibleName("问题清单")
        self.table.setHorizontalHeaderLabels(_HEADINGS)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        for row, problem in enumerate(problems):
            for column, text in enumerate((str(problem.row), problem.column, problem.value, problem.message)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(len(_HEADINGS) - 1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
