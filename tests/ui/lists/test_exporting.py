"""Taking a list away: what is shown and asked goes into the file, page by page, and can be broken off."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.exporting.column import Content
from gridapp.exporting.list_export import PAGE
from gridapp.exporting.personal import is_personal
from gridapp.ports import CaseQuery, Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.confidential import READER, put_on_file
from tests.gridapp.exporting.examples import fill_with_examples
from tests.gridapp.small_office import save
from tests.offices import VILLAGES
from tests.ui.figures.chief import kind_tab
from tests.ui.lists.lists import add, column, dialog, is_open, ledger, press, return_to, show_columns
from tests.ui.screen import Screen
from ui.cases.case_list import CaseList
from ui.cases.figure_page import FigurePage
from ui.cases.ledger_columns import all_columns
from ui.cases.ledger_page import LedgerPage
from ui.desk import sit_down
from ui.jobs import Jobs
from ui.lists.export_columns import export_columns
from ui.lists.export_dialog import ALL, TEXT, ExportDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
HEADINGS = 3


def _asked(screen: Screen, page: LedgerPage) -> ExportDialog:
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_E, CONTROL))
    return dialog(screen, ExportDialog)


def _export(screen: Screen, asked: ExportDialog, path: Path) -> None:
    _settle(screen, asked, path, ledger(screen).list)


def _settle(screen: Screen, asked: ExportDialog, path: Path, shown: CaseList) -> None:
    """Settles the dialog, chooses a place, and waits for the file."""
    asked.settle()
    screen.settle()
    dialog(screen, QFileDialog).fileSelected.emit(str(path))
    dialog(screen, QFileDialog).close()
    screen.qtbot.waitUntil(lambda: not shown.exporting.run.busy)
    screen.settle()


def _rows(path: Path) -> list[tuple[Any, ...]]:
    """The headings and the rows of an exported list."""
    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    return rows[HEADINGS - 1 : -2]


def test_what_is_shown_is_exported_in_its_order(screen: Screen, tmp_path: Path) -> None:
    page, path = ledger(screen), tmp_path / "台账.xlsx"
    show_columns(screen, page, "number", "village", "title")
    add(screen, page, Condition(Field.VILLAGE, Test.ONE_OF, (VILLAGES[0],)))
    _export(screen, _asked(screen, page), path)
    headings, *rows = _rows(path)
    assert headings == ("事件编号", "村社", "标题")
    assert [row[0] for row in rows] == column(page, "事件编号")
    assert {row[1] for row in rows} == {"桐川村"}


def test_the_head_says_what_was_asked(screen: Screen, tmp_path: Path) -> None:
    page, path = ledger(screen), tmp_path / "台账.xlsx"
    add(screen, page, Condition(Field.VILLAGE, Test.ONE_OF, (VILLAGES[0],)))
    _export(screen, _asked(screen, page), path)
    head = str(load_workbook(path).worksheets[0]["A2"].value)
    assert head.startswith("填报单位：高湖镇　　查询条件：村（社区） 是 桐川村　　共 ")


def test_all_columns_can_be_taken(screen: Screen, tmp_path: Path) -> None:
    page, path = ledger(screen), tmp_path / "台账.xlsx"
    asked = _asked(screen, page)
    asked.columns.choose(ALL)
    _export(screen, asked, path)
    assert set(_rows(path)[0]) == {one.heading for one in all_columns(Kind.EVENT)}


def test_it_is_told_where_the_file_is(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    _export(screen, _asked(screen, ledger(screen)), path)
    assert screen.window.message.text == f"已导出 7 行到 {path}。"
    assert ledger(screen).list.exporting.bar.isHidden()


def test_a_text_table_is_asked_for_under_its_own_name(screen: Screen) -> None:
    asked = _asked(screen, ledger(screen))
    asked.form.choose(TEXT)
    asked.settle()
    screen.settle()
    assert dialog(screen, QFileDialog).defaultSuffix() == "csv"


def test_without_a_reason_nothing_leaves_unmasked(screen: Screen) -> None:
    asked = _asked(screen, ledger(screen))
    asked.unmasked.setChecked(True)
    asked.settle()
    assert "请写明用途" in asked.field.problem
    assert is_open(screen, ExportDialog)
    assert not is_open(screen, QFileDialog)


def test_a_reason_for_what_is_not_personal_is_not_written_down(screen: Screen, tmp_path: Path) -> None:
    asked = _asked(screen, ledger(screen))
    asked.unmasked.setChecked(True)
    asked.reason.setText("演示：走访核实")
    _export(screen, asked, tmp_path / "台账.xlsx")
    (note,) = screen.office.exports.notes(9)
    assert (note.unmasked, note.reason, note.rows) == (False, None, 7)


def test_personal_data_are_whole_for_a_reason(screen: Screen, tmp_path: Path) -> None:
    save(screen.office, [bare(Kind.EVENT, phone="13812345678")])
    page, path = ledger(screen), tmp_path / "台账.xlsx"
    show_columns(screen, page, "number", "phone")
    asked = _asked(screen, page)
    asked.unmasked.setChecked(True)
    asked.reason.setText("演示：走访核实")
    _export(screen, asked, path)
    assert "13812345678" in {row[1] for row in _rows(path)}
    assert [note.reason for note in screen.office.exports.notes(9)] == ["演示：走访核实"]


def test_a_long_export_is_broken_off(screen: Screen, tmp_path: Path) -> None:
    save(screen.office, [bare(Kind.EVENT) for _ in range(2 * PAGE)])
    page, path = ledger(screen), tmp_path / "台账.xlsx"
    page.reload()
    screen.settle()
    asked = _asked(screen, page)
    asked.settle()
    screen.settle()
    chooser = dialog(screen, QFileDialog)
    exporting = page.list.exporting
    with screen.qtbot.waitSignal(exporting.run.progressed):
        chooser.fileSelected.emit(str(path))
    chooser.close()
    assert not exporting.bar.isHidden()
    exporting.bar.cancel.click()
    return_to(screen)
    assert "已取消导出" in screen.window.message.text
    assert exporting.bar.isHidden()
    assert [file.name for file in tmp_path.iterdir() if "office.db" not in file.name] == []


def test_a_place_that_cannot_be_written_is_refused_in_one_sentence(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.mkdir()
    _export(screen, _asked(screen, ledger(screen)), path)
    assert "不能写入" in screen.window.message.text


def test_a_cell_says_what_the_screen_says(sqlite_office: Office, jobs: Jobs, tmp_path: Path) -> None:
    fill_with_examples(sqlite_office, tmp_path)
    put_on_file(sqlite_office)
    desk = sit_down(sqlite_office, READER, jobs)
    lists = desk.office.lists
    different = []
    for kind in Kind:
        shown = [one for one in all_columns(kind) if not is_personal(kind, one.name)]
        exported = export_columns(shown, kind, desk)
        rows = lists.load_rows(lists.find_ids(CaseQuery(kind=kind)))
        assert rows
        different += [
            (kind, one.name)
            for row in rows
            for one, column in zip(shown, exported, strict=True)
            if _shown(column.whole(row)) != one.said(row, desk)
        ]
    assert different == []


def _shown(content: Content) -> str:
    """A cell as a spreadsheet shows it."""
    if isinstance(content, datetime):
        return content.strftime("%Y-%m-%d %H:%M")
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, Decimal):
        return f"{content.normalize():,f}"
    return "" if content is None else content if isinstance(content, str) else f"{content:,}"


def test_the_cases_behind_a_figure_take_along_what_they_count(screen: Screen, tmp_path: Path) -> None:
    tab, path = kind_tab(screen, Kind.EVENT), tmp_path / "名单.xlsx"
    tab.cards.cards[0].buttons[0].click()
    screen.settle()
    page = screen.page(FigurePage)
    asked = page.list.export()
    _settle(screen, asked, path, page.list)
    headings, *rows = _rows(path)
    assert headings[1:3] == ("计入", "计入日期")
    assert sum(row[1] for row in rows) == page.total
    assert all(isinstance(row[2], datetime) for row in rows)
