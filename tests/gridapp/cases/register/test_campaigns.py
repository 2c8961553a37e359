"""Drives: set up with targets, followed day by day, changed by one person at a time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from gridapp.cases.register.campaigns import add, amend, check
from gridapp.counting.campaign import progress_of
from gridapp.domain.campaign import Campaign, Target
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.ports import Office
from tests.gridapp.cases.register.entries import entered, entry_draft
from tests.offices import NOW, TOWN, at

BLANK = UUID(int=0)
RUBBISH = Target(
    indicator="worklog.quantity",
    quantity=Decimal(100),
    name="清运垃圾",
    where=(("category", "清运垃圾"), ("unit", "吨")),
)
PATROLS = Target(indicator="patrol.times", quantity=Decimal(4))
DRIVE = Campaign(
    id=BLANK,
    town=TOWN,
    name="演示：百日攻坚",
    trigger="演示：“3.8”火灾",
    area="演示街周边",
    first_day=date(2018, 3, 1),
    last_day=date(2018, 5, 31),
    place_types=("合用场所", "居住出租房"),
    unit="演示平安办",
    targets=(RUBBISH, PATROLS),
)


def test_a_drive_comes_back_with_its_targets(office: Office) -> None:
    drive = add(office.campaigns, DRIVE, NOW)
    assert office.campaigns.load(drive.id) == drive
    assert office.campaigns.of_town(TOWN) == [drive]


def test_the_latest_drive_comes_first_and_one_without_days_last(office: Office) -> None:
    for name, first in (("演示甲", date(2018, 1, 1)), ("演示乙", None), ("演示丙", date(2018, 2, 1))):
        add(office.campaigns, replace(DRIVE, name=name, first_day=first, last_day=None, targets=()), NOW)
    assert [drive.name for drive in office.campaigns.of_town(TOWN)] == ["演示丙", "演示甲", "演示乙"]


def test_a_target_comes_nearer_with_each_daily_tally_of_the_drive(office: Office) -> None:
    drive = add(office.campaigns, DRIVE, NOW)
    for day, amount, unit, name in (
        (2, "12.5", "吨", DRIVE.name),
        (2, "7.5", "吨", DRIVE.name),
        (5, "30", "吨", DRIVE.name),
        (6, "3", "车", DRIVE.name),
        (7, "9", "吨", "演示：别的行动"),
    ):
        fields = {"quantity": Decimal(amount), "counting_unit": unit, "campaign": name}
        entered(office, entry_draft(Kind.WORKLOG, reported_at=at(2018, 3, day, 9), **fields))
    rubbish, patrols = progress_of(office.ledger, drive, date(2018, 3, 31))
    assert rubbish.by_day == {date(2018, 3, 2): 20, date(2018, 3, 5): 30}
    assert (rubbish.done, rubbish.rate.percent, len(rubbish.cases)) == (Decimal(50), Decimal("50.00"), 3)
    assert patrols.done == 0
    assert not patrols.cases
    assert progress_of(office.ledger, drive, date(2018, 3, 2))[0].done == 20


def test_what_lies_outside_the_days_of_a_drive_is_not_part_of_it(office: Office) -> None:
    drive = add(office.campaigns, replace(DRIVE, targets=(PATROLS,)), NOW)
    for month in (2, 3, 6):
        started = at(2018, month, 5, 9)
        draft = entry_draft(Kind.PATROL, reported_at=started, until_at=None, campaign=DRIVE.name)
        entered(office, draft)
    (patrols,) = progress_of(office.ledger, drive, date(2018, 12, 31))
    assert patrols.done == 1


@pytest.mark.parametrize(
    ("drive", "field"),
    [
        (replace(DRIVE, name=" "), "name"),
        (replace(DRIVE, last_day=date(2018, 2, 1)), "last_day"),
        (replace(DRIVE, targets=(RUBBISH, replace(PATROLS, quantity=Decimal(0)))), "targets.2"),
        (replace(DRIVE, targets=(replace(PATROLS, indicator="patrol.nothing"),)), "targets.1"),
        (replace(DRIVE, targets=(replace(PATROLS, indicator="hazard.removal_rate"),)), "targets.1"),
        (replace(DRIVE, targets=(replace(PATROLS, indicator="duty.shifts"),)), "targets.1"),
        (replace(DRIVE, targets=(replace(PATROLS, where=(("mode", "人民调解"),)),)), "targets.1"),
        (replace(DRIVE, targets=(replace(RUBBISH, where=()),)), "targets.1"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_its_field(office: Office, drive: Campaign, field: str) -> None:
    assert [problem.field for problem in check(drive)][:1] == [field]
    with pytest.raises(Unacceptable):
        add(office.campaigns, drive, NOW)
    assert office.campaigns.of_town(TOWN) == []


def test_a_town_has_one_drive_of_a_name(office: Office) -> None:
    add(office.campaigns, DRIVE, NOW)
    with pytest.raises(Refusal, match="已有名为"):
        add(office.campaigns, DRIVE, NOW)


def test_the_second_to_change_a_drive_is_told(office: Office) -> None:
    drive = add(office.campaigns, DRIVE, NOW)
    changed = amend(office.campaigns, replace(drive, targets=(PATROLS,), note="演示：调整"))
    assert office.campaigns.load(drive.id) == changed
    with pytest.raises(Overtaken):
        amend(office.campaigns, replace(drive, note="演示：另一处"))


def test_a_drive_keeps_its_name(office: Office) -> None:
    drive = add(office.campaigns, DRIVE, NOW)
    with pytest.raises(Refusal, match="名称不能修改"):
        amend(office.campaigns, replace(drive, name="演示：改名"))


def test_a_drive_that_is_gone_says_so(office: Office) -> None:
    with pytest.raises(Refusal, match="已不存在"):
        office.campaigns.load(BLANK)
