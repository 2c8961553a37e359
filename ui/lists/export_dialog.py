"""How a list is to be exported (导出设置): which columns, in what form, and why unmasked if it is to be."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.cases.columns import ListColumn
from ui.cases.field_box import FieldBox
from ui.widgets.combo import Combo

WORKBOOK, TEXT = "工作簿 (*.xlsx)", "文本表格 (*.csv)"
SHOWN, ALL = "shown", "all"
_LONGEST = 100
_NEEDED = "请写明用途，如 走访核实、移送法院。"
_WARNING = (
    "勾选后，姓名、电话、证件号和住址原样导出，只能用于写明的用途；导出人、时间和用途会留下记录，泄露要承担法律责任。"
)


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen: the columns, the form of the file, and the reason (用途) where nothing is to be masked."""

    columns: tuple[ListColumn, ...]
    files: str
    reason: str | None


class ExportDialog(QDialog):
    """One screen; where the file goes is asked afterwards."""

    chosen = Signal(object)
    """An `ExportChoice`."""

    def __init__(
        self, parent: QWidget, title: str, told: str, shown: Sequence[ListColumn], every: Sequence[ListColumn]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"导出{title}")
        self._columns = {SHOWN: tuple(shown), ALL: tuple(every)}
        question = QLabel(told)
        question.setWordWrap(True)
        self.form = Combo("格式")
        self.form.offer([(WORKBOOK, "工作簿（.xlsx），可打印、可上报"), (TEXT, "文本表格（.csv），供其他系统读取")])
        self.columns = Combo("列")
        self.columns.offer([(SHOWN, f"显示的列（{len(shown)} 列）"), (ALL, f"全部列（{len(every)} 列）")])
        self.unmasked = QCheckBox("导出完整的个人信息（不勾选则遮盖）")
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(_NEEDED)
        self.field = FieldBox("用途", self.reason, required=True)
        self.field.show_hint(_WARNING)
        self.field.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText("选择位置…")
        layout = QVBoxLayout(self)
        layout.addWidget(question)
        for name, entry in (("格式", self.form), ("列", self.columns)):
            layout.addWidget(FieldBox(name, entry))
        layout.addWidget(self.unmasked)
        layout.addWidget(self.field)
        layout.addStretch()
        layout.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("汉") * 34)
        self.unmasked.toggled.connect(self._ask_why)
        self.buttons.accepted.connect(self.settle)
        self.buttons.rejected.connect(self.reject)

    def settle(self) -> None:
        """Hands over what was chosen; without a reason nothing leaves whole."""
        reason = self.reason.text().strip()
        if self.unmasked.isChecked() and not reason:
            self.field.show_problem(_NEEDED)
            self.reason.setFocus()
            return
        columns = self._columns[self.columns.key or SHOWN]
        self.accept()
        self.chosen.emit(
            ExportChoice(columns, self.form.key or WORKBOOK, reason if self.unmasked.isChecked() else None)
        )

    def _ask_why(self, unmasked: bool) -> None:
        self.field.setVisible(unmasked)
        if unmasked:
            self.reason.setFocus()
        else:
            self.field.show_problem("")
