"""Which format a file has (文件格式), told by what it holds: many an export bears the name of another."""

from collections.abc import Sequence
from pathlib import Path

from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences
from gridapp.importing.reading.archive import Archive
from gridapp.importing.reading.beginnings import ARCHIVE, OLD
from gridapp.importing.reading.beside import GiveUp
from gridapp.importing.reading.calamine_source import CalamineSource
from gridapp.importing.reading.compound import Broken, Compound
from gridapp.importing.reading.faults import Told
from gridapp.importing.reading.open_document import OpenDocumentSource
from gridapp.importing.reading.source import Source
from gridapp.importing.reading.xls_records import XlsRecords
from gridapp.importing.reading.xlsx_faults import faults_of
from gridapp.importing.reading.xlsx_parts import epoch_is_1904, sheet_entries

_WORKBOOKS = ("Workbook", "Book", "WORKBOOK", "BOOK")
_LOCKED, _DOCUMENTS = frozenset({"EncryptedPackage"}), frozenset({"WordDocument", "PowerPoint Document"})
_MACROS = "文件带有宏，只读取了数据，宏没有运行。"


def source_of(path: Path, give_up: GiveUp) -> Source:
    """The reader for a file that is no csv; raises `Refusal` where nothing can read it, or hands it to `give_up`."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(ARCHIVE):
        return _packed_source(path, give_up)
    if start.startswith(OLD):
        return _old_source(path, give_up)
    # Few files need it, and it takes as long to load as all else together.
    from gridapp.importing.reading.markup_source import MarkupSource

    return MarkupSource(path)


def _packed_source(path: Path, give_up: GiveUp) -> Source:
    archive = Archive(path)
    if archive.is_open_document:
        return OpenDocumentSource(path, archive, give_up)
    remarks: Sequence[str] = [_MACROS] if archive.has_macros else []
    entries = sheet_entries(archive)

    def told_of(number: int) -> Told:
        return Told(faults_of(archive.blocks(entries[number]))) if number < len(entries) else Told()

    def unpack_the_rest() -> None:
        for name in archive.names.difference(entries):
            for _ in archive.blocks(name):
                pass

    return CalamineSource(
        path,
        give_up,
        told_of=told_of,
        beside_opening=unpack_the_rest,
        epoch_1904=epoch_is_1904(archive),
        remarks=remarks,
    )


def _old_source(path: Path, give_up: GiveUp) -> Source:
    try:
        compound = Compound(path.read_bytes())
        if compound.names & _LOCKED:
            raise Refusal(sentences.locked(path))
        if compound.names & _DOCUMENTS:
            raise Refusal(sentences.document(path))
        name = next((name for name in _WORKBOOKS if name in compound.names), None)
        if name is None:
            raise Refusal(sentences.damaged(path))
        records = XlsRecords(compound.stream(name))
    except Broken as error:
        raise Refusal(sentences.cut_off(path)) from error
    if records.is_locked:
        raise Refusal(sentences.locked(path))
    return CalamineSource(
        path, give_up, told_of=lambda number: Told(records.faults_of(number)), epoch_1904=records.epoch_1904
    )
