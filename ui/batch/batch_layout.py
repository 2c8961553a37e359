"""How the page for many events is laid out (批量登记布局): bars, the grid, its problems, buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.batch.batch_table import BatchTable
from ui.batch.finding_list import FindingList
from ui.recording.recording_layout import button_bar
from ui.widgets.combo import Combo

_KEYS = (
    "直接输入即可覆盖 · Enter 向下 · Tab 向右 · F2 修改 · Ctrl+D 向下填充 · Ctrl+V 粘贴表格 · Ctrl+Z 撤销 · "
    "F6 看问题 · 填了处置结果和佐证的登记后即自办办结"
)


def lay_out(
    page: QWidget,
    bars: Sequence[QWidget],
    town: Combo,
    late_reason: QLineEdit,
    phrases: QWidget,
    count: QLabel,
    table: BatchTable,
    findings: FindingList,
    remark: QLabel,
    buttons: Sequence[QPushButton],
) -> None:
    """Puts everything into the page."""
    reason_name = QLabel("补录原因（用于本表中的补录）")
    reason_name.setObjectName("muted")
    reason_name.setBuddy(late_reason)
    count.setObjectName("count")
    top = QHBoxLayout()
    top.setSpacing(8)
    for widget in (town, reason_name):
        top.addWidget(widget)
    top.addWidget(late_reason, 1)
    top.addWidget(phrases)
    top.addSpacing(16)
    top.addWidget(count)
    keys = QLabel(_KEYS)
    keys.setObjectName("hint")
    keys.setWordWrap(True)
    inside = QVBoxLayout()
    inside.setContentsMargins(16, 10, 16, 8)
    inside.setSpacing(8)
    above = QHBoxLayout()
    above.setSpacing(12)
    for bar in bars:
        above.addWidget(bar, 1)
    inside.addLayout(above)
    inside.addLayout(top)
    inside.addWidget(table, 1)
    inside.addWidget(findings)
    inside.addWidget(keys)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(inside, 1)
    layout.addWidget(button_bar(remark, buttons))
