"""Points by hand: entered, taken back, appealed against, decided; wrong input is told in place."""

from decimal import Decimal

from PySide6.QtCore import Qt

from gridapp.domain.assessment_mark import MarkAct, Verdict
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from tests.gridapp.assessing.township import OTHER, WORKER
from tests.offices import ACTOR
from tests.ui.assessing.assessor import REASON, Assessor, say
from ui.assessing.assessment_bar import View
from ui.assessing.enter_dialog import EnterDialog
from ui.cases.event_page import EventPage


def acts(assessor: Assessor) -> list[MarkAct]:
    return [mark.act for mark in assessor.marks]


def test_a_deduction_is_entered_for_the_worker_who_is_looked_at(assessor: Assessor) -> None:
    before = Decimal(assessor.total(WORKER))
    assessor.enter("漏报重大（扣 10 分）")
    (mark,) = assessor.marks
    assert (mark.worker, mark.item, mark.amount, mark.reason, mark.person) == (
        WORKER,
        "missed_major",
        Decimal(-10),
        REASON,
        ACTOR.name,
    )
    assert assessor.screen.window.message.text == "已登记。"
    assert Decimal(assessor.total(WORKER)) == before - 10


def test_everything_that_is_missing_is_told_at_once_and_nothing_is_lost(assessor: Assessor) -> None:
    assessor.show(View.MARKS)
    assessor.screen.click(assessor.tab.views.marks.enter_button)
    dialog = assessor.dialog(EnterDialog)
    dialog.worker.clear()
    say(dialog.number, "没有的编号")
    assessor.confirm(dialog)
    boxes = dialog.form.boxes
    assert [boxes[name].problem for name in ("worker", "item", "reason")] == [
        "请选择考核对象。",
        "请选择一个扣分或加分项目。",
        "请填写原因。",
    ]
    assert dialog.worker.hasFocus()
    say(dialog.worker, OTHER)
    say(dialog.item, "虚假上报（扣 5 分）")
    say(dialog.reason, REASON)
    assessor.confirm(dialog)
    assert boxes["case_id"].problem == "没有编号为“没有的编号”的案件，请核对。"
    assert (dialog.worker.words, dialog.reason.toPlainText()) == (OTHER, REASON)
    assert assessor.marks == []
    dialog.reject()


def test_the_case_of_an_entry_is_looked_up_and_opened_from_its_line(assessor: Assessor) -> None:
    office = assessor.screen.office
    (case,) = office.lists.load_rows(office.lists.find_ids(CaseQuery(kind=Kind.EVENT, limit=1)))
    assessor.enter("漏报重大（扣 10 分）", case.number)
    assert assessor.marks[0].case_id == case.id
    assessor.screen.press(assessor.tab.views.marks.table, Qt.Key.Key_Return)
    assert assessor.screen.page(EventPage).loaded is not None


def test_an_entry_is_taken_back_with_a_reason(assessor: Assessor) -> None:
    before = assessor.total(WORKER)
    assessor.enter("漏报重大（扣 10 分）")
    dialog = assessor.withdraw("")
    assert dialog.form.boxes["reason"].problem == "请填写撤回原因。"
    say(dialog.reason, "演示：登记错人")
    assessor.confirm(dialog)
    assert acts(assessor) == [MarkAct.ENTERED, MarkAct.WITHDRAWN]
    assert not assessor.tab.views.marks.withdraw_button.isEnabled()
    assert assessor.total(WORKER) == before


def test_an_appeal_waits_until_it_is_decided(assessor: Assessor) -> None:
    before = Decimal(assessor.total(WORKER))
    assessor.enter("漏报重大（扣 10 分）")
    assessor.appeal("演示：当日已报")
    assert [assessor.tab.views.marks.model.index(row, 3).data() for row in range(2)] == ["登记", "申诉（待裁定）"]
    assessor.decide(Verdict.REDUCED, "演示：情有可原", "4")
    assert assessor.marks[-1].verdict is Verdict.REDUCED
    assert Decimal(assessor.total(WORKER)) == before - 6
    assert not assessor.tab.views.marks.decide_button.isEnabled()


def test_too_much_is_not_given_back(assessor: Assessor) -> None:
    assessor.enter("虚假上报（扣 5 分）")
    assessor.appeal("演示：不是我报的")
    dialog = assessor.decide(Verdict.REDUCED, "演示：意见", "5")
    assert dialog.form.boxes["points"].problem == "减轻的分数应大于 0、小于 5。"
    assert dialog.opinion.toPlainText() == "演示：意见"
    dialog.points.clear()
    say(dialog.points, "好多")
    assessor.confirm(dialog)
    assert dialog.form.boxes["points"].problem == "请填写一个数，如 2 或 0.5。"
    dialog.reject()
    assert acts(assessor) == [MarkAct.ENTERED, MarkAct.APPEALED]


def test_a_card_that_follows_from_a_record_is_appealed_against(assessor: Assessor) -> None:
    before = Decimal(assessor.total(WORKER))
    assessor.show(View.MARKS)
    assessor.appeal("演示：挂错人")
    (mark,) = assessor.marks
    assert (mark.item, mark.act) == ("yellow", MarkAct.APPEALED)
    assessor.decide(Verdict.LIFTED, "演示：确属挂错")
    assert Decimal(assessor.total(WORKER)) == before + 1


def test_nothing_can_be_appealed_against_twice(assessor: Assessor) -> None:
    assessor.show(View.MARKS)
    assessor.appeal("演示：挂错人")
    dialog = assessor.appeal("演示：再来")
    assert dialog.told.text() == "本月没有可以申诉的扣分。"
    assert not dialog.confirm.isEnabled()
    dialog.reject()


def test_what_was_entered_by_hand_stands_in_the_items_of_the_worker(assessor: Assessor) -> None:
    assessor.enter("领导批示肯定（加 3 分）")
    assessor.show(View.SCORES)
    panel = assessor.tab.views.scores
    row = [line.item.code for line in panel.model.rows].index("commended")
    assert panel.model.index(row, 4).data() == "+3.00（1 条）"
    panel.table.selectRow(row)
    assessor.screen.press(panel.table, Qt.Key.Key_Return)
    assert assessor.tab.bar.view is View.MARKS
