"""The table of limits in the window."""

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.mediation_limit import mediation_limits
from gridapp.domain.vocabulary import vocabulary
from tests.ui.screen import Screen
from ui.requests import ShowSettings
from ui.settings.limits_tab import LimitsTab
from ui.settings.settings_page import SettingsPage


@pytest.fixture
def tab(screen: Screen) -> LimitsTab:
    """The limits of the level 一般."""
    screen.go(ShowSettings())
    screen.page(SettingsPage).open_tab("办理时限")
    screen.settle()
    return screen.page(SettingsPage).limits


def _row(tab: LimitsTab, row: int) -> list[str]:
    return [str(tab.model.data(tab.model.index(row, column))) for column in range(tab.model.columnCount())]


def test_every_leaf_stands_below_the_line_for_all_others(tab: LimitsTab) -> None:
    assert tab.model.rowCount() == len(vocabulary().leaves) + 1
    assert _row(tab, 0) == ["—", "—", "未列明的类别", "2 个工作日", "1 个工作日", "10 个工作日", "2 个工作日", "—"]


def test_the_columns_are_the_stages_in_the_office_s_words(tab: LimitsTab) -> None:
    heads = [tab.model.headerData(n, Qt.Orientation.Horizontal) for n in range(tab.model.columnCount())]
    assert heads == ["平台", "大类", "小类", "受理", "签收", "办理", "核查", "上级办理"]


def test_another_level_has_other_limits(tab: LimitsTab) -> None:
    tab.level.setCurrentIndex(tab.level.findText("特别重大"))
    assert _row(tab, 0)[3:6] == ["1 个工作时", "1 个工作时", "2 个工作日"]


def test_leaves_are_found_by_words_and_platform(tab: LimitsTab) -> None:
    tab.search.setText("邻里")
    assert [_row(tab, row)[2] for row in range(1, tab.model.rowCount())] == ["邻里纠纷"]
    tab.platform.setCurrentIndex(tab.platform.count() - 1)
    assert tab.model.rowCount() == 1


def test_the_cards_are_said(tab: LimitsTab) -> None:
    assert tab.cards.text().startswith("受理超过 2 个工作日黄牌、5 个工作日红牌")


def test_disputes_have_their_own_table_with_what_it_is_based_on(tab: LimitsTab) -> None:
    tab.kind.setCurrentIndex(tab.kind.findText("矛盾纠纷"))
    model = tab.mediation.model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert tab.mediation.isVisible()
    assert not tab.level.isVisible()
    assert [row[0] for row in rows] == [stage.label for stage in mediation_limits()]
    assert rows[1][1:] == ["受理", "30 日", "《人民调解工作若干规定》第三十三条"]
