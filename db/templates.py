"""The office's own templates (自备模板) in the database; their contents are kept like attachments."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select
from sqlalchemy.exc import IntegrityError
from typing_extensions import override

from db.attachments import content_of, keep_content
from db.engine import Database
from db.tables.paper import TEMPLATE_CHANGE
from gridapp.domain.actor import Actor
from gridapp.domain.problem import Overtaken
from gridapp.ports import OfficeTemplates, TemplateChange

_CHANGED_MEANWHILE = "模板刚被他人更换过，请先查看现在的模板再更换。"


class SqlOfficeTemplates(OfficeTemplates):
    """The templates of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def current(self, template: str, as_of: datetime | None = None) -> bytes | None:
        query = _query(template).limit(1)
        if as_of is not None:
            query = query.where(TEMPLATE_CHANGE.c.at <= as_of)
        with self._database.read() as connection:
            changes = _changes(connection, query)
            if not changes or changes[0].sha256 is None:
                return None
            return content_of(connection, changes[0].sha256, f"自备模板“{changes[0].file_name}”")

    @override
    def replace(self, template: str, data: bytes, file_name: str, actor: Actor, at: datetime) -> None:
        with self._database.write() as connection:
            digest = keep_content(connection, data, at)
            _add(connection, template, {"sha256": digest, "file_name": file_name}, actor, at)

    @override
    def put_back(self, template: str, actor: Actor, at: datetime) -> None:
        with self._database.write() as connection:
            _add(connection, template, {"sha256": None, "file_name": None}, actor, at)

    @override
    def changes(self, template: str) -> Sequence[TemplateChange]:
        with self._database.read() as connection:
            return _changes(connection, _query(template))


def _query(template: str) -> Select[Any]:
    columns = [column for column in TEMPLATE_CHANGE.c if column.name != "n"]
    return select(*columns).where(TEMPLATE_CHANGE.c.template == template).order_by(TEMPLATE_CHANGE.c.n.desc())


def _changes(connection: Connection, query: Select[Any]) -> list[TemplateChange]:
    return [TemplateChange(**row) for row in connection.execute(query).mappings()]


def _add(connection: Connection, template: str, told: Mapping[str, Any], actor: Actor, at: datetime) -> None:
    last: int = connection.execute(select(func.max(TEMPLATE_CHANGE.c.n))).scalar_one() or 0
    who = {"at": at, "person": actor.name, "workstation": actor.workstation}
    try:
        connection.execute(insert(TEMPLATE_CHANGE), {"n": last + 1, "template": template, **told, **who})
    except IntegrityError as error:
        raise Overtaken(_CHANGED_MEANWHILE) from error
