"""Nothing is struck off without a passed re-check: form, both grids, pasted blocks, bulk; a hundred tries each."""

from collections.abc import Sequence
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status
from gridapp.domain.striking_off import NEEDS_RECHECK
from tests.gridapp.cases.hazard.hopeless import TRIES, WAYS, hopeless
from tests.gridapp.cases.hazard.test_a_hundred_times import is_one_sentence, still
from tests.ui.batch.clerk import Clerk
from tests.ui.lists.lists import CONTROL_SHIFT, dialog, ledger, press
from tests.ui.safety.case.standing import Officer
from tests.ui.screen import Screen, write
from ui.cases.move_dialog import MoveDialog
from ui.lists.bulk_dialog import BulkDialog
from ui.requests import NewHazards, RecheckMany
from ui.safety.case.hazard_page import HazardPage
from ui.safety.desk.hazard_grid_page import HazardGridPage
from ui.safety.desk.recheck_many_page import RecheckManyPage

_FAILED = (RecheckResult.FAILED, RecheckResult.PARTLY)
HEADINGS = (
    "场所名称",
    "场所类型",
    "村社",
    "隐患内容",
    "隐患类别",
    "排查时间",
    "计数单位",
    "整改通知书编号",
    "整改期限",
)
RECHECK_HEADINGS = ("复查时间", "复查结果", "复查人", "复查情况", "佐证", "销号时间")


@pytest.fixture
def hazards(screen: Screen) -> Sequence[Hazard]:
    """A hundred hazards that must not be struck off, the same number of each history."""
    return hopeless(screen.office)


def lines(rng: Random, count: int = TRIES) -> Sequence[Sequence[str]]:
    """Rows of a ledger that tell a striking off, but no passed re-check before it."""
    made = []
    for n in range(count):
        closed = rng.randint(11, 26)
        day = f"2018-02-{rng.randint(6, closed):02}"
        after = f"2018-02-{rng.randint(closed + 1, 28):02}"
        by = ("演示甲、演示乙", f"演示：看了{n}", "演示：照片")
        recheck = rng.choice(
            (
                ("", "", "", "", ""),
                ("", "", "", f"演示：整改完成{n}", "演示：照片"),
                (day, "不合格", *by),
                (day, "部分合格", *by),
                (after, "合格", *by),
                ("2018-02-04", "合格", *by),
                (day, "", *by),
            )
        )
        where = ("演示出租房", "居住出租房", "桐川村", f"演示：隐患{n}", "居住出租房消防隐患", "2018-02-05")
        made.append((*where, rng.choice(("条", "处")), f"演责改{n}", "2018-02-20", *recheck, f"2018-02-{closed:02}"))
    return made


def test_by_the_buttons_of_the_page(screen: Screen, hazards: Sequence[Hazard]) -> None:
    officer = Officer(screen, hazards[0])
    refused: list[str] = []
    for hazard in hazards:
        page = HazardPage(officer.page.desk, hazard.id)
        page.refused.connect(refused.append)
        page.reload()
        screen.settle()
        assert page.loaded is not None
        page.begin(Move.STRIKE_OFF)
        page.deleteLater()
    assert len(refused) == TRIES
    assert all(is_one_sentence(sentence) for sentence in refused)
    assert still(screen.office, hazards)


def test_by_the_form_of_a_recheck(screen: Screen, hazards: Sequence[Hazard]) -> None:
    rng = Random(1)
    tries = 0
    for hazard in hazards[: len(WAYS)]:
        officer = Officer(screen, hazard)
        officer.choose(Move.RECHECK)
        form = officer.opened(MoveDialog)
        tick = form.entries["strike_off"].widget
        assert isinstance(tick, QCheckBox)
        for _ in range(-(-TRIES // len(WAYS))):
            result = rng.choice(_FAILED)
            given = {
                "inspectors": ("演示甲", "演示乙"),
                "recheck_result": result,
                "record": f"演示：{rng.random()}",
                "strike_off": True,
                "evidence": rng.choice(("", "演示：照片")),
            }
            for name, value in given.items():
                form.entries[name].show(value)
            officer.confirm()
            assert form.isVisible()
            assert form.boxes["strike_off"].problem == f"复查{result}的隐患不能销号。"
            tries += 1
        form.finish()
    assert tries >= TRIES
    assert still(screen.office, hazards)


def test_by_a_block_pasted_into_the_grid(screen: Screen) -> None:
    clerk = Clerk(screen, NewHazards(), HazardGridPage)
    clerk.page.board.late_reason.setText("演示：补录")
    clerk.go(1, "place_name")
    clerk.paste([(*HEADINGS, *RECHECK_HEADINGS), *lines(Random(2))])
    before = clerk.on_file()
    clerk.save()
    assert clerk.page.board.checked.rows == TRIES
    wrong = {row for row, _ in clerk.page.board.checked.marks}
    assert len(wrong) == TRIES
    assert clerk.on_file() == before
    assert all(finding.words.count("。") == 1 for finding in clerk.page.board.checked.findings)


def test_by_rows_typed_into_the_grid_one_after_the_other(screen: Screen) -> None:
    clerk = Clerk(screen, NewHazards(), HazardGridPage)
    clerk.page.board.late_reason.setText("演示：补录")
    columns = clerk.page.board.model.columns
    fields = [next(c.field for c in columns if c.heading == h) for h in (*HEADINGS, *RECHECK_HEADINGS)]
    before = clerk.on_file()
    for line in lines(Random(3)):
        clerk.page.board.model.write(
            {(0, columns.places[field]): said for field, said in zip(fields, line, strict=True)}
        )
        clerk.save()
        assert any(
            columns[place].field in ("closed_at", "rechecked_at", "recheck_result", "recheckers")
            for _, place in clerk.page.board.checked.marks
        )
    assert clerk.on_file() == before


def test_the_grid_says_it_in_one_sentence(screen: Screen) -> None:
    clerk = Clerk(screen, NewHazards(), HazardGridPage)
    clerk.page.board.late_reason.setText("演示：补录")
    clerk.go(1, "place_name")
    row = ("演示出租房", "居住出租房", "桐川村", "演示：隐患", "居住出租房消防隐患", "2018-02-05", "条", "", "")
    clerk.paste([(*HEADINGS, *RECHECK_HEADINGS), (*row, "", "", "", "", "", "2018-02-12")])
    clerk.save()
    assert [words.partition("：")[2] for words in clerk.page.board.findings.lines] == [NEEDS_RECHECK]


def test_by_the_table_of_rechecks(screen: Screen, hazards: Sequence[Hazard]) -> None:
    clerk = Clerk(screen, RecheckMany(tuple(hazard.id for hazard in hazards)), RecheckManyPage)
    rng = Random(4)
    clerk.go(1, "recheck_result")
    clerk.paste(
        [
            (rng.choice(("", *_FAILED)), "演示甲、演示乙", f"演示：{n}", "演示：照片", "是", "", "")
            for n in range(len(hazards))
        ]
    )
    clerk.save()
    assert {row for row, _ in clerk.page.board.checked.marks} == set(range(TRIES))
    assert all(is_one_sentence(f"{words.partition('：')[2]}") for words in clerk.page.board.findings.lines[:-1])
    assert still(screen.office, hazards)


def test_one_bad_row_keeps_the_good_ones_waiting(screen: Screen, hazards: Sequence[Hazard]) -> None:
    chosen = hazards[:2]
    clerk = Clerk(screen, RecheckMany(tuple(hazard.id for hazard in chosen)), RecheckManyPage)
    clerk.go(1, "recheck_result")
    clerk.paste([("合格", "演示甲", "演示", "演示：照片", "是"), ("不合格", "演示甲", "演示", "", "是")])
    clerk.save()
    assert still(screen.office, chosen)
    assert clerk.screen.window.message.text.startswith("1 行有问题，一件也没有复查")


def test_by_a_bulk_change(screen: Screen, hazards: Sequence[Hazard]) -> None:
    page = ledger(screen, Kind.HAZARD)
    page.list.table.setFocus()
    page.list.table.selectAll()
    screen.settle()
    press(screen, (Qt.Key.Key_B, CONTROL_SHIFT))
    bulk = dialog(screen, BulkDialog)
    bulk.action.setFocus()
    bulk.action.clear()
    write(bulk.action, "销号")
    press(screen, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    for name in ("result", "evidence"):
        write(bulk.form.boxes[name].entry, "演示")  # type: ignore[arg-type]
    screen.qtbot.waitUntil(lambda: bulk.model.rowCount() >= TRIES)
    screen.settle()
    ours = {hazard.number for hazard in hazards}
    refusals = [line.refusal for line in bulk.model.rows if line.number in ours]
    assert len(refusals) == TRIES
    assert all(refusal is not None and is_one_sentence(refusal) for refusal in refusals)
    assert not any(line.changed for line in bulk.model.rows if line.number in ours)
    assert still(screen.office, hazards)
    assert all(screen.office.cases.load(hazard.id).status is not Status.STRUCK_OFF for hazard in hazards)
