"""The problems below the grid (问题清单): Enter goes to the cell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from ui.batch.grid_check import Finding

_FEWEST, _LINES = 2, 4
"""Lines that are shown at least and at most; further ones are scrolled to."""
_MOST = 300


class FindingList(QListWidget):
    """Hidden while nothing is wrong."""

    wanted = Signal(object)
    """A `Finding` is to be mended."""
    left = Signal()
    """The keyboard is to go on (F6, Esc)."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: Sequence[Finding] = ()
        self.setAccessibleName("问题清单")
        self.setToolTip("回车到这一格（F6 在表格和清单之间切换）")
        self.setUniformItemSizes(True)
        self.itemActivated.connect(self._go_to)
        self.itemClicked.connect(self._go_to)
        self.hide()

    @property
    def lines(self) -> Sequence[str]:
        """What is listed."""
        return [self.item(n).text() for n in range(self.count())]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Lists what is wrong; the line that was looked at stays the current one."""
        if findings == self._findings:
            return
        row = self.currentRow()
        self._findings = findings
        self.clear()
        self.addItems([finding.words for finding in findings[:_MOST]])
        if len(findings) > _MOST:
            self.addItem(f"还有 {len(findings) - _MOST} 处，改完以上各处后显示。")
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        lines = min(max(self.count(), _FEWEST), _LINES)
        self.setFixedHeight((self.fontMetrics().height() + 4) * lines + 2 * self.frameWidth() + 4)
        self.setVisible(bool(findings))

    def _go_to(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        if row < min(len(self._findings), _MOST):
            self.wanted.emit(self._findings[row])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            item = self.currentItem()
            if item is not None:
                self._go_to(item)
        elif key in (Qt.Key.Key_F6, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)
