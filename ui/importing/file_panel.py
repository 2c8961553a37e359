"""The first step (选文件): a file is chosen or dropped, and the imports so far can be taken back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.area import AreaTree
from gridapp.ports import Batch
from ui.importing.batch_model import STRETCHED, WIDTHS, BatchModel
from ui.widgets.file_choosing import choose_existing_file
from ui.widgets.row_table import RowTable

_FILES = "台账文件 (*.xlsx *.xlsm *.xls *.ods *.csv)"
_BEGIN = (
    "选择要导入的台账文件，或把文件拖到这里。\n\n"
    "可以是本单位自己的台账：表头在哪一行、叫什么都可以，下一步核对各列的对应。写入之前先看结果，写入之后可以整批撤销。"
)


class FilePanel(QWidget):
    """Tells which file was chosen, and which batch is to be taken back."""

    file_chosen = Signal(object)
    undo_asked = Signal(object)

    def __init__(self, areas: AreaTree) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.begin = QLabel(_BEGIN)
        self.begin.setObjectName("notice")
        self.begin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.begin.setWordWrap(True)
        self.begin.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.model = BatchModel(areas)
        self.table = RowTable(self.model, "导入记录")
        self.table.give_widths(WIDTHS, STRETCHED)
        self.undo_button = QPushButton("撤销选中的一批…(&U)")
        self.undo_button.setToolTip("把这一批导入的全部撤回，恢复到导入之前（Alt+U）")
        self.undo_button.clicked.connect(self._ask_undo)
        self.table.selectionModel().currentRowChanged.connect(self._tell_undo)
        bar = QHBoxLayout()
        bar.addWidget(QLabel("导入记录"), 1)
        bar.addWidget(self.undo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.begin)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        self._tell_undo()

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """Shows the imports so far."""
        self.model.show(batches)
        if batches:
            self.table.selectRow(0)
        self._tell_undo()

    def choose_file(self) -> None:
        """Asks for a file."""
        choose_existing_file(self, "选择台账文件", _FILES, self.file_chosen.emit)

    @property
    def _chosen(self) -> Batch | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _tell_undo(self) -> None:
        chosen = self._chosen
        self.undo_button.setEnabled(chosen is not None and chosen.taken_back_at is None)

    def _ask_undo(self) -> None:
        self.undo_asked.emit(self._chosen)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.file_chosen.emit(Path(event.mimeData().urls()[0].toLocalFile()))
