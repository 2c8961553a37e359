"""The official forms in the tabs: the printed cells on the screen, each opening its list, and as a file."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from gridapp.counting.words import Words
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from gridapp.reporting.official.tables import CODES, official_table
from tests.offices import TOWN
from tests.ui.figures.chief import choose, every_cell_adds_up, kind_tab, labels, open_cell, statistics
from tests.ui.screen import Screen
from ui.figures.forms import CHARGES, FORMS, forms_of
from ui.figures.kind_tab import KindTab
from ui.figures.official_sheet import official_sheet

EVERY = [(kind, code, name) for kind in FORMS for code, name in forms_of(kind)]


def test_every_form_has_its_tab() -> None:
    assert {code for _, code, _ in EVERY} | {CHARGES} == set(CODES)


@pytest.mark.parametrize(("kind", "code", "name"), EVERY)
def test_a_form_stands_there_cell_by_cell_without_a_chart(screen: Screen, kind: Kind, code: str, name: str) -> None:
    tab = kind_tab(screen, kind)
    choose(screen, tab.table.bar.table, name)
    question = tab.question
    words = Words(screen.office.registers.areas(), vocabulary())
    table = official_table(screen.office, words, TOWN, question.period, code)
    view = tab.table.view
    assert view.figures.sheet == official_sheet(table)
    shown = [[cell.text for cell in line.cells] for line in view.figures.sheet.lines]
    assert [row[: len(r.cells)] for row, r in zip(shown, table.rows, strict=True)] == [
        [cell.shown for cell in row.cells] for row in table.rows
    ]
    assert not tab.chart.isVisible()
    assert tab.table.notes.text().startswith(table.unit_line)


def test_every_number_of_a_form_opens_its_list(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.PETITION)
    choose(screen, tab.table.bar.table, "信访月报")
    view = tab.table.view
    assert every_cell_adds_up(screen, view) > 60
    open_cell(screen, view, labels(view).index("来访 批"), 0)


def test_a_computed_cell_names_the_two_it_comes_from(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.PETITION)
    choose(screen, tab.table.bar.table, "信访月报")
    computed = [c for line in tab.table.view.figures.sheet.lines for c in line.cells if "算得" in c.told]
    assert computed
    assert all("（2018年" in cell.told and not cell.opens for cell in computed)


def test_without_a_town_a_form_is_refused_in_one_sentence(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.PETITION)
    bar = statistics(screen).bar
    bar.areas.towns.offer([(None, "全部乡镇"), (TOWN, "高湖镇")])
    bar.areas.choose(None)
    choose(screen, tab.table.bar.table, "信访月报")
    assert "请先在“范围”里选定一个乡镇" in screen.window.message.text


def _exported(screen: Screen, tab: KindTab, path: Path) -> str:
    tab.table.export_to(path)
    screen.settle()
    return path.read_text(encoding="utf-8-sig") if path.suffix == ".csv" else ""


def test_a_form_is_exported_with_its_headings(screen: Screen, tmp_path: Path) -> None:
    tab = kind_tab(screen, Kind.DISPUTE)
    choose(screen, tab.table.bar.table, "矛盾纠纷排查情况表")
    text = _exported(screen, tab, tmp_path / "演示.csv")
    assert "矛盾纠纷排查情况表" in text
    assert "乡镇街道" in text


def test_a_table_is_exported_as_it_is_shown(screen: Screen, tmp_path: Path) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    choose(screen, tab.table.bar.rows, "村社")
    lines = _exported(screen, tab, tmp_path / "演示.csv").splitlines()
    assert lines[0].startswith("村社,上期结转（件）,本期上报（件）")
    assert [line.split(",")[0] for line in lines[1:]] == labels(tab.table.view)
    _exported(screen, tab, tmp_path / "演示.xlsx")
    assert (tmp_path / "演示.xlsx").read_bytes()[:2] == b"PK"


def test_another_kind_of_file_is_refused(screen: Screen, tmp_path: Path) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    tab.table.export_to(tmp_path / "演示.doc")
    screen.settle()
    assert not (tmp_path / "演示.doc").exists()
    assert "文件名要以 .xlsx 或 .csv 结尾" in screen.window.message.text


def test_the_picture_holds_the_whole_table(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.DISPUTE)
    choose(screen, tab.table.bar.table, "矛盾纠纷排查情况表")
    screen.click(tab.table.tools.picture)
    picture = QGuiApplication.clipboard().image()
    view = tab.table.view
    assert picture.height() >= 2 * view.beside.length() > 2 * view.viewport().height()
    assert picture.width() >= 2 * view.above.length()
