"""Registering a dispute and changing what is written of it, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from gridapp.cases.dispute.record import amend, draft_of, filled, record, registered
from gridapp.cases.handle import void
from gridapp.domain.attachment import Attachment
from gridapp.domain.dispute import Dispute, Mode, Risk
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.party import Party, Side
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import Draft, Office, Save
from tests.gridapp.bare_cases import dispute
from tests.gridapp.cases.dispute.courses import WAYS, after
from tests.offices import (
    ACTOR,
    DEADLINES,
    NOW,
    TWO_PARTIES,
    VILLAGES,
    at,
    dispute_draft,
    dispute_recorded,
    recorded,
    taken,
)

REPORTED = at(2018, 1, 3, 9)


def amended(office: Office, case: Dispute, **changes: object) -> Dispute:
    """A dispute after some of its fields were changed, as it is on file."""
    changed = replace(draft_of(case), **changes)  # type: ignore[arg-type]
    areas = office.registers.areas()
    return amend(office.cases, areas, DEADLINES, case.id, case.version, changed, ACTOR, NOW)


def told(office: Office, case: Dispute, **changes: object) -> list[tuple[str, str]]:
    """The problems of a change, each by its field and code."""
    with pytest.raises(Unacceptable) as refused:
        amended(office, case, **changes)
    return [(problem.field, problem.code) for problem in refused.value.problems]


def on_file(office: Office, *moves: Move, **fields: object) -> Dispute:
    """A dispute on file after some moves; the draft says some things of it."""
    case = dispute_recorded(office, REPORTED, **fields)
    ready = after(case, *moves)
    with office.cases.transaction() as writer:
        writer.save([Save(case, ready, "演示")], ACTOR, NOW())
    return replace(ready, version=2)


def test_a_new_dispute_is_on_file_as_it_was_entered(office: Office) -> None:
    case = dispute_recorded(office, REPORTED, people=3, risk="中", co_mediators=("演示丙",))
    assert office.cases.load(case.id) == case
    assert (case.status, case.people, case.risk, case.mode) == (Status.REPORTED, 3, Risk.MIDDLE, Mode.PEOPLE)
    assert (case.parties, case.party_a, case.party_b) == (TWO_PARTIES, "演示甲", "演示乙")
    assert (case.first_receiver, case.version, case.steps) == (ACTOR.name, 1, ())
    assert case.step_due_at == end_of(date(2018, 1, 8))


def test_disputes_are_numbered_in_their_order_and_apart_from_events(office: Office) -> None:
    recorded(office)
    numbers = [dispute_recorded(office).number for _ in range(2)]
    assert [number[-4:] for number in numbers] == ["0001", "0002"]


def test_types_are_those_of_the_category_unless_others_are_chosen(office: Office) -> None:
    plain = dispute_recorded(office)
    assert (plain.mediation_type, plain.monthly_type) == ("邻里纠纷", "婚姻家庭邻里等各类民间纠纷")
    assert plain.campaign_column == "婚姻家庭邻里纠纷"
    chosen = dispute_recorded(office, mediation_type="损害赔偿纠纷", campaign_column="")
    assert (chosen.mediation_type, chosen.campaign_column) == ("损害赔偿纠纷", "婚姻家庭邻里纠纷")
    without = dispute_recorded(office, category="ZZ0107")
    assert without.campaign_column is None


def test_a_high_risk_that_was_reported_at_once_stands_on_the_course(office: Office) -> None:
    case = dispute_recorded(office, REPORTED, risk="高", risk_report="演示：已报派出所")
    assert (case.to_report, case.risk_reported_at) == (False, REPORTED)
    assert [(step.move, step.text) for step in case.steps] == [(Move.REPORT_POLICE, "演示：已报派出所")]
    assert dispute_recorded(office, REPORTED, risk="高").to_report


def test_who_sent_a_dispute_is_kept_only_where_it_was_sent(office: Office) -> None:
    sent = dispute_recorded(office, source="委托移送", entrusted_by="法院")
    assert sent.entrusted_by == "法院"
    assert amended(office, sent, source="依申请").entrusted_by is None


def test_a_late_registration_says_why_and_one_in_time_does_not() -> None:
    draft = dispute_draft(REPORTED)
    late = registered(draft, REPORTED, "演示", DEADLINES, "演示员", at(2018, 1, 5))
    in_time = registered(draft, REPORTED, "演示", DEADLINES, "演示员", at(2018, 1, 4))
    assert (late.late_reason, in_time.late_reason) == ("演示：补录纸质台账", None)


def test_a_draft_with_problems_takes_no_number(office: Office) -> None:
    with pytest.raises(Unacceptable):
        dispute_recorded(office, title="", village=None)
    assert dispute_recorded(office).number.endswith("-0001")


def test_the_kept_draft_goes_with_the_saving(office: Office) -> None:
    kept = Draft(
        id=case_id_at(REPORTED),
        person=ACTOR.name,
        workstation=ACTOR.workstation,
        kind=Kind.DISPUTE,
        content={},
        saved_at=REPORTED,
    )
    office.drafts.put(kept)
    record(office.cases, office.registers.areas(), DEADLINES, dispute_draft(), ACTOR, NOW, kept.id)
    assert list(office.drafts.of(ACTOR.name)) == []


@pytest.mark.parametrize("status", WAYS)
def test_a_dispute_shown_in_the_form_and_saved_again_is_the_same(status: Status) -> None:
    draft = dispute_draft(
        REPORTED,
        risk="低",
        people=4,
        source="委托移送",
        entrusted_by="法院",
        co_mediators=("演示丙",),
        chief="演示首席",
        demand="演示：赔偿",
        scale="个体性事件",
        committee="村",
        difficult=True,
        note="演示",
    )
    new = registered(draft, REPORTED, "演示", DEADLINES, "演示员", REPORTED)
    case = after(new, *WAYS[status])
    assert filled(case, draft_of(case)) == case


def test_the_names_of_a_ledger_become_parties_when_its_dispute_is_changed() -> None:
    case = dispute(party_a="演示甲、演示乙", party_b="演示公司")
    assert [(party.side, party.name) for party in draft_of(case).parties] == [
        (Side.A, "演示甲"),
        (Side.A, "演示乙"),
        (Side.B, "演示公司"),
    ]
    again = filled(case, draft_of(case))
    assert (again.party_a, again.party_b) == (case.party_a, case.party_b)


def test_a_change_is_on_file_with_what_it_changed(office: Office) -> None:
    case = dispute_recorded(office, REPORTED)
    parties = (*TWO_PARTIES, Party(side=Side.THIRD, name="演示丙"))
    changed = amended(office, case, title="演示：改", parties=parties)
    assert office.cases.load(case.id) == changed
    last = office.cases.history(case.id)[-1]
    assert (last.action, sorted(last.changes)) == ("修改", ["parties", "title"])


def test_a_dispute_not_yet_received_has_its_time_counted_from_the_new_report(office: Office) -> None:
    case = amended(office, dispute_recorded(office, REPORTED), reported_at=at(2018, 1, 4, 9))
    assert case.step_due_at == end_of(date(2018, 1, 9))


@pytest.mark.parametrize("status", [Status.TERMINATED, Status.WITHDRAWN, Status.TRANSFERRED, Status.PERFORMED])
def test_what_is_changed_of_a_dispute_that_has_ended_has_a_reason(office: Office, status: Status) -> None:
    case = on_file(office, *WAYS[status])
    assert told(office, case, title="演示：改") == [("reason", "required")]
    amended(office, case, title="演示：改", reason="演示：笔误")
    last = office.cases.history(case.id)[-1]
    assert (last.action, last.reason) == ("更正", "演示：笔误")


def test_what_is_filed_or_voided_is_not_changed(office: Office) -> None:
    case = on_file(office, *WAYS[Status.ARCHIVED])
    with pytest.raises(Refusal, match="已经归档，只供查看"):
        amended(office, case, title="演示：改", reason="演示")
    new = dispute_recorded(office)
    gone = void(office.cases, new.id, 1, "演示：误登", DEADLINES, ACTOR, NOW)
    assert isinstance(gone, Dispute)
    with pytest.raises(Refusal, match="请先恢复再修改"):
        amended(office, gone, title="演示：改")


def test_a_dispute_is_not_moved_to_after_what_befell_it(office: Office) -> None:
    case = on_file(office, Move.ACCEPT)
    assert told(office, case, reported_at=at(2018, 1, 3, 11)) == [("reported_at", "order")]
    ended = on_file(office, *WAYS[Status.WITHDRAWN])
    assert told(office, ended, reported_at=at(2018, 1, 5), reason="演示") == [("reported_at", "order")]
    assert amended(office, case, reported_at=at(2018, 1, 2, 9)).reported_at == at(2018, 1, 2, 9)


def test_a_risk_that_was_high_is_changed_by_assessing_it(office: Office) -> None:
    case = on_file(office, Move.ACCEPT, risk="高")
    assert told(office, case, risk="低") == [("risk", "locked")]
    assert amended(office, dispute_recorded(office, risk="高"), risk="低").risk is Risk.LOW


def test_a_risk_that_rises_in_the_form_is_to_be_reported_again(office: Office) -> None:
    case = dispute_recorded(office, REPORTED, risk="高", risk_report="演示：已报派出所")
    calmed = after(case, Move.ASSESS_RISK, risk=Risk.LOW)
    assert not calmed.to_report
    assert filled(calmed, replace(draft_of(calmed), risk="高")).to_report


def test_a_report_to_the_police_is_not_lost_in_the_form_of_a_saved_dispute(office: Office) -> None:
    case = dispute_recorded(office, risk="高")
    assert told(office, case, risk_report="演示：已报派出所") == [("risk_report", "locked")]


def test_what_proves_a_step_stays(office: Office) -> None:
    proof = Attachment(name="收条.jpg", sha256="0" * 64, size=1, added_at=REPORTED, added_by="演示员")
    case = taken(office, dispute_recorded(office, REPORTED), Move.REJECT, reason="演示：重复", attachments=(proof,))
    assert isinstance(case, Dispute)
    assert told(office, case, attachments=()) == [("attachments", "evidence")]


def test_the_second_writer_is_told_and_overwrites_nothing(office: Office) -> None:
    case = dispute_recorded(office)
    amended(office, case, title="演示：第一人")
    with pytest.raises(Overtaken, match="刚被他人修改过"):
        amended(office, case, title="演示：第二人")
    assert office.cases.load(case.id).title == "演示：第一人"


def test_another_kind_of_record_is_not_changed_as_a_dispute(office: Office) -> None:
    event = recorded(office)
    with pytest.raises(Refusal, match="不是矛盾纠纷"):
        amend(office.cases, office.registers.areas(), DEADLINES, event.id, 1, dispute_draft(), ACTOR, NOW)


def test_changing_where_a_dispute_is_moves_it_and_keeps_its_number(office: Office) -> None:
    case = dispute_recorded(office)
    moved = amended(office, case, village=VILLAGES[1])
    assert (moved.village, moved.number, moved.version) == (VILLAGES[1], case.number, 2)
