"""The drives of a town: set up, changed and followed by keyboard; every number opens its list."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.cases.register.campaigns import add
from gridapp.counting.figure_cases import cases_behind
from gridapp.domain.campaign import Campaign, Target
from gridapp.domain.kind import Kind
from gridapp.ports import Office
from tests.gridapp.cases.inspection.inspected import draft, on_file, recorded
from tests.gridapp.cases.register.entries import entered, entry_draft
from tests.offices import NOW, TOWN, at
from tests.ui.registers.registrar import ALT, CONTROL, Registrar
from ui.cases.figure_page import FigurePage
from ui.registers.campaigns.campaign_dialog import CampaignDialog
from ui.registers.campaigns.campaigns_page import CampaignsPage
from ui.requests import NewInspection, ShowCampaigns, ShowFigure
from ui.safety.intake.new_inspection_page import NewInspectionPage

NAME = "演示：消防整改"
VISITS = Target(indicator="inspection.visits", quantity=Decimal(6))
DRIVE = Campaign(id=UUID(int=0), town=TOWN, name=NAME, first_day=date(2018, 3, 1), targets=(VISITS,))
OVER = replace(DRIVE, name="演示：已结束", last_day=date(2018, 4, 1), targets=())


@pytest.fixture
def office(office: Office) -> Office:
    """A drive with two visits of one place and a tally, and one that is over."""
    add(office.campaigns, OVER, NOW)
    add(office.campaigns, DRIVE, NOW)
    place = on_file(office)
    for day in (5, 6):
        recorded(office, draft(place, campaign=NAME, reported_at=at(2018, 3, day, 9)))
    entered(office, entry_draft(Kind.WORKLOG, reported_at=at(2018, 3, 6, 9), campaign=NAME))
    return office


def opened(registrar: Registrar) -> CampaignsPage:
    registrar.screen.go(ShowCampaigns())
    return registrar.screen.page(CampaignsPage)


def cells(page: CampaignsPage, row: int) -> Sequence[str]:
    return [page.days.index(row, column).data() for column in range(page.days.columnCount())]


def test_those_that_are_running_come_first_and_say_so(registrar: Registrar) -> None:
    page = opened(registrar)
    told = [[page.campaigns.index(row, column).data() for column in (0, 1)] for row in (0, 1)]
    assert told == [[NAME, "进行中"], [OVER.name, "已结束"]]


def test_a_drive_tells_of_its_days_the_sum_first(registrar: Registrar) -> None:
    page = opened(registrar)
    assert page.days.headerData(0, Qt.Orientation.Horizontal) == "日期"
    assert [cells(page, row) for row in range(3)] == [
        ["合计", "2", "1", "12.5"],
        ["2018-03-06 周二", "1", "—", "12.5"],
        ["2018-03-05 周一", "1", "—", "0"],
    ]


def test_every_number_opens_its_list(registrar: Registrar) -> None:
    page, asked = opened(registrar), list[ShowFigure]()
    page.asked.connect(asked.append)
    for row in range(3):
        for column in range(1, page.days.columnCount()):
            page.day_table.setFocus()
            page.day_table.setCurrentIndex(page.days.index(row, column))
            said = page.days.value(row, column)
            registrar.press(Qt.Key.Key_Return)
            registrar.screen.settle()
            shown = registrar.screen.window.page
            if said is None:
                assert shown is page
                continue
            assert isinstance(shown, FigurePage)
            behind = cases_behind(registrar.screen.office.ledger, asked[-1].indicator, asked[-1].cut)
            assert (asked[-1].value, shown.total) == (said, sum(case.quantity for case in behind))
            registrar.screen.back()


def test_the_number_of_a_target_opens_its_list(registrar: Registrar) -> None:
    page = opened(registrar)
    assert [page.targets.index(0, column).data() for column in range(4)][1:3] == ["6 家次", "2 家次"]
    page.target_table.setFocus()
    page.target_table.setCurrentIndex(page.targets.index(0, 2))
    registrar.press(Qt.Key.Key_Return)
    registrar.screen.settle()
    assert registrar.screen.page(FigurePage).total == 2


def test_a_drive_without_records_says_so(registrar: Registrar) -> None:
    page = opened(registrar)
    registrar.press(Qt.Key.Key_Down)
    registrar.screen.settle()
    assert page.card.isVisible()
    assert not page.day_table.isVisible()
    assert page.hint.text() == "还没有属于这个专项行动的记录。"


def test_a_drive_is_set_up_by_keyboard_with_its_target(registrar: Registrar) -> None:
    page = opened(registrar)
    registrar.press(Qt.Key.Key_1, held=ALT)
    registrar.screen.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CampaignDialog)
    registrar.type("演示：百日攻坚")
    registrar.go_to(dialog.form.entries["first_day"])
    registrar.type("2018-12-01")
    registrar.go_to(dialog.form.entries["place_types"])
    registrar.type("合用场所、居住出租房")
    indicator, _, _, quantity = dialog.targets.rows[0]
    registrar.go_to(indicator)
    registrar.type("检查家次")
    registrar.press(Qt.Key.Key_Return)
    registrar.go_to(quantity)
    registrar.type("40")
    registrar.press(Qt.Key.Key_Return, held=CONTROL)
    registrar.screen.settle()
    (drive,) = [one for one in registrar.screen.office.campaigns.of_town(TOWN) if one.name == "演示：百日攻坚"]
    assert (drive.first_day, drive.place_types) == (date(2018, 12, 1), ("合用场所", "居住出租房"))
    assert drive.targets == (replace(VISITS, quantity=Decimal(40)),)
    assert page.campaigns.rows[0].name == drive.name


def test_a_blank_drive_shows_what_is_lacking_and_esc_leaves_everything(registrar: Registrar) -> None:
    opened(registrar)
    registrar.press(Qt.Key.Key_1, held=ALT)
    registrar.screen.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CampaignDialog)
    registrar.press(Qt.Key.Key_Return, held=CONTROL)
    assert dialog.form.boxes["name"].problem
    assert dialog.form.entries["name"].hasFocus()
    registrar.press(Qt.Key.Key_Escape)
    assert len(registrar.screen.office.campaigns.of_town(TOWN)) == 2


def test_a_drive_is_changed_and_keeps_its_name_and_targets(registrar: Registrar) -> None:
    opened(registrar)
    registrar.press(Qt.Key.Key_2, held=ALT)
    registrar.screen.settle()
    registrar.type("演示：起火")
    registrar.press(Qt.Key.Key_Return, held=CONTROL)
    registrar.screen.settle()
    (drive,) = [one for one in registrar.screen.office.campaigns.of_town(TOWN) if one.name == NAME]
    assert (drive.trigger, drive.targets) == ("演示：起火", (VISITS,))


def test_an_inspection_is_offered_the_running_drives_first(registrar: Registrar) -> None:
    registrar.screen.go(NewInspection())
    entries = registrar.screen.page(NewInspectionPage).form.fields.entries
    assert list(entries.register.campaigns) == [NAME, OVER.name]
    assert [choice.text for choice in entries.campaign.found("")] == [NAME, OVER.name]


def test_an_entry_is_offered_the_running_drives_first(registrar: Registrar) -> None:
    entry = registrar.begin(Kind.WORKLOG).form.fields.entries.by_field["campaign"]
    registrar.go_to(entry)
    registrar.press(Qt.Key.Key_Down)
    registrar.press(Qt.Key.Key_Return)
    assert entry.property("text") == NAME
