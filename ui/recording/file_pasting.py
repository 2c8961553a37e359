"""Pasting files while the keyboard is in a field (在字段中粘贴附件): they are attached, not written there as paths."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.recording.attachments_box import AttachmentsBox
from ui.recording.incoming_files import are_only_files


class FilePasting(QObject):
    """Ctrl+V in a watched field gives files, or a picture without words, to the attachments; words stay the field's."""

    def __init__(self, attachments: AttachmentsBox) -> None:
        super().__init__(attachments)
        self._attachments = attachments

    def watch(self, field: QWidget) -> None:
        """Watches a field."""
        field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pasted = event.matches(QKeySequence.StandardKey.Paste)
            if pasted and are_only_files(QGuiApplication.clipboard().mimeData()):
                self._attachments.paste()
                return True
        return super().eventFilter(watched, event)
