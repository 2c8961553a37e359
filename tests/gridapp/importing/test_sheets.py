"""Reading a ledger file, whatever its format; what is no ledger file is refused in one sentence."""

from base64 import b64decode
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from gridapp.domain.problem import Refusal
from gridapp.importing.sheets import read_sheets
from tests.gridapp.ledger_files import open_document, text_file, workbook

ROWS = [{"标题": "演示：积水", "数量": "3"}]
HEADINGS = ["标题", "数量"]
GRID = [["标题", "数量"], ["演示：积水", "3"]]
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
def test_csv_is_read_in_the_encodings_that_offices_use(tmp_path: Path, encoding: str) -> None:
    path = text_file(tmp_path / "台账.csv", ROWS, HEADINGS, encoding=encoding)
    assert [list(row) for row in read_sheets(path, None)[0].rows] == GRID


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_is_read_with_whatever_parts_its_cells(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("\r\n".join(delimiter.join(row) for row in GRID), encoding="utf-8-sig")
    assert [list(row) for row in read_sheets(path, None)[0].rows] == GRID


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".XLSX"])
def test_a_workbook_is_read_with_its_sheets_names(tmp_path: Path, suffix: str) -> None:
    path = workbook(tmp_path / f"台账{suffix}", ROWS, HEADINGS)
    (sheet,) = read_sheets(path, None)
    assert (sheet.name, [list(row) for row in sheet.rows]) == ("Sheet", GRID)


def test_an_open_document_is_read(tmp_path: Path) -> None:
    path = open_document(tmp_path / "台账.ods", ROWS, HEADINGS)
    assert [list(row) for row in read_sheets(path, None)[0].rows] == GRID


def test_the_first_row_is_row_1_as_the_office_sees_it(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active["B3"] = "标题"
    book.save(tmp_path / "台账.xlsx")
    (sheet,) = read_sheets(tmp_path / "台账.xlsx", None)
    assert [list(row) for row in sheet.rows] == [["", ""], ["", ""], ["", "标题"]]


def test_dates_arrive_as_dates(tmp_path: Path) -> None:
    moment = datetime(2018, 6, 11, 9, 30)
    path = workbook(tmp_path / "台账.xlsx", [{"时间": moment}], ["时间"])
    assert read_sheets(path, None)[0].rows[1][0] == moment


def test_formatting_far_below_the_rows_adds_no_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", ROWS, HEADINGS)
    book = Workbook()
    assert book.active is not None
    for row in GRID:
        book.active.append(row)
    book.active["A1048576"].font = Font(bold=True)
    book.save(path)
    assert len(read_sheets(path, None)[0].rows) == 2


def test_a_wanted_sheet_is_read_alone_and_a_missing_one_refused_with_those_that_are(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("六月").append(["标题"])
    book.save(tmp_path / "台账.xlsx")
    assert [sheet.name for sheet in read_sheets(tmp_path / "台账.xlsx", "六月")] == ["六月"]
    with pytest.raises(Refusal, match="没有叫“七月”的工作表，现有：Sheet、六月"):
        read_sheets(tmp_path / "台账.xlsx", "七月")


def _truncated(path: Path) -> bytes:
    whole = workbook(path, ROWS, HEADINGS).read_bytes()
    return whole[: len(whole) // 2]


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xls", ".ods"])
@pytest.mark.parametrize(
    "content", [b"", b"no workbook at all\n" * 50, PICTURE, b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 200]
)
def test_a_file_that_only_bears_the_name_of_a_workbook_is_refused(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"台账{suffix}"
    path.write_bytes(content)
    with pytest.raises(Refusal, match=f"打不开 台账{suffix}"):
        read_sheets(path, None)


def test_a_workbook_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(_truncated(path))
    with pytest.raises(Refusal, match="文件已损坏"):
        read_sheets(path, None)


def test_a_workbook_with_damage_inside_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", ROWS * 200, HEADINGS)
    content = bytearray(path.read_bytes())
    place = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[place : place + 40] = bytes(40)
    path.write_bytes(content)
    with pytest.raises(Refusal, match="打不开"):
        read_sheets(path, None)


@pytest.mark.parametrize("content", [PICTURE, "标题,数量".encode("utf-16"), b"\x00\x01\x02\xff" * 30])
def test_a_csv_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(content)
    with pytest.raises(Refusal, match="文字编码无法识别"):
        read_sheets(path, None)


def test_a_csv_with_a_quotation_mark_that_never_ends_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text('标题,数量\n"' + "演示积水\n" * 40_000, encoding="utf-8")
    with pytest.raises(Refusal, match=r"台账\.csv"):
        read_sheets(path, None)


def test_an_empty_csv_has_no_rows(tmp_path: Path) -> None:
    (tmp_path / "台账.csv").write_bytes(b"")
    assert list(read_sheets(tmp_path / "台账.csv", None)[0].rows) == []


@pytest.mark.parametrize("name", ["台账.pdf", "台账", "台账.docx"])
def test_another_format_is_refused_with_those_that_can_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(Refusal, match=r"请另存为 \.xlsx"):
        read_sheets(tmp_path / name, None)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.xlsx", tmp_path):
        with pytest.raises(Refusal, match="找不到文件"):
            read_sheets(path, None)
