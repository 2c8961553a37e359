"""Migrations: the steps build what the tables say, and a step that fails leaves nothing behind."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.migrate import REVISION, bring_up_to_date
from db.office import open_office
from db.tables import METADATA
from tests.gridapp.small_office import fill

STEPS = Path(__file__).parents[2] / "db" / "migrations" / "versions"


def _is_no_index_of_the_search(name: str | None, kind: str, _: object) -> bool:
    """The search index is a thing of each database's own, and not among the tables."""
    return not (kind == "table" and (name or "").startswith("case_search"))


def test_the_steps_build_exactly_the_tables_that_the_program_knows(location: str) -> None:
    engine = engine_for(url_of(location))
    try:
        with engine.connect() as connection:
            opts = {"compare_type": True, "include_name": _is_no_index_of_the_search}
            context = MigrationContext.configure(connection, opts=opts)
            assert compare_metadata(context, METADATA) == []
    finally:
        engine.dispose()


def test_the_newest_step_is_the_revision_that_the_program_works_with() -> None:
    newest = max(path.stem.partition("_")[0] for path in STEPS.glob("0*.py"))
    assert newest == REVISION


def test_an_up_to_date_database_is_opened_without_a_change(tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(sqlite_template.read_bytes())
    bring_up_to_date(url_of(str(path)))
    assert path.read_bytes() == sqlite_template.read_bytes()
    assert [file.name for file in tmp_path.iterdir()] == ["office.db"]


@pytest.mark.parametrize("table", ["posting", "history", "term"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_what_is_written_for_good_can_be_neither_changed_nor_deleted(location: str, table: str, statement: str) -> None:
    with open_office(location) as office:
        fill(office)
    column = METADATA.tables[table].columns.keys()[0]
    engine = engine_for(url_of(location))
    try:
        with engine.connect() as connection:
            before = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            with pytest.raises(DBAPIError, match="append-only"):
                connection.execute(text(statement.format(table, column, column)))
            connection.rollback()
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == before > 0
    finally:
        engine.dispose()


@pytest.mark.parametrize("location", ["postgresql"], indirect=True)
def test_on_a_server_they_cannot_be_emptied_either(location: str) -> None:
    engine = engine_for(url_of(location))
    try:
        for table in ("posting", "history", "term"):
            with engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
                connection.execute(text(f"TRUNCATE {table}"))
    finally:
        engine.dispose()


@pytest.fixture
def nothing(location: str, tmp_path: Path) -> str:
    """A database without anything in it, on each of the two databases."""
    if "://" not in location:
        return str(tmp_path / "nothing.db")
    engine = engine_for(url_of(location))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return location


def test_a_step_that_fails_leaves_nothing_behind(nothing: str) -> None:
    engine = engine_for(url_of(nothing))
    try:
        with engine.begin() as connection:
            # A view that stands where the step wants a table: the step fails half-way through.
            connection.execute(text("CREATE VIEW term AS SELECT 1 AS id"))
        with pytest.raises(DBAPIError, match="term"):
            bring_up_to_date(url_of(nothing))
        assert inspect(engine).get_table_names() == []
        with engine.begin() as connection:
            connection.execute(text("DROP VIEW term"))
    finally:
        engine.dispose()
    with open_office(nothing) as office:
        assert office.is_empty()
