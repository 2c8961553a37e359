"""The files of a form (附件清单): name, size, a small picture where it is one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem
from typing_extensions import override

from gridapp.domain.attachment import Attachment
from ui.icons import icon
from ui.theme import COLOURS

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")
"""The endings of the files that are shown as pictures."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def is_picture(name: str) -> bool:
    """Whether a file is shown as a picture."""
    return name.lower().endswith(PICTURES)


def spoken_size(size: int) -> str:
    """A number of bytes as people say it."""
    for unit, factor in (("MB", 1024 * 1024), ("KB", 1024)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} 字节"


class AttachmentList(QListWidget):
    """Files side by side; Enter or the space bar looks at one, Del removes it."""

    wanted = Signal(object)
    """An `Attachment` is to be looked at."""
    dropped = Signal(object)
    """An `Attachment` is to be removed."""

    def __init__(self) -> None:
        super().__init__()
        side = self.fontMetrics().height() * 2
        self.setObjectName("attachments")
        self.setAccessibleName("附件清单")
        self.setToolTip("回车或空格查看，Del 移除")
        self.setIconSize(QSize(side, side))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setDragEnabled(False)
        self._cell = QSize(self.fontMetrics().horizontalAdvance("0") * 30, side + 8)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.itemDoubleClicked.connect(lambda item: self.wanted.emit(_file_of(item)))

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Shows some files; small pictures come later."""
        here = max(self.currentRow(), 0)
        self.clear()
        for file in files:
            drawing = icon("notice", COLOURS.muted)
            item = QListWidgetItem(drawing, f"{file.name}\n{spoken_size(file.size)}", self)
            item.setData(Qt.ItemDataRole.UserRole, file)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{file.name}，{spoken_size(file.size)}")
            item.setToolTip(f"{file.name}\n{file.added_by} 添加；回车或空格查看，Del 移除")
            item.setSizeHint(self._cell)
        self.setCurrentRow(min(here, len(files) - 1))
        rows = 1 if len(files) * self._cell.width() <= max(self.viewport().width(), self._cell.width()) else 2
        self.setFixedHeight(rows * self._cell.height() + 8)
        self.setVisible(bool(files))

    def show_thumbnail(self, sha256: str, picture: QImage) -> None:
        """Shows a small picture beside the files with a content; one that cannot be read leaves them as they are."""
        if picture.isNull():
            return
        for row in range(self.count()):
            if _file_of(self.item(row)).sha256 == sha256:
                self.item(row).setIcon(QIcon(QPixmap.fromImage(picture)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit(_file_of(item))
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.dropped.emit(_file_of(item))
        else:
            super().keyPressEvent(event)


def _file_of(item: QListWidgetItem) -> Attachment:
    file = item.data(Qt.ItemDataRole.UserRole)
    assert isinstance(file, Attachment)
    return file
