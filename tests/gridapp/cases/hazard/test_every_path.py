"""No path strikes a hazard off without a passed re-check: course, grid, bulk, undo, import, and the writer itself."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from gridapp.cases.bulk import Rules, apply, preview
from gridapp.cases.handle import restore, void
from gridapp.cases.merging import merge
from gridapp.cases.order import Order
from gridapp.cases.undo import redo, undo
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case, Closing
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status
from gridapp.importing.keeping import Imported
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import CaseQuery, Office, Save
from tests.gridapp.cases.inspection.inspected import ORDER, TWO, draft, finding, later, on_file, recorded
from tests.offices import ACTOR, DEADLINES, NOW, TOWN_AREAS, taken

HEADINGS = (
    *("场所名称", "场所类型", "所属村社", "隐患类别", "隐患内容", "计数单位", "排查时间", "整改期限"),
    *("复查时间", "复查结果", "销号时间"),
)


def hazards(office: Office, count: int = 1) -> Sequence[Hazard]:
    return recorded(office, draft(on_file(office), [finding(f"演示：{n}") for n in range(count)], notice=ORDER)).hazards


def imported(office: Office, folder: Path, *cells: str) -> Imported:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADINGS)
    where = ["演示房", "居住出租房", "桐川村", "居住出租房消防隐患", "演示：电线私拉", "条", "2018-03-05", "2018-03-16"]
    sheet.append([*where, *cells])
    path = folder / "演示.xlsx"
    book.save(path)
    return import_ledger(office, Kind.HAZARD, path, TOWN_AREAS[0], ACTOR, NOW)


def mended(office: Office) -> Case:
    (hazard,) = hazards(office)
    return taken(office, hazard, Move.MEND, later(1), result="演示：清空", evidence="演示：照片")


def rechecked(office: Office, result: RecheckResult) -> Case:
    particulars = {"inspectors": TWO, "recheck_result": result, "record": "演示：看了"}
    return taken(office, mended(office), Move.RECHECK, later(2), **particulars)


def closed_anyhow(case: Case) -> Case:
    return replace(case, closings=(Closing(closed_at=later(3), result="演示"),), status=Status.STRUCK_OFF)


def test_the_course_refuses(office: Office) -> None:
    with pytest.raises(Refusal):
        taken(office, mended(office), Move.STRIKE_OFF, later(3))


def test_after_a_failed_recheck_the_course_refuses(office: Office) -> None:
    with pytest.raises(Refusal):
        taken(office, rechecked(office, RecheckResult.FAILED), Move.STRIKE_OFF, later(3))


def test_after_a_passed_one_it_is_struck_off(office: Office) -> None:
    case = taken(office, rechecked(office, RecheckResult.PASSED), Move.STRIKE_OFF, later(3))
    assert office.cases.load(case.id).status is Status.STRUCK_OFF


def test_a_plain_closing_is_no_move_of_a_hazard(office: Office) -> None:
    (hazard,) = hazards(office)
    with pytest.raises(Refusal):
        taken(office, hazard, Move.CLOSE, later(1), result="演示", evidence="演示")


def test_many_at_once_are_refused_one_by_one(office: Office) -> None:
    found = hazards(office, 5)
    rules = Rules(AreaTree(TOWN_AREAS), DEADLINES, ACTOR, NOW)
    order = Order(move=Move.STRIKE_OFF, result="演示", evidence="演示")
    lines = preview(office.cases, [hazard.id for hazard in found], order, rules)
    assert all(line.refusal is not None for line in lines)
    assert apply(office.cases, lines, order, rules) == 0


@pytest.mark.parametrize("case_of", [mended, lambda office: rechecked(office, RecheckResult.PARTLY)])
def test_the_writer_is_the_last_wall(office: Office, case_of: object) -> None:
    case = case_of(office)  # type: ignore[operator]
    with pytest.raises(Refusal, match="复查"), office.cases.transaction() as writer:
        writer.save([Save(case, closed_anyhow(case), "演示")], ACTOR, NOW())
    assert office.cases.load(case.id) == case


def test_the_writer_takes_no_new_hazard_that_is_struck_off_already(office: Office) -> None:
    (hazard,) = hazards(office)
    new = replace(closed_anyhow(hazard), id=UUID(int=7), number="演示-7", version=0)
    with pytest.raises(Refusal), office.cases.transaction() as writer:
        writer.save([Save(None, new, "演示")], ACTOR, NOW())


@pytest.mark.parametrize(
    "cells",
    [
        ("", "", "2018-03-12"),
        ("2018-03-10", "不合格", "2018-03-12"),
        ("2018-03-10", "部分合格", "2018-03-12"),
        ("2018-03-14", "合格", "2018-03-12"),
        ("2018-03-10", "", "2018-03-12"),
    ],
)
def test_an_import_refuses_the_row(office: Office, tmp_path: Path, cells: tuple[str, ...]) -> None:
    done = imported(office, tmp_path, *cells)
    assert (done.new, done.refused) == (0, 1)


def test_an_import_keeps_the_recheck_of_its_row(office: Office, tmp_path: Path) -> None:
    assert imported(office, tmp_path, "2018-03-10", "合格", "2018-03-12").new == 1
    (found,) = office.lists.find_ids(CaseQuery(kind=Kind.HAZARD))
    kept = office.cases.load(found)
    assert isinstance(kept, Hazard)
    assert (kept.status, [recheck.result for recheck in kept.rechecks]) == (Status.STRUCK_OFF, [RecheckResult.PASSED])


def test_undoing_a_reopening_brings_a_lawful_closing_back(office: Office) -> None:
    case = taken(office, rechecked(office, RecheckResult.PASSED), Move.STRIKE_OFF, later(3))
    taken(office, case, Move.REOPEN, later(4), reason="演示：复发", until=later(20))
    undo(office.cases, ACTOR, NOW)
    assert office.cases.load(case.id).status is Status.STRUCK_OFF


def test_undoing_the_recheck_and_redoing_the_striking_off_is_no_way_round(office: Office) -> None:
    case = taken(office, rechecked(office, RecheckResult.PASSED), Move.STRIKE_OFF, later(3))
    undo(office.cases, ACTOR, NOW)
    undo(office.cases, ACTOR, NOW)
    kept = office.cases.load(case.id)
    assert isinstance(kept, Hazard)
    assert (kept.status, kept.rechecks) == (Status.TO_RECHECK, ())
    redo(office.cases, ACTOR, NOW)
    kept = office.cases.load(case.id)
    assert isinstance(kept, Hazard)
    assert len(kept.rechecks) == 1
    assert kept.closed is None


def test_voiding_restoring_and_merging_leave_it_where_it_was(office: Office) -> None:
    first, second = hazards(office, 2)
    gone = void(office.cases, first.id, first.version, "演示", DEADLINES, ACTOR, NOW)
    back = restore(office.cases, first.id, gone.version, "演示", DEADLINES, ACTOR, NOW)
    merge(office.cases, back.id, back.version, second.id, "演示", DEADLINES, ACTOR, NOW)
    assert {office.cases.load(case.id).status for case in (first, second)} == {Status.RECTIFYING}
