"""Why a figure differs: the records by their causes, what they come to, and the way to each."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from gridapp.cases import handle
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.event import Event
from gridapp.ports import Office
from gridapp.reconciling.registering import register
from tests.gridapp.reconciling.figures import reported_figure
from tests.offices import ACTOR, DEADLINES, NOW, amended, at, closed, recorded
from tests.ui.reconciling.chief import reconciliation, texts
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage
from ui.cases.figure_page import FigurePage
from ui.navigation import place_of
from ui.reconciling.explanation_page import ExplanationPage
from ui.requests import ShowExplanation, ShowStatistics

JUNE = date(2018, 6, 11)


def _reported(office: Office, events: list[Event], more: int = 0) -> PublishedFigure:
    """Their number as it was reported, with so many that nobody has."""
    figure = reported_figure(len(events) + more, NOW())
    return register(office, figure, ACTOR, NOW)


def _events(office: Office, number: int = 6) -> list[Event]:
    return [recorded(office, JUNE, title=f"演示：路灯不亮{n}") for n in range(number)]


def _changed(office: Office, events: list[Event]) -> None:
    """Two are voided, one goes to July."""
    for event in events[:2]:
        handle.void(office.cases, event.id, event.version, "演示：重复登记", DEADLINES, ACTOR, NOW)
    amended(office, events[2], reported_at=at(2018, 7, 2, 9), due_at=at(2018, 8, 1), reason="演示：日期有误")


def _page(screen: Screen, figure: PublishedFigure) -> ExplanationPage:
    screen.go(ShowExplanation(figure.id))
    return screen.page(ExplanationPage)


@pytest.fixture
def page(screen: Screen) -> ExplanationPage:
    """Six were reported and one that nobody has; three have gone since."""
    events = _events(screen.office)
    figure = _reported(screen.office, events, more=1)
    _changed(screen.office, events)
    return _page(screen, figure)


def test_the_sum_of_records_and_the_rest_is_the_difference(page: ExplanationPage) -> None:
    assert (page.reported.text.text(), page.then.button.text(), page.now.button.text()) == ("7 件", "6 件", "3 件")
    assert page.difference.text.text() == "-4 件"
    assert page.sum.text().startswith("差额 -4 ＝ 记录变动 -3 ＋ 未说明 -1　未说明的部分：")


def test_each_group_says_how_many_records_it_has_and_what_they_come_to(screen: Screen, page: ExplanationPage) -> None:
    assert [button.text() for button in page.groups] == [
        "全部记录 3 件，变动 -3",
        "作废 2 件，变动 -2",
        "月份移动 1 件，变动 -1",
    ]
    screen.click(page.groups[2])
    assert [row[0] for row in texts(page.model)] == ["月份移动"]
    assert page.group_sum.text() == "合计：月份移动 1 件，变动 -1"
    assert "演示：日期有误" in page.told_below.text()


def test_the_numbers_open_the_lists_of_then_and_now(screen: Screen, page: ExplanationPage) -> None:
    for tile, number in ((page.then, 6), (page.now, 3)):
        screen.click(tile.button)
        assert screen.page(FigurePage).total == number
        screen.back()


def test_enter_opens_the_record_and_the_group_is_still_chosen_afterwards(screen: Screen, page: ExplanationPage) -> None:
    screen.click(page.groups[1])
    number = page.model.rows[0].number
    screen.press(page.table, Qt.Key.Key_Return)
    assert number in screen.page(EventPage).title
    screen.back()
    assert screen.page(ExplanationPage).groups[1].isChecked()


def test_a_figure_that_agrees_says_so(screen: Screen) -> None:
    page = _page(screen, _reported(screen.office, _events(screen.office)))
    assert page.sum.text() == "差额 0 ＝ 记录变动 0 ＋ 未说明 0　上报数与记录相符"
    assert (page.group_sum.text(), page.group_sum.objectName()) == ("没有变动的记录", "muted")


def test_a_figure_whose_day_nobody_knows_is_compared_with_its_registration(screen: Screen) -> None:
    figure = register(screen.office, reported_figure(0), ACTOR, NOW)
    page = _page(screen, figure)
    assert "上报时间不详，与登记时" in page.about.text()
    assert page.then.label.text() == "登记时账面"


def test_the_parts_of_a_rate_are_never_added(screen: Screen) -> None:
    events = _events(screen.office, 4)
    for event in events[:2]:
        closed(screen.office, event, at(2018, 6, 20))
    figure = replace(reported_figure(50, NOW()), indicator="event.close_rate")
    kept = register(screen.office, figure, ACTOR, NOW)
    handle.void(screen.office.cases, events[3].id, events[3].version, "演示", DEADLINES, ACTOR, NOW)
    page = _page(screen, kept)
    named = [button.text() for button in page.groups]
    assert all(name.startswith(("分子", "分母")) for name in named)
    assert "个百分点" in page.sum.text()


def test_it_belongs_to_the_statistics() -> None:
    assert place_of(ShowExplanation("甲1")) == ShowStatistics()


def test_the_list_of_figures_leads_to_it_by_a_key(screen: Screen) -> None:
    view = reconciliation(screen).reported
    screen.click(view.explain_button)
    assert screen.page(ExplanationPage).title == "差额说明 · 甲1 演示上报数"
