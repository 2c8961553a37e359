"""The charges of leaders, petitions and disputes in one register; on both databases."""

from dataclasses import replace
from datetime import datetime

import pytest

from gridapp.domain.case import Case, Exclusion
from gridapp.domain.charge import Charge
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose, Session
from gridapp.ports import ChargeLine, Office
from gridapp.registers.shown_to import shown_to
from tests.gridapp.bare_cases import dispute, petition
from tests.gridapp.confidential import OUTSIDER, READER, accusation, put_on_file
from tests.gridapp.small_office import save
from tests.offices import TOWN, at

TAKEN, ENDED = at(2018, 6, 1, 9), at(2018, 6, 20, 9)
MINE = Charge(
    leader="演示书记",
    unit="演示信访办",
    person="演示乙",
    taken_at=TAKEN,
    plan="演示：化解方案",
    due_at=at(2018, 7, 1),
)
STRUCK_OFF = replace(MINE, ended_at=ENDED, result="演示：息诉")


def talk(held_at: datetime, purpose: Purpose = Purpose.TALK) -> Session:
    return Session(purpose=purpose, place="演示：村委会", planned_at=held_at, held_at=held_at, record="演示：谈了")


def lines(office: Office, town: str | None = None) -> list[ChargeLine]:
    return list(office.charges.charges(town))


def charged(office: Office, *sessions: Session, charge: Charge = MINE) -> ChargeLine:
    save(office, [petition(charges=(charge,), sessions=sessions)])
    (line,) = lines(office)
    return line


def test_a_line_says_everything_of_a_charge_and_whose_it_is(office: Office) -> None:
    case = petition(charges=(MINE,), title="演示：修路")
    save(office, [case])
    assert lines(office) == [
        ChargeLine(
            case_id=case.id,
            kind=Kind.PETITION,
            town=TOWN,
            number=case.number,
            title="演示：修路",
            status=case.status,
            charge=MINE,
            talks=0,
            last_talk_at=None,
        )
    ]


def test_petitions_and_disputes_stand_together_by_leader_and_limit(office: Office) -> None:
    sooner = replace(MINE, due_at=at(2018, 6, 15))
    other = replace(MINE, leader="演示镇长")
    cases: list[Case] = [petition(charges=(other,)), dispute(charges=(MINE,)), petition(charges=(sooner,))]
    save(office, cases)
    told = {(line.kind, line.charge.leader, line.charge.due_at) for line in lines(office)}
    assert len(told) == 3
    by_leader = [(line.charge.leader, line.charge.due_at) for line in lines(office)]
    at_once = [by_leader.index(("演示书记", limit)) for limit in (sooner.due_at, MINE.due_at)]
    assert at_once == sorted(at_once)
    assert {line.kind for line in lines(office)} == {Kind.PETITION, Kind.DISPUTE}


def test_each_charge_of_a_case_is_a_line(office: Office) -> None:
    again = replace(MINE, leader="演示书记", taken_at=at(2018, 6, 25), due_at=at(2018, 8, 1))
    save(office, [petition(charges=(STRUCK_OFF, again))])
    assert [line.charge for line in lines(office)] == [STRUCK_OFF, again]


@pytest.mark.parametrize(
    ("held_at", "counted"),
    [(at(2018, 5, 31, 9), 0), (TAKEN, 1), (at(2018, 6, 10, 9), 1), (ENDED, 1), (at(2018, 6, 21, 9), 0)],
)
def test_a_talk_counts_between_taking_and_striking_off(office: Office, held_at: datetime, counted: int) -> None:
    assert charged(office, talk(held_at), charge=STRUCK_OFF).talks == counted


def test_while_it_is_in_force_every_later_talk_counts_and_the_last_is_told(office: Office) -> None:
    line = charged(office, talk(at(2018, 5, 1, 9)), talk(at(2018, 6, 10, 9)), talk(at(2018, 12, 1, 9)))
    assert (line.talks, line.last_talk_at) == (2, at(2018, 12, 1, 9))


def test_only_talks_that_were_held_count(office: Office) -> None:
    planned = replace(talk(at(2018, 6, 10, 9)), held_at=None, record=None)
    other = next(purpose for purpose in Purpose if purpose is not Purpose.TALK)
    line = charged(office, planned, talk(at(2018, 6, 11, 9), other))
    assert (line.talks, line.last_talk_at) == (0, None)


def test_talks_of_one_case_are_not_those_of_another(office: Office) -> None:
    save(office, [petition(charges=(MINE,)), petition(sessions=(talk(at(2018, 6, 10, 9)),))])
    assert [line.talks for line in lines(office)] == [0]


def test_a_town_is_asked_of_alone(office: Office) -> None:
    charged(office)
    assert len(lines(office, TOWN)) == 1
    assert not lines(office, "330326102")


def test_a_voided_case_has_no_line(office: Office) -> None:
    save(office, [dispute(charges=(MINE,), excluded=Exclusion(at=ENDED, reason="演示：重复登记"))])
    assert not lines(office)


def test_a_sealed_case_is_shown_to_those_alone_who_may_read_it(office: Office) -> None:
    put_on_file(office, accusation(charges=(MINE,)), petition(charges=(MINE,), title="演示：修路"))
    assert len(shown_to(office, READER.name).charges.charges()) == 2
    assert [line.title for line in shown_to(office, OUTSIDER.name).charges.charges()] == ["演示：修路"]
    assert [line.title for line in lines(office)] == ["演示：修路"]
