"""The button for an empty ledger: asks where, and says what can be done with it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gridapp.domain.kind import Kind
from tests.offices import TOWN
from ui.desk import Desk
from ui.lists.empty_ledger_button import EmptyLedgerButton


@pytest.fixture
def button(qtbot: QtBot, desk: Desk) -> EmptyLedgerButton:
    """The button, where events of the town are chosen."""
    made = EmptyLedgerButton(desk, lambda: (Kind.EVENT, TOWN))
    qtbot.addWidget(made)
    return made


def test_it_asks_where_under_the_ledgers_name(button: EmptyLedgerButton) -> None:
    button.click()
    chooser = button.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.selectedFiles()[0].endswith("空白网格事件台账.xlsx")
    chooser.close()


def test_it_writes_the_ledger_and_says_so(qtbot: QtBot, button: EmptyLedgerButton, tmp_path: Path) -> None:
    path = tmp_path / "空白.xlsx"
    with qtbot.waitSignal(button.told) as told:
        button.write_to(path)
    assert told.args == [f"空白台账已存到 {path}，填好后可直接导入。"]
    assert str(load_workbook(path).worksheets[0]["A1"].value).startswith("高湖镇网格事件台账")


def test_where_it_cannot_be_written_it_says_why(qtbot: QtBot, button: EmptyLedgerButton, tmp_path: Path) -> None:
    with qtbot.waitSignal(button.refused) as refused:
        button.write_to(tmp_path / "空白.csv")
    assert ".xlsx" in str(refused.args)
