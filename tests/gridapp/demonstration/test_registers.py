"""The demonstration's registers and drives: visits move what is due, a point was left, targets are measured."""

from datetime import date

from gridapp.counting.campaign import progress_of
from gridapp.demonstration.stage import Stage
from gridapp.domain.kind import Kind
from gridapp.domain.registers.geology import GeologicalPoint
from gridapp.domain.registers.relocation import Relocation
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from tests.gridapp.demonstration.towns import LAST_DAY, TOWNS, cases_of

READER = "徐雪萍"


def test_a_visit_moves_the_day_of_the_next_one(lived: Office) -> None:
    ids = lived.lists.find_ids(CaseQuery(kind=Kind.PERSON, text="演示林秀", reader=READER))
    (row,) = lived.lists.load_rows(ids, READER)
    assert row.own["last_visited_at"].date() == date(2018, 6, 26)


def test_who_needs_no_visits_any_more_is_off_the_list(lived: Office) -> None:
    assert {person.status for person in cases_of(lived, Kind.PERSON)} == {Status.ON_FILE, Status.REMOVED}


def test_those_below_the_landslide_have_all_left(lived: Office) -> None:
    (relocation,) = cases_of(lived, Kind.RELOCATION)
    point = lived.cases.load(relocation.source_case or relocation.id)
    assert isinstance(relocation, Relocation)
    assert isinstance(point, GeologicalPoint)
    assert relocation.vacated_at is not None
    assert (relocation.households, relocation.people) == (point.households, point.people) == (22, 89)


def test_patrols_were_out_in_the_seasons_that_count(lived: Office) -> None:
    occasions = {getattr(patrol, "occasion", None) for patrol in cases_of(lived, Kind.PATROL)}
    assert {"春节", "两会"} <= occasions


def test_drives_have_targets_and_one_of_them_its_daily_tallies(lived: Office) -> None:
    drives = {drive.name: drive for town in TOWNS for drive in lived.campaigns.of_town(town)}
    assert {"“3.8”火灾周边消防整改", "食品药品大抽查", "消防安全大排查", "安全生产大检查", "社情民意大摸底"} <= set(
        drives
    )
    assert [drive.name for drive in drives.values() if not drive.targets] == []
    (progress,) = progress_of(lived.ledger, drives["社情民意大摸底"], LAST_DAY)
    assert len(progress.by_day) == 3
    assert progress.done == 186 + 203 + 164


def test_what_is_on_file_is_found_again_by_its_reader_alone(lived: Office) -> None:
    stage = Stage(lived)
    person = next(person for person in cases_of(lived, Kind.PERSON) if person.title == "演示林秀")
    assert stage.on_file(Kind.PERSON, person.title, person.reported_at, READER) == person
    assert stage.on_file(Kind.PERSON, person.title, person.reported_at, "演示员") is None
