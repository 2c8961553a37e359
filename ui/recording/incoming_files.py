"""Files on their way into a case (待添加的文件): dragged, pasted or chosen, read where the window does not wait."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from gridapp.cases.attach import NewFile
from gridapp.domain.attachment import LARGEST
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.problem import Refusal


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file by its path, or the picture that was in the clipboard."""

    name: str
    path: Path | None = None
    picture: QImage | None = None


def from_paths(paths: Iterable[str]) -> Sequence[Incoming]:
    """Files by their paths."""
    return [Incoming(Path(path).name, path=Path(path)) for path in paths]


def from_mime(mime: QMimeData, now: datetime) -> Sequence[Incoming]:
    """The files, or else the picture, that were dragged or pasted; a picture is named by the time of day."""
    paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    if paths:
        return from_paths(paths)
    picture = mime.imageData() if mime.hasImage() else None
    if isinstance(picture, QImage) and not picture.isNull():
        return [Incoming(f"截图-{now.astimezone(SHANGHAI):%H%M%S}.png", picture=picture)]
    return []


def has_files(mime: QMimeData) -> bool:
    """Whether there is anything in it that can be attached."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def are_only_files(mime: QMimeData) -> bool:
    """Whether what was copied is files or a picture; cells of a spreadsheet come with a picture, but mean words."""
    return any(url.isLocalFile() for url in mime.urls()) or (mime.hasImage() and not mime.hasText())


def read(incoming: Incoming) -> NewFile:
    """A file with its contents; raises `Refusal` where it cannot be read, is empty or too large."""
    if incoming.picture is not None:
        return NewFile(incoming.name, _png(incoming.picture))
    path = incoming.path
    if path is None or path.is_dir():
        raise Refusal(f"“{incoming.name}”是文件夹，请打开后选择其中的文件。")
    try:
        size = path.stat().st_size
        if not size:
            raise Refusal(f"“{incoming.name}”是空文件，没有附上；请确认文件是否已保存完整。")
        if size > LARGEST:
            raise Refusal(f"“{incoming.name}”超过 {LARGEST // 1024 // 1024} MB，请压缩或拆分后再添加。")
        return NewFile(incoming.name, path.read_bytes())
    except OSError as error:
        raise Refusal(f"“{incoming.name}”读不出来，请确认文件还在、没有被其他程序占用。") from error


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())
