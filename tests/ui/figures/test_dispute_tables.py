"""The mediators' tab: the smaller tables beside the large one, and every way of laying them out."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from gridapp.counting.amount import Rate
from gridapp.counting.indicator import catalogue
from gridapp.counting.words import TITLES
from gridapp.domain.case import Closing
from gridapp.domain.charge import Charge
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Harm, Prevention, Purpose, Session, Term
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import Office
from gridapp.registers.reference_day import set_reference_day
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import at
from tests.ui.figures.chief import choose, headings, labels, offered
from tests.ui.screen import Screen
from ui.cases.figure_page import FigurePage
from ui.figures.forms import forms_of
from ui.figures.kind_tab import KindTab
from ui.figures.statistics_page import StatisticsPage
from ui.figures.table_choice import PIVOT, WHOLE
from ui.jobs import Jobs
from ui.requests import ShowStatistics

CHAPTER = catalogue()[Kind.DISPUTE]


@pytest.fixture
def screen(qtbot: QtBot, sqlite_office: Office, jobs: Jobs) -> Screen:
    """The window on one dispute that counts in every table, and one that counts in none but the large one."""
    moment = at(2018, 1, 20, 9)
    settled = Closing(closed_at=moment, outcome=Outcome.SUCCEEDED, form=AgreementForm.WRITTEN)
    charge = Charge(
        leader="演示领导",
        unit="演示单位",
        person="演示人",
        taken_at=moment,
        plan="演示方案",
        due_at=at(2018, 2, 20),
        ended_at=at(2018, 2, 10),
        result="演示结果",
    )
    handed = Step(
        move=Move.HAND_OVER,
        at=at(2018, 1, 10),
        person="演示员",
        status=Status.ACCEPTED,
        from_unit="演示调委会",
        from_committee="村",
    )
    rich = bare(
        Kind.DISPUTE,
        level="重大",
        people=120,
        committee="村",
        mediation_type="邻里纠纷",
        closings=(settled,),
        steps=(handed,),
        sessions=(Session(purpose=Purpose.MEDIATION, held_at=moment),),
        terms=(Term(agreement=1, what="演示：赔偿", amount=Decimal(500)),),
        charges=(charge,),
        preventions=(Prevention(harm=Harm.CRIME, people=7, at=moment),),
    )
    save(sqlite_office, [rich, bare(Kind.DISPUTE)])
    set_reference_day(sqlite_office.registers, date(2018, 2, 28))
    return Screen.opened(qtbot, jobs, sqlite_office)


def _tab(screen: Screen) -> KindTab:
    screen.go(ShowStatistics())
    tab = screen.page(StatisticsPage).open_tab(Kind.DISPUTE.label)
    screen.settle()
    assert isinstance(tab, KindTab)
    return tab


def _choose(screen: Screen, tab: KindTab, table: str, rows: str | None = None) -> None:
    choose(screen, tab.table.bar.table, table)
    if rows is not None:
        choose(screen, tab.table.bar.rows, rows)


def _filled(tab: KindTab) -> list[QModelIndex]:
    model = tab.table.view.figures
    cells = (model.index(r, c) for r in range(model.rowCount()) for c in range(model.columnCount()))
    return [index for index in cells if index.data() not in ("0", "—")]


def test_every_smaller_table_is_offered_after_the_large_one(screen: Screen) -> None:
    tab = _tab(screen)
    forms = [name for _, name in forms_of(Kind.DISPUTE)]
    assert offered(tab.table.bar.table) == [WHOLE, *CHAPTER.asides, *forms, PIVOT]


@pytest.mark.parametrize("table", [WHOLE, *CHAPTER.asides])
def test_a_table_has_its_own_columns_and_chart(screen: Screen, table: str) -> None:
    tab = _tab(screen)
    _choose(screen, tab, table)
    indicators = CHAPTER.indicators if table == WHOLE else CHAPTER.asides[table]
    assert headings(tab.table.view) == [indicator.name for indicator in indicators]
    assert offered(tab.chart.measure) == [indicator.name for indicator in indicators]
    shown = CHAPTER.indicators[1] if table == WHOLE else indicators[0]
    assert tab.chart.card.chart.spec.heading.startswith(f"{shown.name} · 按月份")
    tab.table.view.look_at(shown)
    assert tab.table.rule.text().startswith(f"{shown.name}，")


@pytest.mark.parametrize("table", [WHOLE, *CHAPTER.asides])
def test_every_number_of_every_layout_opens_cases_that_add_up_to_it(screen: Screen, table: str) -> None:
    tab = _tab(screen)
    _choose(screen, tab, table)
    opened = 0
    for rows in ("人民调解类型", "涉及人数"):
        _choose(screen, tab, table, rows)
        for index in _filled(tab):
            figure = tab.table.view.figures.cell(index).figure
            assert figure is not None
            tab.table.view.doubleClicked.emit(index)
            screen.settle()
            value = figure.value
            assert screen.page(FigurePage).total == (value.numerator if isinstance(value, Rate) else value)
            opened += 1
            screen.back()
    assert opened >= 4


def test_a_table_of_what_has_no_end_yet_is_not_laid_out_by_ends(screen: Screen) -> None:
    tab = _tab(screen)
    assert [TITLES[d] for d in CHAPTER.dimensions] == offered(tab.table.bar.rows)
    _choose(screen, tab, "防止激化")
    assert set(map(TITLES.__getitem__, CHAPTER.dimensions)) - set(offered(tab.table.bar.rows)) == {
        "结果",
        "协议形式",
        "调委会",
    }


def test_the_layout_stays_where_the_next_table_has_it_too(screen: Screen) -> None:
    tab = _tab(screen)
    _choose(screen, tab, WHOLE, "调委会类型")
    _choose(screen, tab, "防止激化")
    assert tab.table.bar.rows.currentText() == "调委会类型"
    _choose(screen, tab, WHOLE, "协议形式")
    _choose(screen, tab, "防止激化")
    assert (tab.table.bar.rows.currentText(), tab.table.view.figures.sheet.corner) == ("月份", ("月份",))


def test_rows_stand_in_the_order_of_the_list_and_say_what_is_not_filled_in(screen: Screen) -> None:
    tab = _tab(screen)
    _choose(screen, tab, WHOLE, "涉及人数")
    assert labels(tab.table.view) == ["50人以下", "50至100", "100至500", "500以上", "未填", "合计"]
