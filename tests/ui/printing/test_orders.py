"""What else is printed: tables of figures, official forms, charts, cases, the month, the report in words."""

from dataclasses import replace

import pytest

from gridapp.domain.kind import Kind
from gridapp.pages.drawn import Image
from tests.gridapp.bare_cases import bare
from tests.gridapp.closing.closings import JANUARY
from tests.gridapp.small_office import save
from tests.offices import TOWN, at, recorded
from tests.ui.figures.chief import choose, kind_tab
from tests.ui.printing.paper import preview_of, told_by
from tests.ui.screen import Screen
from ui.closing.month_end_page import MonthEndPage
from ui.closing.tables_tab import TablesTab
from ui.handling.case_page import CasePage
from ui.printing.print_preview import PrintPreview
from ui.prose.prose_page import ProsePage
from ui.requests import ShowMonthEnd, ShowProse, ShowRecord

_SHARP = 290
"""Dots an inch of a picture that a printer does not show as coarse."""


def test_a_table_of_figures_has_its_lines_headings_and_rules(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    sheet = tab.table.view.figures.sheet
    told = told_by(preview_of(screen, tab.table.tools.print))
    cells = [cell.text for line in sheet.lines for cell in line.cells]
    assert sorted(set(cells) - set(told)) == []
    body = "".join(told)
    assert all(level.replace("\n", "") in body for levels in sheet.columns for level in levels)
    assert "口径：" in body
    assert "填报人：" in told


def test_an_official_form_is_printed_with_its_names_to_sign(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.PETITION)
    choose(screen, tab.table.bar.table, "信访月报")
    told = told_by(preview_of(screen, tab.table.tools.print))
    cells = {cell.text for line in tab.table.view.figures.sheet.lines for cell in line.cells if cell.text}
    assert cells <= set(told)
    assert {"信访月报", "填报人：", "审核人：", "签发人：", "日期："} <= set(told)


def test_a_form_without_its_town_is_refused(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.PETITION)
    choose(screen, tab.table.bar.table, "信访月报")
    tab.put(replace(tab.question, town=None))
    tab.table.tools.print.click()
    screen.settle()
    assert "请先在“范围”里选定一个乡镇" in screen.window.message.text


def test_a_chart_is_printed_as_sharp_as_a_printer(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    preview = preview_of(screen, tab.chart.card.print_button)
    [page] = preview.pages
    [picture] = [item for item in page.items if isinstance(item, Image)]
    wide = int.from_bytes(picture.data[16:20], "big")
    assert wide / (picture.width / 72) > _SHARP
    assert picture.x + picture.width < page.width


def test_a_case_is_printed_with_every_field_and_everything_that_happened(screen: Screen) -> None:
    case = recorded(screen.office, title="演示：路灯不亮", phone="13800001234", address="演示路一号")
    screen.go(ShowRecord(Kind.EVENT, case.id))
    preview = preview_of(screen, screen.page(CasePage).course.print_button)
    body = "".join(told_by(preview))
    assert {"标题", "路灯不亮", "演示路一号", "138****1234", "登记", "办理经过", case.number} - {
        words
        for words in ("标题", "路灯不亮", "演示路一号", "138****1234", "登记", "办理经过", case.number)
        if words in body
    } == set()
    assert "13800001234" not in body
    assert preview.pages[0].width < preview.pages[0].height


CLOSED = (Kind.PERSON, Kind.VISIT)
"""Closed to whoever is not on a list."""


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in CLOSED])
def test_a_case_of_any_kind_is_printed(screen: Screen, kind: Kind) -> None:
    case = bare(kind, at(2018, 1, 8), title="演示：要打印的一件")
    save(screen.office, [case])
    screen.go(ShowRecord(kind, case.id))
    button = screen.page(CasePage).course.print_button
    assert button.isVisible()
    assert case.number in "".join(told_by(preview_of(screen, button)))


@pytest.mark.parametrize("kind", CLOSED)
def test_a_case_that_may_not_be_read_is_not_printed(screen: Screen, kind: Kind) -> None:
    case = bare(kind, at(2018, 1, 8))
    save(screen.office, [case])
    screen.go(ShowRecord(kind, case.id))
    page = screen.page(CasePage)
    page.course.print_button.click()
    screen.settle()
    assert page.loaded is None
    assert not screen.window.findChildren(PrintPreview)


def test_a_month_is_printed_with_all_its_tables(screen: Screen) -> None:
    screen.go(ShowMonthEnd(TOWN, JANUARY))
    page = screen.page(MonthEndPage)
    tab = next(tab for tab in page.tabs.values() if isinstance(tab, TablesTab))
    page.book.setCurrentWidget(tab)
    screen.settle()
    told = told_by(preview_of(screen, tab.print_button))
    assert {"事件处理办理统计表", "信访月报"} <= set(told)
    assert "签发人：" in told


def test_the_report_in_words_is_printed_on_pages_that_cannot_be_turned(screen: Screen) -> None:
    screen.go(ShowProse())
    page = screen.page(ProsePage)
    preview = preview_of(screen, page.print_button)
    assert preview.tools.turn_button.isHidden()
    assert page.chosen is not None
    body = "".join(told_by(preview))
    assert all(paragraph.text.replace(" ", "") in body.replace(" ", "") for paragraph in page.chosen.paragraphs[:1])
    assert "附：数字出处" in body
