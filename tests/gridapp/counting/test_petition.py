"""What a petition counts for: a matter always, a visit in 批 and 人次, a backlog case by its explicit days."""

from datetime import date

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case
from gridapp.domain.petition import Channel
from tests.gridapp.bare_cases import petition
from tests.offices import at


def sums(case: Case) -> dict[str, int]:
    """Quantities by measure, without the matter itself."""
    return {p.measure: int(p.quantity) for p in postings_of(case) if p.measure != "petition.registered"}


def test_a_visit_counts_as_a_batch_and_its_heads() -> None:
    assert sums(petition(source=Channel.VISIT, heads=3)) == {"petition.batches": 1, "petition.persons": 3}


@pytest.mark.parametrize(("heads", "group"), [(4, False), (5, True), (12, True)])
def test_five_heads_make_a_group_visit(heads: int, group: bool) -> None:
    counted = sums(petition(source=Channel.VISIT, heads=heads))
    expected = {"petition.batches": 1, "petition.persons": heads}
    if group:
        expected |= {"petition.group_batches": 1, "petition.group_persons": heads}
    assert counted == expected


def test_a_repeated_visit_counts_as_such_besides() -> None:
    counted = sums(petition(source=Channel.VISIT, heads=1, repeat=True))
    assert counted["petition.repeat_batches"] == counted["petition.batches"] == 1


@pytest.mark.parametrize(
    ("channel", "measure"),
    [(Channel.LETTER, "petition.letters"), (Channel.WEB, "petition.web"), (Channel.CALL, "petition.calls")],
)
def test_other_channels_count_by_the_piece_however_many_signed(channel: Channel, measure: str) -> None:
    assert sums(petition(source=channel, heads=8, repeat=True)) == {measure: 1}


@pytest.mark.parametrize("channel", [*Channel, None])
def test_through_whatever_channel_a_petition_is_one_matter(channel: Channel | None) -> None:
    registered = [p for p in postings_of(petition(source=channel)) if p.measure == "petition.registered"]
    assert [(p.day, int(p.quantity)) for p in registered] == [(date(2018, 1, 3), 1)]


def test_the_backlog_counts_by_its_own_days() -> None:
    case = petition(backlog_entered_at=at(2018, 2, 1), backlog_resolved_at=at(2018, 5, 2))
    backlog = {(p.measure, p.day) for p in postings_of(case) if "backlog" in p.measure}
    assert backlog == {
        ("petition.backlog_entered", date(2018, 2, 1)),
        ("petition.backlog_resolved", date(2018, 5, 2)),
    }


def test_a_day_of_resolution_alone_is_no_backlog_case() -> None:
    assert not [p for p in postings_of(petition(backlog_resolved_at=at(2018, 5, 2))) if "backlog" in p.measure]
