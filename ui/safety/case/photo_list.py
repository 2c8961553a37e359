"""Photos side by side (照片), small; Enter or a double click shows one large."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem
from typing_extensions import override

from gridapp.domain.attachment import Attachment
from ui.icons import icon
from ui.theme import COLOURS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LINES = 5


class PhotoList(QListWidget):
    """Hidden where there are none."""

    wanted = Signal(object)
    """An `Attachment` is to be looked at."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("attachments")
        self.setAccessibleName(name)
        self.setToolTip("回车或空格放大")
        side = self.fontMetrics().height() * _LINES
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(QSize(side, side))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._cell = QSize(side + 12, side + self.fontMetrics().height() + 10)
        self.setFixedHeight(self._cell.height() + 8)
        self.itemActivated.connect(lambda item: self.wanted.emit(item.data(Qt.ItemDataRole.UserRole)))

    @property
    def files(self) -> Sequence[Attachment]:
        """What is shown."""
        return [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())]

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Shows some files; their pictures come later."""
        self.clear()
        for file in files:
            item = QListWidgetItem(icon("notice", COLOURS.muted), file.name, self)
            item.setData(Qt.ItemDataRole.UserRole, file)
            item.setToolTip(f"{file.name}\n{file.added_by} 添加；回车或空格放大")
            item.setSizeHint(self._cell)
        self.setVisible(bool(files))

    def show_picture(self, sha256: str, picture: QImage) -> None:
        """Shows a picture; one that cannot be read leaves its sign."""
        for row, file in enumerate(self.files):
            if file.sha256 == sha256 and not picture.isNull():
                self.item(row).setIcon(QIcon(QPixmap.fromImage(picture)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in _ENTER:
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))
        else:
            super().keyPressEvent(event)
