"""The sessions of all disputes, as the week asks for them: planned or held, and nothing that fell away."""

from dataclasses import replace

import pytest

from gridapp.domain.area import Area, AreaKind
from gridapp.domain.case import Exclusion
from gridapp.domain.mediation import Purpose, Session
from gridapp.domain.status import Status
from gridapp.ports import Office, SessionLine
from tests.gridapp.bare_cases import dispute, event
from tests.gridapp.small_office import save
from tests.offices import TOWN, VILLAGES, at

MONDAY, NEXT_MONDAY = at(2018, 6, 25), at(2018, 7, 2)
NINE = at(2018, 6, 27, 9)
PLANNED = Session(
    purpose=Purpose.MEDIATION, place="演示：村调解室", planned_at=NINE, minutes=60, mediators=("演示甲", "演示乙")
)
OTHER_TOWN = "330326102"


def told(office: Office, town: str | None = None) -> list[tuple[str, int]]:
    """The number of each case with the place of its session."""
    return [(line.number, line.n) for line in office.sessions.sessions(MONDAY, NEXT_MONDAY, town)]


def on_file(office: Office, *sessions: Session, **fields: object) -> str:
    case = dispute(sessions=sessions, status=Status.MEDIATING, **fields)
    save(office, [case])
    return case.number


def test_a_line_says_everything_of_a_session(office: Office) -> None:
    case = dispute(sessions=(PLANNED,), status=Status.MEDIATING, title="演示：争水")
    save(office, [case])
    (line,) = office.sessions.sessions(MONDAY, NEXT_MONDAY)
    assert line == SessionLine(
        case_id=case.id,
        n=1,
        town=TOWN,
        number=case.number,
        title="演示：争水",
        status=Status.MEDIATING,
        purpose=Purpose.MEDIATION,
        starts_at=NINE,
        minutes=60,
        place="演示：村调解室",
        mediators=("演示甲", "演示乙"),
        awaited=True,
    )
    assert line.ends_at == at(2018, 6, 27, 10)


def test_one_that_was_held_stands_at_the_time_when_it_was_held(office: Office) -> None:
    held = replace(PLANNED, held_at=at(2018, 6, 28, 15), result="达成协议")
    on_file(office, held)
    (line,) = office.sessions.sessions(MONDAY, NEXT_MONDAY)
    assert (line.starts_at, line.awaited, line.result) == (at(2018, 6, 28, 15), False, "达成协议")
    assert office.sessions.sessions(at(2018, 6, 27), at(2018, 6, 28)) == []


def test_one_that_was_never_planned_is_told_once_it_was_held(office: Office) -> None:
    number = on_file(office, Session(purpose=Purpose.INQUIRY, held_at=NINE))
    assert told(office) == [(number, 1)]


def test_those_called_off_and_those_of_cases_taken_out_fall_away(office: Office) -> None:
    on_file(office, replace(PLANNED, cancelled_at=at(2018, 6, 26), reason="演示：出差"))
    on_file(office, PLANNED, excluded=Exclusion(at=MONDAY, reason="演示：误登"))
    number = on_file(office, replace(PLANNED, cancelled_at=at(2018, 6, 26)), replace(PLANNED, planned_at=MONDAY))
    assert told(office) == [(number, 2)]


def test_they_stand_by_their_beginning_from_the_first_moment_to_before_the_last(office: Office) -> None:
    late = on_file(office, replace(PLANNED, planned_at=at(2018, 7, 1, 23, 59)))
    early = on_file(office, replace(PLANNED, planned_at=MONDAY))
    held = on_file(office, replace(PLANNED, planned_at=at(2018, 6, 1), held_at=at(2018, 6, 26)))
    on_file(office, replace(PLANNED, planned_at=NEXT_MONDAY))
    on_file(office, replace(PLANNED, planned_at=at(2018, 6, 24, 23, 59)))
    assert told(office) == [(early, 1), (held, 1), (late, 1)]


def test_several_at_one_moment_stand_in_the_order_of_their_cases(office: Office) -> None:
    numbers = [on_file(office, PLANNED, replace(PLANNED, purpose=Purpose.TALK)) for _ in range(3)]
    assert told(office) == [(number, n) for number in numbers for n in (1, 2)]


def test_a_town_sees_its_own_alone(office: Office) -> None:
    office.registers.add_areas([Area(code=OTHER_TOWN, kind=AreaKind.TOWN, parent=None, name="水头镇", order=2)])
    own = on_file(office, PLANNED)
    others = on_file(office, PLANNED, town=OTHER_TOWN, village=None)
    assert told(office, TOWN) == [(own, 1)]
    assert told(office, OTHER_TOWN) == [(others, 1)]
    assert told(office) == [(own, 1), (others, 1)]


@pytest.mark.parametrize("excluded", [None, Exclusion(at=MONDAY, reason="演示：误登")])
def test_what_was_opened_from_a_case_is_told_by_number(office: Office, excluded: Exclusion | None) -> None:
    source = event(village=VILLAGES[0])
    second, first = (dispute(source_case=source.id, number=number, excluded=excluded) for number in ("演-2", "演-1"))
    save(office, [source, second, first, dispute()])
    assert [case.number for case in office.cases.opened_from(source.id)] == ["演-1", "演-2"]
    assert office.cases.opened_from(first.id) == []
