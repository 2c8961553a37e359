"""`check` proves that the search holds exactly what the cases say."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from db.engine import engine_for, url_of
from db.office import open_office
from gridapp.ports import Save
from tests.gridapp.bare_cases import event
from tests.gridapp.small_office import fill, save
from tests.offices import ACTOR, at


def test_it_holds_after_saves_and_changes(location: str) -> None:
    with open_office(location) as office:
        fill(office)
        case = event(title="演示旧标题")
        save(office, [case])
        before = office.cases.load(case.id)
        with office.cases.transaction() as writer:
            after = replace(before, title="演示新标题", reported_at=at(2018, 2, 2))
            writer.save([Save(before, after, "修改")], ACTOR, at(2018, 3, 2))
        assert office.checks.search().ok


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE case_words SET words = words || '演' WHERE doc = (SELECT min(doc) FROM case_words)",
        "UPDATE case_words SET terms = replace(terms, 'st=reported', 'st=closed')",
        "DELETE FROM case_words WHERE doc = (SELECT max(doc) FROM case_words)",
        "UPDATE case_head SET title = '演示别的' WHERE kind = 'event'",
    ],
)
def test_words_that_are_not_those_of_their_case_are_seen(location: str, damage: str) -> None:
    assert not _holds_after(location, damage)


@pytest.mark.parametrize("location", ["sqlite"], indirect=True)
def test_an_index_that_says_the_same_of_another_case_is_seen(location: str) -> None:
    # Each word keeps its number of cases, and each case its number of words.
    assert not _holds_after(
        location,
        "INSERT INTO case_search (case_search, rowid, tokens) SELECT 'delete', doc, '演示' FROM case_words "
        "WHERE doc = (SELECT min(doc) FROM case_words)",
        "INSERT INTO case_search (rowid, tokens) SELECT doc + 1000000, '演示' FROM case_words "
        "WHERE doc = (SELECT min(doc) FROM case_words)",
    )


@pytest.mark.parametrize("location", ["postgresql"], indirect=True)
@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE case_search SET tokens = array_to_tsvector(ARRAY['演示'])",
        "DELETE FROM case_search",
        "INSERT INTO case_search VALUES (1, ''::tsvector)",
    ],
)
def test_an_index_on_a_server_that_differs_is_seen(location: str, damage: str) -> None:
    assert not _holds_after(location, damage)


def _holds_after(location: str, *damages: str) -> bool:
    with open_office(location) as office:
        fill(office)
        assert office.checks.search().ok
    engine = engine_for(url_of(location))
    with engine.begin() as connection:
        for damage in damages:
            connection.execute(text(damage))
    engine.dispose()
    with open_office(location) as office:
        return office.checks.search().ok
