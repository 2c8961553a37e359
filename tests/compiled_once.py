"""SQLAlchemy's statements, compiled once a process: a test opens an office of its own, yet asks what all others ask.

An engine compiles each statement anew, for it has a dialect and a cache to itself. That is a tenth of a second an
office: nothing to a clerk, who opens one a day, and a third of what the tests would take.
"""

from typing import Any, Self

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_STATEMENTS = 2000


class _Shared:
    """What makes all engines of one dialect share it and what it compiled."""

    _only: Any = None
    _compiled: LRUCache[Any, Any]

    def __new__(cls, **_: Any) -> Self:
        if cls._only is None:
            cls._only = super().__new__(cls)
            cls._compiled = LRUCache(_STATEMENTS)
        only: Self = cls._only
        return only

    def __init__(self, **arguments: Any) -> None:
        if not vars(self):
            super().__init__(**arguments)

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=cls._compiled)


class SharedSqlite(_Shared, SQLiteDialect_pysqlite):
    """SQLite as the standard library drives it."""

    supports_statement_cache = True


class SharedPostgres(_Shared, PGDialect_psycopg):
    """PostgreSQL as psycopg drives it."""

    supports_statement_cache = True


def share_what_is_compiled() -> None:
    """Makes every engine of this process use these dialects."""
    registry.register("sqlite.pysqlite", __name__, SharedSqlite.__name__)
    registry.register("postgresql.psycopg", __name__, SharedPostgres.__name__)
