"""Reported figures: shown beside what is recomputed, registered, changed and removed in place."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import DIFFERS, PublishedFigure, Reconciled
from gridapp.domain.period import period_named
from tests.ui.figures.chief import choose
from tests.ui.reconciling.chief import dialog_of, reconciliation, texts
from tests.ui.screen import Screen, write
from ui.cases.figure_page import FigurePage
from ui.reconciling.figure_dialog import FigureDialog
from ui.reconciling.reason_dialog import ReasonDialog
from ui.reconciling.reported_model import Line
from ui.reconciling.reported_view import ReportedView

JANUARY = period_named("2018-01").label


def _view(screen: Screen) -> ReportedView:
    return reconciliation(screen).reported


def test_every_reported_figure_has_its_line(screen: Screen) -> None:
    assert texts(_view(screen).model) == [
        ["甲1", "高湖镇", "演示上报数", JANUARY, "2", "2", "0", "件", "相符", "不详"],
        ["甲2", "高湖镇", "演示上报数", JANUARY, "99", "2", "-97", "件", "不符", "不详"],
        ["甲3", "高湖镇", "演示上报数", JANUARY, "≥ 1", "2", "+1", "件", "相符", "不详"],
    ]


def test_says_how_many_agree_and_where_a_figure_comes_from(screen: Screen) -> None:
    view = _view(screen)
    assert view.summary.text() == "上报数 3 个，相符 2 个，不符 1 个"
    assert "演示总结（演示句）" in view.source.text()
    assert "条件：村社：桐川村" in view.source.text()


def test_agreement_is_told_by_word_icon_and_colour(screen: Screen) -> None:
    model = _view(screen).model
    agrees, differs = model.index(0, 8), model.index(1, 8)
    assert not agrees.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert agrees.data(Qt.ItemDataRole.ForegroundRole) != differs.data(Qt.ItemDataRole.ForegroundRole)


def test_only_the_figures_of_a_verdict_are_listed(screen: Screen) -> None:
    view = _view(screen)
    choose(screen, view.verdicts, f"只看{DIFFERS}")
    assert [row[0] for row in texts(view.model)] == ["甲2"]
    assert view.summary.text() == "上报数 3 个，相符 2 个，不符 1 个"


def test_a_double_click_opens_the_cases(screen: Screen) -> None:
    view = _view(screen)
    screen.double_click(view.table, view.model.index(1, 2))
    page = screen.page(FigurePage)
    assert page.total == 2
    assert "演示上报数" in page.title


def test_a_reported_rate_stands_beside_its_parts_and_differs_in_points(screen: Screen) -> None:
    published = PublishedFigure(
        id="甲4",
        town="高湖镇",
        indicator="hazard.removal_rate",
        period=period_named("2024"),
        reported=Decimal("97.28"),
        at_least=False,
        unit="%",
        title="演示整改率",
        source="演示通报",
        sentence="演示句",
    )
    found = Reconciled(published, Rate(Decimal(137_354), Decimal(141_911)), Decimal("-0.49"))
    view = _view(screen)
    view.model.show([Line(found, Cut(published.period))])
    view.table.selectRow(0)
    told = ["97.28%", "96.79%（137,354/141,911）", "-0.49个百分点", "%", "不符", "不详"]
    assert texts(view.model)[0][4:] == told
    assert "公布 97.28%，重算 96.79%（137,354/141,911），相差 -0.49个百分点；两个数都保留" in view.source.text()


def _filled(screen: Screen) -> FigureDialog:
    """A figure of January's events in a village, as somebody writes it with the keyboard."""
    _view(screen).begin()
    screen.settle()
    dialog = dialog_of(FigureDialog)
    form = dialog.form
    assert form.town.words == "高湖镇"
    screen.qtbot.keyClicks(form.indicator, "event.reported")
    screen.press(form.indicator, Qt.Key.Key_Return)
    screen.click(form.conditions.add_button)
    write(form.conditions.lines[0].word, "桐川村")
    screen.qtbot.keyClicks(form.period, "2018-01")
    screen.qtbot.keyClicks(form.reported, "1,002")
    write(form.lines["source"], "演示：一月月报")
    screen.settle()
    return dialog


def test_a_figure_is_registered_and_stands_in_the_list(screen: Screen) -> None:
    dialog = _filled(screen)
    screen.press(dialog.form.lines["source"], Qt.Key.Key_Return, control=True)
    view = reconciliation(screen).reported
    (kept,) = [figure for figure in screen.office.registers.published() if figure.source == "演示：一月月报"]
    assert (int(kept.reported), kept.unit) == (1002, "件")
    assert kept.where == {Dimension.VILLAGE: ("桐川村",)}
    assert [row[4:7] for row in texts(view.model) if row[0] == kept.id] == [["1,002", "2", "-1,000"]]
    assert f"上报数 {kept.id}" in screen.window.message.text


def test_what_it_would_be_recomputed_to_stands_below_while_it_is_written(screen: Screen) -> None:
    dialog = _filled(screen)
    assert dialog.preview.text() == "按现在的记录重算：2 件　上报 1,002，差额 -1,000，不符"
    dialog.form.reported.setText("2")
    assert dialog.preview.text() == "按现在的记录重算：2 件　上报 2，差额 0，相符"
    dialog.form.period.setText("2018-02")
    screen.settle()
    assert dialog.preview.text().startswith("按现在的记录重算：0 件")


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_lost(screen: Screen) -> None:
    dialog = _filled(screen)
    form = dialog.form
    form.reported.setText("几件")
    form.period.setText("2018-13")
    form.lines["source"].clear()
    form.conditions.lines[0].word.setText("没有村")
    screen.click(dialog.confirm)
    told = {name: box.problem for name, box in form.boxes.items() if box.problem}
    assert list(told) == ["where", "period", "reported", "source"]
    assert "几件" in told["reported"]
    assert (dialog.isVisible(), form.reported.text(), form.period.words) == (True, "几件", "2018-13")
    assert not [figure for figure in screen.office.registers.published() if figure.id not in ("甲1", "甲2", "甲3")]


@pytest.mark.parametrize(("button", "is_open"), [("放弃", False), ("继续填写", True)])
def test_esc_asks_before_it_drops_what_was_written(screen: Screen, button: str, is_open: bool) -> None:
    dialog = _filled(screen)
    screen.press(dialog, Qt.Key.Key_Escape)
    box = dialog_of(QMessageBox)
    screen.click(next(one for one in box.buttons() if one.text() == button))
    assert (isValid(dialog) and dialog.isVisible()) is is_open


def test_a_figure_is_changed_only_with_a_reason(screen: Screen) -> None:
    view = _view(screen)
    view.table.selectRow(1)
    screen.click(view.change_button)
    dialog = dialog_of(FigureDialog)
    assert dialog.form.period.words == JANUARY
    dialog.form.reported.setText("2")
    screen.click(dialog.confirm)
    assert dialog.form.boxes["reason"].problem == "请写明原因。"
    write(dialog.form.lines["reason"], "演示：抄错")
    screen.click(dialog.confirm)
    assert screen.office.reported.figure("甲2").reported == 2
    assert screen.office.reported.changes("甲2")[-1].reason == "演示：抄错"
    assert view.line is not None
    assert (view.line.found.published.id, view.line.found.verdict) == ("甲2", "相符")


def test_a_figure_is_removed_only_with_a_reason(screen: Screen) -> None:
    view = _view(screen)
    view.table.selectRow(1)
    screen.click(view.remove_button)
    dialog = dialog_of(ReasonDialog)
    screen.click(dialog.confirm)
    assert dialog.form.boxes["reason"].problem == "请写明原因。"
    write(dialog.reason, "演示：重复登记")
    screen.press(dialog.reason, Qt.Key.Key_Return, control=True)
    assert [row[0] for row in texts(view.model)] == ["甲1", "甲3"]


def test_tab_goes_through_the_conditions_where_they_stand(screen: Screen) -> None:
    dialog = _filled(screen)
    form, (line,) = dialog.form, dialog.form.conditions.lines
    form.indicator.setFocus()
    met = []
    for _ in range(6):
        screen.press(dialog, Qt.Key.Key_Tab)
        met.append(dialog.focusWidget())
    wanted = [line.what, line.word, line.cross, form.conditions.add_button, form.period, form.reported]
    assert [wanted.index(widget) if widget in wanted else widget for widget in met] == list(range(6))


def test_what_must_not_be_added_asks_for_its_unit_at_once(screen: Screen) -> None:
    _view(screen).begin()
    screen.settle()
    form = dialog_of(FigureDialog).form
    screen.qtbot.keyClicks(form.indicator, "hazard.found")
    screen.press(form.indicator, Qt.Key.Key_Return)
    assert [line.dimension for line in form.conditions.lines] == [Dimension.UNIT]
    screen.click(form.conditions.lines[0].cross)
    assert form.conditions.lines == []
