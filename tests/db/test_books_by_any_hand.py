"""What a closed month holds against statements of any hand, and against somebody who posts at the same moment."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.month_closing import step_of
from db.office import open_office
from db.tables import METADATA
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.books import BookAction, KeptTable
from gridapp.domain.move import Move
from gridapp.domain.period import Month, period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office, Writer
from tests.offices import (
    ACTOR,
    NOW,
    TOWN,
    at,
    correcting,
    month_closed,
    petition_recorded,
    recorded,
    taken,
)

JANUARY = Month(2018, 1)
WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")


@pytest.fixture
def engine(location: str) -> Iterator[Engine]:
    opened = engine_for(url_of(location))
    yield opened
    opened.dispose()


def refused(engine: Engine, statement: str) -> None:
    with pytest.raises(DBAPIError, match=r"append-only|closed month"), engine.begin() as connection:
        connection.execute(text(statement))


def close_with_a_table(office: Office) -> None:
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, JANUARY, ACTOR, NOW(), [KeptTable(code="T1", title="演示表", content="{}")])


@pytest.mark.parametrize("table", ["posting", "book_step", "kept_table", "month_closing"])
def test_a_row_of_a_closed_month_cannot_be_replaced_by_another(office: Office, engine: Engine, table: str) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("only SQLite replaces rows by an INSERT")
    recorded(office)
    close_with_a_table(office)
    # The new line is of an open month: the trigger that looks at what is inserted lets it pass.
    columns = [column.name for column in METADATA.tables[table].columns]
    values = ["20180301" if column == "book_day" else column for column in columns]
    refused(engine, f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table}")


@pytest.mark.parametrize("table", ["posting", "book_step", "kept_table", "month_closing"])
def test_closed_months_cannot_be_emptied_at_one_stroke(office: Office, engine: Engine, table: str) -> None:
    recorded(office)
    close_with_a_table(office)
    refused(engine, f"TRUNCATE {table}" if engine.dialect.name == "postgresql" else f"DELETE FROM {table}")
    assert office.books.open_from(TOWN) == JANUARY.end


def _until_somebody_waits(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while not connection.execute(WAITING).scalar_one():
            pass


@contextmanager
def meanwhile(
    engine: Engine, location: str, work: Callable[[Office], object]
) -> Iterator[Callable[[], "Future[object]"]]:
    """Work of another clerk, begun when asked for; comes back once that waits for us, or is done."""
    with ThreadPoolExecutor(1) as clerk, open_office(location) as own:

        def begin() -> "Future[object]":
            under_way = clerk.submit(work, own)
            _until_somebody_waits(engine)
            return under_way

        yield begin


def reported(office: Office, month: str) -> object:
    return figure(office.ledger, indicator_named("event.reported"), Cut(period_named(month), TOWN))


def test_what_is_saved_while_a_month_is_opened_again_counts_in_it(
    office: Office, location: str, engine: Engine
) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("a writing transaction on SQLite is alone")
    recorded(office)
    month_closed(office, JANUARY)
    with meanwhile(engine, location, lambda own: recorded(correcting(own))) as begin:
        with office.cases.transaction() as writer:
            writer.reopen_month(TOWN, JANUARY, "演示领导", "演示：漏报", ACTOR, NOW())
            saving = begin()
        saving.result()
    assert (reported(office, "2018-01"), reported(office, "2018-02")) == (2, 0)


def test_a_case_goes_on_while_the_month_is_closed_in_which_it_came(
    office: Office, location: str, engine: Engine
) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("a writing transaction on SQLite is alone")
    petition = petition_recorded(office)
    accept = {"informed": "当面告知", "unit": "演示单位", "handler": "演示承办人"}
    with meanwhile(
        engine, location, lambda own: taken(own, petition, Move.ACCEPT, at(2018, 2, 1, 9), **accept)
    ) as begin:
        with office.cases.transaction() as writer:
            writer.close_month(TOWN, JANUARY, ACTOR, NOW())
            going_on = begin()
        going_on.result()
    assert office.checks.postings().ok
    assert office.books.late_changes(TOWN, JANUARY)


@pytest.mark.parametrize("corrects", ["NULL", "201802"])
def test_lines_that_move_a_count_to_another_month_are_found_out(office: Office, engine: Engine, corrects: str) -> None:
    recorded(office, date(2018, 2, 3))
    assert office.checks.books().ok
    changed = {"book_day": "20180301", "corrects": corrects, "n": "n + 100"}
    columns = [column.name for column in METADATA.tables["posting"].columns]
    values = [changed.get(column, column) for column in columns]
    back = [{"quantity": "-quantity", "n": "n + 200"}.get(column, column) for column in columns]
    with engine.begin() as connection:
        for told in (values, back):
            lines = f"SELECT {', '.join(told)} FROM posting WHERE n < 100"
            connection.execute(text(f"INSERT INTO posting ({', '.join(columns)}) {lines}"))
    assert office.checks.postings().ok
    assert not office.checks.books().ok


def test_of_two_who_sign_at_the_same_moment_the_second_is_told_who_was_first(
    office: Office, location: str, engine: Engine
) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("a writing transaction on SQLite is alone")

    def submit(writer: Writer) -> None:
        writer.keep_book_step(step_of(BookAction.SUBMIT, TOWN, JANUARY, ACTOR, NOW()), 0)

    def sign(own: Office) -> None:
        with own.cases.transaction() as writer:
            submit(writer)

    with meanwhile(engine, location, sign) as begin:
        with office.cases.transaction() as writer:
            submit(writer)
            signing = begin()
        with pytest.raises(Refusal, match=f"刚刚由{ACTOR.name}提交，请刷新后再办理"):
            signing.result()
    assert len(office.books.steps(TOWN, JANUARY)) == 1
