"""The parts of a Word file (.docx 的组成): opened with bounds, for an office's template may be anything."""

from collections.abc import Mapping
from io import BytesIO
from posixpath import join, normpath
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile
from zlib import error as ZipDamage  # noqa: N812

from gridapp.domain.problem import Refusal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MOST = 64 * 1024 * 1024
"""Bytes of the largest part that is read."""


class Package:
    """A Word file, opened; raises `Refusal` where it is none, or damaged."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
            self._names = set(self._zip.namelist())
        except (BadZipFile, ValueError) as error:
            raise no_word_file() from error
        if "word/document.xml" not in self._names:
            raise no_word_file()
        self.document = self._tree("word/document.xml")
        self.styles = self.part("word/styles.xml")
        self._targets = self._relations("word/_rels/document.xml.rels")

    def part(self, name: str) -> Element | None:
        """A part of the file, if it has one of that name."""
        return self._tree(name) if name in self._names else None

    def related(self, key: str | None) -> Element | None:
        """The part to which the document refers by a key."""
        name = self._targets.get(key or "")
        return self.part(name) if name else None

    def data_of(self, key: str | None) -> bytes | None:
        """The bytes to which the document refers by a key."""
        name = self._targets.get(key or "")
        return self._read(name) if name in self._names else None

    def _relations(self, name: str) -> Mapping[str, str]:
        root = self.part(name)
        found = root.findall(_RELATIONS) if root is not None else []
        return {
            one.get("Id", ""): normpath(join("word", one.get("Target", "")).lstrip("/"))
            for one in found
            if one.get("TargetMode") != "External"
        }

    def _tree(self, name: str) -> Element:
        data = self._read(name)
        # No Word file declares entities; one that does may unfold without end.
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise no_word_file()
        try:
            return fromstring(data)
        except ParseError as error:
            raise no_word_file() from error

    def _read(self, name: str) -> bytes:
        try:
            if self._zip.getinfo(name).file_size > _MOST:
                raise Refusal("这个 Word 文件太大，不能转换，请先在 Word 或 WPS 中精简。")
            return self._zip.read(name)
        except (BadZipFile, ZipDamage, EOFError, KeyError, NotImplementedError, RuntimeError, OSError) as error:
            raise no_word_file() from error


def no_word_file() -> Refusal:
    """What is said of a file that cannot be read as one of Word's."""
    return Refusal("这不是能打开的 Word 文件（.docx），请在 Word 或 WPS 中另存为 .docx 后再试。")
