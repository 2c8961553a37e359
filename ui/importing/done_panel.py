"""The last step (完成): what was written, and what can still be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gridapp.domain.kind import Kind
from gridapp.importing.keeping import Imported
from ui.importing.rejects_button import rejects_button
from ui.widgets.hinted_button import hinted_button

_LONGEST = 12
"""So many characters of a sheet's name stand on a button."""


class DonePanel(QWidget):
    """Tells what the clerk wants next."""

    list_asked = Signal()
    cases_asked = Signal()
    sheet_asked = Signal()
    rejects_asked = Signal()
    undo_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = QLabel()
        self.told.setObjectName("notice")
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list_button = hinted_button("打开台账(&L)", "看导入后的台账（Alt+L）")
        self.cases_button = hinted_button("看这一批的记录(&V)", "列出这一批新增和更新的记录（Alt+V）")
        self.rejects_button = rejects_button()
        self.undo_button = hinted_button("撤销这一批…(&U)", "恢复到导入之前（Alt+U）")
        self.sheet_button = hinted_button("", "接着导入同一个文件的下一张工作表（Alt+S）")
        self.again_button = hinted_button("再导入一份(&N)", "回到选文件（Alt+N）")
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(1)
        layout.addWidget(self.told)
        for line in (
            ((self.sheet_button, self.sheet_asked), (self.list_button, self.list_asked)),
            (
                (self.cases_button, self.cases_asked),
                (self.rejects_button, self.rejects_asked),
                (self.undo_button, self.undo_asked),
                (self.again_button, self.again_asked),
            ),
        ):
            bar = QHBoxLayout()
            bar.addStretch(1)
            for button, signal in line:
                button.clicked.connect(signal)
                bar.addWidget(button)
            bar.addStretch(1)
            layout.addLayout(bar)
        layout.addStretch(2)

    def show_done(self, kind: Kind, done: Imported, next_sheet: str) -> None:
        """Shows what was done; `next_sheet` is the name of the sheet that comes next in the file, if one does."""
        counts = {"更新": done.changed, "相同": done.same, "退回": done.refused}
        others = "".join(f"，{word} {count:,} 条" for word, count in counts.items() if count)
        wrote = done.batch is not None
        later = "需要时可以整批撤销，以后在导入记录里也找得到。" if wrote else "没有新的内容，什么也没有写入。"
        self.told.setText(f"{kind.label}：新增 {done.new:,} 条{others}。\n{later}")
        for button in (self.cases_button, self.undo_button):
            button.setEnabled(wrote)
        self.rejects_button.setEnabled(bool(done.problems))
        name = next_sheet if len(next_sheet) <= _LONGEST else f"{next_sheet[:_LONGEST]}…"
        self.sheet_button.setText(f"接着导入“{name.replace('&', '&&')}”(&S)")
        self.sheet_button.setVisible(bool(next_sheet))
