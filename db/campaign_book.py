"""The drives of an office (专项行动): found, put on file, changed with their targets."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update
from typing_extensions import override

from db.engine import Database
from db.tables.registers import CAMPAIGN, CAMPAIGN_TARGET
from gridapp.domain.campaign import Campaign, Target
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.ports.campaigns import CampaignBook


class SqlCampaignBook(CampaignBook):
    """The drives of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def of_town(self, town: str) -> Sequence[Campaign]:
        with self._database.read() as connection:
            return campaigns_of(connection, town)

    @override
    def load(self, campaign_id: UUID) -> Campaign:
        with self._database.read() as connection:
            found = _loaded(connection, CAMPAIGN.c.id == campaign_id)
        if not found:
            raise Refusal("这个专项行动已不存在（可能随导入批次撤销），请刷新后重试。")
        return found[0]

    @override
    def add(self, campaign: Campaign) -> None:
        with self._database.write() as connection:
            same_name = (CAMPAIGN.c.town == campaign.town, CAMPAIGN.c.name == campaign.name)
            if connection.execute(select(CAMPAIGN.c.id).where(*same_name)).first() is not None:
                raise Refusal(f"已有名为“{campaign.name}”的专项行动，请换一个名称，或打开原来的修改。")
            connection.execute(insert(CAMPAIGN), _row(campaign) | {"version": 1})
            _put_targets(connection, campaign)

    @override
    def put(self, campaign: Campaign) -> None:
        with self._database.write() as connection:
            seen = (CAMPAIGN.c.id == campaign.id, CAMPAIGN.c.version == campaign.version)
            changed = _row(campaign) | {"version": campaign.version + 1}
            if connection.execute(update(CAMPAIGN).where(*seen).values(changed)).rowcount != 1:
                raise Overtaken(f"“{campaign.name}”刚被他人修改过，请先查看修改后的内容再保存。")
            connection.execute(delete(CAMPAIGN_TARGET).where(CAMPAIGN_TARGET.c.campaign_id == campaign.id))
            _put_targets(connection, campaign)


def campaigns_of(connection: Connection, town: str) -> list[Campaign]:
    """A town's drives, those that begin last first, those without days behind them, each of them by name."""
    found = sorted(_loaded(connection, CAMPAIGN.c.town == town), key=lambda one: one.name)
    return sorted(found, key=lambda one: -(one.first_day.toordinal() if one.first_day else 0))


def find_or_add_campaigns(connection: Connection, town: str, wanted: Collection[Campaign]) -> Mapping[str, Campaign]:
    """The drives of a town by name, with the wanted ones that were missing."""
    found = {campaign.name: campaign for campaign in _loaded(connection, CAMPAIGN.c.town == town)}
    new = {campaign.name: campaign for campaign in wanted if campaign.name not in found}
    if new:
        connection.execute(insert(CAMPAIGN), [_row(campaign) for campaign in new.values()])
    return found | new


def _loaded(connection: Connection, condition: ColumnElement[bool]) -> list[Campaign]:
    targets: defaultdict[UUID, list[Target]] = defaultdict(list)
    of_them = CAMPAIGN_TARGET.c.campaign_id.in_(select(CAMPAIGN.c.id).where(condition))
    for row in connection.execute(select(CAMPAIGN_TARGET).where(of_them).order_by(CAMPAIGN_TARGET.c.n)).mappings():
        targets[row["campaign_id"]].append(_target(row))
    rows = connection.execute(select(CAMPAIGN).where(condition)).mappings()
    return [Campaign(**row, targets=tuple(targets[row["id"]])) for row in rows]


def _target(row: Mapping[Any, Any]) -> Target:
    where = tuple((dimension, word) for dimension, word in json.loads(row["where"]))
    return Target(indicator=row["indicator"], quantity=row["quantity"], name=row["name"], where=where)


def _row(campaign: Campaign) -> dict[str, Any]:
    return {name: getattr(campaign, name) for name in campaign.__slots__ if name != "targets"}


def _put_targets(connection: Connection, campaign: Campaign) -> None:
    rows = [
        {
            "campaign_id": campaign.id,
            "n": n,
            "indicator": target.indicator,
            "quantity": target.quantity,
            "name": target.name,
            "where": json.dumps(target.where, ensure_ascii=False),
        }
        for n, target in enumerate(campaign.targets, 1)
    ]
    if rows:
        connection.execute(insert(CAMPAIGN_TARGET), rows)
