"""Registers (基础资料): areas, staff, units, campaigns, published figures and settings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select
from typing_extensions import override

from db.campaign_book import campaigns_of
from db.dialect import insert_new, insert_or_replace
from db.engine import Database
from db.reported import put_figure, standing_figures
from db.tables.registers import AREA, SETTING, STAFF, UNIT
from db.workdays import load_workdays, put_workdays
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.actor import Actor
from gridapp.domain.area import Area, AreaKind, AreaTree
from gridapp.domain.campaign import Campaign
from gridapp.domain.problem import Refusal
from gridapp.domain.staff import StaffMember, Unit
from gridapp.domain.workdays import KeptWorkday, Workday
from gridapp.ports import Registers

_LEVELS = (AreaKind.TOWN, AreaKind.VILLAGE, AreaKind.GRID)


class SqlRegisters(Registers):
    """The registers of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def areas(self) -> AreaTree:
        with self._database.read() as connection:
            rows = connection.execute(select(AREA)).mappings()
            return AreaTree(Area(**{**row, "kind": AreaKind(row["kind"])}) for row in rows)

    @override
    def add_areas(self, areas: Sequence[Area]) -> None:
        with self._database.write() as connection:
            put_areas(connection, areas)

    @override
    def staff(self, town: str) -> Sequence[StaffMember]:
        with self._database.read() as connection:
            query = select(STAFF).where(STAFF.c.town == town).order_by(STAFF.c.name, STAFF.c.role)
            return [StaffMember(**row) for row in connection.execute(query).mappings()]

    @override
    def units(self, town: str) -> Sequence[Unit]:
        with self._database.read() as connection:
            query = select(UNIT).where(UNIT.c.town == town).order_by(UNIT.c.name)
            return [Unit(**row) for row in connection.execute(query).mappings()]

    @override
    def add_staff(self, staff: Sequence[StaffMember], units: Sequence[Unit]) -> None:
        with self._database.write() as connection:
            for unit in units:
                row = {name: getattr(unit, name) for name in unit.__slots__}
                connection.execute(insert_new(connection, UNIT), row)
            for member in staff:
                row = {name: getattr(member, name) for name in member.__slots__}
                connection.execute(insert_new(connection, STAFF), row)

    @override
    def published(self, town: str | None = None) -> Sequence[PublishedFigure]:
        with self._database.read() as connection:
            return standing_figures(connection, town)

    @override
    def publish(self, figures: Sequence[PublishedFigure]) -> None:
        now = self._database.now()
        with self._database.write() as connection:
            for position, figure in enumerate(figures):
                put_figure(connection, position, replace(figure, registered_at=figure.registered_at or now))

    @override
    def campaigns(self, town: str) -> Sequence[Campaign]:
        with self._database.read() as connection:
            return sorted(campaigns_of(connection, town), key=lambda campaign: campaign.name)

    @override
    def workdays(self) -> Sequence[KeptWorkday]:
        with self._database.read() as connection:
            return load_workdays(connection)

    @override
    def put_workdays(self, days: Sequence[Workday], actor: Actor, at: datetime) -> None:
        with self._database.write() as connection:
            put_workdays(connection, days, actor, at)

    @override
    def setting(self, name: str) -> str | None:
        with self._database.read() as connection:
            query = select(SETTING.c.value).where(SETTING.c.name == name)
            value: str | None = connection.execute(query).scalar_one_or_none()
            return value

    @override
    def set(self, name: str, value: str) -> None:
        with self._database.write() as connection:
            connection.execute(insert_or_replace(connection, SETTING), {"name": name, "value": value})


def area_on_file(connection: Connection, code: str) -> Area:
    """The area with a code; raises `Refusal` if there is none."""
    row = connection.execute(select(AREA).where(AREA.c.code == code)).mappings().one_or_none()
    if row is None:
        raise Refusal(f"没有代码为 {code} 的地区，请先维护地区。")
    return Area(**{**row, "kind": AreaKind(row["kind"])})


def put_areas(connection: Connection, areas: Sequence[Area]) -> None:
    """Puts areas on file, parents first; those that are already there stay as they are."""
    for area in sorted(areas, key=lambda area: _LEVELS.index(area.kind)):
        row = {name: getattr(area, name) for name in area.__slots__} | {"kind": area.kind.value}
        connection.execute(insert_new(connection, AREA), row)
