"""The question above the tabs: presets, any span of any year, steps, the moment, and what stands beside."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gridapp.counting.basis import Basis
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period, period_named
from tests.ui.figures.chief import choose, kind_tab, offered, statistics
from tests.ui.screen import Screen
from ui.figures.period_steps import stepped
from ui.figures.question_bar import QuestionBar
from ui.figures.statistics_page import StatisticsPage
from ui.figures.table_reading import bases_of
from ui.requests import ShowHome, ShowStatistics


def _bar(screen: Screen) -> QuestionBar:
    return statistics(screen).bar


def test_a_period_that_ends_before_it_begins_is_refused(screen: Screen) -> None:
    page = statistics(screen)
    before = page.bar.question
    page.bar.ask_for(date(2018, 3, 1), date(2018, 2, 1))
    assert page.bar.question == before
    assert "止日早于起日" in screen.window.message.text


def test_presets_are_those_of_the_offices_day(screen: Screen) -> None:
    bar = _bar(screen)
    assert offered(bar.period.preset) == [
        "本月", "上月", "本季", "上半年", "1—5月", "年初至今", "全年", "上年", "自选"
    ]  # fmt: skip
    choose(screen, bar.period.preset, "上月")
    assert bar.question.period == period_named("2018-01")
    bar.ask_for(date(2018, 1, 1), date(2018, 2, 28))
    assert bar.period.preset.key == "年初至今"


@pytest.mark.parametrize(
    ("name", "period"), [("3月", "2015-03"), ("二季度", "2015-Q2"), ("下半年", "2015-H2"), ("全年", "2015")]
)
def test_any_span_of_any_year_is_two_keys_away(screen: Screen, name: str, period: str) -> None:
    chooser = _bar(screen).period
    screen.click(chooser.span)
    picker = chooser.picker
    for _ in range(3):
        screen.press(picker, Qt.Key.Key_PageUp)
    picker.spans[name].setFocus()
    screen.press(picker.spans[name], Qt.Key.Key_Return)
    assert not picker.isVisible()
    assert chooser.period == period_named(period)
    assert chooser.span.text() == f"{period_named(period).label} ▾"


@pytest.mark.parametrize(
    ("period", "steps", "expected"),
    [
        ("2018-01", -1, "2017-12"),
        ("2018-Q1", -1, "2017-Q4"),
        ("2018-H1", 1, "2018-H2"),
        ("2018", -2, "2016"),
        ("2018-01-10..2018-01-16", 1, "2018-01-17..2018-01-23"),
    ],
)
def test_a_step_is_as_long_as_the_period(period: str, steps: int, expected: str) -> None:
    assert stepped(period_named(period), steps) == period_named(expected)


def test_the_keys_step_from_month_to_month(screen: Screen, qtbot: QtBot) -> None:
    bar = _bar(screen)
    choose(screen, bar.period.preset, "本月")
    assert QKeySequence("Ctrl+PgUp").toString() in bar.period.earlier.toolTip()
    screen.click(bar.period.earlier)
    assert bar.question.period == period_named("2018-01")
    screen.click(bar.period.later)
    assert bar.question.period == period_named("2018-02")


def test_comparison_and_the_year_are_asked_of_the_table(screen: Screen) -> None:
    bar = _bar(screen)
    assert tuple(bases_of(bar.question)) == ()
    choose(screen, bar.beside.compared, "上期和去年同期")
    screen.click(bar.beside.year)
    assert tuple(bases_of(bar.question)) == (Basis.BEFORE, Basis.LAST_YEAR, Basis.YEAR_TO_DATE)


def test_the_moment_is_the_end_of_the_chosen_day_and_the_table_says_so(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    bar = statistics(screen).bar
    assert not bar.moment.day.isVisible()
    choose(screen, bar.moment.moment, "某日 24:00")
    bar.moment.day.show_day(date(2001, 1, 1))
    bar.moment.changed.emit()
    screen.settle()
    assert tab.table.notes.text() == "截至 2001-01-01 24:00 的数"
    assert tab.cards.cards[0].buttons[0].text() == "0"
    choose(screen, bar.moment.moment, "现在")
    assert not tab.table.notes.isVisible()
    assert tab.cards.cards[0].buttons[0].text() != "0"


def test_a_grid_narrows_its_village(screen: Screen) -> None:
    bar = _bar(screen)
    assert not bar.grid.isVisible()
    areas = screen.office.registers.areas()
    village = next(v for v in areas.villages() if areas.children(v.code))
    bar.areas.choose(bar.areas.town, village.code)
    assert bar.grid.isVisible()
    grid = areas.children(village.code)[0]
    choose(screen, bar.grid, grid.name)
    assert bar.question.grid == grid.code
    bar.areas.choose(bar.areas.town, None)
    assert bar.question.grid is None


def test_what_was_chosen_is_there_again_after_another_page(screen: Screen) -> None:
    bar = _bar(screen)
    bar.period.ask_for(Period(date(2017, 5, 1), date(2017, 6, 1)))
    choose(screen, bar.beside.compared, "去年同期（同比）")
    asked = bar.question
    screen.go(ShowHome())
    screen.go(ShowStatistics())
    assert screen.page(StatisticsPage).bar.question == asked
