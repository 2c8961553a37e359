"""The last step (完成): what was written, and what can still be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gridapp.domain.kind import Kind
from gridapp.importing.keeping import Imported
from ui.importing.rejects_button import rejects_button
from ui.widgets.hinted_button import hinted_button


class DonePanel(QWidget):
    """Tells what the clerk wants next."""

    list_asked = Signal()
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
        self.rejects_button = rejects_button()
        self.undo_button = hinted_button("撤销这一批…(&U)", "恢复到导入之前（Alt+U）")
        self.again_button = hinted_button("再导入一份(&N)", "回到选文件（Alt+N）")
        bar = QHBoxLayout()
        bar.addStretch(1)
        for button, signal in (
            (self.list_button, self.list_asked),
            (self.rejects_button, self.rejects_asked),
            (self.undo_button, self.undo_asked),
            (self.again_button, self.again_asked),
        ):
            button.clicked.connect(signal)
            bar.addWidget(button)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.told)
        layout.addLayout(bar)
        layout.addStretch(2)

    def show_done(self, kind: Kind, done: Imported) -> None:
        """Shows what was done."""
        counts = {"新增": done.new, "更新": done.changed, "相同": done.same, "退回": done.refused}
        said = f"{kind.label}：{'，'.join(f'{word} {count:,} 件' for word, count in counts.items())}。"
        batch = f"批次号 {done.batch}" if done.batch else "没有新的内容，什么也没有写入。"
        self.told.setText(f"{said}\n{batch}")
        self.undo_button.setEnabled(done.batch is not None)
        self.rejects_button.setEnabled(bool(done.problems))
