"""Beside the figures: other periods, changes in words, 本年累计, 小计; every value opens its own list."""

from decimal import Decimal

import pytest

from gridapp.counting.change import Change
from gridapp.domain.kind import Kind
from tests.ui.figures.chief import choose, every_cell_adds_up, headings, kind_tab, labels, open_cell, statistics
from tests.ui.screen import Screen
from ui.figures.compared_sheet import said_change
from ui.figures.kind_tab import KindTab
from ui.figures.sheet import Cell, Weight


def _compared(screen: Screen, kind: Kind = Kind.EVENT) -> KindTab:
    tab = kind_tab(screen, kind)
    beside = statistics(screen).bar.beside
    choose(screen, beside.compared, "上期和去年同期")
    screen.click(beside.year)
    return tab


def _cell(tab: KindTab, row: str, heading: str, part: str) -> Cell:
    view = tab.table.view
    columns = [(levels[0].split("\n")[0], levels[-1]) for levels in view.figures.sheet.columns]
    return view.figures.cell(view.figures.index(labels(view).index(row), columns.index((heading, part))))


def test_each_figure_stands_beside_the_others_under_its_name(screen: Screen) -> None:
    tab = _compared(screen)
    parts = ["本期", "上期", "环比", "上年同期", "同比", "本年累计"]
    assert headings(tab.table.view)[: len(parts)] == parts
    names = [levels[0] for levels in tab.table.view.figures.sheet.columns]
    assert names[: len(parts)] == ["上期结转\n件"] * len(parts)


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.HAZARD])
def test_every_compared_value_opens_its_own_list(screen: Screen, kind: Kind) -> None:
    tab = _compared(screen, kind)
    choose(screen, tab.table.bar.rows, "村社")
    view = tab.table.view
    assert every_cell_adds_up(screen, view) > 60
    first = next(n for n, levels in enumerate(view.figures.sheet.columns) if levels[-1] == "上期")
    open_cell(screen, view, view.figures.rowCount() - 1, first)


def test_a_month_stands_beside_its_own_neighbour(screen: Screen) -> None:
    tab = _compared(screen)
    february = _cell(tab, "2018年2月", "本期上报", "上期").figure
    assert february is not None
    assert february.value == Decimal(3)
    assert february.cut.period.label == "2018年1月"


def test_a_change_names_the_two_it_comes_from_and_opens_nothing(screen: Screen) -> None:
    cell = _cell(_compared(screen), "2018年2月", "本期上报", "环比")
    assert cell.text == "▼ 降 -66.67%"
    assert not cell.opens
    assert cell.told == "本期上报环比：2018年2月 1 件，2018年1月 3 件；-66.67%。名单见这两个数。"


def test_a_base_of_nothing_gives_no_change(screen: Screen) -> None:
    cell = _cell(_compared(screen), "合计", "本期上报", "同比")
    assert cell.text == "—"
    assert cell.told.endswith("基数为 0 或没有数，不能算。")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change(Decimal("12.5"), "%"), "▲ 升 +12.50%"),
        (Change(Decimal("-1.2"), "个百分点"), "▼ 降 -1.20个百分点"),
        (Change(Decimal(0), "%"), "＝ 持平"),
    ],
)
def test_a_change_is_said_by_sign_arrow_and_word(change: Change, said: str) -> None:
    assert said_change(change) == said


def test_two_dimensions_have_a_subtotal_for_each_group(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    choose(screen, tab.table.bar.rows, "月份")
    choose(screen, tab.table.bar.within, "村社")
    sheet = tab.table.view.figures.sheet
    sums = [line.labels for line in sheet.lines if line.weight is Weight.SUBTOTAL]
    assert sums == [("2018年1月", "小计"), ("2018年2月", "小计")]
    assert sheet.lines[-1].labels == ("合计", "")
    reported = headings(tab.table.view).index("本期上报")
    parts = [line.cells[reported].value for line in sheet.lines if line.weight is Weight.PLAIN]
    totals = [line.cells[reported].value for line in sheet.lines if line.weight is Weight.SUBTOTAL]
    assert (
        sum(map(Decimal, map(str, parts)))
        == sum(map(Decimal, map(str, totals)))
        == sheet.lines[-1].cells[reported].value
    )
