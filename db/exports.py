"""The account of exports (导出登记) in the database."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import insert, select
from typing_extensions import override

from db.engine import Database
from db.tables.paper import EXPORT_LOG
from gridapp.ports import ExportLog, ExportNote


class SqlExportLog(ExportLog):
    """The account of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @override
    def note(self, note: ExportNote) -> None:
        with self._database.write() as connection:
            connection.execute(insert(EXPORT_LOG), asdict(note))

    @override
    def notes(self, limit: int) -> Sequence[ExportNote]:
        columns = [column for column in EXPORT_LOG.c if column.name != "n"]
        query = select(*columns).order_by(EXPORT_LOG.c.n.desc()).limit(limit)
        with self._database.read() as connection:
            return [ExportNote(**row) for row in connection.execute(query).mappings()]
