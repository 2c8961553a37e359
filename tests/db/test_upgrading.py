"""Upgrading cases: an older office's disputes stand, count and are found as today, and its history goes on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from db.office import open_office
from db.tables import METADATA
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.case import Case, Closing
from gridapp.domain.dispute import AgreementForm, Outcome
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.domain.status import Status
from gridapp.importing.undo import undo_import
from gridapp.ports import Batch, CaseQuery, Save
from tests.db.older_offices import checked, connected, older_office
from tests.gridapp.bare_cases import dispute
from tests.gridapp.small_office import fill
from tests.offices import ACTOR, NOW, TOWN, at

BEFORE = "0005"
SETTLED = Closing(closed_at=at(2018, 1, 20), outcome=Outcome.SUCCEEDED, form=AgreementForm.ORAL)
OF_THE_SMALL_OFFICE = 3
"""The disputes that end there in January."""

ENDS = {outcome: replace(SETTLED, outcome=outcome) for outcome in Outcome}


def _closed(closing: Closing, **fields: object) -> Case:
    """A dispute as the older program kept it: closed, whatever its outcome."""
    return dispute(mediation_type="邻里纠纷", closings=(closing,), status=Status.CLOSED, **fields)


@pytest.fixture
def cases() -> Mapping[Outcome, Case]:
    """A dispute of each outcome, as the older program kept it."""
    return {outcome: _closed(closing) for outcome, closing in ENDS.items()}


@pytest.fixture
def old(location: str, cases: Mapping[Outcome, Case], sqlite_template: Path, tmp_path: Path) -> str:
    """An office as the revision before left it, on each of the two databases, with cases of all kinds."""
    model = tmp_path / "model.db"
    model.write_bytes(sqlite_template.read_bytes())
    with open_office(str(model)) as office:
        fill(office)
        with office.cases.transaction() as writer:
            writer.save([Save(None, case, "登记") for case in cases.values()], ACTOR, at(2018, 3, 2))
    return older_office(model, location if "://" in location else str(tmp_path / "old.db"), BEFORE)


def test_an_older_office_stands_counts_and_is_found_as_today(old: str, cases: Mapping[Outcome, Case]) -> None:
    with open_office(old) as office:
        assert checked(office) == []
        standing = {outcome: office.cases.load(case.id).status for outcome, case in cases.items()}
        assert standing == {outcome: outcome.status for outcome in Outcome}
        agreed = Condition(Field.STATUS, Test.ONE_OF, (Status.AGREED.value,))
        found = office.lists.find_ids(CaseQuery(kind=Kind.DISPUTE, conditions=(agreed,)))
        assert cases[Outcome.SUCCEEDED].id in found


def test_history_says_what_the_upgrade_changed(old: str, cases: Mapping[Outcome, Case]) -> None:
    with open_office(old) as office:
        registered, upgraded = office.cases.history(cases[Outcome.FAILED].id)
        assert (registered.action, registered.person) == ("登记", ACTOR.name)
        assert (upgraded.action, upgraded.person) == ("升级", "系统")
        assert upgraded.changes == {"status": ("closed", "terminated")}


def test_figures_stay_and_gain_the_new_dimensions(old: str) -> None:
    handled, january = indicator_named("dispute.handled"), Cut(Period(date(2018, 1, 1), date(2018, 2, 1)))
    neighbours = january.narrowed((Dimension.MEDIATION_TYPE,), ("邻里纠纷",))
    with open_office(old) as office:
        assert figure(office.ledger, handled, neighbours) == len(Outcome)
        assert figure(office.ledger, handled, january) == len(Outcome) + OF_THE_SMALL_OFFICE


def test_a_closed_month_keeps_its_figures(old: str) -> None:
    handed_in = {"town": TOWN, "month": 201801, "at": at(2018, 2, 3), "person": ACTOR.name}
    with connected(old) as connection, connection.begin():
        connection.execute(insert(METADATA.tables["month_closing"]), handed_in)
    handled, january = indicator_named("dispute.handled"), Cut(Period(date(2018, 1, 1), date(2018, 2, 1)))
    with open_office(old) as office:
        assert figure(office.ledger, handled, january) == len(Outcome) + OF_THE_SMALL_OFFICE
        neighbours = january.narrowed((Dimension.MEDIATION_TYPE,), ("邻里纠纷",))
        assert not figure(office.ledger, handled, neighbours)
        february = replace(neighbours, period=Period(date(2018, 2, 1), date(2018, 3, 1)))
        assert figure(office.ledger, handled, february) == len(Outcome)
        assert checked(office) == []


def test_an_upgrade_is_done_once(old: str) -> None:
    with open_office(old):
        pass
    with connected(old) as connection:
        before = connection.execute(text("SELECT count(*) FROM posting")).scalar_one()
    with open_office(old):
        pass
    with connected(old) as connection:
        assert connection.execute(text("SELECT count(*) FROM posting")).scalar_one() == before


def test_an_upgrade_that_was_broken_off_is_finished_when_the_office_is_opened_again(location: str) -> None:
    case = _closed(SETTLED)
    with open_office(location) as office, office.cases.transaction() as writer:
        writer.save([Save(None, case, "登记")], ACTOR, at(2018, 3, 2))
    _forget_that_cases_follow_the_rules(location)
    with open_office(location) as office:
        assert office.cases.load(case.id).status is Status.AGREED
        assert checked(office) == []


def _forget_that_cases_follow_the_rules(location: str) -> None:
    with connected(location) as connection, connection.begin():
        connection.execute(text("DELETE FROM setting WHERE name = 'counted_by'"))


def test_an_older_import_can_still_be_taken_back(location: str) -> None:
    brought = _closed(SETTLED)
    touched = dispute(mediation_type="邻里纠纷")
    known = replace(touched, version=1)
    changed = replace(known, closings=(ENDS[Outcome.FAILED],), status=Status.CLOSED)
    batch = Batch(
        id="演示批次",
        kind=Kind.DISPUTE,
        town=TOWN,
        file_name="演示.xlsx",
        at=at(2018, 3, 2),
        person=ACTOR.name,
        read=2,
        new=1,
        changed=1,
        same=0,
        refused=0,
    )
    with open_office(location) as office:
        with office.cases.transaction() as writer:
            writer.save([Save(None, touched, "登记")], ACTOR, at(2018, 3, 1))
        with office.cases.transaction() as writer:
            writer.save([Save(None, brought, "导入"), Save(known, changed, "导入更新")], ACTOR, batch.at, batch.id)
            writer.record_batch(batch)
    _forget_that_cases_follow_the_rules(location)
    with open_office(location) as office:
        assert undo_import(office.cases, batch.id, ACTOR, NOW) == 2
        assert office.cases.load_all([brought.id]) == {}
        assert office.cases.load(touched.id).status is Status.REPORTED
        assert checked(office) == []
