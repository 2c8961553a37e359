"""交叉表: one indicator by any two dimensions, with the totals of both."""

from gridapp.domain.kind import Kind
from tests.ui.figures.chief import choose, headings, kind_tab, labels, offered, open_every_cell
from tests.ui.screen import Screen
from ui.figures.table_choice import PIVOT


def test_rows_and_columns_are_chosen_and_every_cell_opens(screen: Screen) -> None:
    bar = kind_tab(screen, Kind.EVENT).table.bar
    assert not bar.measure.isVisible()
    choose(screen, bar.table, PIVOT)
    choose(screen, bar.measure, "本期上报")
    choose(screen, bar.rows, "村社")
    choose(screen, bar.across, "平台")
    view = screen.window.page.tabs["网格事件"].table.view  # type: ignore[union-attr]
    assert view.figures.sheet.corner == ("村社 ＼ 平台",)
    assert labels(view) == ["桐川村", "内冯村", "西山村", "未填", "合计"]
    assert headings(view)[-1] == "合计"
    assert open_every_cell(screen, view) > 20


def test_units_have_a_table_each(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.HAZARD)
    choose(screen, tab.table.bar.table, PIVOT)
    choose(screen, tab.table.bar.measure, "本期排查")
    choose(screen, tab.table.bar.rows, "月份")
    choose(screen, tab.table.bar.across, "村社")
    assert [label for label in labels(tab.table.view) if "合计" in label] == ["条 合计", "处 合计"]
    assert open_every_cell(screen, tab.table.view) > 6


def test_a_dimension_that_the_indicator_lacks_is_not_offered(screen: Screen) -> None:
    bar = kind_tab(screen, Kind.DISPUTE).table.bar
    choose(screen, bar.table, PIVOT)
    choose(screen, bar.measure, "排查")
    assert "结果" not in offered(bar.rows)
    assert "结果" not in offered(bar.across)
    choose(screen, bar.measure, "调处")
    assert "结果" in offered(bar.rows)


def test_rows_and_columns_are_never_the_same(screen: Screen) -> None:
    bar = kind_tab(screen, Kind.EVENT).table.bar
    choose(screen, bar.table, PIVOT)
    for word in offered(bar.rows):
        choose(screen, bar.rows, word)
        assert word not in offered(bar.across)
