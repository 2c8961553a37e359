"""Historical totals (补录汇总数): kept apart from everything that is counted."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from db.engine import Database
from db.month_number import month_number, month_of
from db.tables.reported import HISTORICAL_TAKEN_BACK, HISTORICAL_TOTAL
from gridapp.counting.historical import HistoricalTotal
from gridapp.counting.posting import Dimension
from gridapp.domain.actor import Actor
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.ports import HistoricalBook

_BACK = HISTORICAL_TAKEN_BACK
_QUERY = (
    select(HISTORICAL_TOTAL, _BACK.c.at.label("back_at"), _BACK.c.person.label("back_by"), _BACK.c.reason)
    .outerjoin(_BACK, _BACK.c.n == HISTORICAL_TOTAL.c.n)
    .order_by(HISTORICAL_TOTAL.c.n)
)


class SqlHistoricalBook(HistoricalBook):
    """The historical totals of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def totals(self, town: str | None = None) -> Sequence[HistoricalTotal]:
        with self._database.read() as connection:
            return _totals(connection, town)

    @override
    def keep(self, totals: Sequence[HistoricalTotal], actor: Actor, at: datetime) -> Sequence[HistoricalTotal]:
        with self._database.write() as connection:
            last: int = connection.execute(select(func.max(HISTORICAL_TOTAL.c.n))).scalar_one() or 0
            standing = {total.cell for total in _totals(connection, None) if total.taken_back_at is None}
            kept = []
            for n, total in enumerate(totals, last + 1):
                if total.cell in standing:
                    raise Refusal(f"{total.month} 的这个汇总数已经补录过，请先撤回原来的一条；本次没有保存。")
                standing.add(total.cell)
                kept.append(replace(total, n=n, person=actor.name, at=at))
            if kept:
                try:
                    connection.execute(insert(HISTORICAL_TOTAL), [_row(total, actor, at) for total in kept])
                except IntegrityError as error:
                    raise Overtaken("他人正在补录汇总数，请稍后再试；本次没有保存。") from error
        return kept

    @override
    def take_back(self, numbers: Collection[int], reason: str, actor: Actor, at: datetime) -> None:
        with self._database.write() as connection:
            standing = {total.n for total in _totals(connection, None) if total.taken_back_at is None}
            for n in sorted(numbers):
                if n not in standing:
                    raise Refusal(f"没有第 {n} 号补录汇总数，或已经撤回；本次没有改动。")
                row = {"n": n, "at": at, "person": actor.name, "workstation": actor.workstation, "reason": reason}
                connection.execute(insert(HISTORICAL_TAKEN_BACK), row)


def _totals(connection: Connection, town: str | None) -> list[HistoricalTotal]:
    query = _QUERY if town is None else _QUERY.where(HISTORICAL_TOTAL.c.town == town)
    return [_total(row) for row in connection.execute(query).mappings()]


def _row(total: HistoricalTotal, actor: Actor, at: datetime) -> dict[str, Any]:
    return {
        "n": total.n,
        "town": total.town,
        "month": month_number(total.month),
        "indicator": total.indicator,
        "where": json.dumps(total.where, ensure_ascii=False, sort_keys=True),
        "value": total.value,
        "source": total.source,
        "at": at,
        "person": actor.name,
        "workstation": actor.workstation,
    }


def _total(row: Mapping[Any, Any]) -> HistoricalTotal:
    return HistoricalTotal(
        n=row["n"],
        town=row["town"],
        month=month_of(row["month"]),
        indicator=row["indicator"],
        where={Dimension(name): tuple(words) for name, words in json.loads(row["where"]).items()},
        value=row["value"],
        source=row["source"],
        person=row["person"],
        at=row["at"],
        taken_back_at=row["back_at"],
        taken_back_by=row["back_by"],
        taken_back_reason=row["reason"],
    )
