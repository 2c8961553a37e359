"""Several hazards re-checked together, each with its own result, and many of a ledger registered at once."""

import pytest

from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.ui.batch.clerk import Clerk
from tests.ui.safety.case.standing import MENDED, found, moved_on
from tests.ui.screen import Screen
from ui.requests import NewHazards, RecheckMany
from ui.safety.desk.hazard_grid_page import HazardGridPage
from ui.safety.desk.recheck_many_page import RecheckManyPage

BY = ("演示甲、演示乙", "演示：看了现场", "演示：照片")
HEADINGS = ("场所名称", "场所类型", "村社", "隐患内容", "隐患类别", "排查时间", "计数单位", "整改期限")
RECHECK = ("复查时间", "复查结果", "复查人", "复查情况", "佐证", "销号时间")
ROW = ("演示出租房", "居住出租房", "桐川村", "演示：电线私拉", "居住出租房消防隐患", "2018-02-05")


@pytest.fixture
def mended(screen: Screen) -> list[Hazard]:
    """Four hazards of one inspection that wait for their re-check."""
    cases = found(screen.office, 4)
    return [moved_on(screen.office, case, *MENDED) for case in cases]


def states(screen: Screen, hazards: list[Hazard]) -> list[Status]:
    return [screen.office.cases.load(hazard.id).status for hazard in hazards]


def test_each_has_its_own_result(screen: Screen, mended: list[Hazard]) -> None:
    clerk = Clerk(screen, RecheckMany(tuple(hazard.id for hazard in mended)), RecheckManyPage)
    assert [row[0] for row in clerk.page.board.model.sheet.rows] == [hazard.number for hazard in mended]
    clerk.go(1, "recheck_result")
    clerk.paste(
        [
            ("合格", *BY, "是"),
            ("合格", *BY),
            ("部分合格", *BY, "", "2018-03-20"),
            ("不合格", *BY),
        ]
    )
    clerk.save()
    assert clerk.page.board.findings.lines == []
    wanted = [Status.STRUCK_OFF, Status.TO_STRIKE_OFF, Status.RECTIFYING, Status.UNRECTIFIED]
    assert states(screen, mended) == wanted
    assert screen.window.message.text.startswith("已复查 4 件：合格 2，部分合格 1，不合格 1，销号 1 条")


def test_rows_without_a_result_are_left_alone(screen: Screen, mended: list[Hazard]) -> None:
    clerk = Clerk(screen, RecheckMany(tuple(hazard.id for hazard in mended)), RecheckManyPage)
    clerk.go(2, "recheck_result")
    clerk.paste([("合格", *BY, "是")])
    clerk.save()
    assert states(screen, mended) == [Status.TO_RECHECK, Status.STRUCK_OFF, Status.TO_RECHECK, Status.TO_RECHECK]


def test_without_a_choice_it_shows_what_waits(screen: Screen, mended: list[Hazard]) -> None:
    found(screen.office, 1, place={"name": "演示另一处"})
    clerk = Clerk(screen, RecheckMany(), RecheckManyPage)
    assert {row[0] for row in clerk.page.board.model.sheet.rows} == {hazard.number for hazard in mended}


def test_a_ledger_is_pasted_with_its_rechecks(screen: Screen) -> None:
    before = set(screen.office.lists.find_ids(CaseQuery(kind=Kind.HAZARD)))
    clerk = Clerk(screen, NewHazards(), HazardGridPage)
    clerk.page.board.late_reason.setText("演示：补录")
    clerk.go(1, "place_name")
    clerk.paste(
        [
            (*HEADINGS, *RECHECK),
            (*ROW, "条", "2018-02-20", "2018-02-12", "合格", *BY, "2018-02-12"),
            (*ROW, "处", "2018-02-20", "2018-02-12", "不合格", *BY, ""),
            (*ROW, "处", "2018-02-20", "2018-02-12 15:00", "合格", *BY, "2018-02-12"),
            (*ROW, "条", "2018-02-20", "", "", "", "", "", ""),
        ]
    )
    clerk.save()
    assert clerk.page.board.findings.lines == []
    assert "（2 条 2 处，其中已销号 2 件）" in screen.window.message.text
    ids = [case_id for case_id in screen.office.lists.find_ids(CaseQuery(kind=Kind.HAZARD)) if case_id not in before]
    cases = [case for case in screen.office.cases.load_all(ids).values() if isinstance(case, Hazard)]
    assert sorted(case.status.label for case in cases) == ["已销号", "已销号", "待整改", "逾期未改"]
    assert sum(case.counting_unit is CountingUnit.SPOT for case in cases) == 2
    assert len({case.place for case in cases}) == 1
