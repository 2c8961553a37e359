"""The account of the assessments (考核) in the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from db.engine import Database
from db.month_number import month_number, month_of
from db.open_books import open_books
from db.tables.assessment import ASSESSMENT_MARK, ASSESSMENT_RULES, STAFF_SERVICE
from gridapp.domain.actor import Actor
from gridapp.domain.assessment import OwnRules
from gridapp.domain.assessment_mark import Mark, MarkAct, Verdict
from gridapp.domain.period import Month
from gridapp.domain.problem import ClosedMonth, Overtaken
from gridapp.domain.service import Service
from gridapp.ports import AssessmentBook


class SqlAssessmentBook(AssessmentBook):
    """The account of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def rules(self, town: str) -> Sequence[OwnRules]:
        table = ASSESSMENT_RULES
        with self._database.read() as connection:
            rows = connection.execute(select(table).where(table.c.town == town).order_by(table.c.n)).mappings()
            return [OwnRules(town=town, effective=month_of(row["effective"]), text=row["text"]) for row in rows]

    @override
    def keep_rules(self, rules: OwnRules, actor: Actor, at: datetime) -> None:
        table = ASSESSMENT_RULES
        with self._database.write() as connection:
            _refuse_closed(connection, rules.town, rules.effective)
            last = connection.execute(select(func.max(table.c.n)).where(table.c.town == rules.town)).scalar_one()
            row = {
                "town": rules.town,
                "n": (last or 0) + 1,
                "effective": month_number(rules.effective),
                "text": rules.text,
                "person": actor.name,
                "workstation": actor.workstation,
                "at": at,
            }
            try:
                connection.execute(insert(table), row)
            except IntegrityError as error:
                raise Overtaken("考核办法刚被他人修改过，请先查看现在的办法再保存。") from error

    @override
    def services(self, town: str) -> Sequence[Service]:
        table = STAFF_SERVICE
        query = select(table).where(table.c.town == town).order_by(table.c.name, table.c.first_day, table.c.role)
        with self._database.read() as connection:
            rows = connection.execute(query).mappings()
            return [Service(**{name: row[name] for name in Service.__slots__}) for row in rows]

    @override
    def put_services(self, town: str, name: str, services: Sequence[Service], actor: Actor, at: datetime) -> None:
        table = STAFF_SERVICE
        rows = [
            {field: getattr(service, field) for field in service.__slots__} | {"person": actor.name, "at": at}
            for service in services
        ]
        with self._database.write() as connection:
            connection.execute(delete(table).where(table.c.town == town, table.c.name == name))
            if rows:
                connection.execute(insert(table), rows)

    @override
    def marks(self, town: str, month: Month | None = None) -> Sequence[Mark]:
        table = ASSESSMENT_MARK
        query = select(table).where(table.c.town == town).order_by(table.c.at, table.c.entry, table.c.n)
        if month is not None:
            query = query.where(table.c.month == month_number(month))
        with self._database.read() as connection:
            return [_mark(row) for row in connection.execute(query).mappings()]

    @override
    def entry(self, entry: UUID) -> Sequence[Mark]:
        table = ASSESSMENT_MARK
        query = select(table).where(table.c.entry == entry).order_by(table.c.n)
        with self._database.read() as connection:
            return [_mark(row) for row in connection.execute(query).mappings()]

    @override
    def add(self, mark: Mark) -> None:
        row = {name: getattr(mark, name) for name in mark.__slots__} | {
            "about": month_number(mark.about),
            "month": month_number(mark.month),
            "act": mark.act.value,
            "verdict": mark.verdict and mark.verdict.value,
        }
        with self._database.write() as connection:
            _refuse_closed(connection, mark.town, mark.month)
            try:
                connection.execute(insert(ASSESSMENT_MARK), row)
            except IntegrityError as error:
                raise Overtaken("这条考核登记刚被他人处理过，请刷新后重试。") from error


def _refuse_closed(connection: Connection, town: str, month: Month) -> None:
    first_open = open_books(connection).get(town)
    if first_open is not None and month.start < first_open:
        closed, still_open = (m.period.label for m in (month, Month.of(first_open)))
        raise ClosedMonth(f"{closed}已经关账，考核成绩不再变动；请记入{still_open}。")


def _mark(row: Mapping[Any, Any]) -> Mark:
    verdict = row["verdict"]
    return Mark(
        **{
            **row,
            "about": month_of(row["about"]),
            "month": month_of(row["month"]),
            "act": MarkAct(row["act"]),
            "verdict": None if verdict is None else Verdict(verdict),
        }
    )
