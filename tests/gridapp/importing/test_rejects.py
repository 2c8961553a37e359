"""Refused rows come back as a workbook, and go in once they are mended."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import CaseQuery, Office
from tests.gridapp.ledger_files import EVENT_HEADINGS, event_row, text_file, workbook
from tests.offices import ACTOR, NOW

COLUMN = {heading: place for place, heading in enumerate(EVENT_HEADINGS, 1)}
DAY = datetime(2018, 6, 11, 9, 30)
ROWS = [
    event_row("GH-001"),
    event_row("GH-002", 类别="错", 上报时间=DAY, 联系电话="13800001234"),
    event_row("GH-003", 所属村社="陈岙村", 上报时间="6.11"),
]


def rejected(office: Office, tmp_path: Path) -> Path:
    """Imports the ledger; where its refused rows are."""
    path = workbook(tmp_path / "台账.xlsx", ROWS, above=[["高湖镇台账（演示）"]])
    out = tmp_path / "退回.xlsx"
    import_ledger(office, Kind.EVENT, path, office.registers.areas().towns[0], ACTOR, NOW, rejects=out)
    return out


def test_refused_rows_come_back_red_with_their_row_and_every_reason(sqlite_office: Office, tmp_path: Path) -> None:
    book = load_workbook(rejected(sqlite_office, tmp_path))
    sheet = book.worksheets[0]
    headings, *rows = sheet.iter_rows(values_only=True)
    assert headings == (*EVENT_HEADINGS, "原行号", "原因")
    assert [row[0] for row in rows] == ["GH-002", "GH-003"]
    assert [row[-2] for row in rows] == [4, 5]
    assert str(rows[1][-1]).count("。") == 2
    colours = {cell.fill.fgColor.rgb for cell in sheet[2]}
    assert len(colours) == 2
    wrong = sheet.cell(2, COLUMN["类别"])
    assert wrong.fill.fgColor.rgb != sheet["A2"].fill.fgColor.rgb
    assert wrong.comment is not None
    assert "不在类别表中" in wrong.comment.text
    assert sheet["A2"].comment is None
    book.close()


def test_what_stood_in_the_cells_comes_back_as_it_was(sqlite_office: Office, tmp_path: Path) -> None:
    book = load_workbook(rejected(sqlite_office, tmp_path))
    sheet = book.worksheets[0]
    assert sheet.cell(2, COLUMN["上报时间"]).value == DAY
    assert sheet.cell(2, COLUMN["联系电话"]).value == "13800001234"
    book.close()


def test_a_text_that_begins_like_a_formula_stays_a_text(sqlite_office: Office, tmp_path: Path) -> None:
    path = text_file(tmp_path / "台账.csv", [event_row("GH-004", 标题="=1+1", 类别="错")], encoding="utf-8")
    out = tmp_path / "退回.xlsx"
    import_ledger(sqlite_office, Kind.EVENT, path, sqlite_office.registers.areas().towns[0], ACTOR, NOW, rejects=out)
    book = load_workbook(out)
    cell = book.worksheets[0].cell(2, COLUMN["标题"])
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    book.close()


def test_mended_rows_go_in_and_nothing_is_counted_twice(sqlite_office: Office, tmp_path: Path) -> None:
    out = rejected(sqlite_office, tmp_path)
    book = load_workbook(out)
    sheet = book.worksheets[0]
    sheet.cell(2, COLUMN["类别"]).value = "邻里纠纷"
    sheet.cell(3, COLUMN["所属村社"]).value = "西山村"
    sheet.cell(3, COLUMN["上报时间"]).value = "2018.6.11"
    book.save(out)
    book.close()
    town = sqlite_office.registers.areas().towns[0]
    done = import_ledger(sqlite_office, Kind.EVENT, out, town, ACTOR, NOW)
    assert (done.new, done.refused) == (2, 0)
    again = import_ledger(sqlite_office, Kind.EVENT, out, town, ACTOR, NOW)
    assert (again.new, again.same) == (0, 2)
    assert sqlite_office.lists.count(CaseQuery()) == 3


def test_long_numbers_come_back_as_text(sqlite_office: Office, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "台账.xlsx", [event_row(None, 事件编号=330326197512310000, 联系电话=13800001234, 类别="错")]
    )
    out = tmp_path / "退回.xlsx"
    import_ledger(sqlite_office, Kind.EVENT, path, sqlite_office.registers.areas().towns[0], ACTOR, NOW, rejects=out)
    book = load_workbook(out)
    cell, phone = (book.worksheets[0].cell(2, COLUMN[name]) for name in ("事件编号", "联系电话"))
    assert (cell.value, cell.number_format) == ("330326197512310000", "@")
    assert (phone.value, phone.number_format) == ("13800001234", "@")
    book.close()


def test_what_was_refused_once_more_comes_back_without_the_old_reasons(sqlite_office: Office, tmp_path: Path) -> None:
    town = sqlite_office.registers.areas().towns[0]
    first, again = rejected(sqlite_office, tmp_path), tmp_path / "再退回.xlsx"
    import_ledger(sqlite_office, Kind.EVENT, first, town, ACTOR, NOW, rejects=again)
    book = load_workbook(again)
    headings, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert headings == (*EVENT_HEADINGS, "原行号", "原因")
    assert [row[-2] for row in rows] == [2, 3]
    book.close()


def test_cells_beside_the_headings_come_back_too_and_do_not_pile_up(sqlite_office: Office, tmp_path: Path) -> None:
    town = sqlite_office.registers.areas().towns[0]
    row = event_row("GH-005", 类别="错", 备注="演示：见右")
    path, out = tmp_path / "台账.xlsx", tmp_path / "退回.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    for cells in (EVENT_HEADINGS, [row.get(heading) for heading in EVENT_HEADINGS] + ["", "演示：村里口头说明", 3]):
        sheet.append(cells)
    book.save(path)
    for source, target in ((path, out), (out, tmp_path / "再退回.xlsx")):
        import_ledger(sqlite_office, Kind.EVENT, source, town, ACTOR, NOW, rejects=target)
        book = load_workbook(target)
        headings, returned = book.worksheets[0].iter_rows(values_only=True)
        book.close()
        assert headings == (*EVENT_HEADINGS, None, None, None, "原行号", "原因")
        assert returned[len(EVENT_HEADINGS) + 1 : -2] == ("演示：村里口头说明", 3)
        assert returned[-2] == 2


def test_a_column_that_was_chosen_by_hand_is_known_again_in_what_comes_back(
    sqlite_office: Office, tmp_path: Path
) -> None:
    town = sqlite_office.registers.areas().towns[0]
    headings = ["事由" if heading == "标题" else heading for heading in EVENT_HEADINGS]
    rows = [{**row, "事由": row["标题"]} for row in ROWS]
    path, out = workbook(tmp_path / "台账.xlsx", rows, headings), tmp_path / "退回.xlsx"
    import_ledger(sqlite_office, Kind.EVENT, path, town, ACTOR, NOW, rejects=out, chosen={"标题": "事由"})
    done = import_ledger(sqlite_office, Kind.EVENT, out, town, ACTOR, NOW)
    assert (done.read, done.refused) == (2, 2)


def test_without_refused_rows_there_is_no_workbook(sqlite_office: Office, tmp_path: Path) -> None:
    path, out = workbook(tmp_path / "台账.xlsx", ROWS[:1]), tmp_path / "退回.xlsx"
    import_ledger(sqlite_office, Kind.EVENT, path, sqlite_office.registers.areas().towns[0], ACTOR, NOW, rejects=out)
    assert not out.exists()
    assert sorted(file.name for file in tmp_path.iterdir() if "退回" in file.name) == []


def test_refused_rows_do_not_take_the_place_of_their_ledger(sqlite_office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", ROWS)
    before, town = path.read_bytes(), sqlite_office.registers.areas().towns[0]
    with pytest.raises(Refusal, match=r"不能写到正在导入的台账 台账\.xlsx 上"):
        import_ledger(sqlite_office, Kind.EVENT, path, town, ACTOR, NOW, rejects=path)
    assert path.read_bytes() == before
    assert sqlite_office.lists.count(CaseQuery()) == 0
