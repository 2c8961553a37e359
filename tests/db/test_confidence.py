"""The veil: what is confidential stands in every list and is found by nothing that it says; on both databases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.office import open_office
from db.tables import METADATA
from gridapp.cases.reading import open_case
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import indicator_named
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose, Session
from gridapp.domain.period import period_named
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.ports import CaseQuery, CaseRow, Entered, Office, Save
from gridapp.registers.shown_to import shown_to
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import REPORTED, petition
from tests.gridapp.confidential import OUTSIDER, READER, SECRETS, accusation, key_person, put_on_file
from tests.offices import ACTOR, NOW, TOWN, VILLAGES, at

OUTSIDE = (None, OUTSIDER.name)


def found(office: Office, query: CaseQuery, reader: str | None) -> set[str]:
    asked = replace(query, reader=reader)
    ids = office.lists.find_ids(asked)
    assert office.lists.count(asked) == len(ids)
    return {row.number for row in office.lists.load_rows(ids, READER.name)}


def row_of(office: Office, case: Case, reader: str | None) -> CaseRow:
    (row,) = office.lists.load_rows([case.id], reader)
    return row


@pytest.fixture
def case(office: Office) -> Petition:
    """An accusation on file among petitions that are none."""
    accused = accusation()
    assert isinstance(accused, Petition)
    put_on_file(office, accused, petition(title="演示修路", petitioner="演示乙"), key_person())
    return accused


@pytest.mark.parametrize("reader", OUTSIDE)
def test_without_a_word_it_stands_in_the_list_as_veiled(office: Office, case: Petition, reader: str | None) -> None:
    assert case.number in found(office, CaseQuery(kind=Kind.PETITION), reader)
    assert case.number in found(office, CaseQuery(), reader)
    row = row_of(office, case, reader)
    assert (row.title, row.veiled) == ("检举控告（已保密）", Confidence.ACCUSATION)
    assert (row.number, row.village, row.source, row.reported_at) == (case.number, VILLAGES[0], "来信", REPORTED)
    assert not any(word in str(row) for word in SECRETS)


def test_the_reader_of_the_group_sees_and_finds_it(office: Office, case: Petition) -> None:
    row = row_of(office, case, READER.name)
    assert (row.title, row.handler, row.veiled) == (case.title, case.handler, None)
    for word in SECRETS:
        assert found(office, CaseQuery(text=word), READER.name) == {case.number}


@pytest.mark.parametrize("kind", [None, Kind.PETITION])
@pytest.mark.parametrize("sort", ["reported_at", "number", "title"])
def test_no_word_finds_it_by_the_index(office: Office, case: Petition, kind: Kind | None, sort: str) -> None:
    words = (*SECRETS, "演", "y", "桐川")
    queries = {word: CaseQuery(kind=kind, text=word, sort=sort) for word in words}
    assert [word for word, query in queries.items() if case.number not in found(office, query, READER.name)] == []
    for reader in OUTSIDE:
        assert [word for word, query in queries.items() if case.number in found(office, query, reader)] == []


def test_no_word_finds_it_by_the_tables(office: Office, case: Petition) -> None:
    queries = [CaseQuery(text=word, due_after=at(2018, 1, 1)) for word in SECRETS]
    with office.cases.transaction() as writer:
        due = replace(case, due_at=at(2018, 2, 1), version=1)
        writer.save([Save(replace(case, version=1), due, "修改")], ACTOR, at(2018, 3, 2))
    for query in queries:
        assert found(office, query, READER.name) == {case.number}
        assert found(office, query, OUTSIDER.name) == set()


@pytest.mark.parametrize(
    "condition",
    [
        Condition(Field.HANDLER, Test.ONE_OF, ("演示承办人",)),
        Condition(Field.HANDLER, Test.NONE_OF, ("演示他人",)),
        Condition(Field.HANDLER, Test.NOT_EMPTY),
        Condition(Field.GRID, Test.EMPTY),
        Condition(Field.TITLE, Test.CONTAINS, ("举报",)),
        Condition(Field.NOTE, Test.CONTAINS, ("密情",)),
        Condition(Field.TEXT, Test.CONTAINS, ("侵占",)),
        Condition(Field.ATTACHED, Test.NO),
        Condition(Field.OCCURRED_AT, Test.EMPTY),
    ],
    ids=lambda condition: f"{condition.field.value}-{condition.test.value}",
)
def test_no_condition_on_what_is_veiled_finds_it(office: Office, case: Petition, condition: Condition) -> None:
    query = CaseQuery(kind=Kind.PETITION, conditions=(condition,))
    assert case.number in found(office, query, READER.name)
    assert case.number not in found(office, query, OUTSIDER.name)


@pytest.mark.parametrize(
    "condition",
    [
        Condition(Field.VILLAGE, Test.ONE_OF, (VILLAGES[0],)),
        Condition(Field.SOURCE, Test.ONE_OF, ("来信",)),
        Condition(Field.STATUS, Test.ONE_OF, ("reported",)),
        Condition(Field.REPORTED_AT, Test.BETWEEN, ("2018-01-01", "2018-01-31")),
        Condition(Field.REGISTERED_AT, Test.BETWEEN, ("2018-01-01", "2018-01-31")),
        Condition(Field.EXCLUDED, Test.NO),
    ],
    ids=lambda condition: condition.field.value,
)
def test_a_condition_on_what_everybody_sees_leaves_it_in_the_list(
    office: Office, case: Petition, condition: Condition
) -> None:
    query = CaseQuery(kind=Kind.PETITION, conditions=(condition,))
    assert case.number in found(office, query, OUTSIDER.name)


@pytest.mark.parametrize("sort", ["title", "handler", "category"])
@pytest.mark.parametrize("descending", [True, False])
def test_the_order_of_a_list_does_not_tell_what_is_veiled(office: Office, sort: str, descending: bool) -> None:
    """Two that are veiled change places inside the group's list, and nowhere else."""
    early, late = (
        accusation(**{sort: word, "reported_at": REPORTED + timedelta(days=day)})
        for word, day in (("演示子", 1), ("演示丑", 2))
    )
    put_on_file(office, early, late, petition(**{sort: "演示寅"}))
    query = CaseQuery(kind=Kind.PETITION, sort=sort, descending=descending)
    seen = office.lists.find_ids(replace(query, reader=OUTSIDER.name))
    assert list(seen[-2:]) == sorted([early.id, late.id])
    assert len(office.lists.find_ids(replace(query, reader=READER.name))) == len(seen) == 3


def test_what_accuses_a_reader_of_the_group_is_veiled_from_him_alone(office: Office) -> None:
    his = accusation(accused=f"村支书{READER.name}", due_at=at(2018, 2, 1))
    other = accusation(due_at=at(2018, 2, 1))
    put_on_file(office, his, other)
    assert [row.veiled is None for row in office.lists.load_rows([his.id, other.id], READER.name)] == [False, True]
    assert found(office, CaseQuery(kind=Kind.PETITION), READER.name) == {his.number, other.number}
    handled = Condition(Field.HANDLER, Test.NOT_EMPTY)
    for query in (
        *(CaseQuery(text=word) for word in (*SECRETS, "演", READER.name)),
        CaseQuery(text="演示举报人", sort="title", kind=Kind.PETITION),
        CaseQuery(text="演示举报人", due_after=at(2018, 1, 1)),
        CaseQuery(conditions=(handled,)),
        CaseQuery(conditions=(handled,), due_after=at(2018, 1, 1)),
    ):
        assert his.number not in found(office, query, READER.name)
    assert found(office, CaseQuery(text="演示举报人"), READER.name) == {other.number}
    assert list(office.lists.find_ids(CaseQuery(kind=Kind.PETITION, sort="title", reader=READER.name))) == [
        other.id,
        his.id,
    ]
    assert {one.number for one in office.duplicates.candidates(_entered(READER.name))} == {other.number}


def test_a_figure_stays_a_list_with_as_many_lines(office: Office, case: Petition) -> None:
    counted = cases_behind(office.ledger, indicator_named("petition.letters"), Cut(period_named("2018-01")))
    ids = [one.case_id for one in counted]
    assert case.id in ids
    rows = office.lists.load_rows(ids, OUTSIDER.name)
    assert [row.id for row in rows] == ids
    assert set(office.lists.find_ids(CaseQuery(ids=ids, reader=OUTSIDER.name))) == set(ids)
    assert not any(word in str(rows) for word in SECRETS)


def _entered(reader: str | None) -> Entered:
    return Entered(
        kind=Kind.PETITION,
        town=TOWN,
        village=VILLAGES[0],
        persons=("演示举报人",),
        phone="13900000009",
        reported_at=REPORTED,
        reader=reader,
    )


def test_it_is_no_likely_duplicate_for_those_outside(office: Office, case: Petition) -> None:
    def numbers(reader: str | None) -> set[str]:
        return {one.number for one in office.duplicates.candidates(_entered(reader))}

    assert case.number in numbers(READER.name)
    assert not any(case.number in numbers(reader) for reader in OUTSIDE)


def test_its_talks_are_not_in_the_calendar_of_those_outside(office: Office) -> None:
    held = accusation(sessions=(Session(purpose=Purpose.MEDIATION, planned_at=at(2018, 1, 9, 9)),))
    put_on_file(office, held)

    def titles(reader: str | None) -> Sequence[str]:
        lines = office.sessions.sessions(at(2018, 1, 1), at(2018, 2, 1), reader=reader)
        return [line.title for line in lines]

    assert titles(READER.name) == [held.title]
    assert [titles(reader) for reader in OUTSIDE] == [[], []]


def test_what_a_person_saved_bears_no_title_once_it_is_closed_to_him(office: Office, case: Petition) -> None:
    mine = {past.number: past.title for past in office.cases.saves_of(ACTOR.name, 10)}
    assert mine[case.number] == "检举控告（已保密）"
    assert "演示修路" in mine.values()


def test_an_office_shown_to_a_person_asks_everything_as_he_may(office: Office, case: Petition) -> None:
    outside, inside = shown_to(office, OUTSIDER.name), shown_to(office, READER.name)
    query = CaseQuery(text="演示举报人")
    assert [view.lists.count(query) for view in (outside, inside)] == [0, 1]
    assert [len(view.lists.find_ids(query)) for view in (outside, inside)] == [0, 1]
    assert [list(view.lists.count_many([query])) for view in (outside, inside)] == [[0], [1]]
    assert [view.lists.load_rows([case.id])[0].title for view in (outside, inside)] == [
        "检举控告（已保密）",
        case.title,
    ]
    assert [len(view.duplicates.candidates(_entered(None))) for view in (outside, inside)] == [1, 2]


def test_it_opens_and_closes_with_its_purpose(office: Office, case: Petition) -> None:
    before = replace(case, version=1)
    with office.cases.transaction() as writer:
        after = replace(before, purpose=PetitionPurpose.CLAIM)
        writer.save([Save(before, after, "更正")], ACTOR, at(2018, 3, 2))
    assert found(office, CaseQuery(text="演示侵占"), OUTSIDER.name) == {case.number}
    assert row_of(office, case, OUTSIDER.name).title == case.title
    with office.cases.transaction() as writer:
        before = replace(after, version=2)
        writer.save([Save(before, replace(before, purpose=PetitionPurpose.ACCUSATION), "更正")], ACTOR, at(2018, 3, 3))
    assert found(office, CaseQuery(text="演示侵占"), OUTSIDER.name) == set()
    assert row_of(office, case, OUTSIDER.name).veiled is Confidence.ACCUSATION
    assert all(result.ok for result in check(office))


def test_a_key_person_is_veiled_and_not_found_by_name_or_phone(office: Office, case: Petition) -> None:
    (person,) = (office.cases.load(found) for found in office.lists.find_ids(CaseQuery(kind=Kind.PERSON)))
    assert case.number != person.number
    for word in (person.title, "13900000008", "ysjlr", "病情"):
        assert found(office, CaseQuery(text=word), READER.name) == {person.number}
        assert found(office, CaseQuery(text=word), OUTSIDER.name) == set()
    row = row_of(office, person, OUTSIDER.name)
    assert (row.title, row.category, row.phone) == ("重点人员（已保密）", None, None)


def test_a_mark_that_was_taken_off_a_case_is_found_by_the_check(location: str) -> None:
    closed = accusation()
    with open_office(location) as office:
        put_on_file(office, closed)
        assert all(result.ok for result in check(office))
    engine = engine_for(url_of(location))
    try:
        with engine.begin() as connection:
            connection.execute(text("UPDATE case_head SET confidence = NULL"))
    finally:
        engine.dispose()
    with open_office(location) as office:
        assert [closed.number in result.detail for result in check(office) if not result.ok] == [True]


@pytest.mark.parametrize("table", ["confidant_change", "reading_log"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET person = 'x'", "DELETE FROM {}"])
def test_the_account_of_the_group_can_be_neither_changed_nor_deleted(location: str, table: str, statement: str) -> None:
    with open_office(location) as office:
        closed = accusation()
        put_on_file(office, closed)
        open_case(office.cases, office.confidence, closed.id, READER, NOW)
    assert table in METADATA.tables
    engine = engine_for(url_of(location))
    try:
        with engine.connect() as connection:
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() > 0
            with pytest.raises(DBAPIError, match="append-only"):
                connection.execute(text(statement.format(table)))
    finally:
        engine.dispose()
