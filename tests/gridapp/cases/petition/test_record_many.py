"""Many petitions at once: the good ones together in one transaction, the others told."""

from datetime import datetime
from typing import Any

from gridapp.cases.order import Order
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.record_many import Entry, RecordedMany, problems_of_entry, record_many
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.petition import Disposition, Petition, PetitionPurpose
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at

_ANSWER = Order(move=Move.ANSWER, result="演示：已解释")


def _draft(reported_at: datetime | None = None, **fields: Any) -> PetitionDraft:
    values = {"petitioner": "演示甲", "category": "ZZ0201", "demand": "演示：要求修路", "late_reason": "演示：补录"}
    return PetitionDraft(town=TOWN, reported_at=reported_at or at(2018, 3, 1, 9), **(values | fields))


def _record(office: Office, *entries: Entry, threshold: int = 5) -> RecordedMany:
    return record_many(office.cases, office.registers.areas(), DEADLINES, threshold, entries, ACTOR, NOW)


def _loaded(office: Office, recorded: RecordedMany, place: int) -> Petition:
    case = office.cases.load(recorded.petitions[place].id)
    assert isinstance(case, Petition)
    return case


def test_the_good_ones_are_saved_under_numbers_of_their_own_and_the_others_told(office: Office) -> None:
    recorded = _record(office, Entry(_draft()), Entry(_draft(demand="")), Entry(_draft(heads=7), _ANSWER))
    assert recorded.petitions.keys() == {0, 2}
    assert {place: [p.field for p in found] for place, found in recorded.problems.items()} == {1: ["demand"]}
    assert len({case.number for case in recorded.petitions.values()}) == 2
    answered = _loaded(office, recorded, 2)
    assert (answered.disposition, answered.status, answered.group) == (Disposition.ANSWERED, Status.CLOSED, True)
    assert answered.closed is not None
    assert answered.closed.closed_at == answered.reported_at


def test_the_threshold_of_the_office_makes_a_group(office: Office) -> None:
    recorded = _record(office, Entry(_draft(heads=7)), threshold=10)
    assert _loaded(office, recorded, 0).group is False


def test_an_answer_that_is_not_lawful_is_told_and_nothing_is_saved(office: Office) -> None:
    accusation = _draft(purpose=PetitionPurpose.ACCUSATION, accused="演示某单位")
    recorded = _record(office, Entry(accusation, _ANSWER))
    assert [(p.field, p.code) for p in recorded.problems[0]] == [("result", "refused")]
    assert office.lists.count(CaseQuery(kind=Kind.PETITION)) == 0


def test_an_answer_without_words_is_told(office: Office) -> None:
    areas, now = office.registers.areas(), at(2018, 3, 1, 12)
    found = problems_of_entry(Entry(_draft(), Order(move=Move.ANSWER)), areas, DEADLINES, now)
    assert [problem.field for problem in found] == ["result"]
