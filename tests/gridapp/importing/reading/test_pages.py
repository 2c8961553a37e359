"""Web pages that systems export under the name of a workbook (网页格式的台账)."""

from pathlib import Path

import pytest

from gridapp.importing.reading.cells import Merged
from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.reading_of import grid_of

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><title>台账</title>
<style>td {{ color: black }}</style></head><body>{}</body></html>"""
TABLE = """<table><tr><th colspan=3>网格事件台账（演示）</th></tr>
<tr><td rowspan="2">编号</td><td colspan="2">时间</td></tr><tr><td>上报</td><td>办结</td></tr>
<tr><td style="mso-number-format:'\\@'">330326199001011234</td><td>2018-06-11<br>9:30 &amp; 后</td><td>&nbsp;</td></tr>
</table>"""
GRID = {
    1: ["网格事件台账（演示）"],
    2: ["编号", "时间"],
    3: ["", "上报", "办结"],
    4: ["330326199001011234", "2018-06-11\n9:30 & 后"],
}


def page(path: Path, body: str, encoding: str = "utf-8") -> Path:
    path.write_text(PAGE.format(body), encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("suffix", [".xls", ".xlsx", ".csv"])
def test_a_table_is_a_sheet(tmp_path: Path, encoding: str, suffix: str) -> None:
    assert grid_of(page(tmp_path / f"台账{suffix}", TABLE, encoding)) == GRID


def test_the_office_is_told(tmp_path: Path) -> None:
    with opened(page(tmp_path / "台账.xls", TABLE)) as book:
        assert book.remarks == ["文件其实是网页格式的表格，已按其中的表格读取。"]
        assert [sheet.name for sheet in book.sheets] == ["台账"]


def test_merged_cells_are_told(tmp_path: Path) -> None:
    with opened(page(tmp_path / "台账.xls", TABLE)) as book:
        assert sorted(book.sheet("台账").merged) == [Merged(1, 0, 1, 2), Merged(2, 0, 3, 0), Merged(2, 1, 2, 2)]


def test_tables_that_only_frame_others_are_no_sheets(tmp_path: Path) -> None:
    framed = f"<table><tr><td>菜单</td><td>{TABLE}</td><td><table><tr><td>页脚</td></tr></table></td></tr></table>"
    path = page(tmp_path / "台账.xls", framed)
    assert (grid_of(path, "表格1"), grid_of(path, "表格2")) == (GRID, {1: ["页脚"]})


def test_tags_that_are_never_closed(tmp_path: Path) -> None:
    path = page(tmp_path / "台账.xls", "<table><tr><td>编号<td>标题<tr><td>1<td>演示</table>")
    assert grid_of(path) == {1: ["编号", "标题"], 2: ["1", "演示"]}


def test_cells_that_claim_to_reach_beyond_all_sheets(tmp_path: Path) -> None:
    body = "<table><tr><td colspan=999999999 rowspan=999999999>编号</td></tr><tr><td>演示</td></tr></table>"
    assert grid_of(page(tmp_path / "台账.xls", body))[1] == ["编号"]
