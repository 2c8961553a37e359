"""Migrations: the steps build what the tables say, and a step that fails leaves nothing behind."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import column, insert, inspect, table, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine

from db.column_types import Identity, Moment
from db.engine import engine_for, url_of
from db.migrate import REVISION, bring_up_to_date
from db.office import open_office
from db.tables import METADATA
from gridapp.domain.confidence import Confidence
from gridapp.domain.identity import case_id_at
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from gridapp.registers.confidants import put_confidants
from tests.gridapp.small_office import fill
from tests.offices import ACTOR, NOW, TOWN, at

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


def _build_the_first_form(location: str) -> None:
    """A database as the first step alone leaves it."""
    config = Config()
    config.set_main_option("script_location", str(STEPS.parent))
    engine = engine_for(url_of(location), foreign_keys=False)
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "0001")
    finally:
        engine.dispose()


def _put_a_case_there(location: str, kind: str = "event", own: str = "reporter") -> UUID:
    """A case as the first form has it, with its search text in the head; one field of its kind says 演示甲."""
    case_id = case_id_at(at(2018, 1, 3))
    moments = {"reported_at": at(2018, 1, 3, 9), "registered_at": at(2018, 1, 3, 9), "due_at": at(2018, 1, 11)}
    words = {"kind": kind, "town": TOWN, "number": "演示-1", "title": "演示：道路积水", "status": "accepted"}
    head = {**moments, **words, "id": case_id, "search_text": "演示：道路积水", "version": 1}
    types: dict[str, TypeEngine[Any]] = {"id": Identity(), **dict.fromkeys(moments, Moment())}
    area = {"code": TOWN, "kind": "town", "name": "高湖镇", "order": 1}
    engine = engine_for(url_of(location))
    try:
        with engine.begin() as connection:
            connection.execute(insert(table("area", *(column(name) for name in area))).values(area))
            into = table("case_head", *(column(name, types[name]) if name in types else column(name) for name in head))
            connection.execute(insert(into).values(head))
            detail = table(f"{kind}_detail", column("case_id", Identity), column(own))
            connection.execute(insert(detail).values({"case_id": case_id, own: "演示甲"}))
    finally:
        engine.dispose()
    return case_id


def test_a_database_of_the_first_form_is_brought_up_to_date_with_its_cases(nothing: str) -> None:
    _build_the_first_form(nothing)
    case_id = _put_a_case_there(nothing)
    with open_office(nothing) as office:
        case = office.cases.load(case_id)
        assert (case.title, case.status, case.due_at) == ("演示：道路积水", Status.ACCEPTED, at(2018, 1, 11))
        assert (case.steps, case.attachments, case.tags) == ((), (), ())
        assert [list(office.lists.find_ids(CaseQuery(text=word))) for word in ("积水", "演示甲")] == [[case_id]] * 2
    if "://" not in nothing:
        assert len(list(Path(nothing).parent.glob("*.before-*-from-0001.db"))) == 1


def test_the_persons_of_an_older_office_are_closed_to_those_outside_the_group(nothing: str) -> None:
    _build_the_first_form(nothing)
    case_id = _put_a_case_there(nothing, "person", "phone")
    with open_office(nothing) as office:
        assert [row.title for row in office.lists.load_rows([case_id])] == ["重点人员（已保密）"]
        assert [list(office.lists.find_ids(CaseQuery(text=word))) for word in ("积水", "演示甲")] == [[], []]
        put_confidants(office.confidence, Confidence.KEY_PERSON, (), [ACTOR.name], ACTOR, NOW)
        query = CaseQuery(text="演示甲", reader=ACTOR.name)
        assert list(office.lists.find_ids(query)) == [case_id]
