"""Upgrading an office of the mediators' program (0006): petitions, hazards and registers stand as today."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from db.office import open_office
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.case import Case, Closing
from gridapp.domain.confidence import Confidence
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.domain.petition import Channel, Disposition, Petition
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Save
from gridapp.registers.confidants import put_confidants
from tests.db.older_offices import checked, older_office
from tests.gridapp.bare_cases import bare, hazard, petition
from tests.gridapp.small_office import fill
from tests.offices import ACTOR, NOW, at

BEFORE = "0006"
ENDED = {"closings": (Closing(closed_at=at(2018, 1, 20), result="已办结"),), "status": Status.CLOSED}
RECHECKED = {"rechecked_at": at(2018, 1, 19)}
PASSED, FAILED = RecheckResult.PASSED, RecheckResult.FAILED
LIMIT = at(2018, 1, 25)
JANUARY = Cut(Period(date(2018, 1, 1), date(2018, 2, 1)))

# Each case as the older program kept it, on the short course that all kinds but events and disputes ran.
KEPT: Mapping[str, tuple[Case, Status]] = {
    "petition in hand": (petition(status=Status.ACCEPTED, disposition=Disposition.ACCEPTED), Status.ACCEPTED),
    "petition answered": (petition(disposition=Disposition.ANSWERED, **ENDED), Status.CLOSED),
    "petition sent on": (petition(disposition=Disposition.FORWARDED, **ENDED), Status.TRANSFERRED),
    "petition of a crowd": (
        petition(source=Channel.VISIT, heads=6, status=Status.ACCEPTED, disposition=Disposition.ASSIGNED),
        Status.PROCESSING,
    ),
    "hazard struck off": (hazard(recheck_result=PASSED, **RECHECKED, **ENDED), Status.STRUCK_OFF),
    "hazard found": (hazard(status=Status.REPORTED), Status.TO_RECTIFY),
    "hazard ordered": (hazard(status=Status.ACCEPTED, due_at=LIMIT), Status.RECTIFYING),
    "hazard not mended": (hazard(status=Status.ACCEPTED, recheck_result=FAILED, **RECHECKED), Status.UNRECTIFIED),
    "hazard mended": (hazard(status=Status.ACCEPTED, recheck_result=PASSED, **RECHECKED), Status.TO_STRIKE_OFF),
    "inspection": (bare(Kind.INSPECTION, status=Status.REPORTED), Status.RECORDED),
    "notice": (bare(Kind.NOTICE, status=Status.REPORTED), Status.RECORDED),
    "measure": (bare(Kind.ENFORCEMENT, status=Status.REPORTED), Status.RECORDED),
    "tally": (bare(Kind.WORKLOG, status=Status.REPORTED, counting_unit="吨"), Status.RECORDED),
    "person": (bare(Kind.PERSON, status=Status.REPORTED, title="演示林婆"), Status.ON_FILE),
}


@pytest.fixture
def model(sqlite_template: Path, tmp_path: Path) -> Path:
    """An office of today in which every case stands as the older program kept it."""
    path = tmp_path / "model.db"
    path.write_bytes(sqlite_template.read_bytes())
    with open_office(str(path)) as office:
        fill(office)
        with office.cases.transaction() as writer:
            writer.save([Save(None, case, "登记") for case, _ in KEPT.values()], ACTOR, at(2018, 3, 2))
    return path


@pytest.fixture
def old(location: str, model: Path, tmp_path: Path) -> str:
    """An office as the mediators' program left it, on each of the two databases."""
    return older_office(model, location if "://" in location else str(tmp_path / "old.db"), BEFORE)


def test_every_case_stands_where_its_new_course_has_it(old: str) -> None:
    with open_office(old) as office:
        assert {name: office.cases.load(case.id).status for name, (case, _) in KEPT.items()} == {
            name: status for name, (_, status) in KEPT.items()
        }
        assert checked(office) == []


def test_a_crowd_is_told_from_the_rest(old: str) -> None:
    with open_office(old) as office:
        groups = {}
        for name, (case, _) in KEPT.items():
            loaded = office.cases.load(case.id)
            if isinstance(loaded, Petition):
                groups[name] = loaded.group
    assert groups.pop("petition of a crowd") is True
    assert set(groups.values()) == {False}


def test_the_recheck_that_two_fields_told_is_still_known(old: str) -> None:
    with open_office(old) as office:
        struck_off = office.cases.load(KEPT["hazard struck off"][0].id)
    assert isinstance(struck_off, Hazard)
    assert [recheck.result for recheck in struck_off.known_rechecks] == [PASSED]


def test_figures_stay(old: str, model: Path) -> None:
    codes = ("petition.batches", "petition.persons", "hazard.found", "hazard.removed", "inspection.visits")
    with open_office(old) as office, open_office(str(model)) as today:
        for indicator in (indicator_named(code) for code in (*codes, "notice.issued", "person.surveyed")):
            assert figure(office.ledger, indicator, JANUARY) == figure(today.ledger, indicator, JANUARY)


def test_a_key_person_is_found_by_his_name_by_those_on_the_list_alone(old: str) -> None:
    person = KEPT["person"][0]
    with open_office(old) as office:
        put_confidants(office.confidence, Confidence.KEY_PERSON, (), (ACTOR.name,), ACTOR, NOW)
        named = CaseQuery(kind=Kind.PERSON, text=person.title)
        assert office.lists.find_ids(named) == []
        assert office.lists.find_ids(CaseQuery(kind=Kind.PERSON, text=person.title, reader=ACTOR.name)) == [person.id]
