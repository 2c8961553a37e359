"""督办包案: the leaders' charges of a period and what is supervised; every count opens its list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.charge import Charge
from gridapp.domain.kind import Kind
from gridapp.domain.move import SUPERVISION
from gridapp.domain.period import period_named
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import at
from tests.ui.figures.chief import labels, open_every_cell, statistics
from tests.ui.screen import Screen
from ui.cases.due_page import DuePage
from ui.figures.charges_reading import Share, shares_of
from ui.figures.charges_tab import ChargesTab
from ui.handling.case_page import CasePage

_OLD = Charge(
    leader="演示领导甲",
    unit="演示单位",
    person="演示人",
    taken_at=at(2017, 12, 1),
    plan="演示方案",
    due_at=at(2018, 1, 31),
)
_ENDED = Charge(
    leader="演示领导乙",
    unit="演示单位",
    person="演示人",
    taken_at=at(2018, 1, 5),
    plan="演示方案",
    due_at=at(2018, 3, 1),
    ended_at=at(2018, 2, 10),
    result="演示结果",
)


@pytest.fixture
def small_office(small_office: Office) -> Office:
    """Beside the cases of the small office two charges, and events under each level of supervision."""
    save(small_office, [bare(Kind.DISPUTE, at(2017, 11, 1), charges=(_OLD,)), bare(Kind.PETITION, charges=(_ENDED,))])
    save(small_office, [bare(Kind.EVENT, supervision=grade) for grade in (*SUPERVISION, SUPERVISION[1])])
    return small_office


def _tab(screen: Screen) -> ChargesTab:
    tab = statistics(screen).open_tab("督办包案")
    screen.settle()
    assert isinstance(tab, ChargesTab)
    return tab


def test_the_shares_of_a_period_are_counted_and_listed(screen: Screen) -> None:
    tab = _tab(screen)
    assert [button.text() for button in tab.buttons.values()] == [
        "本期新包 1 件",
        "本期销案 1 件",
        "期末在包 1 件",
        "其中逾期 1 件",
    ]
    leaders = {}
    for share, button in tab.buttons.items():
        screen.click(button)
        leaders[share] = [line.charge.leader for line in tab.model.rows]
    assert leaders == {
        Share.TAKEN: ["演示领导乙"],
        Share.ENDED: ["演示领导乙"],
        Share.IN_FORCE: ["演示领导甲"],
        Share.LATE: ["演示领导甲"],
    }


def test_what_was_ended_later_was_in_force_then(small_office: Office) -> None:
    shares = shares_of(small_office.charges.charges(), period_named("2018-01"), at(2018, 2, 28))
    assert len(shares[Share.IN_FORCE]) == 2
    assert shares[Share.ENDED] == []


def test_enter_opens_the_case_of_a_charge(screen: Screen) -> None:
    tab = _tab(screen)
    screen.press(tab.table, Qt.Key.Key_Return)
    assert isinstance(screen.window.page, CasePage)


def test_each_count_of_supervision_opens_as_many_cases(screen: Screen) -> None:
    view = _tab(screen).view
    assert labels(view) == ["普通督办", "▲ 黄牌督办", "■ 红牌督办", "挂牌督办", "▲ 黄灯 将到期", "■ 红灯 已超期"]
    assert [line.cells[0].text for line in view.figures.sheet.lines[:3]] == ["1", "2", "1"]
    for row, column in ((0, 0), (1, 0), (2, 0), (5, 0), (5, 3), (5, 4)):
        index = view.figures.index(row, column)
        view.doubleClicked.emit(index)
        screen.settle()
        assert f"{len(screen.page(DuePage).list.model.ids)}" == index.data()
        screen.back()


def test_hazards_are_counted_apart_by_their_unit(screen: Screen) -> None:
    headings = [heading[0] for heading in _tab(screen).view.figures.sheet.columns]
    assert headings[-2:] == ["安全隐患\n条", "安全隐患\n处"]


def test_the_figures_of_the_ledger_open_their_lists(screen: Screen) -> None:
    tab = _tab(screen)
    assert labels(tab.figures)[-2:] == ["矛盾纠纷 演示领导甲", "矛盾纠纷 合计"]
    assert open_every_cell(screen, tab.figures) > 10


def test_the_official_list_is_written_to_a_file(screen: Screen, tmp_path: Path) -> None:
    tab = _tab(screen)
    tab.export_to(tmp_path / "演示清单.csv")
    screen.settle()
    assert "演示领导甲" in (tmp_path / "演示清单.csv").read_text(encoding="utf-8-sig")
    assert "已导出" in screen.window.message.text
