"""What only SQLite needs: its pragmas, how a transaction begins, its triggers and its own integrity check."""

import random
import sqlite3
import time
from typing import Any

from sqlalchemy import Connection, Engine, event

BUSY_SECONDS = 15.0
_PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-65536",
    # Else INSERT OR REPLACE would take the row away that it replaces without asking the triggers.
    "PRAGMA recursive_triggers=ON",
)


def prepare(engine: Engine, *, foreign_keys: bool) -> None:
    """Sets every connection up; a writing transaction takes its lock at once, so that it cannot fail half-way."""

    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None
        # Another clerk who just closes the file holds it for a moment.
        connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        if foreign_keys:
            # Changes the file's first page; migrations may yet find that the file is not ours.
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA busy_timeout=0")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        if connection.get_execution_options().get("reading"):
            driver.execute("BEGIN")
        else:
            _begin_immediate(driver)


def _begin_immediate(driver: sqlite3.Connection) -> None:
    """Waits for the lock with jitter of our own: SQLite's back-off starves one of several writers for seconds."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(random.uniform(0.0005, 0.0025))
        else:
            return


def refuse_changes(table: str, message: str) -> list[str]:
    """Statements after which rows of a table can be neither changed nor deleted."""
    return [
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        for action in ("UPDATE", "DELETE")
    ]


CLOSED_MONTHS = [
    "CREATE TRIGGER posting_in_open_month BEFORE INSERT ON posting "
    "WHEN EXISTS (SELECT 1 FROM month_closing c JOIN term t ON t.dimension = 'town' AND t.key = c.town "
    "WHERE t.id = NEW.town AND NEW.book_day / 100 <= c.month) "
    "BEGIN SELECT RAISE(ABORT, 'closed month'); END"
]
"""A statement after which nothing can be booked into a closed month."""

REOPENED_BY_A_STEP = [
    "CREATE TRIGGER month_closing_no_update BEFORE UPDATE ON month_closing "
    "BEGIN SELECT RAISE(ABORT, 'closed month'); END",
    "CREATE TRIGGER month_closing_no_delete BEFORE DELETE ON month_closing "
    "WHEN '重开' IS NOT (SELECT s.action FROM book_step s WHERE s.town = OLD.town AND s.month = OLD.month "
    "ORDER BY s.n DESC LIMIT 1) "
    "BEGIN SELECT RAISE(ABORT, 'closed month'); END",
]
"""Statements after which a closed month opens only where its last kept step says so (重开)."""


def faults(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file and its references."""
    lines = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    broken = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return [line for line in lines if line != "ok"] + broken
