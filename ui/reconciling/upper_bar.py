"""The bar above the upper system's list (上级清单工具栏): kind, file, what it is compared with, what can be done."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gridapp.domain.kind import Kind
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout


class UpperBar(QWidget):
    """Only what can be done now can be pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = Combo("清单种类")
        self.kinds.offer([(kind.value, kind.label) for kind in Kind])
        self.file_button = _button("选择清单文件…(&O)", "打开上级系统导出的清单（Alt+O）")
        self.columns_button = _button("列对应(&K)", "查看和修改清单各列的对应（Alt+K）")
        self.match_button = _button("比对(&B)", "与本地记录逐件比对（Alt+B）")
        self.match_button.setObjectName("primary")
        self.export_button = _button("导出比对结果…(&X)", "导出为工作簿或文本表格（Alt+X）")
        self.scope = QLabel()
        self.scope.setObjectName("count")
        # A label is lower than the buttons beside it.
        self.scope.setMinimumHeight(self.kinds.sizeHint().height())
        tools = (self.columns_button, self.match_button, self.export_button)
        bar = FlowLayout(self, 8)
        bar.tail = len(tools)
        for widget in (self.kinds, self.file_button, self.scope, *tools):
            bar.addWidget(widget)

    @property
    def kind(self) -> Kind:
        """The kind of records that the list is of."""
        return Kind(self.kinds.key or "")

    def allow(self, *, is_free: bool, has_list: bool, has_result: bool) -> None:
        """Offers what can be done, while nothing is under way (`is_free`)."""
        for widget, can_be_used in (
            (self.file_button, True),
            (self.kinds, True),
            (self.columns_button, has_list),
            (self.match_button, has_list),
            (self.export_button, has_result),
        ):
            widget.setEnabled(can_be_used and is_free)


def _button(text: str, hint: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    return button
