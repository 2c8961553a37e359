"""Offices as older programs left them: the tables of an earlier revision with what they have a place for."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Select, Table, column, func, insert, inspect, select, table, text

from db.engine import engine_for, url_of
from db.tables import METADATA
from db.tables.ledger import BALANCES
from gridapp.ports import Office

_STEPS = Path(__file__).parents[2] / "db" / "migrations"


@contextmanager
def connected(location: str) -> Iterator[Connection]:
    """A connection to a database, past the program."""
    engine = engine_for(url_of(location), foreign_keys=False)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def older_office(model: Path, place: str, revision: str) -> str:
    """An office of a revision at a place, with everything of the model for which its tables have a place."""
    with connected(place) as connection:
        if "://" in place:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
            connection.commit()
        config = Config()
        config.set_main_option("script_location", str(_STEPS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    with connected(str(model)) as source, connected(place) as target, target.begin():
        _copy(source, target)
    return place


def checked(office: Office) -> Sequence[str]:
    """What the checks find wrong."""
    checks = office.checks
    results = (checks.file_integrity(), checks.postings(), checks.balances(), checks.search(), checks.history())
    return [f"{result.name}：{result.detail}" for result in results if not result.ok]


def _copy(source: Connection, target: Connection) -> None:
    """Everything that the older tables have a place for; the older program had said its fields in other words."""
    kept = inspect(target)
    for whole in METADATA.sorted_tables:
        if whole.name == "setting" or not kept.has_table(whole.name):
            continue
        names = [found["name"] for found in kept.get_columns(whole.name)]
        rows = source.execute(_told_by(whole, names)).mappings().all()
        into = table(whole.name, *(column(name, whole.c[name].type) for name in names))
        told = [_in_the_words_of_then(whole.name, row) for row in rows]
        if told:
            target.execute(insert(into), told)
    if target.dialect.name == "postgresql":
        target.execute(text("SELECT setval(pg_get_serial_sequence('term', 'id'), (SELECT max(id) FROM term))"))


def _told_by(whole: Table, names: Sequence[str]) -> Select[Any]:
    """The rows of a table by the columns that it had; balances that tell more apart today are added up."""
    if whole.name not in BALANCES:
        return select(*(whole.c[name] for name in names))
    keys = [whole.c[name] for name in names if name != "quantity"]
    return select(*keys, func.sum(whole.c.quantity).label("quantity")).group_by(*keys)


def _in_the_words_of_then(name: str, row: Mapping[Any, Any]) -> dict[str, Any]:
    return dict(row) | ({"terms": "kind=dispute"} if name == "case_words" else {})
