"""Migrations at run time: a new database is built, an older one upgraded after a verified copy, a newer one refused."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text

from db.engine import engine_for
from db.failures import known_failures
from db.search_index import index_what_is_missing, knows_nothing
from db.upgrading import follow_the_rules, follows_the_rules
from gridapp.domain.problem import Refusal

REVISION = "0016"
"""The revision that this program works with: the newest in `db/migrations/versions`."""

_SCRIPTS = Path(__file__).parent / "migrations"


def bring_up_to_date(url: URL) -> None:
    """Makes the database fit this program, or raises `Refusal` and leaves it as it was."""
    engine = engine_for(url, foreign_keys=False)
    try:
        with known_failures(), engine.connect() as connection:
            present = _revision(connection)
            if present == REVISION and not knows_nothing(connection) and follows_the_rules(connection):
                return
            if present is None and _has_tables(connection):
                raise Refusal("这个数据库里是别的软件的数据，请换一个；原数据没有改动。")
            if present is not None and present not in _known_revisions():
                raise Refusal("这个数据库由更新版本的软件建立，请先升级本软件；数据没有改动。")
        if present is not None and url.get_backend_name() == "sqlite":
            _copy_verified(Path(url.database or ""), present)
        with known_failures(), engine.connect() as connection:
            _upgrade(connection)
    finally:
        engine.dispose()


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return found


def _has_tables(connection: Connection) -> bool:
    return any(name != "alembic_version" for name in inspect(connection).get_table_names())


def _known_revisions() -> frozenset[str]:
    return frozenset(path.stem.partition("_")[0] for path in (_SCRIPTS / "versions").glob("0*.py"))


def _copy_verified(path: Path, revision: str) -> None:
    """Puts a copy beside the file before anything is touched; raises `Refusal` if the copy cannot be read."""
    copy = path.with_suffix(f".before-{REVISION}-from-{revision}{path.suffix}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        if target.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Refusal("升级前的备份没有通过检查，没有升级；请先从备份恢复数据库。")


def _upgrade(connection: Connection) -> None:
    """Runs the steps, each in a transaction of its own; afterwards every reference must still hold."""
    # Alembic costs a quarter of a second to import and is needed once in a database's life.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    connection.rollback()
    command.upgrade(config, REVISION)
    # Whole cases are read here, so all steps must have been made.
    with connection.begin():
        if follows_the_rules(connection):
            index_what_is_missing(connection)
        else:
            follow_the_rules(connection)
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise Refusal(f"升级后有 {len(broken)} 处引用不完整，请用升级前的备份并联系开发人员。")
