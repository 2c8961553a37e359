"""A closed month shows what was signed and takes no entries; what is decided later counts in the first open month."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from gridapp.assessing.marks import enter
from gridapp.assessing.tables import assessment_tables
from gridapp.domain.books import KeptTable
from gridapp.domain.period import Month
from gridapp.ports import Office
from gridapp.reporting.official.canonical import canonical
from tests.gridapp.assessing.township import AFTERWARDS, JUNE, WORKER, with_workers
from tests.offices import ACTOR, NOW, TOWN
from tests.ui.assessing.assessor import REASON, Assessor
from tests.ui.figures.chief import labels
from tests.ui.screen import Screen
from ui.assessing.assessment_bar import View
from ui.assessing.rules_dialog import RulesDialog
from ui.jobs import Jobs

JULY = JUNE.later(1)


def close(office: Office, month: Month, *, keeping: bool = True) -> None:
    tables = assessment_tables(office, TOWN, month, AFTERWARDS) if keeping else ()
    kept = [KeptTable(code=table.code, title=table.title, content=canonical(table)) for table in tables]
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, month, ACTOR, NOW(), kept)


@pytest.fixture
def signed(qtbot: QtBot, jobs: Jobs, manned_office: Office) -> Assessor:
    """Somebody who looks at June after it was closed with a deduction in it."""
    enter(manned_office, TOWN, JUNE, WORKER, "missed_major", REASON, ACTOR, NOW)
    close(manned_office, JUNE)
    return Assessor(Screen.opened(qtbot, jobs, manned_office))


def test_a_closed_month_says_so_and_shows_what_was_kept(signed: Assessor) -> None:
    before = labels(signed.tab.views.sheet)
    assert signed.tab.bar.state.text().endswith("已关账，成绩已锁定")
    assert signed.tab.views.stack.currentWidget() is signed.tab.views.sheet
    assert [view for view in View if signed.tab.bar.buttons[view].isVisible()] == [
        View.SHEET,
        View.RANKING,
        View.MARKS,
    ]
    with_workers(signed.screen.office, "演示新人")
    signed.tab.mark_stale()
    signed.screen.settle()
    assert labels(signed.tab.views.sheet) == before


def test_nothing_is_entered_into_a_closed_month(signed: Assessor) -> None:
    signed.show(View.MARKS)
    assert not signed.tab.views.marks.enter_button.isEnabled()
    assert "已关账，成绩已锁定" in signed.tab.views.marks.enter_button.toolTip()


def test_what_is_taken_back_after_closing_counts_in_the_first_open_month(signed: Assessor) -> None:
    signed.show(View.MARKS)
    signed.withdraw("演示：登记错人")
    assert {(mark.month, mark.amount) for mark in signed.marks} == {(JUNE, Decimal(-10)), (JULY, Decimal(10))}
    assert [signed.tab.views.marks.model.index(row, 5).data() for row in range(2)] == ["2018年6月", "2018年7月"]


def test_new_rules_begin_in_the_first_open_month(signed: Assessor) -> None:
    signed.screen.click(signed.tab.bar.rules_button)
    dialog = signed.dialog(RulesDialog)
    assert dialog.effective.key == str(JULY)
    dialog.reject()


def test_a_month_closed_together_with_a_later_one_says_that_nothing_was_kept(
    qtbot: QtBot, jobs: Jobs, manned_office: Office
) -> None:
    close(manned_office, JUNE, keeping=False)
    tab = Assessor(Screen.opened(qtbot, jobs, manned_office)).tab
    assert tab.bar.state.text().endswith("没有另存成绩；以下按现在的账计算")
    assert tab.views.stack.currentWidget() is tab.views.scores
