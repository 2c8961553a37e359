"""Reported figures (上报数): those that stand, and the account of everything that was done with them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from db.dialect import insert_or_replace
from db.engine import Database
from db.reported_rows import figure_in, figure_of, row_of, text_of
from db.tables.registers import PUBLISHED_FIGURE
from db.tables.reported import PUBLISHED_CHANGE
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.actor import Actor
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.ports import ReportedAction, ReportedBook, ReportedChange

_CHANGED_MEANWHILE = "这个上报数刚被他人改过，请先查看现在的内容再操作；本次没有保存。"


class SqlReportedBook(ReportedBook):
    """The reported figures of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def figure(self, figure_id: str) -> PublishedFigure:
        with self._database.read() as connection:
            found = _standing(connection, figure_id)
        if found is None:
            raise Refusal(f"没有编号为“{figure_id}”的上报数，请用 figures 查看编号。")
        return found

    @override
    def register(self, figure: PublishedFigure, actor: Actor, at: datetime) -> PublishedFigure:
        with self._database.write() as connection:
            kept = replace(figure, id=_next_id(connection), registered_at=at)
            _note(connection, ReportedAction.REGISTER, None, kept, None, actor, at)
            put_figure(connection, _next_position(connection), kept)
        return kept

    @override
    def change(
        self, before: PublishedFigure, after: PublishedFigure, reason: str, actor: Actor, at: datetime
    ) -> PublishedFigure:
        kept = replace(after, id=before.id, registered_at=before.registered_at)
        with self._database.write() as connection:
            _refuse_another(connection, before)
            _note(connection, ReportedAction.CHANGE, before, kept, reason, actor, at)
            changed = update(PUBLISHED_FIGURE).where(PUBLISHED_FIGURE.c.id == before.id)
            connection.execute(changed, row_of(kept))
        return kept

    @override
    def remove(self, figure: PublishedFigure, reason: str, actor: Actor, at: datetime) -> None:
        with self._database.write() as connection:
            _refuse_another(connection, figure)
            _note(connection, ReportedAction.REMOVE, figure, None, reason, actor, at)
            connection.execute(delete(PUBLISHED_FIGURE).where(PUBLISHED_FIGURE.c.id == figure.id))

    @override
    def changes(self, figure_id: str | None = None) -> Sequence[ReportedChange]:
        query = select(PUBLISHED_CHANGE).order_by(PUBLISHED_CHANGE.c.n)
        if figure_id is not None:
            query = query.where(PUBLISHED_CHANGE.c.figure == figure_id)
        with self._database.read() as connection:
            return [
                ReportedChange(
                    figure=row["figure"],
                    action=ReportedAction(row["action"]),
                    at=row["at"],
                    person=row["person"],
                    workstation=row["workstation"],
                    reason=row["reason"],
                    before=figure_in(row["before"]),
                    after=figure_in(row["after"]),
                )
                for row in connection.execute(query).mappings()
            ]


def standing_figures(connection: Connection, town: str | None) -> list[PublishedFigure]:
    """The figures of a town by its name, or of every town, in their order."""
    query = select(PUBLISHED_FIGURE).order_by(PUBLISHED_FIGURE.c.position, PUBLISHED_FIGURE.c.id)
    if town is not None:
        query = query.where(PUBLISHED_FIGURE.c.town == town)
    return [figure_of(row) for row in connection.execute(query).mappings()]


def put_figure(connection: Connection, position: int, figure: PublishedFigure) -> None:
    """Keeps a figure at its place; one with the same id is replaced."""
    row = row_of(figure) | {"position": position}
    connection.execute(insert_or_replace(connection, PUBLISHED_FIGURE), row)


def _standing(connection: Connection, figure_id: str) -> PublishedFigure | None:
    query = select(PUBLISHED_FIGURE).where(PUBLISHED_FIGURE.c.id == figure_id)
    row = connection.execute(query).mappings().one_or_none()
    return None if row is None else figure_of(row)


def _refuse_another(connection: Connection, figure: PublishedFigure) -> None:
    if _standing(connection, figure.id) != figure:
        raise Overtaken(_CHANGED_MEANWHILE)


def _next_id(connection: Connection) -> str:
    return f"B{_last_note(connection) + 1:04}"


def _next_position(connection: Connection) -> int:
    last: int | None = connection.execute(select(func.max(PUBLISHED_FIGURE.c.position))).scalar_one()
    return 0 if last is None else last + 1


def _last_note(connection: Connection) -> int:
    last: int | None = connection.execute(select(func.max(PUBLISHED_CHANGE.c.n))).scalar_one()
    return last or 0


def _note(
    connection: Connection,
    action: ReportedAction,
    before: PublishedFigure | None,
    after: PublishedFigure | None,
    reason: str | None,
    actor: Actor,
    at: datetime,
) -> None:
    row = {
        "n": _last_note(connection) + 1,
        "figure": (after or before or _nothing()).id,
        "action": action.value,
        "at": at,
        "person": actor.name,
        "workstation": actor.workstation,
        "reason": reason,
        "before": text_of(before),
        "after": text_of(after),
    }
    try:
        connection.execute(insert(PUBLISHED_CHANGE), row)
    except IntegrityError as error:
        raise Overtaken(_CHANGED_MEANWHILE) from error


def _nothing() -> PublishedFigure:
    raise ValueError("a change of nothing into nothing")
