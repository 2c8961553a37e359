"""A hazard's ledger tells more than it once did: where, what is to be done, and who looked again."""

from pathlib import Path

import openpyxl
import pytest

from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.importing.keeping import Imported
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import CaseQuery, Office
from tests.offices import ACTOR, NOW, TOWN_AREAS

OLD = {
    "场所名称": "演示房",
    "场所类型": "居住出租房",
    "所属村社": "桐川村",
    "隐患类别": "居住出租房消防隐患",
    "隐患内容": "演示：电线私拉",
    "计数单位": "条",
    "排查时间": "2018-03-05",
    "复查时间": "2018-03-10",
    "复查结果": "合格",
    "销号时间": "2018-03-12",
}
NEW = {"部位": "二楼楼梯间", "整改要求": "立即拆除", "复查人": "演示甲、演示乙"}


def imported(office: Office, folder: Path, row: dict[str, str]) -> Imported:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in (row.keys(), row.values()):
        sheet.append(list(line))
    path = folder / "演示.xlsx"
    book.save(path)
    return import_ledger(office, Kind.HAZARD, path, TOWN_AREAS[0], ACTOR, NOW)


def kept(office: Office) -> Hazard:
    (found,) = office.lists.find_ids(CaseQuery(kind=Kind.HAZARD))
    case = office.cases.load(found)
    assert isinstance(case, Hazard)
    return case


def test_spot_requirement_and_inspectors_are_read(sqlite_office: Office, tmp_path: Path) -> None:
    assert imported(sqlite_office, tmp_path, OLD | NEW).new == 1
    hazard = kept(sqlite_office)
    assert (hazard.spot, hazard.requirement) == ("二楼楼梯间", "立即拆除")
    assert hazard.rechecks[0].inspectors == ("演示甲", "演示乙")


def test_the_same_row_with_more_columns_is_the_same_hazard(sqlite_office: Office, tmp_path: Path) -> None:
    imported(sqlite_office, tmp_path, OLD)
    again = imported(sqlite_office, tmp_path, OLD | NEW)
    assert (again.new, again.changed) == (0, 1)
    hazard = kept(sqlite_office)
    assert (hazard.spot, hazard.rechecks[0].inspectors) == ("二楼楼梯间", ("演示甲", "演示乙"))
    assert imported(sqlite_office, tmp_path, OLD | NEW).same == 1


def test_inspectors_without_a_recheck_are_none(sqlite_office: Office, tmp_path: Path) -> None:
    row = {**OLD, **NEW, "复查时间": "", "复查结果": "", "销号时间": ""}
    assert imported(sqlite_office, tmp_path, row).new == 1
    assert kept(sqlite_office).rechecks == ()


@pytest.mark.parametrize("day", ["2018-03-10", "2018-03-11"])
def test_a_failed_recheck_of_what_is_struck_off_is_told_and_left_out(
    sqlite_office: Office, tmp_path: Path, day: str
) -> None:
    """The other rows of the file are kept all the same."""
    imported(sqlite_office, tmp_path, OLD | {"隐患编号": "演示-1"})
    known = kept(sqlite_office)
    row = {**OLD, "隐患编号": "演示-1", "复查时间": day, "复查结果": "不合格", "销号时间": "", "部位": "二楼"}
    done = imported(sqlite_office, tmp_path, row)
    assert [remark.message for remark in done.remarks] == [
        "演示-1 已经销号，台账写的复查“不合格”没有写入；确需改变的请先重开。"
    ]
    hazard = kept(sqlite_office)
    assert (hazard.spot, hazard.rechecks, hazard.closings) == ("二楼", known.rechecks, known.closings)
    assert hazard.status is Status.STRUCK_OFF
