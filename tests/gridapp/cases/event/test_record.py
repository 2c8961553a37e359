"""Recording and amending events: numbers that are never reused, nobody overwritten, nothing half-saved."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.office import open_office
from gridapp.cases.event.record import amend, draft_of, record
from gridapp.cases.handle import void
from gridapp.cli.asking import words_of
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure, tally
from gridapp.domain.attachment import Attachment
from gridapp.domain.deadline import Stage
from gridapp.domain.event import Event
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.quantity import Quantity
from gridapp.ports import Draft, Office, Save
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, amended, at, closed, draft, recorded, taken


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
        people=3,
        tags=("加急", "群体性"),
        occurred_at=at(2018, 1, 2, 20),
        due_at=at(2018, 1, 11),
        unit="演示所",
        handler="演示承办人",
        chief="演示首席",
        quantities=(Quantity(amount=Decimal("2.5"), unit="吨", at=at(2018, 1, 3), what="演示：垃圾"),),
        attachments=(
            Attachment(
                name="演示.jpg", sha256="0" * 64, size=1, added_at=at(2018, 1, 3), added_by=ACTOR.name, step=None
            ),
        ),
        note="演示备注",
    )
    event = record(office.cases, office.registers.areas(), DEADLINES, entered, ACTOR, NOW)
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
    void(office.cases, first.id, 1, "误登", DEADLINES, ACTOR, NOW)
    assert recorded(office).number == "331121103-20180103-0002"


def test_a_number_brought_from_elsewhere_is_never_given(office: Office) -> None:
    brought = bare(Kind.EVENT, number="331121103-20180105-0041")
    with office.cases.transaction() as writer:
        writer.save([Save(None, brought, "导入")], ACTOR, NOW())
    assert recorded(office).number == "331121103-20180103-0042"


def test_an_event_entered_later_than_the_day_after_its_report_says_why(office: Office) -> None:
    areas, now = office.registers.areas(), at(2018, 1, 5, 8)
    in_time, late = draft(at(2018, 1, 4), late_reason=""), draft(at(2018, 1, 3, 23), late_reason="")
    record(office.cases, areas, DEADLINES, in_time, ACTOR, lambda: now)
    with pytest.raises(Unacceptable) as refused:
        record(office.cases, areas, DEADLINES, late, ACTOR, lambda: now)
    assert [problem.field for problem in refused.value.problems] == ["late_reason"]
    explained = replace(late, late_reason="演示：停电")
    assert record(office.cases, areas, DEADLINES, explained, ACTOR, lambda: now).late_reason == "演示：停电"


def test_an_event_in_time_is_no_late_registration_whatever_the_form_held(office: Office) -> None:
    event = record(
        office.cases, office.registers.areas(), DEADLINES, draft(at(2018, 1, 4)), ACTOR, lambda: at(2018, 1, 5)
    )
    assert event.late_reason is None


def test_a_new_event_is_to_be_accepted_within_its_limit(office: Office) -> None:
    event = recorded(office, at(2018, 2, 14, 9))
    assert event.step_due_at == DEADLINES.due(Stage.ACCEPT, event.category, event.level, event.reported_at)


def test_what_others_have_received_is_corrected_with_a_reason(office: Office) -> None:
    event = closed(office, recorded(office))
    assert isinstance(event, Event)
    with pytest.raises(Unacceptable, match="请写明更正原因"):
        amended(office, event, title="演示：改")
    corrected = amended(office, event, title="演示：改", reason="演示：标题写错")
    entry = office.cases.history(corrected.id)[-1]
    assert (entry.action, entry.reason) == ("更正", "演示：标题写错")


def test_a_file_that_proves_a_step_stays_with_the_event(office: Office) -> None:
    proof = Attachment(name="演示.jpg", sha256="0" * 64, size=1, added_at=at(2018, 1, 4), added_by=ACTOR.name)
    event = taken(office, taken(office, recorded(office), Move.ACCEPT), Move.CLOSE, result="演示", attachments=(proof,))
    assert isinstance(event, Event)
    with pytest.raises(Unacceptable, match="佐证附件不能移除"):
        amended(office, event, attachments=(), reason="演示：误传")


def test_the_draft_goes_with_the_saving(office: Office) -> None:
    kept = Draft(
        id=case_id_at(at(2018, 1, 3)),
        person=ACTOR.name,
        workstation=ACTOR.workstation,
        kind=Kind.EVENT,
        content={},
        saved_at=at(2018, 1, 3),
    )
    office.drafts.put(kept)
    record(office.cases, office.registers.areas(), DEADLINES, draft(), ACTOR, NOW, kept.id)
    assert list(office.drafts.of(ACTOR.name)) == []


def test_what_is_voided_is_not_amended(office: Office) -> None:
    event = recorded(office)
    gone = void(office.cases, event.id, event.version, "演示：误登", DEADLINES, ACTOR, NOW)
    assert isinstance(gone, Event)
    with pytest.raises(Refusal, match="请先恢复再修改"):
        amended(office, gone, title="演示：改")


def test_a_limit_set_on_the_course_is_not_changed_in_the_form(office: Office) -> None:
    event = taken(office, recorded(office), Move.ACCEPT, at(2018, 1, 4))
    assert isinstance(event, Event)
    with pytest.raises(Unacceptable, match="只能通过延期调整"):
        amended(office, event, due_at=at(2018, 12, 1))


def test_a_draft_with_problems_is_refused_with_all_of_them_and_takes_no_number(office: Office) -> None:
    with pytest.raises(Unacceptable) as refused:
        record(office.cases, office.registers.areas(), DEADLINES, draft(title="", village=None, phone="1"), ACTOR, NOW)
    assert [problem.field for problem in refused.value.problems] == ["title", "village", "phone"]
    assert reported(office) == 0
    assert recorded(office).number.endswith("-0001")


def test_amending_moves_what_the_event_counts_for(office: Office) -> None:
    event = recorded(office)
    after = amended(office, event, village=VILLAGES[1], reported_at=at(2018, 2, 1))
    assert (after.number, after.version) == (event.number, 2)
    assert reported(office, "2018-01", village=VILLAGES[0]) == 0
    assert reported(office, "2018-02", village=VILLAGES[1]) == 1


def test_the_second_writer_is_told_and_overwrites_nothing(office: Office) -> None:
    event = recorded(office)
    amended(office, event, title="演示：第一人")
    with pytest.raises(Overtaken, match="刚被他人修改过"):
        amended(office, event, title="演示：第二人")
    assert office.cases.load(event.id).title == "演示：第一人"
    assert len(office.cases.history(event.id)) == 2


def test_a_save_of_an_older_version_is_refused_by_the_database_itself(office: Office) -> None:
    event = recorded(office)
    amended(office, event, title="演示：第一人")
    with pytest.raises(Overtaken), office.cases.transaction() as writer:
        writer.save([Save(event, replace(event, title="演示：第二人"), "修改")], ACTOR, NOW())
    assert office.cases.load(event.id).title == "演示：第一人"


def test_history_tells_who_did_what_to_which_field(office: Office) -> None:
    event = recorded(office)
    amended(office, event, title="演示：改")
    entry = office.cases.history(event.id)[-1]
    assert (entry.person, entry.workstation, entry.action) == ("演示员", "一号机", "修改")
    assert entry.changes == {"title": ("演示：道路积水", "演示：改")}


def test_an_event_cannot_be_moved_to_after_its_closing(office: Office) -> None:
    event = closed(office, recorded(office, due_at=at(2018, 12, 1)), at(2018, 1, 20))
    assert isinstance(event, Event)
    with pytest.raises(Unacceptable) as refused:
        amended(office, event, reported_at=at(2018, 2, 1), reason="演示：更正")
    assert [(p.field, p.code) for p in refused.value.problems] == [("reported_at", "order")]


def test_another_kind_of_record_is_not_amended_as_an_event(office: Office) -> None:
    worklog = bare(Kind.WORKLOG, counting_unit="吨")
    with office.cases.transaction() as writer:
        writer.save([Save(None, worklog, "登记")], ACTOR, NOW())
    with pytest.raises(Refusal, match="不是网格事件"):
        amend(office.cases, office.registers.areas(), DEADLINES, worklog.id, 1, draft(), ACTOR, NOW)


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
