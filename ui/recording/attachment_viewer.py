"""Looking at an attachment (查看附件): a picture in the window, any other file by the system's own program."""

from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QWidget

from gridapp.domain.attachment import Attachment
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Failed, Questions
from ui.recording.attachment_list import is_picture
from ui.recording.picture_dialog import PictureDialog

_PROGRAMS = (
    ".exe",
    ".bat",
    ".cmd",
    ".com",
    ".scr",
    ".msi",
    ".pif",
    ".ps1",
    ".vbs",
    ".vbe",
    ".js",
    ".jse",
    ".wsf",
    ".hta",
    ".jar",
    ".lnk",
    ".url",
    ".reg",
    ".msc",
    ".sh",
    ".desktop",
)
"""Files that would be run rather than shown."""


class AttachmentViewer:
    """Fetches a content and shows it; copies for other programs lie in a folder that goes with the viewer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._questions = Questions(desk.jobs, parent)
        self._folder = QTemporaryDir()

    def look_at(self, file: Attachment, refuse: Failed) -> None:
        """Shows a file; `refuse` is told where that cannot be done."""
        if file.name.lower().endswith(_PROGRAMS):
            refuse(Refusal(f"“{file.name}”是程序文件，为安全起见不能直接打开。"))
            return
        contents = self._desk.office.attachments
        if is_picture(file.name):
            self._questions.ask(
                "look",
                lambda: QImage.fromData(contents.get(file.sha256)),
                lambda i: self._show(file, i, refuse),
                refuse,
            )
            return
        path = Path(self._folder.filePath(file.sha256[:12])) / Path(file.name).name
        self._questions.ask("look", lambda: _written(path, contents.get(file.sha256)), _open, refuse)

    def _show(self, file: Attachment, picture: QImage, refuse: Failed) -> None:
        if picture.isNull():
            refuse(Refusal(f"“{file.name}”不是能显示的图片，文件可能已损坏。"))
        else:
            PictureDialog(self._parent, file.name, picture).open()


def _written(path: Path, data: bytes) -> Path:
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise Refusal(f"“{path.name}”不能写入临时文件夹，请检查磁盘空间。") from error
    return path


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
