"""Bulk change: previewed row by row, refused with the reason, done in one go, and only as previewed."""

from PySide6.QtCore import Qt

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.offices import at, recorded, taken
from tests.ui.lists.lists import CONTROL_SHIFT, dialog, ledger, press
from tests.ui.screen import Screen, write
from ui.cases.ledger_page import LedgerPage
from ui.lists.bulk_dialog import BulkDialog

BULK = (Qt.Key.Key_B, CONTROL_SHIFT)
DAY = at(2018, 2, 27, 9)


def _events(screen: Screen) -> tuple[Case, Case]:
    reported = recorded(screen.office, DAY, title="演示：待受理")
    accepted = taken(screen.office, recorded(screen.office, DAY, title="演示：已受理"), Move.ACCEPT, DAY)
    return reported, accepted


def _opened(screen: Screen, *cases: Case) -> BulkDialog:
    page = ledger(screen)
    table = page.list.table
    table.setFocus()
    table.clearSelection()
    for case in cases:
        row = page.list.model.row_of(case.id)
        assert row is not None
        table.selectionModel().select(
            page.list.model.index(row, 0),
            table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
        )
    press(screen, BULK)
    return dialog(screen, BulkDialog)


def _choose(screen: Screen, bulk: BulkDialog, action: str) -> None:
    bulk.action.setFocus()
    bulk.action.clear()
    write(bulk.action, action)
    press(screen, Qt.Key.Key_Return, Qt.Key.Key_Tab)


def _verdicts(bulk: BulkDialog) -> list[str]:
    return [bulk.model.index(row, 2).data() for row in range(bulk.model.rowCount())]


def test_a_move_is_previewed_refused_and_made(screen: Screen) -> None:
    reported, accepted = _events(screen)
    bulk = _opened(screen, reported, accepted)
    _choose(screen, bulk, "受理")
    by_number = dict(zip([line.number for line in bulk.model.rows], _verdicts(bulk), strict=True))
    assert by_number == {reported.number: "修改", accepted.number: "不能修改"}
    assert any("状态：待受理 → 已受理" in bulk.model.words(line) for line in bulk.model.rows)
    assert bulk.summary.text() == "将修改 1 件，不变 0 件，不能修改 1 件"
    press(screen, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert screen.office.cases.load(reported.id).status is Status.ACCEPTED
    assert screen.window.message.text == "已批量修改 1 件，1 件没有修改。"


def test_a_field_is_set_on_all_and_the_preview_says_before_and_after(screen: Screen) -> None:
    reported, accepted = _events(screen)
    bulk = _opened(screen, reported, accepted)
    _choose(screen, bulk, "承办人")
    write(bulk.form.boxes["handler"].entry, "演示三")  # type: ignore[arg-type]
    screen.qtbot.waitUntil(lambda: bulk.ok.isEnabled() and bulk.model.rowCount() == 2)
    screen.settle()
    assert {bulk.model.index(row, 3).data() for row in range(2)} == {"承办人：（空） → 演示三"}
    screen.click(bulk.ok)
    assert [screen.office.cases.load(case.id).handler for case in (reported, accepted)] == ["演示三", "演示三"]


def test_a_later_entry_makes_a_new_preview_before_anything_is_done(screen: Screen) -> None:
    reported, _ = _events(screen)
    bulk = _opened(screen, reported)
    _choose(screen, bulk, "承办人")
    write(bulk.form.boxes["handler"].entry, "演示三")  # type: ignore[arg-type]
    assert not bulk.ok.isEnabled()
    press(screen, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert screen.office.cases.load(reported.id).handler is None


def test_a_case_changed_since_the_preview_stops_all(screen: Screen) -> None:
    reported, accepted = _events(screen)
    bulk = _opened(screen, reported, accepted)
    _choose(screen, bulk, "不予受理")
    write(bulk.form.boxes["reason"].entry, "演示：重复")  # type: ignore[arg-type]
    screen.qtbot.waitUntil(bulk.ok.isEnabled)
    taken(screen.office, reported, Move.ACCEPT, DAY)
    screen.click(bulk.ok)
    assert bulk.isVisible()
    assert "请重新预览" in bulk.problem.text()
    assert _verdicts(bulk) == ["不能修改", "不能修改"]


def test_other_kinds_have_their_own_moves_only(screen: Screen) -> None:
    page: LedgerPage = ledger(screen, Kind.PETITION)
    page.list.table.selectAll()
    page.list.table.setFocus()
    press(screen, BULK)
    bulk = dialog(screen, BulkDialog)
    bulk.action.toggle()
    moves = ["受理", "交办", "转送", "评价", "归档", "督办", "取消督办", "指定首席负责人"]
    assert list(bulk.action.offered) == [f"办理：{move}" for move in moves]


def test_nothing_can_be_changed_where_nothing_is_selected(screen: Screen) -> None:
    page = ledger(screen)
    page.list.table.clearSelection()
    assert not page.list.list_actions.bulk_button.isEnabled()


def test_escape_does_not_leave_while_it_is_written(screen: Screen) -> None:
    reported, accepted = _events(screen)
    bulk = _opened(screen, reported, accepted)
    _choose(screen, bulk, "受理")
    told: list[str] = []
    bulk.applied.connect(told.append)
    bulk.carry_out()
    bulk.reject()
    screen.settle()
    assert told == ["已批量修改 1 件，1 件没有修改。"]
