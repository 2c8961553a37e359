"""The first step (选文件): a file is chosen or dropped, and the imports so far can be taken back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.area import AreaTree
from gridapp.ports import Batch, Touched
from ui.importing.batch_model import STRETCHED, WIDTHS, BatchModel
from ui.widgets.file_choosing import choose_existing_file
from ui.widgets.hinted_button import hinted_button
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
    batch_chosen = Signal(object)
    """A batch is looked at: what it has done is wanted."""
    batch_opened = Signal(object)
    """The cases of a batch are to be listed."""

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
        self.cases_button = hinted_button("看这一批的记录(&V)", "列出选中的一批新增和更新的记录（回车或 Alt+V）")
        self.cases_button.clicked.connect(self._open)
        self.undo_button = hinted_button("撤销选中的一批…(&U)", "把这一批导入的全部撤回，恢复到导入之前（Alt+U）")
        self.undo_button.clicked.connect(self._ask_undo)
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._look_at)
        self.corrected = QLabel()
        self.corrected.setObjectName("problem")
        self.corrected.setWordWrap(True)
        bar = QHBoxLayout()
        bar.addWidget(QLabel("导入记录"), 1)
        bar.addWidget(self.cases_button)
        bar.addWidget(self.undo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.begin)
        layout.addLayout(bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.corrected)
        self._look_at()

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """Shows the imports so far."""
        self.model.show(batches)
        if batches:
            self.table.selectRow(0)
        self._look_at()

    def show_touched(self, batch: str, touched: Touched) -> None:
        """Says which closed months a batch has corrected, if it is still looked at."""
        chosen = self._chosen
        if chosen is None or chosen.id != batch:
            return
        months = "、".join(f"{month.period.label} {count:,} 条" for month, count in touched.corrected.items())
        self.corrected.setText(f"这一批更正了已关账的月份：{months}，准许人和原因见每条的办理经过。")
        self.corrected.setVisible(bool(months))

    def choose_file(self) -> None:
        """Asks for a file."""
        choose_existing_file(self, "选择台账文件", _FILES, self.file_chosen.emit)

    @property
    def _chosen(self) -> Batch | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _look_at(self) -> None:
        chosen = self._chosen
        stands = chosen is not None and chosen.taken_back_at is None
        for button in (self.cases_button, self.undo_button):
            button.setEnabled(stands)
        self.corrected.hide()
        if stands:
            self.batch_chosen.emit(chosen)

    def _open(self) -> None:
        if self.cases_button.isEnabled():
            self.batch_opened.emit(self._chosen)

    def _ask_undo(self) -> None:
        self.undo_asked.emit(self._chosen)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(path)


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dropped; several cannot be read at once, and a page of the web is none."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(paths[0]) if len(paths) == 1 else None
