"""Awkward text files (.csv)."""

from pathlib import Path

import pytest

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.reading_of import grid_of

GRID = {1: ["编号", "标题"], 2: ["330326199001011234", "演示：积水，两处"]}


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


def lines(delimiter: str = ",", end: str = "\r\n") -> str:
    return end.join(delimiter.join(row) for row in GRID.values()) + end


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encodings_that_offices_use(tmp_path: Path, encoding: str) -> None:
    assert grid_of(text(tmp_path / "台账.csv", lines(), encoding)) == GRID


def test_characters_beyond_the_first_plane(tmp_path: Path) -> None:
    assert grid_of(text(tmp_path / "台账.csv", "姓名,村社\n𠮷䶮,桐川村\n", "gb18030"))[2] == ["𠮷䶮", "桐川村"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_whatever_parts_the_cells(tmp_path: Path, delimiter: str) -> None:
    assert grid_of(text(tmp_path / "台账.csv", lines(delimiter))) == GRID


def test_tabs_between_cells_that_are_full_of_commas(tmp_path: Path) -> None:
    content = "编号\t标题\n1\ta,b,c,d\n2\te,f\n3\tg\n"
    assert grid_of(text(tmp_path / "台账.csv", content))[2] == ["1", "a,b,c,d"]


def test_line_in_which_excel_is_told_what_parts_the_cells(tmp_path: Path) -> None:
    assert grid_of(text(tmp_path / "台账.csv", "sep=;\r\n" + lines(";"))) == GRID


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(tmp_path: Path, end: str) -> None:
    assert grid_of(text(tmp_path / "台账.csv", lines(end=end))) == GRID


@pytest.mark.parametrize("suffix", [".xls", ".xlsx"])
def test_text_that_bears_the_name_of_a_workbook(tmp_path: Path, suffix: str) -> None:
    assert grid_of(text(tmp_path / f"台账{suffix}", lines("\t"), "gb18030")) == GRID


def test_quoted_cells_with_commas_quotes_and_line_breaks(tmp_path: Path) -> None:
    content = '编号,标题\n"1","积水,""两处""\n已处理"\n2,演示\n'
    assert grid_of(text(tmp_path / "台账.csv", content)) == {
        1: ["编号", "标题"],
        2: ["1", '积水,"两处"\n已处理'],
        3: ["2", "演示"],
    }


def test_quotation_marks_in_the_middle_of_a_cell(tmp_path: Path) -> None:
    assert grid_of(text(tmp_path / "台账.csv", '编号,标题\n1,"平安"建设\n2,演示\n'))[3] == ["2", "演示"]


def test_numbers_that_a_formula_or_a_mark_keeps_whole(tmp_path: Path) -> None:
    content = '身份证,电话,工号\n="330326199001011234",\'13800001234,\t007\n'
    assert grid_of(text(tmp_path / "台账.csv", content))[2][:2] == ["330326199001011234", "13800001234"]


def test_rows_of_unequal_length(tmp_path: Path) -> None:
    content = "编号,标题\n1\n1,2,3,4\n"
    assert grid_of(text(tmp_path / "台账.csv", content)) == {1: ["编号", "标题"], 2: ["1"], 3: ["1", "2", "3", "4"]}


def test_blank_lines_keep_the_numbers(tmp_path: Path) -> None:
    assert grid_of(text(tmp_path / "台账.csv", "编号,标题\n\n,,\n1,演示\n")) == {1: ["编号", "标题"], 4: ["1", "演示"]}


def test_stray_zeros_and_control_characters(tmp_path: Path) -> None:
    assert grid_of(text(tmp_path / "台账.csv", "编号,标题\n1,演\0示\x0b" + "积水" * 100 + "\n"))[2] == [
        "1",
        "演示" + "积水" * 100,
    ]


def test_last_character_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(lines().encode() + "2,演示".encode()[:-1])
    assert grid_of(path)[3] == ["2", "演\ufffd"]


def test_sheet_bears_the_name_of_the_file(tmp_path: Path) -> None:
    with opened(text(tmp_path / "六月台账.csv", lines())) as book:
        assert [sheet.name for sheet in book.sheets] == ["六月台账"]


def test_rows_can_be_read_again_after_a_first_look(tmp_path: Path) -> None:
    with opened(text(tmp_path / "台账.csv", lines())) as book:
        sheet = book.sheet("台账")
        assert [row.number for row in sheet.first(1)] == [1]
        assert [row.number for row in sheet.rows()] == [1, 2]


def test_one_column_alone(tmp_path: Path) -> None:
    assert grid_of(text(tmp_path / "台账.csv", "标题\n演示\n")) == {1: ["标题"], 2: ["演示"]}


def test_a_text_that_was_written_anew_is_not_read_on(tmp_path: Path) -> None:
    """What was looked at beforehand and what is written then must be the same."""
    path = text(tmp_path / "台账.csv", lines())
    with opened(path) as book:
        sheet = book.sheet("台账")
        assert len(list(sheet.rows())) == len(GRID)
        text(path, lines() + "3,演示：新的一行\r\n")
        with pytest.raises(Refusal, match="在打开以后又有改动"):
            list(sheet.rows())


def test_a_text_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    path = text(tmp_path / "台账.csv", lines())
    with opened(path) as book:
        path.unlink()
        with pytest.raises(Refusal, match="找不到文件"):
            list(book.sheet("台账").rows())
