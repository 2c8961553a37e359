"""Recording and amending events: numbers that are never reused, nobody overwritten, nothing half-saved."""

from dataclasses import replace
from datetime import date

import pytest

from db.office import open_office
from gridapp.cases.handle import close, void
from gridapp.cases.record import amend, draft_of, record
from gridapp.cli.asking import words_of
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure, tally
from gridapp.domain.case import Closing
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.ports import Office, Save
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, NOW, TOWN, VILLAGES, at, draft, recorded


def reported(office: Office, period: str = "2018", **where: str) -> int:
    cut = Cut(period_named(period), TOWN, {Dimension(word): (key,) for word, key in where.items()})
    return int(str(figure(office.ledger, indicator_named("event.reported"), cut)))


def test_a_recorded_event_is_on_file_as_it_was_entered(office: Office) -> None:
    entered = draft(
        address="演示路8号",
        reporter="演示网格员",
        phone="13800001234",
        source="巡查发现",
        level="一般",
        grid=f"{VILLAGES[0]}-01",
        due_at=at(2018, 1, 11),
        unit="演示所",
        handler="演示承办人",
        note="演示备注",
    )
    event = record(office.cases, office.registers.areas(), entered, ACTOR, NOW)
    on_file = office.cases.load(event.id)
    assert on_file == event
    assert isinstance(on_file, Event)
    assert draft_of(on_file) == entered
    assert (on_file.first_receiver, on_file.version) == (ACTOR.name, 1)


def test_numbers_run_within_the_year_of_the_report(office: Office) -> None:
    days = [date(2018, 1, 3), date(2018, 5, 6), date(2017, 12, 31)]
    numbers = [recorded(office, day).number for day in days]
    assert numbers == ["331121103-20180103-0001", "331121103-20180506-0002", "331121103-20171231-0001"]


def test_a_number_is_not_given_again_after_its_case_was_voided(office: Office) -> None:
    first = recorded(office)
    void(office.cases, first.id, 1, "误登", ACTOR, NOW)
    assert recorded(office).number == "331121103-20180103-0002"


def test_a_number_brought_from_elsewhere_is_never_given(office: Office) -> None:
    brought = bare(Kind.EVENT, number="331121103-20180105-0041")
    with office.cases.transaction() as writer:
        writer.save([Save(None, brought, "导入")], ACTOR, NOW())
    assert recorded(office).number == "331121103-20180103-0042"


def test_a_draft_with_problems_is_refused_with_all_of_them_and_takes_no_number(office: Office) -> None:
    with pytest.raises(Unacceptable) as refused:
        record(office.cases, office.registers.areas(), draft(title="", village=None, phone="1"), ACTOR, NOW)
    assert [problem.field for problem in refused.value.problems] == ["title", "village", "phone"]
    assert reported(office) == 0
    assert recorded(office).number.endswith("-0001")


def test_amending_moves_what_the_event_counts_for(office: Office) -> None:
    event = recorded(office)
    changed = replace(draft_of(event), village=VILLAGES[1], reported_at=at(2018, 2, 1))
    after = amend(office.cases, office.registers.areas(), event.id, 1, changed, ACTOR, NOW)
    assert (after.number, after.version) == (event.number, 2)
    assert reported(office, "2018-01", village=VILLAGES[0]) == 0
    assert reported(office, "2018-02", village=VILLAGES[1]) == 1


def test_the_second_writer_is_told_and_overwrites_nothing(office: Office) -> None:
    event = recorded(office)
    areas = office.registers.areas()
    amend(office.cases, areas, event.id, 1, replace(draft_of(event), title="演示：第一人"), ACTOR, NOW)
    with pytest.raises(Overtaken, match="刚被他人修改过"):
        amend(office.cases, areas, event.id, 1, replace(draft_of(event), title="演示：第二人"), ACTOR, NOW)
    assert office.cases.load(event.id).title == "演示：第一人"
    assert len(office.cases.history(event.id)) == 2


def test_a_save_of_an_older_version_is_refused_by_the_database_itself(office: Office) -> None:
    event = recorded(office)
    amend(office.cases, office.registers.areas(), event.id, 1, draft(title="演示：第一人"), ACTOR, NOW)
    with pytest.raises(Overtaken), office.cases.transaction() as writer:
        writer.save([Save(event, replace(event, title="演示：第二人"), "修改")], ACTOR, NOW())
    assert office.cases.load(event.id).title == "演示：第一人"


def test_history_tells_who_did_what_to_which_field(office: Office) -> None:
    event = recorded(office)
    amend(office.cases, office.registers.areas(), event.id, 1, replace(draft_of(event), title="演示：改"), ACTOR, NOW)
    entry = office.cases.history(event.id)[-1]
    assert (entry.person, entry.workstation, entry.action) == ("演示员", "一号机", "修改")
    assert entry.changes == {"title": ("演示：道路积水", "演示：改")}


def test_an_event_cannot_be_moved_to_after_its_closing(office: Office) -> None:
    event = recorded(office)
    close(office.cases, event.id, 1, Closing(closed_at=at(2018, 1, 20), result="已处理"), ACTOR, NOW)
    later = replace(draft_of(event), reported_at=at(2018, 2, 1))
    with pytest.raises(Unacceptable) as refused:
        amend(office.cases, office.registers.areas(), event.id, 2, later, ACTOR, NOW)
    assert [(p.field, p.code) for p in refused.value.problems] == [("reported_at", "order")]


def test_another_kind_of_record_is_not_amended_as_an_event(office: Office) -> None:
    worklog = bare(Kind.WORKLOG, counting_unit="吨")
    with office.cases.transaction() as writer:
        writer.save([Save(None, worklog, "登记")], ACTOR, NOW())
    with pytest.raises(Refusal, match="不是网格事件"):
        amend(office.cases, office.registers.areas(), worklog.id, 1, draft(), ACTOR, NOW)


class _Interrupted(Exception):
    """Something that goes wrong in the middle of a transaction."""


def test_a_transaction_that_fails_leaves_nothing_behind(office: Office) -> None:
    with pytest.raises(_Interrupted), office.cases.transaction() as writer:  # noqa: PT012
        writer.save([Save(None, bare(Kind.EVENT), "登记")], ACTOR, NOW())
        raise _Interrupted
    assert reported(office) == 0
    assert all(result.ok for result in check(office))


def test_words_of_a_failed_transaction_are_not_taken_for_later_ones(location: str) -> None:
    with open_office(location) as earlier:
        event = recorded(earlier, reporter="演示甲")
    with open_office(location) as office:
        fresh = bare(Kind.EVENT, reporter="演示乙")
        with pytest.raises(_Interrupted), office.cases.transaction() as writer:  # noqa: PT012
            writer.save([Save(None, fresh, "登记")], ACTOR, NOW())
            writer.save([Save(event, replace(event, village=VILLAGES[1]), "修改")], ACTOR, NOW())
            raise _Interrupted
        for reporter in ("演示丙", "演示乙"):
            recorded(office, reporter=reporter)
    with open_office(location) as later:
        told = tally(
            later.ledger,
            words_of(later),
            catalogue()[Kind.EVENT],
            Cut(period_named("2018"), TOWN),
            [Dimension.STAFF],
        )
        assert {row.keys[0]: row.values["event.reported"] for row in told.rows} == {
            "演示甲": 1,
            "演示乙": 1,
            "演示丙": 1,
        }
