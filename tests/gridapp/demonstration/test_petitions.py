"""The demonstration's petitions: every disposition and every end, a backlog brought to nothing, a closed accusation."""

from gridapp.domain.kind import Kind
from gridapp.domain.petition import Disposition, Petition
from gridapp.domain.petition_course import PETITION_COURSE
from gridapp.domain.registers.reception import Reception
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from gridapp.registers.confidants import who_may_read
from tests.gridapp.demonstration.towns import TOWNS, cases_of

GAOHU, SHUITOU = TOWNS
_PASSING = frozenset({Status.FINALLY_REVIEWED, Status.REVIEWED, Status.FINALLY_REVIEWING})
"""States through which the petition with both reviews has gone and in which none stays."""


def petitions_of(office: Office) -> list[Petition]:
    return [case for case in cases_of(office, Kind.PETITION) if isinstance(case, Petition)]


def test_every_disposition_and_every_state_is_there(lived: Office) -> None:
    petitions = petitions_of(lived)
    reachable = {passage.target for passage in PETITION_COURSE.values() if passage.target}
    states = {petition.status for petition in petitions}
    assert states | _PASSING == reachable | {Status.REPORTED}
    assert {petition.disposition for petition in petitions if petition.disposition} == set(Disposition)


def test_the_backlog_of_gaohu_was_charged_talked_over_and_settled(lived: Office) -> None:
    (old,) = (p for p in petitions_of(lived) if p.town == GAOHU and p.backlog_entered_at)
    (charge,) = old.charges
    assert not old.in_backlog
    assert charge.ended_at is not None
    assert len(old.sessions) == 3
    assert None not in (old.settled_at, old.concluded_at)


def test_one_old_petition_of_shuitou_is_still_on_the_list(lived: Office) -> None:
    (old,) = (p for p in petitions_of(lived) if p.town == SHUITOU and p.in_backlog)
    assert old.charge is not None


def test_somebody_came_again_and_again_in_the_same_matter(lived: Office) -> None:
    petitions = {petition.id: petition for petition in petitions_of(lived)}
    again = [petition for petition in petitions.values() if petition.earlier]
    assert len(again) == 2
    assert {petitions[p.earlier].petitioner for p in again if p.earlier} == {p.petitioner for p in again}


def test_visits_were_received_on_reception_days_and_promises_kept_but_one_that_is_overdue(lived: Office) -> None:
    days = [case for case in cases_of(lived, Kind.RECEPTION) if isinstance(case, Reception)]
    received = [petition for petition in petitions_of(lived) if petition.reception]
    assert {petition.reception for petition in received} == {day.id for day in days if day.held_at}
    promises = [promise for day in days for promise in day.promises]
    assert {promise.petition for promise in promises} - {None} <= {petition.id for petition in received}
    assert sorted(promise.done_at is None for promise in promises) == [False, False, True, True]


def test_an_accusation_is_closed_to_all_but_those_on_the_list(lived: Office) -> None:
    (accusation,) = (petition for petition in petitions_of(lived) if petition.confidence)
    found = CaseQuery(kind=Kind.PETITION, text=accusation.title)
    assert lived.lists.find_ids(found) == []
    assert lived.lists.find_ids(CaseQuery(kind=Kind.PETITION, text=accusation.title, reader="王静")) == [accusation.id]
    assert accusation.confidence
    assert "王静" in who_may_read(lived.confidence, accusation.confidence, "演示员")
