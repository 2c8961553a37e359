"""The rules of assessment: read, and a new set made from them with a later month."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox

from gridapp.assessing.rules import default_text, rules_for, rules_of
from gridapp.domain.period import Month
from tests.gridapp.assessing.township import JUNE
from tests.offices import TOWN
from tests.ui.assessing.assessor import Assessor, say
from ui.assessing.rule_revision import EACH, RULE, WEIGHT
from ui.assessing.rules_dialog import RulesDialog

DEFAULT = rules_of(default_text())
FIRST, SECOND = 0, 1


def opened(assessor: Assessor) -> RulesDialog:
    assessor.screen.click(assessor.tab.bar.rules_button)
    return assessor.dialog(RulesDialog)


def revised(assessor: Assessor) -> RulesDialog:
    dialog = opened(assessor)
    assessor.screen.click(dialog.revise_button)
    return dialog


def put(dialog: RulesDialog, item: int, what: str, text: str) -> None:
    assert dialog.model.setData(dialog.model.index_of((item, what)), text)


def shown(dialog: RulesDialog, item: int, what: str) -> str:
    return str(dialog.model.index_of((item, what)).data())


def test_the_rules_in_force_are_shown_and_cannot_be_changed(assessor: Assessor) -> None:
    dialog = opened(assessor)
    assert dialog.versions.state.text() == "2018年6月执行的就是这个办法"
    assert [shown(dialog, FIRST, what) for what in (WEIGHT, EACH, "专职网格员")] == ["30", "—", "20"]
    assert dialog.sum.text() == "分值合计 100 分"
    assert not dialog.model.index_of((FIRST, WEIGHT)).flags() & Qt.ItemFlag.ItemIsEditable
    dialog.reject()


def test_a_new_set_holds_from_its_month_on(assessor: Assessor) -> None:
    dialog = revised(assessor)
    put(dialog, FIRST, WEIGHT, "25")
    put(dialog, SECOND, WEIGHT, "15")
    put(dialog, FIRST, "网格长", "12")
    dialog.name.clear()
    say(dialog.name, "演示办法")
    assessor.screen.press(dialog.effective, Qt.Key.Key_Down)
    assessor.confirm(dialog)
    office = assessor.screen.office
    assert rules_for(office, TOWN, JUNE) == DEFAULT
    kept = rules_for(office, TOWN, Month(2018, 7))
    assert (kept.name, kept.items[0].weight, kept.items[0].targets["网格长"]) == (
        "演示办法",
        Decimal(25),
        Decimal(12),
    )
    assert kept.items[0].rule.startswith("有效上报数÷月基数×25，最多25分")
    assert assessor.screen.window.message.text == "新考核办法已保存，从2018年7月起执行。"


def test_a_number_is_typed_into_its_cell(assessor: Assessor) -> None:
    dialog = revised(assessor)
    qtbot = assessor.screen.qtbot
    qtbot.keyClick(dialog.table, Qt.Key.Key_2)
    editor = dialog.table.findChild(QLineEdit)
    qtbot.keyClick(editor, Qt.Key.Key_8)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assessor.screen.settle()
    assert shown(dialog, FIRST, WEIGHT) == "28"
    assert dialog.sum.text() == "分值合计 98 分（应为 100 分）"
    dialog.model.show(DEFAULT, revising=False)
    dialog.reject()


def test_weights_that_are_not_a_hundred_are_told_and_nothing_is_kept(assessor: Assessor) -> None:
    dialog = revised(assessor)
    put(dialog, FIRST, WEIGHT, "31")
    assessor.confirm(dialog)
    assert dialog.problem.text() == "各项分值合计应为 100 分，现在是 101 分，请调整。"
    assert shown(dialog, FIRST, WEIGHT) == "31"
    assert assessor.screen.office.assessment.rules(TOWN) == []
    dialog.model.show(DEFAULT, revising=False)
    dialog.reject()


def test_every_problem_is_told_at_once_in_its_place(assessor: Assessor) -> None:
    dialog = revised(assessor)
    put(dialog, FIRST, WEIGHT, "三十")
    put(dialog, SECOND, RULE, "")
    dialog.bonus_limit.setText("0")
    assessor.confirm(dialog)
    assert set(dialog.model.problems) == {(FIRST, WEIGHT), (SECOND, RULE)}
    assert dialog.form.boxes["bonus_limit"].problem == "请填写大于 0 的数。"
    assert "“有效上报”：请填写大于 0 的数。" in dialog.problem.text()
    assert dialog.bonus_limit.hasFocus()
    dialog.model.show(DEFAULT, revising=False)
    dialog.reject()


def test_a_revision_is_not_dropped_without_asking(assessor: Assessor) -> None:
    dialog = revised(assessor)
    put(dialog, FIRST, WEIGHT, "31")
    assessor.screen.press(dialog, Qt.Key.Key_Escape)
    box = assessor.dialog(QMessageBox)
    box.reject()
    assessor.screen.settle()
    assert dialog.isVisible()
    assert shown(dialog, FIRST, WEIGHT) == "31"
    dialog.model.show(DEFAULT, revising=False)
    dialog.reject()
