"""The demonstration's drives (演示专项行动): what the ledgers know by name alone gets its days, places and targets."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from gridapp.cases.register.campaigns import add, amend
from gridapp.demonstration.stories import tables_of
from gridapp.domain.campaign import Campaign, Target
from gridapp.ports import Office
from gridapp.registers.areas import town_for


def set_up_campaigns(office: Office) -> None:
    """Puts every drive of `resources/demonstration/campaigns.toml` on file that is not there with its targets."""
    for campaign in _campaigns(office):
        known = {one.name: one for one in office.campaigns.of_town(campaign.town)}.get(campaign.name)
        if known is None:
            add(office.campaigns, campaign, office.cases.now)
        elif not known.targets:
            amend(office.campaigns, replace(campaign, id=known.id, batch=known.batch, version=known.version))


def _campaigns(office: Office) -> Iterator[Campaign]:
    for table in tables_of("campaigns")["campaign"]:
        yield Campaign(
            id=UUID(int=0),
            town=town_for(office.registers, table["town"]).code,
            name=table["name"],
            trigger=table.get("trigger"),
            area=table["area"],
            first_day=table["first_day"],
            last_day=table["last_day"],
            place_types=tuple(table.get("place_types", ())),
            unit=table["unit"],
            note=table["note"],
            targets=tuple(_target(target) for target in table["targets"]),
        )


def _target(table: Mapping[str, Any]) -> Target:
    return Target(
        indicator=table["indicator"],
        quantity=Decimal(str(table["quantity"])),
        name=table.get("name"),
        where=tuple(table.get("where", {}).items()),
    )
