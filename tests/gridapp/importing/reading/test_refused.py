"""Files that cannot be read: each is refused in one sentence, which says what is wrong and what to do."""

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from docx import Document
from openpyxl import Workbook
from xlsxwriter import Workbook as WrittenWorkbook

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.archives import SHEET, changed, text_cell, with_rows, workbook
from tests.gridapp.importing.reading.old_workbook import LOCKED, compound, old_workbook
from tests.gridapp.importing.reading.reading_of import rows_of
from tests.gridapp.ledger_files import open_document

PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
DAMAGED, CUT_OFF, LOCKED_WITH = "已损坏或不是真正的电子表格", "文件不完整", "设有打开密码"
SWOLLEN, TOO_MUCH, DOCUMENT = "解开后大得不正常", "内容太多，或在很远的行列里留有内容", "其实是文档"
ROWS, HEADINGS = [{"标题": "演示：积水", "数量": "3"}], ["标题", "数量"]


def refusal_of(path: Path) -> str:
    with pytest.raises(Refusal) as refused:
        rows_of(path)
    sentence = str(refused.value)
    assert sentence.endswith("。")
    assert sentence.count("。") == 1
    assert path.name in sentence
    return sentence


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _cut_off(path: Path) -> None:
    whole = workbook(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _cut_off_old(path: Path) -> None:
    path.write_bytes(old_workbook([["标题"]])[:1200])


def _document(path: Path) -> None:
    with path.open("wb") as file:
        Document().save(file)


def _packed_files(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr("六月台账.txt", "演示")


def _locked_entries(path: Path) -> None:
    content = bytearray(workbook(path).read_bytes())
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    path.write_bytes(content)


def _locked_open_document(path: Path) -> None:
    open_document(path, ROWS, HEADINGS)
    told = b'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    end = b"</manifest:manifest>"
    changed(path, {"META-INF/manifest.xml": lambda manifest: manifest.replace(end, told + end)})


def _text_document(path: Path) -> None:
    open_document(path, ROWS, HEADINGS)
    changed(path, {"mimetype": b"application/vnd.oasis.opendocument.text"})


def _bomb(path: Path) -> None:
    workbook(path)
    with (
        ZipFile(path, "a", ZIP_DEFLATED) as archive,
        archive.open("xl/media/image1.bin", "w", force_zip64=True) as entry,
    ):
        for _ in range(100):
            entry.write(bytes(2**20))


def _many_bombs(path: Path) -> None:
    """No entry alone promises too much, all of them together do."""
    workbook(path)
    with ZipFile(path, "a") as archive:
        for number in range(40):
            archive.writestr(f"xl/media/image{number}.bin", b"x" * 100)
    content = path.read_bytes()
    at = 0
    swollen = bytearray(content)
    while (at := swollen.find(b"PK\x01\x02", at)) >= 0:
        if b"image" in swollen[at : at + 80]:
            swollen[at + 24 : at + 28] = (60 * 2**20).to_bytes(4, "little")
        at += 4
    path.write_bytes(swollen)


def _lying_about_its_size(path: Path) -> None:
    """The directory promises a hundred bytes; a sheet that grows for ever comes."""
    workbook(path)
    changed(
        path, {SHEET: with_rows("".join(f'<row r="{n}">{text_cell(f"A{n}", "演示")}</row>' for n in range(3, 9000)))}
    )
    content = bytearray(path.read_bytes())
    at = content.rfind(SHEET.encode()) - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    path.write_bytes(content)


def _many_entries(path: Path) -> None:
    workbook(path)
    with ZipFile(path, "a") as archive:
        for number in range(10_001):
            archive.writestr(ZipInfo(f"xl/media/{number}"), b"")


def _value_in_the_last_corner(path: Path) -> None:
    workbook(path)
    changed(path, {SHEET: with_rows(f'<row r="1048576">{text_cell("XFD1048576", "演示")}</row>')})


def _damaged_inside(path: Path) -> None:
    content = bytearray(workbook(path, *[["演示", str(n)] for n in range(500)]).read_bytes())
    place = content.index(SHEET.encode()) + 60
    content[place : place + 40] = bytes(40)
    path.write_bytes(content)


def _charts_alone(path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.create_chartsheet("图")
    book.save(path)


def _without_workbook_part(path: Path) -> None:
    changed(workbook(path), {"xl/workbook.xml": None})


TROUBLES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "empty file": (".xlsx", _bytes(b""), "是空文件"),
    "empty csv": (".csv", _bytes(b""), "是空文件"),
    "text without cells": (".xlsx", _bytes(b"no workbook at all\n" * 50), DAMAGED),
    "picture": (".xls", _bytes(PICTURE), DAMAGED),
    "nothing but the first bytes of an archive": (".xlsx", _bytes(b"PK\x03\x04"), CUT_OFF),
    "nothing but the first bytes of a container": (".xls", _bytes(b"\xd0\xcf\x11\xe0" * 200), DAMAGED),
    "cut off in the middle": (".xlsx", _cut_off, CUT_OFF),
    "old workbook cut off": (".xls", _cut_off_old, DAMAGED),
    "damaged inside": (".xlsx", _damaged_inside, "打不开"),
    "no workbook in it": (".xlsx", _without_workbook_part, DAMAGED),
    "locked xlsx": (".xlsx", _bytes(compound(b"?" * 5000, "EncryptedPackage")), LOCKED_WITH),
    "locked xls": (".xls", _bytes(old_workbook([["标题"]], LOCKED)), LOCKED_WITH),
    "locked ods": (".ods", _locked_open_document, LOCKED_WITH),
    "locked archive": (".xlsx", _locked_entries, LOCKED_WITH),
    "Word document named .xlsx": (".xlsx", _document, DOCUMENT),
    "old Word document named .xls": (".xls", _bytes(compound(b"?" * 5000, "WordDocument")), DOCUMENT),
    "Writer document named .ods": (".ods", _text_document, DOCUMENT),
    "archive of files named .xlsx": (".xlsx", _packed_files, "其实是压缩包"),
    "bomb of zeros": (".xlsx", _bomb, SWOLLEN),
    "bomb of many entries": (".xlsx", _many_bombs, SWOLLEN),
    "ten thousand entries": (".xlsx", _many_entries, SWOLLEN),
    "size told wrong": (".xlsx", _lying_about_its_size, "打不开"),
    "value in the last corner of the sheet": (".xlsx", _value_in_the_last_corner, TOO_MUCH),
    "charts alone": (".xlsx", _charts_alone, "没有工作表"),
    "page without a table": (".xls", _bytes("<html><body>没有数据</body></html>".encode()), "其实是网页或 XML"),
    "csv that is a picture": (".csv", _bytes(PICTURE), "文字编码无法识别"),
    "csv of control characters": (".csv", _bytes(b"\x01\x02,\x03\x04\n" * 30), "文字编码无法识别"),
    "csv with a damaged character among good ones": (
        ".csv",
        _bytes("标题,数量\n".encode() * 40 + b"\xe6,\xe6\n"),
        "文字编码无法识别",
    ),
    "csv with a quotation that never ends": (
        ".csv",
        _bytes(('标题,数量\n"' + "演示积水\n" * 40).encode()),
        "成对的引号",
    ),
    "csv with a quotation longer than any cell": (
        ".csv",
        _bytes(('标题,数量\n"' + "演示积水\n" * 40_000).encode()),
        "成对的引号",
    ),
    "csv of one endless line": (".csv", _bytes(b"a," * 2**20), "文字编码无法识别"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_it_is_refused_in_one_sentence(tmp_path: Path, trouble: str) -> None:
    suffix, make, said = TROUBLES[trouble]
    path = tmp_path / f"台账{suffix}"
    make(path)
    assert said in refusal_of(path)


@pytest.mark.parametrize(
    "trouble", ["bomb of zeros", "bomb of many entries", "ten thousand entries", "size told wrong"]
)
def test_where_memory_cannot_be_bounded_what_swells_is_refused_all_the_same(
    tmp_path: Path, without_bounds: None, trouble: str
) -> None:
    suffix, make, said = TROUBLES[trouble]
    path = tmp_path / f"台账{suffix}"
    make(path)
    assert said in refusal_of(path)


@pytest.mark.parametrize("name", ["台账.pdf", "台账", "台账.docx"])
def test_another_format_is_refused_with_those_that_can_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(Refusal, match=r"请另存为 \.xlsx"):
        opened(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="找不到文件"):
        opened(tmp_path / "没有.xlsx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="是文件夹"):
        opened(tmp_path)


def test_what_a_spreadsheet_program_leaves_beside_an_open_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "~$台账.xlsx").write_bytes(b"\x05demo")
    assert "临时文件" in refusal_of(tmp_path / "~$台账.xlsx")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that nobody may read is known on Linux alone")
def test_a_file_without_leave_to_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.symlink_to("/proc/self/mem")
    assert "没有权限读取" in refusal_of(path)


def test_a_file_larger_than_any_ledger_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    with path.open("wb") as file:
        file.write("标题,数量\n".encode())
        file.truncate(201 * 2**20)
    assert "超过 200 MB" in refusal_of(path)


def test_sheet_that_ends_in_the_middle_of_a_sound_archive_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", *[["演示", str(number)] for number in range(50)])
    assert DAMAGED in refusal_of(changed(path, {SHEET: lambda sheet: sheet[: sheet.index(b'<row r="30"')]}))


def test_texts_that_end_in_the_middle_of_a_sound_archive_are_refused(tmp_path: Path) -> None:
    book = WrittenWorkbook(str(tmp_path / "台账.xlsx"))
    book.add_worksheet().write_column("A1", [f"演示{number}" for number in range(50)])
    book.close()
    path = changed(
        tmp_path / "台账.xlsx", {"xl/sharedStrings.xml": lambda texts: texts[: texts.index("演示30".encode())]}
    )
    assert DAMAGED in refusal_of(path)
