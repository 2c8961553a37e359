"""Which column of a list holds what: by its heading, by its values, as it was remembered, as somebody says."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.reconciling.upper_columns import keep_columns, proposed_columns
from gridapp.reconciling.upper_list import UpperList, read_upper_list
from tests.gridapp.ledger_files import workbook
from tests.gridapp.reconciling.changed_cases import town_of
from tests.gridapp.reconciling.conftest import TOWN
from tests.gridapp.reconciling.upper_files import RENAMED, exported, upper_rows

JUNE = period_named("2018-06")


def proposed(office: Office, upper: UpperList) -> Mapping[str, str]:
    columns = proposed_columns(office, Kind.EVENT, town_of(office), JUNE, upper)
    return {field: upper.headings[place] for field, place in columns.items()}


def test_columns_are_seen_by_their_values_whatever_their_headings(gaohu: Office, tmp_path: Path) -> None:
    path = exported(tmp_path / "清单.xlsx", upper_rows(gaohu, TOWN, JUNE))
    assert proposed(gaohu, read_upper_list(path, Kind.EVENT)) == RENAMED


def test_without_numbers_the_titles_tell_which_column_is_which(gaohu: Office, tmp_path: Path) -> None:
    headings = {field: heading for field, heading in RENAMED.items() if field != "number"}
    path = exported(tmp_path / "清单.xlsx", upper_rows(gaohu, TOWN, JUNE), headings)
    assert proposed(gaohu, read_upper_list(path, Kind.EVENT)) == headings


def test_aliases_and_parts_of_headings_are_known(sqlite_office: Office, tmp_path: Path) -> None:
    path = workbook(tmp_path / "清单.xlsx", [], ["流水号", "事件名称（省）", "行政村", "省平台上报日期"])
    upper = read_upper_list(path, Kind.EVENT)
    columns = proposed_columns(sqlite_office, Kind.EVENT, sqlite_office.registers.areas().towns[0], JUNE, upper)
    assert {field: upper.headings[place] for field, place in columns.items()} == {
        "number": "流水号",
        "title": "事件名称（省）",
        "village": "行政村",
        "reported_at": "省平台上报日期",
    }


def test_what_was_decided_once_is_remembered(gaohu: Office, tmp_path: Path) -> None:
    upper = read_upper_list(exported(tmp_path / "清单.xlsx", upper_rows(gaohu, TOWN, JUNE)), Kind.EVENT)
    places = {heading: place for place, heading in enumerate(upper.headings)}
    decided = {"number": places["任务号"], "handler": places["采集员"], "reporter": places["主办人"]}
    keep_columns(gaohu.registers, Kind.EVENT, upper, decided)
    again = proposed(gaohu, upper)
    assert (again["handler"], again["reporter"]) == ("采集员", "主办人")


def test_headings_in_two_rows_below_a_title_are_found(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "清单.xlsx",
        [{"事件编号": "1", "标题": "演示", "所属村社": "桐川村", "上报时间": "2018-06-01"}],
        ["", "", "所属村社", "上报时间"],
        above=[["清单（演示）"], ["事件编号", "标题", "发生", ""]],
    )
    upper = read_upper_list(path, Kind.EVENT)
    assert list(upper.headings) == ["事件编号", "标题", "所属村社", "上报时间"]
    assert [row.number for row in upper.rows] == [4]


@pytest.mark.parametrize("content", [b"\n", b"\xe6\xb2\xa1\xe6\x9c\x89\n"])
def test_a_file_without_a_list_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "空.csv"
    path.write_bytes(content)
    with pytest.raises(Refusal, match="没有找到清单"):
        read_upper_list(path, Kind.EVENT)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    with pytest.raises(Refusal, match="打不开 坏"):
        read_upper_list(path, Kind.EVENT)
