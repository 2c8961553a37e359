"""What is printed of screens that are no lists: matrix, roster, week, patrols, charges, overview, drives, charts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QWidget

from gridapp.domain.case import Case
from gridapp.domain.charge import Charge
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.pages.blocks import Align, Table
from gridapp.pages.document import LANDSCAPE
from gridapp.pages.drawn import Image
from tests.gridapp.bare_cases import bare, petition
from tests.gridapp.cases.register.entries import entered, entry_draft
from tests.gridapp.small_office import save
from tests.offices import at, dispute_recorded, taken
from tests.ui.figures.chief import kind_tab, statistics
from tests.ui.printing.paper import open_preview, preview_of, told_by
from tests.ui.safety.intake.inspector import put_place
from tests.ui.screen import Screen
from ui.figures.campaign_tab import CampaignTab
from ui.figures.charges_tab import ChargesTab
from ui.figures.overview_tab import OverviewTab
from ui.mediation.desk.week_page import WeekPage
from ui.petition.charges.charges_page import ChargesPage
from ui.printing.print_preview import PrintPreview
from ui.printing.table_order import model_order
from ui.registers.matrix.matrix_page import MatrixPage
from ui.registers.patrolled.patrolled_page import PatrolledPage
from ui.registers.roster.roster_grid import COLUMNS, leader_of
from ui.registers.roster.roster_page import RosterPage
from ui.requests import ShowCharges, ShowMatrix, ShowPatrolled, ShowPlaces, ShowRoster, ShowWeek
from ui.safety.places.places_page import PlacesPage

SHIFT = "白班"


def by_keys(screen: Screen, widget: QWidget) -> PrintPreview:
    """The preview that Ctrl+P opens where the keyboard is."""
    widget.setFocus()
    screen.press(widget, Qt.Key.Key_P, control=True)
    return open_preview(screen.window)


def test_the_matrix_is_printed_with_its_gaps(screen: Screen) -> None:
    entered(screen.office, entry_draft(Kind.RESPONSIBILITY, handler="演示镇长", reported_at=at(2018, 1, 3)))
    screen.go(ShowMatrix())
    page = screen.page(MatrixPage)
    told = told_by(by_keys(screen, page.table))
    across = [page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(page.model.columnCount())]
    down = [page.model.headerData(n, Qt.Orientation.Vertical) for n in range(page.model.rowCount())]
    assert {*across, *down} <= set(told)
    assert any("演示镇长" in words for words in told)
    assert "高湖镇责任矩阵（村社 × 事项）" in told


def test_the_roster_is_printed_as_it_is_written_and_says_that_it_is_not_saved(screen: Screen) -> None:
    screen.go(ShowRoster())
    page = screen.page(RosterPage)
    place = COLUMNS.places[leader_of(SHIFT)]
    page.board.model.write({(2, place): "演示镇长"})
    preview = by_keys(screen, page.board.table)
    told = told_by(preview)
    assert [preview.pages[0].width < preview.pages[0].height, len(preview.pages)] == [True, 1]
    assert "高湖镇2018年2月值班表" in told
    assert "（还没有保存的安排）" in told
    assert told.index("演示镇长") > told.index(page.board.sheet.rows[2][0])
    assert {row[0] for row in page.board.sheet.rows} <= set(told)


def test_a_roster_that_is_saved_says_nothing_of_it(screen: Screen) -> None:
    screen.go(ShowRoster())
    told = told_by(preview_of(screen, screen.page(RosterPage).print_button))
    assert "（还没有保存的安排）" not in told


def test_the_week_is_printed_by_days_and_parts_of_the_day(screen: Screen) -> None:
    case: Case = dispute_recorded(screen.office, at(2018, 2, 20, 9), title="演示：邻里争执")
    case = taken(
        screen.office, case, Move.ACCEPT, at(2018, 2, 20, 10), unit="桐川村调委会", handler="演示员", informed="口头"
    )
    taken(
        screen.office,
        case,
        Move.SCHEDULE,
        at(2018, 2, 20, 10),
        meet_at=at(2018, 3, 1, 15),
        place="演示调解室",
        minutes=90,
    )
    screen.go(ShowWeek())
    page = screen.page(WeekPage)
    preview = by_keys(screen, page.view.sheet)
    told = told_by(preview)
    assert {"上午", "下午", "晚上", "周四", "3月1日"} <= set(told)
    assert told.index("下午") < told.index("15:00–16:30　待调解") < told.index("晚上")
    assert {"演示：邻里争执", "演示调解室"} <= set(told)


def test_the_charges_are_printed_as_they_are_shown(screen: Screen) -> None:
    charge = Charge(
        leader="演示书记",
        unit="演示信访办",
        person="演示乙",
        taken_at=at(2018, 1, 8, 9),
        plan="演示：化解方案",
        due_at=at(2018, 6, 30),
    )
    ended = replace(charge, leader="演示镇长", ended_at=at(2018, 2, 8, 9), result="演示：息诉")
    save(screen.office, [petition(title="演示：修路", charges=(charge,)), petition(title="旧案", charges=(ended,))])
    screen.go(ShowCharges())
    page = screen.page(ChargesPage)
    told = told_by(preview_of(screen, page.print_button))
    assert "演示书记" in told
    assert "演示镇长" not in told


def test_what_is_patrolled_is_printed_with_what_was_not(screen: Screen) -> None:
    entered(screen.office, entry_draft(Kind.RIVER, title="演示河段"))
    screen.go(ShowPatrolled())
    told = told_by(preview_of(screen, screen.page(PatrolledPage).print_button))
    assert "演示河段" in told
    assert "期内没有巡查" in told


def test_the_places_that_are_found_are_printed_with_their_numbers_to_the_right(screen: Screen) -> None:
    put_place(screen.office, "演示理发店", risk="较大")
    screen.go(ShowPlaces())
    page = screen.page(PlacesPage)
    preview = preview_of(screen, page.print_button)
    assert {"演示理发店", "较大"} <= set(told_by(preview))
    assert page.count.text() in "".join(told_by(preview))


def test_a_number_stands_at_the_right_of_its_column(qapp: QApplication) -> None:
    model = QStandardItemModel(1, 2)
    model.setHorizontalHeaderLabels(["名称", "一列很宽很宽的数"])
    number = QStandardItem("0")
    number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    model.setItem(0, 0, QStandardItem("甲"))
    model.setItem(0, 1, number)
    section = model_order(model, "演示", ()).make(LANDSCAPE).sections[0]
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    cells = [cell.paragraphs[0] for cell in table.rows[1].cells]
    assert [(one.text, one.align) for one in cells] == [("甲", Align.LEFT), ("0", Align.RIGHT)]


def test_a_table_without_rows_is_not_printed(screen: Screen) -> None:
    screen.go(ShowPatrolled())
    screen.page(PatrolledPage).print_button.click()
    screen.settle()
    assert "没有可打印的内容" in screen.window.message.text
    assert not screen.window.findChildren(PrintPreview)


def test_the_villages_of_the_overview_are_printed(screen: Screen) -> None:
    tab = statistics(screen).tabs["总览"]
    assert isinstance(tab, OverviewTab)
    told = told_by(by_keys(screen, tab.view))
    cells = {cell.text for line in tab.view.figures.sheet.lines for cell in line.cells}
    assert cells <= set(told)
    assert "各村社主要数字" in told


@pytest.mark.parametrize("name", ["总览", Kind.EVENT.label])
def test_in_a_chart_the_chart_is_printed(screen: Screen, name: str) -> None:
    save(screen.office, [bare(Kind.EVENT, at(2018, 1, 12))])
    tab = statistics(screen).open_tab(name)
    screen.settle()
    card = tab.chart if isinstance(tab, OverviewTab) else kind_tab(screen, Kind.EVENT).chart.card
    preview = by_keys(screen, card.chart)
    assert [type(item) for item in preview.pages[0].items].count(Image) == 1


def test_beside_the_chart_the_table_is_printed(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    assert "填报人：" in told_by(by_keys(screen, tab.table.view))


def test_an_empty_chart_is_not_printed(screen: Screen) -> None:
    page = statistics(screen)
    tab = page.tabs["总览"]
    assert isinstance(tab, OverviewTab)
    page.bar.ask_for(at(1999, 1, 1).date(), at(1999, 1, 31).date())
    screen.settle()
    tab.chart.print_button.click()
    screen.settle()
    assert screen.window.message.text == tab.chart.chart.empty.text()
    assert not screen.window.findChildren(PrintPreview)


def test_the_list_of_charges_and_supervision_is_printed(screen: Screen) -> None:
    tab = statistics(screen).open_tab("督办包案")
    screen.settle()
    assert isinstance(tab, ChargesTab)
    assert "包案和督办清单" in told_by(preview_of(screen, tab.print_button))


def test_without_a_drive_there_is_nothing_to_print(screen: Screen) -> None:
    tab = statistics(screen).open_tab("专项行动")
    screen.settle()
    assert isinstance(tab, CampaignTab)
    tab.print_button.click()
    screen.settle()
    assert "没有专项行动" in screen.window.message.text
