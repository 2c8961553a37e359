"""专项行动: targets with their rates, the days of the drive that is looked at; every number opens its list."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from gridapp.cases.register.campaigns import add
from gridapp.domain.campaign import Campaign, Target
from gridapp.domain.kind import Kind
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import NOW, TOWN, at
from tests.ui.figures.chief import labels, open_every_cell, statistics
from tests.ui.screen import Screen
from ui.figures.campaign_tab import CampaignTab
from ui.registers.campaigns.campaigns_page import CampaignsPage

NAME = "演示：消防整改"
REPORTED = Target(indicator="event.reported", quantity=Decimal(8))
VILLAGE = Target(indicator="event.reported", quantity=Decimal(4), name="桐川任务", where=(("village", "331121103-01"),))
DRIVE = Campaign(
    id=UUID(int=0),
    town=TOWN,
    name=NAME,
    first_day=date(2018, 1, 10),
    last_day=date(2018, 3, 10),
    targets=(REPORTED, VILLAGE),
)
OTHERS = [
    replace(DRIVE, name="演示：无任务", targets=(), first_day=None, last_day=None),
    replace(DRIVE, name="演示：去年的", first_day=date(2017, 1, 1), last_day=date(2017, 2, 1)),
]


@pytest.fixture
def small_office(small_office: Office) -> Office:
    """Beside the cases of the small office three of a drive, on two days, and two more drives."""
    for drive in (DRIVE, *OTHERS):
        add(small_office.campaigns, drive, NOW)
    days = (at(2018, 1, 12), at(2018, 1, 12), at(2018, 2, 20))
    save(small_office, [bare(Kind.EVENT, day, campaign=NAME) for day in days])
    return small_office


def _tab(screen: Screen) -> CampaignTab:
    tab = statistics(screen).open_tab("专项行动")
    screen.settle()
    assert isinstance(tab, CampaignTab)
    return tab


def test_drives_of_the_period_with_their_targets_rates_and_days(screen: Screen) -> None:
    view = _tab(screen).view
    assert labels(view) == [f"{NAME} 本期上报", f"{NAME} 桐川任务", "演示：无任务 未定目标任务"]
    said = [[cell.text for cell in line.cells] for line in view.figures.sheet.lines]
    assert said == [
        ["8 件", "3 件", "37.50%", "2018-01-10 至 2018-03-10", "第 50 天，共 60 天"],
        ["4 件", "3 件", "75.00%", "2018-01-10 至 2018-03-10", "第 50 天，共 60 天"],
        ["—", "—", "—", "未定", "未定起止"],
    ]


def test_a_rate_tells_its_two_parts(screen: Screen) -> None:
    tab = _tab(screen)
    tab.view.setCurrentIndex(tab.view.figures.index(0, 2))
    assert tab.rule.text() == "本期上报完成率：37.50%（3/8），分子是已完成，分母是目标，看到 2018-02-28。"


def test_what_was_done_and_every_day_open_their_lists(screen: Screen) -> None:
    tab = _tab(screen)
    assert open_every_cell(screen, tab.view) == 2
    tab = _tab(screen)
    assert labels(tab.days) == ["合计", "2018-02-20 周二", "2018-01-12 周五"]
    assert open_every_cell(screen, tab.days) == 3


def test_going_to_another_line_shows_its_days(screen: Screen) -> None:
    tab = _tab(screen)
    tab.view.setCurrentIndex(tab.view.figures.index(2, 0))
    screen.settle()
    assert tab.chosen is not None
    assert (tab.chosen.name, labels(tab.days)) == ("演示：无任务", [])


def test_a_period_without_drives_says_so_and_leads_to_their_page(screen: Screen) -> None:
    page = statistics(screen, date(2016, 1, 1), date(2016, 1, 31))
    tab = page.open_tab("专项行动")
    screen.settle()
    assert isinstance(tab, CampaignTab)
    assert labels(tab.view) == ["演示：无任务 未定目标任务"]
    screen.click(tab.manage)
    screen.page(CampaignsPage)
