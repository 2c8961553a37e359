"""The office's own working days in the database (工作日历)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from db.dialect import insert_or_replace
from db.tables.workdays import WORKDAY
from gridapp.domain.actor import Actor
from gridapp.domain.workdays import KeptWorkday, Workday


def load_workdays(connection: Connection) -> Sequence[KeptWorkday]:
    """Every day that the office keeps itself, in order."""
    return [
        KeptWorkday(Workday(row.day, row.is_workday, row.name, row.source), row.person, row.at)
        for row in connection.execute(select(WORKDAY).order_by(WORKDAY.c.day))
    ]


def put_workdays(connection: Connection, days: Sequence[Workday], actor: Actor, at: datetime) -> None:
    """Keeps days; one that is there already is replaced."""
    if days:
        rows = [
            {
                "day": entry.day,
                "is_workday": entry.is_workday,
                "name": entry.name,
                "source": entry.source,
                "person": actor.name,
                "at": at,
            }
            for entry in days
        ]
        connection.execute(insert_or_replace(connection, WORKDAY), rows)
