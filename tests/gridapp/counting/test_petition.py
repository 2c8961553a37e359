"""What a petition counts for: a matter always, a visit in 批 and 人次, a backlog case by its explicit days."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing
from gridapp.domain.charge import Charge
from gridapp.domain.identity import case_id_at
from gridapp.domain.move import Move
from gridapp.domain.petition import Channel, Disposition, Petition
from gridapp.domain.reply import Reply, ReplyStage
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import petition
from tests.offices import at

CAME, DUE = at(2018, 1, 3, 9), at(2018, 1, 11)


def sums(case: Case) -> dict[str, int]:
    """Quantities by measure, without the matter itself."""
    return {p.measure: int(p.quantity) for p in postings_of(case) if p.measure != "petition.registered"}


def booked(case: Case, *measures: str) -> list[tuple[str, date, int]]:
    """The postings of some measures, without the name of the kind, by day."""
    names = {f"petition.{measure}" for measure in measures}
    told = [
        (p.measure.removeprefix("petition."), p.day, int(p.quantity)) for p in postings_of(case) if p.measure in names
    ]
    return sorted(told, key=lambda line: (line[1], line[2], line[0]))


def stepped(*steps: tuple[Move, datetime], **fields: Any) -> Petition:
    """A petition that has taken some steps, each with a limit of DUE."""
    taken = (
        Step(move=move, at=when, person="演示员", status=Status.ACCEPTED, due_at=DUE, step_due_at=DUE)
        for move, when in steps
    )
    return petition(steps=tuple(taken), **fields)


def test_a_visit_counts_as_a_batch_and_its_heads() -> None:
    assert sums(petition(source=Channel.VISIT, heads=3)) == {"petition.batches": 1, "petition.persons": 3}


@pytest.mark.parametrize("group", [False, True])
def test_a_visit_is_one_of_a_group_where_it_was_so_judged(group: bool) -> None:
    counted = sums(petition(source=Channel.VISIT, heads=8, group=group))
    expected = {"petition.batches": 1, "petition.persons": 8}
    if group:
        expected |= {"petition.group_batches": 1, "petition.group_persons": 8}
    assert counted == expected


def test_a_letter_of_many_is_a_joint_letter_and_no_group_visit() -> None:
    counted = sums(petition(source=Channel.LETTER, heads=8, group=True))
    assert counted == {"petition.letters": 1, "petition.joint_letters": 1, "petition.joint_letter_persons": 8}


def test_a_repeated_visit_counts_as_such_besides() -> None:
    counted = sums(petition(source=Channel.VISIT, heads=3, repeat=True))
    assert counted["petition.repeat_batches"] == counted["petition.batches"] == counted["petition.repeated"] == 1
    assert counted["petition.repeat_persons"] == 3


@pytest.mark.parametrize(
    ("channel", "name"),
    [(Channel.LETTER, "letters"), (Channel.WEB, "web"), (Channel.CALL, "calls")],
)
def test_repeats_of_other_channels_have_a_column_of_their_own(channel: Channel, name: str) -> None:
    counted = sums(petition(source=channel, heads=8, repeat=True))
    assert counted == {f"petition.{name}": 1, f"petition.repeat_{name}": 1, "petition.repeated": 1}


@pytest.mark.parametrize(
    ("channel", "name"),
    [(Channel.FAX, "fax"), (Channel.FROM_ABOVE, "from_above"), (Channel.MAILBOX, "mailbox")],
)
def test_the_rarer_channels_count_by_the_piece(channel: Channel, name: str) -> None:
    assert sums(petition(source=channel, repeat=True)) == {f"petition.{name}": 1, "petition.repeated": 1}


@pytest.mark.parametrize("channel", [*Channel, None])
def test_through_whatever_channel_a_petition_is_one_matter(channel: Channel | None) -> None:
    registered = [p for p in postings_of(petition(source=channel)) if p.measure == "petition.registered"]
    assert [(p.day, int(p.quantity)) for p in registered] == [(date(2018, 1, 3), 1)]


def test_whatever_its_channel_it_is_handed_down_where_somebody_did_so() -> None:
    case = petition(source=Channel.LETTER, origin="县信访局", concerned=60)
    assert sums(case) == {"petition.letters": 1, "petition.handed_down": 1, "petition.concerned": 60}
    assert {posting.dimensions.origin for posting in postings_of(case)} == {"县信访局"}


def test_one_received_on_a_reception_day_counts_there_too() -> None:
    counted = sums(petition(source=Channel.VISIT, heads=4, reception=case_id_at(CAME)))
    assert (counted["petition.at_reception"], counted["petition.at_reception_persons"]) == (1, 4)


def test_the_backlog_counts_by_its_own_days() -> None:
    case = petition(backlog_entered_at=at(2018, 2, 1), backlog_resolved_at=at(2018, 5, 2))
    backlog = {(p.measure, p.day) for p in postings_of(case) if "backlog" in p.measure}
    assert backlog == {
        ("petition.backlog_entered", date(2018, 2, 1)),
        ("petition.backlog_resolved", date(2018, 5, 2)),
    }


def test_a_day_of_resolution_alone_is_no_backlog_case() -> None:
    assert not [p for p in postings_of(petition(backlog_resolved_at=at(2018, 5, 2))) if "backlog" in p.measure]


def test_what_a_ledger_says_was_decided_counts_on_the_day_of_the_petition() -> None:
    case = petition(disposition=Disposition.FORWARDED)
    assert booked(case, "forwarded", "informed_on_time", "informed_late") == [("forwarded", date(2018, 1, 3), 1)]


def test_what_is_decided_otherwise_is_taken_back_on_its_day() -> None:
    case = stepped((Move.ACCEPT, at(2018, 1, 5)), (Move.TRANSFER, at(2018, 1, 9)))
    assert booked(case, "accepted", "forwarded") == [
        ("accepted", date(2018, 1, 5), 1),
        ("accepted", date(2018, 1, 9), -1),
        ("forwarded", date(2018, 1, 9), 1),
    ]


def test_a_decision_stands_under_its_own_word_whatever_is_decided_now() -> None:
    case = stepped((Move.ACCEPT, at(2018, 1, 5)), (Move.OBJECT, at(2018, 1, 9)), disposition=None)
    accepted = [p for p in postings_of(case) if p.measure == "petition.accepted"]
    assert {p.dimensions.outcome for p in accepted} == {"受理"}
    assert sum(p.quantity for p in accepted) == 0


def test_a_reopening_takes_back_what_a_ledger_told_was_decided() -> None:
    ended = Closing(closed_at=at(2018, 1, 9), outcome=Disposition.ANSWERED, reopened_at=at(2018, 2, 1))
    case = stepped((Move.REOPEN, at(2018, 2, 1)), closings=(ended,))
    assert booked(case, "answered") == [("answered", date(2018, 1, 3), 1), ("answered", date(2018, 2, 1), -1)]


@pytest.mark.parametrize(
    ("when", "measure"), [(at(2018, 1, 10, 9), "informed_on_time"), (at(2018, 1, 11, 9), "informed_late")]
)
def test_telling_what_was_decided_is_judged_by_the_limit_that_held(when: datetime, measure: str) -> None:
    case = stepped((Move.ACCEPT, when))
    assert [line[0] for line in booked(case, "informed_on_time", "informed_late")] == [measure]


@pytest.mark.parametrize(
    ("when", "measure"), [(at(2018, 1, 10, 9), "replied_on_time"), (at(2018, 1, 11, 9), "replied_late")]
)
def test_a_reply_is_judged_by_the_limit_for_handling(when: datetime, measure: str) -> None:
    case = stepped((Move.ISSUE_REPLY, when))
    assert [line[0] for line in booked(case, "replied_on_time", "replied_late")] == [measure]


def test_three_ends_count_each_on_its_own_day_and_a_reopening_takes_all_back() -> None:
    closing = Closing(
        closed_at=at(2018, 2, 1),
        settled_at=at(2018, 3, 1),
        concluded_at=at(2018, 4, 1),
        reopened_at=at(2018, 5, 1),
    )
    told = booked(petition(closings=(closing,)), "finished", "finished_on_time", "settled", "concluded")
    ends = ["finished", "finished_on_time", "settled", "concluded"]
    assert [(name, day.month) for name, day, quantity in told if quantity > 0] == list(
        zip(ends, (2, 2, 3, 4), strict=True)
    )
    assert {(name, day) for name, day, quantity in told if quantity < 0} == {(end, date(2018, 5, 1)) for end in ends}


def test_reviews_count_when_asked_for_and_when_decided() -> None:
    reviews = (
        Reply(
            stage=ReplyStage.REVIEW, round=1, asked_at=at(2018, 3, 1), issued_at=at(2018, 3, 20), verdict="维持原意见"
        ),
        Reply(stage=ReplyStage.FINAL_REVIEW, round=1, asked_at=at(2018, 4, 1)),
    )
    counted = sums(petition(replies=reviews))
    assert counted == {
        "petition.reviews_asked": 1,
        "petition.reviews_decided": 1,
        "petition.final_reviews_asked": 1,
    }


def _spoken(when: datetime, unit: str, office: str) -> Step:
    return Step(move=Move.EVALUATE, at=when, person="演示员", status=Status.CLOSED, grade=unit, office_grade=office)


def test_satisfaction_counts_for_both_and_the_last_word_holds() -> None:
    steps = (_spoken(at(2018, 3, 1), "不满意", "未评价"), _spoken(at(2018, 4, 2), "基本满意", "满意"))
    told = booked(
        petition(steps=steps), "unit_dissatisfied", "unit_fairly_satisfied", "office_satisfied", "office_dissatisfied"
    )
    assert told == [
        ("unit_dissatisfied", date(2018, 3, 1), 1),
        ("unit_dissatisfied", date(2018, 4, 2), -1),
        ("office_satisfied", date(2018, 4, 2), 1),
        ("unit_fairly_satisfied", date(2018, 4, 2), 1),
    ]


def test_a_charge_counts_for_the_leader_who_took_it() -> None:
    taken = Charge(
        leader="演示书记",
        unit="演示",
        person="演示",
        taken_at=at(2018, 2, 1),
        plan="演示",
        due_at=at(2018, 6, 1),
        ended_at=at(2018, 5, 1),
    )
    charges = [p for p in postings_of(petition(charges=(taken,), leader="演示镇长")) if "charges" in p.measure]
    assert {(p.measure, p.day, p.quantity, p.dimensions.staff) for p in charges} == {
        ("petition.charges_taken", date(2018, 2, 1), Decimal(1), "演示书记"),
        ("petition.charges_ended", date(2018, 5, 1), Decimal(1), "演示书记"),
    }
