"""Rows of closed months (关账) are refused one by one while the others go in, or go in as 更正 by a leader's leave."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gridapp.domain.kind import Kind
from gridapp.domain.problem import ClosedMonth
from gridapp.importing.keeping import Imported
from gridapp.importing.pipeline import import_ledger
from gridapp.importing.undo import undo_import
from gridapp.ports import CaseQuery, Office
from gridapp.safekeeping.check import check
from tests.gridapp.closing.closings import JANUARY, LEAVE
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, text_file
from tests.offices import ACTOR, NOW, TOWN, TOWN_AREAS, VILLAGES, month_closed

DONE = {"办结时间": "2018-02-20", "处置结果": "演示：已处理"}
OLD = [event_row("GH-1", 上报时间="2018-01-11 09:30"), event_row("GH-2", 上报时间="2018-01-12 09:30")]


def imported(office: Office, folder: Path, rows: Sequence[Mapping[str, Any]], **options: Any) -> Imported:
    path = text_file(folder / "台账.csv", rows, encoding="utf-8")
    return import_ledger(office, Kind.EVENT, path, TOWN_AREAS[0], ACTOR, NOW, **options)


@pytest.fixture
def closed_office(office: Office, tmp_path: Path) -> Office:
    """An office with two events of January, which is closed."""
    imported(office, tmp_path, OLD)
    month_closed(office, JANUARY)
    return office


def outcome(done: Imported) -> tuple[int, int, int, int]:
    return done.new, done.changed, done.same, done.refused


def test_a_row_of_a_closed_month_comes_back_while_the_others_go_in(closed_office: Office, tmp_path: Path) -> None:
    rows = [
        event_row("GH-3", 上报时间="2018-01-20 09:30"),
        event_row("GH-4", 上报时间="2018-02-11 09:30", **DONE),
        OLD[0] | {"所属村社": "西山村"},
        OLD[1],
    ]
    out = tmp_path / "退回.xlsx"
    done = imported(closed_office, tmp_path, rows, rejects=out)
    assert outcome(done) == (1, 0, 1, 2)
    assert [(problem.row, problem.code) for problem in done.problems] == [(2, "closed-month"), (4, "closed-month")]
    assert done.problems[0].message.startswith("2018年1月已经关账")
    assert done.closed
    book = load_workbook(out)
    assert [row[0] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)] == ["GH-3", "GH-1"]
    book.close()
    assert [result for result in check(closed_office) if not result.ok] == []


def test_what_a_closed_month_does_not_count_may_change(closed_office: Office, tmp_path: Path) -> None:
    done = imported(closed_office, tmp_path, [OLD[0] | {"地点": "演示路3号"}, OLD[1] | DONE])
    assert outcome(done) == (0, 2, 0, 0)


def test_a_trial_says_the_same(closed_office: Office, location: str, tmp_path: Path) -> None:
    rows = [event_row("GH-3", 上报时间="2018-01-20 09:30"), event_row("GH-4", 上报时间="2018-02-11 09:30")]
    before = dump(location)
    assert outcome(imported(closed_office, tmp_path, rows, dry_run=True)) == (1, 0, 0, 1)
    assert dump(location) == before


def test_a_place_that_only_a_refused_row_names_is_not_put_on_file(closed_office: Office, tmp_path: Path) -> None:
    headings = ["检查时间", "场所名称", "场所类型", "检查人"]
    row = dict(zip(headings, ["2018-01-20", "演示场所", "合用场所", "演示员"], strict=True))
    path = text_file(tmp_path / "检查.csv", [row], headings, encoding="utf-8")
    done = import_ledger(closed_office, Kind.INSPECTION, path, TOWN_AREAS[0], ACTOR, NOW)
    assert outcome(done) == (0, 0, 0, 1)
    assert closed_office.places.named(TOWN, "合用场所", "演示场所") is None


def test_by_a_leaders_leave_all_rows_go_in_as_corrections(closed_office: Office, tmp_path: Path) -> None:
    rows = [event_row("GH-3", 上报时间="2018-01-20 09:30"), OLD[0] | {"所属村社": "西山村"}]
    done = imported(closed_office, tmp_path, rows, correction=LEAVE)
    assert outcome(done) == (1, 1, 0, 0)
    changes = closed_office.books.late_changes(TOWN, JANUARY)
    assert len(changes) == 2
    assert all(LEAVE.reason in (change.reason or "") for change in changes)
    assert [result for result in check(closed_office) if not result.ok] == []


def test_a_batch_knows_its_cases_and_the_closed_months_that_it_corrected(closed_office: Office, tmp_path: Path) -> None:
    rows = [event_row("GH-3", 上报时间="2018-01-20 09:30"), OLD[0] | {"所属村社": "西山村"}, OLD[1]]
    rows.append(event_row("GH-4", 上报时间="2018-02-11 09:30"))
    imported(closed_office, tmp_path, rows, correction=LEAVE)
    batch, first = closed_office.cases.batches()
    on_file = closed_office.cases.by_number(TOWN, Kind.EVENT, ["GH-1", "GH-2", "GH-3", "GH-4"])
    touched = closed_office.cases.touched_by(batch)
    assert {*touched.new} == {on_file["GH-3"].id, on_file["GH-4"].id}
    assert [*touched.changed] == [on_file["GH-1"].id]
    assert touched.corrected == {JANUARY: 2}
    of_first = closed_office.cases.touched_by(first)
    assert {*of_first.new} == {on_file["GH-1"].id, on_file["GH-2"].id}
    assert of_first.corrected == {}


def test_a_batch_that_was_taken_back_has_no_cases_any_more(office: Office, tmp_path: Path) -> None:
    done = imported(office, tmp_path, OLD)
    undo_import(office.cases, done.batch or "", ACTOR, NOW)
    (batch,) = office.cases.batches()
    touched = office.cases.touched_by(batch)
    assert (touched.new, touched.changed, touched.corrected) == ([], [], {})


def test_taking_back_what_corrected_a_closed_month_asks_for_leave_again(
    closed_office: Office, location: str, tmp_path: Path
) -> None:
    changed = [OLD[0] | {"所属村社": "西山村"}]
    done = imported(closed_office, tmp_path, changed, correction=LEAVE)
    before = dump(location)
    with pytest.raises(ClosedMonth):
        undo_import(closed_office.cases, done.batch or "", ACTOR, NOW)
    assert dump(location) == before
    assert undo_import(closed_office.cases, done.batch or "", ACTOR, NOW, LEAVE) == 1
    villages = {row.village for row in closed_office.lists.load_rows(closed_office.lists.find_ids(CaseQuery()))}
    assert villages == {VILLAGES[0]}
    assert [result for result in check(closed_office) if not result.ok] == []
