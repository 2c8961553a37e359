"""Taking files in (收取附件): read, kept with the database, made small enough to be shown in a list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from gridapp.cases.attach import kept
from gridapp.domain.attachment import Attachment
from gridapp.domain.problem import Refusal
from gridapp.ports import Attachments
from ui.desk import Desk
from ui.recording.incoming_files import Incoming, read

_THUMBNAIL = 96
"""Pixels of a small picture's longer side."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of some incoming files: those that are kept, and one sentence for each that is not."""

    files: tuple[Attachment, ...]
    refusals: tuple[str, ...]


def take_in(desk: Desk, incoming: Sequence[Incoming], present: Collection[Attachment]) -> Taken:
    """Reads files and keeps their contents beside those present; runs in the database's thread."""
    files: tuple[Attachment, ...] = ()
    refusals: list[str] = []
    for one in incoming:
        try:
            new = [read(one)]
            files += kept(desk.office.attachments, new, (*present, *files), desk.actor, desk.clock)
        except Refusal as refusal:
            refusals.append(str(refusal))
    return Taken(files, tuple(refusals))


def thumbnail(contents: Attachments, sha256: str) -> QImage:
    """A small picture of a content, decoded no larger than it is shown; runs in the database's thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(contents.get(sha256)))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        room = QSize(_THUMBNAIL, _THUMBNAIL)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
