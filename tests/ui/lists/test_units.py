"""What is counted in several units is never told as one sum, below the list and where rows are selected."""

import pytest
from PySide6.QtCore import QItemSelectionModel

from gridapp.domain.hazard import CountingUnit
from gridapp.domain.kind import Kind
from tests.gridapp.bare_cases import bare, hazard
from tests.gridapp.small_office import save
from tests.offices import at
from tests.ui.lists.feet import told_below
from tests.ui.lists.lists import ledger
from tests.ui.screen import Screen
from ui.cases.ledger_page import LedgerPage

_DAY = at(2018, 2, 20, 9)


def select(screen: Screen, page: LedgerPage, rows: int) -> None:
    """Selects the first rows."""
    table = page.list.table
    flags = QItemSelectionModel.SelectionFlag
    for row in range(rows):
        table.selectionModel().select(page.list.model.index(row, 0), flags.Select | flags.Rows)
    screen.settle()


@pytest.fixture
def page(screen: Screen) -> LedgerPage:
    """The list of hazards with three items and two spots on top of what there was."""
    units = (*(CountingUnit.ITEM,) * 3, *(CountingUnit.SPOT,) * 2)
    save(screen.office, [hazard(reported=_DAY, counting_unit=unit) for unit in units])
    return ledger(screen, Kind.HAZARD)


def test_selected_hazards_are_counted_by_unit(screen: Screen, page: LedgerPage) -> None:
    select(screen, page, 5)
    chosen = page.list.count.text().rpartition("已选 ")[2]
    assert chosen == "3 条 2 处"


def test_the_whole_list_is_counted_by_unit(screen: Screen, page: LedgerPage) -> None:
    told = told_below(page.list.count.text())
    assert (told["条"] >= 3, told["处"] >= 2, set(told)) == (True, True, {"条", "处"})
    assert sum(told.values()) == page.list.model.rowCount()


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        (Kind.INSPECTION, "家次"),
        (Kind.NOTICE, "份"),
        (Kind.ENFORCEMENT, "起"),
        (Kind.PETITION, "件"),
        (Kind.ACCIDENT, "起"),
        (Kind.PATROL, "次"),
        (Kind.EVENT, "条"),
    ],
)
def test_others_are_counted_in_their_own_unit(screen: Screen, kind: Kind, unit: str) -> None:
    save(screen.office, [bare(kind, _DAY) for _ in range(2)])
    found = ledger(screen, kind)
    select(screen, found, 2)
    assert found.list.count.text().endswith(f"已选 2 {unit}")
    assert f" {unit}" in found.list.count.text().partition(" · ")[0]
