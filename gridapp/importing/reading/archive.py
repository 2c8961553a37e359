"""The archive that a workbook is (压缩包结构): looked at before anything in it is unpacked."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences

_MOST_ENTRIES = 10_000
_MOST_UNPACKED = 2 * 2**30
"""Bytes; a million rows of twenty formatted cells are about 400 MB."""

_SUSPECT, _HIGHEST_RATIO = 64 * 2**20, 300
"""An entry of so many bytes that was packed to less than one part in so many is no table; cells reach about 60."""

_BLOCK = 2**20
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_ENCRYPTED = 0x1


class Archive:
    """A workbook's archive whose directory promises nothing impossible; its names are asked for in lower case."""

    def __init__(self, path: Path) -> None:
        """Raises `Refusal` where it is cut off, encrypted, no workbook, or would unpack beyond measure."""
        self._path = path
        try:
            self._zip = ZipFile(path)
        except (BadZipFile, LargeZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Refusal(sentences.cut_off(path)) from error
        entries = self._zip.infolist()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise Refusal(sentences.locked(path))
        if len(entries) > _MOST_ENTRIES or _unpacked(entries) > _MOST_UNPACKED or any(map(_swells, entries)):
            raise Refusal(sentences.swollen(path))
        # Some programs write their own system's separators, and calamine reads over case.
        self._entries = {entry.filename.replace("\\", "/").casefold(): entry for entry in entries}
        self.names = frozenset(self._entries)
        self.is_open_document = "content.xml" in self.names
        self._refuse_others()

    def _refuse_others(self) -> None:
        if self.is_open_document:
            if self._start("mimetype", _SPREADSHEET) != _SPREADSHEET:
                raise Refusal(sentences.document(self._path))
            if b"manifest:encryption-data" in b"".join(self.blocks("meta-inf/manifest.xml")):
                raise Refusal(sentences.locked(self._path))
        elif not self.names & {"xl/workbook.xml", "xl/workbook.bin"}:
            if self.names & {"word/document.xml", "ppt/presentation.xml"}:
                raise Refusal(sentences.document(self._path))
            if "[content_types].xml" in self.names:
                raise Refusal(sentences.damaged(self._path))
            raise Refusal(sentences.packed_files(self._path))

    def _start(self, name: str, otherwise: bytes) -> bytes:
        if name not in self.names:
            return otherwise
        return next(self.blocks(name), b"").strip()

    @property
    def has_macros(self) -> bool:
        """Whether the workbook holds macros (宏)."""
        return any(name.endswith("vbaproject.bin") for name in self.names)

    def blocks(self, name: str) -> Iterator[bytes]:
        """What an entry holds, piece by piece; nothing where there is no such entry.

        Raises `Refusal` where it holds anything else, or more, than the directory promises.
        """
        if name not in self.names:
            return
        try:
            with self._zip.open(self._entries[name]) as entry:
                while block := entry.read(_BLOCK):
                    yield block
        except Exception as error:
            # What a broken archive raises has many names: zlib's, struct's, the archive's own.
            raise Refusal(sentences.damaged(self._path)) from error

    def whole(self, name: str) -> bytes:
        """All that an entry holds."""
        return b"".join(self.blocks(name))


def _unpacked(entries: list[ZipInfo]) -> int:
    return sum(entry.file_size for entry in entries)


def _swells(entry: ZipInfo) -> bool:
    return entry.file_size > _SUSPECT and entry.file_size > entry.compress_size * _HIGHEST_RATIO
