"""Ledgers of the registers: what a form enters, a ledger tells, and both put together the same."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from db.tables.ledger import BALANCES
from gridapp.domain.area import Area
from gridapp.domain.case import Case
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.moment import spoken
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.registers.person import SurveyedPerson
from gridapp.domain.registers.standing import Standing
from gridapp.domain.status import Status
from gridapp.importing.keeping import Imported
from gridapp.importing.pipeline import import_ledger
from gridapp.importing.undo import undo_import
from gridapp.ports import CaseQuery, Office
from gridapp.safekeeping.check import check
from tests.gridapp.cases.register.entries import STARTED, VALUES, entered, entry_draft
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import workbook
from tests.offices import ACTOR, NOW, TOWN, VILLAGES, at

VILLAGE_NAMES = {VILLAGES[0]: "桐川村"}
BESIDES = {"id", "number", "registered_at", "import_key", "version", "late_reason", "promises"}
EVERY = sorted(REGISTERS)
TRAIL = {"history", "posting", "term", "import_batch", "number_sequence", *(table.name for table in BALANCES.values())}


def town(office: Office) -> Area:
    return office.registers.areas()[TOWN]


def written(value: Any) -> Any:
    """A value as an office writes it into a cell."""
    if isinstance(value, datetime):
        return spoken(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(value)
    return value.isoformat() if isinstance(value, date) else VILLAGE_NAMES.get(value, value)


def row_of(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of an entry by the headings of its ledger."""
    return {column.heading: written(values[c]) for column in ledger_of(kind).columns if (c := column.field) in values}


def imported(office: Office, kind: Kind, folder: Path, *rows: Mapping[str, Any]) -> Imported:
    headings = [column.heading for column in ledger_of(kind).columns]
    file = workbook(folder / f"{kind.value}.xlsx", rows, headings)
    return import_ledger(office, kind, file, town(office), ACTOR, NOW)


def only(office: Office, kind: Kind) -> Case:
    (case_id,) = office.lists.find_ids(CaseQuery(kind=kind))
    return office.cases.load(case_id)


def said(entry: Case) -> dict[str, Any]:
    """What an entry says, beside how and when it came."""
    return {one.name: getattr(entry, one.name) for one in fields(entry) if one.name not in BESIDES}


@pytest.mark.parametrize("kind", EVERY)
def test_a_ledger_and_a_form_make_the_same_entry(office: Office, kind: Kind, tmp_path: Path) -> None:
    values = {"reported_at": STARTED, **VALUES[kind]}
    assert imported(office, kind, tmp_path, row_of(kind, values)).new == 1
    by_ledger = only(office, kind)
    by_form = entered(office, entry_draft(kind))
    assert said(by_ledger) == said(by_form)


@pytest.mark.parametrize("kind", EVERY)
def test_the_same_ledger_again_says_nothing_new_and_can_be_taken_back(
    office: Office, location: str, kind: Kind, tmp_path: Path
) -> None:
    before = dump(location, TRAIL)
    row = row_of(kind, {"reported_at": STARTED, **VALUES[kind]})
    first = imported(office, kind, tmp_path, row)
    again = imported(office, kind, tmp_path, row)
    assert (first.new, again.new, again.same) == (1, 0, 1)
    assert [result for result in check(office) if not result.ok] == []
    undo_import(office.cases, first.batch or "", ACTOR, NOW)
    assert dump(location, TRAIL) == before


def test_a_row_names_the_person_visited_by_his_number(office: Office, tmp_path: Path) -> None:
    person = entered(office, entry_draft(Kind.PERSON))
    row = row_of(Kind.VISIT, {"reported_at": STARTED, **VALUES[Kind.VISIT]})
    done = imported(office, Kind.VISIT, tmp_path, {**row, "对象编号": person.number}, {**row, "对象编号": "无此人"})
    assert (done.new, done.refused) == (1, 1)
    assert [(p.row, p.column, p.code) for p in done.problems] == [(3, "对象编号", "link")]
    assert only(office, Kind.VISIT).source_case == person.id


def test_taking_visits_back_makes_a_person_due_as_before(office: Office, location: str, tmp_path: Path) -> None:
    person = entered(office, entry_draft(Kind.PERSON))
    before = dump(location, TRAIL)
    row = row_of(Kind.VISIT, {"reported_at": STARTED + timedelta(days=9), **VALUES[Kind.VISIT]})
    done = imported(office, Kind.VISIT, tmp_path, {**row, "对象编号": person.number})
    assert dump(location, TRAIL) != before
    undo_import(office.cases, done.batch or "", ACTOR, NOW)
    assert dump(location, TRAIL) == before


def test_a_row_with_a_number_takes_an_entry_off_the_list(office: Office, tmp_path: Path) -> None:
    shelter = entered(office, entry_draft(Kind.SHELTER))
    row = row_of(Kind.SHELTER, {"number": shelter.number, "reported_at": STARTED, **VALUES[Kind.SHELTER]})
    done = imported(office, Kind.SHELTER, tmp_path, {**row, "移出时间": "2018-06-01", "移出原因": "演示：拆除"})
    gone = office.cases.load(shelter.id)
    assert isinstance(gone, Standing)
    assert (done.changed, gone.status, gone.removed_at) == (1, Status.REMOVED, at(2018, 6, 1))


def test_what_contradicts_itself_is_refused_under_its_heading(office: Office, tmp_path: Path) -> None:
    row = row_of(Kind.ACCIDENT, {"reported_at": STARTED, **VALUES[Kind.ACCIDENT]})
    done = imported(office, Kind.ACCIDENT, tmp_path, {**row, "死亡人数": 3})
    assert [(p.row, p.column, p.code) for p in done.problems] == [(2, "事故等级", "level")]


def test_a_citizen_number_that_is_none_stands_in_the_note(office: Office, tmp_path: Path) -> None:
    row = row_of(Kind.PERSON, {"reported_at": STARTED, **VALUES[Kind.PERSON]})
    done = imported(office, Kind.PERSON, tmp_path, {**row, "身份证号": "110101194005060021"})
    person = only(office, Kind.PERSON)
    assert isinstance(person, SurveyedPerson)
    assert (done.new, person.paper_number) == (1, None)
    assert person.note == "原填身份证号：110101194005060021"


def test_an_older_ledger_of_persons_is_known_again_whatever_columns_came_later(office: Office, tmp_path: Path) -> None:
    row = row_of(Kind.PERSON, {"reported_at": STARTED, **VALUES[Kind.PERSON]})
    short = {heading: cell for heading, cell in row.items() if heading in ("姓名", "类别", "所属村社", "排摸时间")}
    assert imported(office, Kind.PERSON, tmp_path, short).new == 1
    grown = imported(office, Kind.PERSON, tmp_path, {**short, "性别": "女", "出生日期": "1940-05-06"})
    person = only(office, Kind.PERSON)
    assert isinstance(person, SurveyedPerson)
    assert (grown.new, grown.changed, person.sex, person.born_on) == (0, 1, "女", date(1940, 5, 6))
