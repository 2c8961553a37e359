"""Excel in, without fear (checks.md 5): a large office ledger with planted mistakes, its mending, its taking back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from db.tables.ledger import BALANCES
from gridapp.domain.kind import Kind
from gridapp.importing.keeping import Imported
from gridapp.importing.pipeline import import_ledger
from gridapp.importing.undo import undo_import
from gridapp.ports import CaseQuery, Office
from gridapp.safekeeping.check import check
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import EVENT_HEADINGS, event_row
from tests.offices import ACTOR, NOW, TOWN_AREAS
from tests.sizes import FULL

ROWS = 10_000 if FULL else 600
LAST_ROW = 1_048_576
FIRST_CASE = 5
HEADINGS = ["序号", *EVENT_HEADINGS]
GROUPS = {"时间": ("上报时间", "办理时限"), "承办": ("承办单位", "承办人", "办结时间", "处置结果")}
MISTAKES: Sequence[tuple[str, Mapping[str, Any], str]] = (
    ("no title", {"标题": ""}, "required"),
    ("unknown category", {"类别": "鸡毛蒜皮"}, "category"),
    ("another town's village", {"所属村社": "新联村"}, "village"),
    ("no day", {"上报时间": "昨天"}, "date"),
    ("no year", {"上报时间": "6.11"}, "date-year"),
    ("in the future", {"上报时间": "2081-06-11", "办理时限": "", "办结时间": "", "处置结果": ""}, "future"),
    ("closed before it was reported", {"办结时间": "2017-12-01", "处置结果": "演示"}, "order"),
    ("no phone", {"联系电话": "13800"}, "phone"),
    ("a number twice", {"事件编号": "演示-00000"}, "duplicate"),
)
BAD = 137
TRAIL = {"history", "posting", "term", "import_batch", "number_sequence", *(table.name for table in BALANCES.values())}


@dataclass(frozen=True, slots=True)
class Planted:
    """The ledger, and for each bad row its number in the sheet with the code of its mistake."""

    path: Path
    codes: Mapping[int, str]


def good_cells(n: int) -> dict[str, Any]:
    """A row without mistakes; no two are equal."""
    day = date(2018, 1, 2) + timedelta(days=n * 150 // ROWS)
    row = event_row(f"演示-{n:05}", 标题=f"演示：道路积水第{n}处", 上报时间=day.isoformat(), 联系电话="13800001234")
    row |= {"所属村社": ("桐川村", "内冯村", "西山村")[n % 3], "办理时限": f"{day + timedelta(days=20):%Y.%m.%d}"}
    return row | {"序号": n + 1} | ({"办结时间": day, "处置结果": "演示：已处理"} if n % 4 else {})


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    """A workbook as offices hand it in: titles, headings in two rows, formats down to the last row there is."""
    bad = {1 + place * (ROWS - 2) // BAD: MISTAKES[place % len(MISTAKES)] for place in range(BAD)}
    path, codes = tmp_path / "台账.xlsx", {}
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("2018年台账")
        framed, days = book.add_format({"border": 1}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.merge_range(0, 0, 0, len(HEADINGS) - 1, "高湖镇网格事件台账（演示）", framed)
        sheet.write(1, 0, "填报单位：演示")
        _headings(sheet, framed)
        for n in range(ROWS):
            cells = good_cells(n)
            if n in bad:
                _, wrong, codes[FIRST_CASE + n] = bad[n]
                cells |= wrong
            for place, heading in enumerate(HEADINGS):
                value = cells.get(heading)
                if isinstance(value, date):
                    sheet.write_datetime(FIRST_CASE - 1 + n, place, value, days)
                elif value is not None:
                    sheet.write(FIRST_CASE - 1 + n, place, value, framed)
        for row in range(FIRST_CASE - 1 + ROWS, LAST_ROW) if FULL else (LAST_ROW - 1,):
            sheet.set_row(row, None, framed)
    return Planted(path, codes)


def _headings(sheet: Any, style: Any) -> None:
    """Two rows: columns of a group stand below its name, all others are merged over both."""
    below = {heading: group for group, headings in GROUPS.items() for heading in headings}
    lower: list[tuple[int, str]] = []
    for place, heading in enumerate(HEADINGS):
        group = below.get(heading)
        if group is None:
            sheet.merge_range(2, place, 3, place, heading, style)
            continue
        lower.append((place, heading))
        if GROUPS[group][0] == heading:
            sheet.merge_range(2, place, 2, place + len(GROUPS[group]) - 1, group, style)
    for place, heading in lower:
        sheet.write(3, place, heading, style)


def imported(office: Office, path: Path, rejects: Path | None = None) -> Imported:
    return import_ledger(office, Kind.EVENT, path, TOWN_AREAS[0], ACTOR, NOW, rejects=rejects)


def mend(path: Path) -> None:
    """Puts right what is wrong in the workbook of refused rows, cell by cell, and leaves everything else."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        cells = dict(zip(headings, row, strict=True))
        good = good_cells(int(str(cells["序号"].value)) - 1)
        for heading in {heading for _, wrong, _ in MISTAKES for heading in wrong}:
            value = good.get(heading)
            cells[heading].value = value
    book.save(path)
    book.close()


def test_a_large_ledger_with_mistakes_goes_in_comes_back_is_mended_and_taken_back(
    office: Office, location: str, planted: Planted, tmp_path: Path
) -> None:
    before, out = dump(location, TRAIL), tmp_path / "退回.xlsx"
    start = perf_counter()
    done = imported(office, planted.path, out)
    taken = perf_counter() - start
    assert (done.read, done.new, done.refused) == (ROWS, ROWS - BAD, BAD)
    assert {problem.row: problem.code for problem in done.problems} == planted.codes
    assert len(Counter(planted.codes.values())) == len(MISTAKES)
    assert len(done.problems) == BAD
    assert not FULL or taken <= 30

    book = load_workbook(out, read_only=True)
    headings, *rows = book.worksheets[0].iter_rows(values_only=True)
    book.close()
    assert headings == (*HEADINGS, "原行号", "原因")
    assert [row[-2] for row in rows] == sorted(planted.codes)

    mend(out)
    mended = imported(office, out)
    assert (mended.read, mended.new, mended.refused) == (BAD, BAD, 0)
    assert office.lists.count(CaseQuery()) == ROWS
    for path in (planted.path, out):
        again = imported(office, path)
        assert (again.new, again.changed) == (0, 0)
    assert [result for result in check(office) if not result.ok] == []

    for batch in (mended.batch, done.batch):
        undo_import(office.cases, batch or "", ACTOR, NOW)
    assert dump(location, TRAIL) == before
    assert [result for result in check(office) if not result.ok] == []


def test_the_same_day_in_four_forms_is_one_day(sqlite_office: Office, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["标题", "类别", "所属村社", "上报时间"])
        for line, said in enumerate(["2018.6.11", "2018年6月11日", "2018/6/11", 43262], 1):
            sheet.write_row(line, 0, [f"演示：第{line}件", "邻里纠纷", "桐川村", said])
    assert imported(sqlite_office, path).new == 4
    rows = sqlite_office.lists.load_rows(sqlite_office.lists.find_ids(CaseQuery()))
    assert len({row.reported_at for row in rows}) == 1
