"""Who may read what is confidential: the office begins, then the group decides; every change stays on record."""

import pytest

from gridapp.domain.actor import Actor
from gridapp.domain.confidence import Confidence
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.ports import Office
from gridapp.registers.confidants import LONGEST, MOST, put_confidants, who_may_read
from tests.offices import at, clock_from

ANYBODY, MEMBER = Actor("演示旁人", "一号机"), Actor("演示纪检员", "二号机")
LIST = (MEMBER.name, "演示书记")
CLOCK = clock_from(at(2018, 3, 1, 9))


def put(office: Office, before: tuple[str, ...], names: list[str] | tuple[str, ...], actor: Actor = MEMBER) -> None:
    put_confidants(office.confidence, Confidence.ACCUSATION, before, names, actor, CLOCK)


def test_nobody_may_read_until_there_is_a_list(office: Office) -> None:
    assert office.confidence.readable_by(MEMBER.name) == frozenset()
    assert "还没有建立" in who_may_read(office.confidence, Confidence.ACCUSATION, MEMBER.name)


def test_anybody_makes_the_first_list_and_those_on_it_may_read(office: Office) -> None:
    put(office, (), LIST, ANYBODY)
    book = office.confidence
    assert book.confidants(Confidence.ACCUSATION) == LIST
    assert book.readable_by(MEMBER.name) == {Confidence.ACCUSATION}
    assert book.readable_by(ANYBODY.name) == frozenset()
    assert "演示纪检员、演示书记" in who_may_read(book, Confidence.ACCUSATION, ANYBODY.name)


def test_afterwards_only_those_on_the_list_change_it(office: Office) -> None:
    put(office, (), LIST, ANYBODY)
    with pytest.raises(Refusal, match="只有名单上的人可以修改"):
        put(office, LIST, [*LIST, ANYBODY.name], ANYBODY)
    put(office, LIST, [*LIST, "演示主任"])
    assert office.confidence.confidants(Confidence.ACCUSATION) == (*LIST, "演示主任")


def test_one_group_says_nothing_of_the_other(office: Office) -> None:
    put(office, (), LIST)
    assert office.confidence.confidants(Confidence.KEY_PERSON) == ()
    assert office.confidence.changes(Confidence.KEY_PERSON) == []


def test_every_change_is_kept_with_who_when_before_and_after(office: Office) -> None:
    put(office, (), LIST, ANYBODY)
    put(office, LIST, [MEMBER.name])
    changes = office.confidence.changes(Confidence.ACCUSATION)
    assert [(c.person, c.workstation, c.before, c.after) for c in changes] == [
        ("演示纪检员", "二号机", LIST, ("演示纪检员",)),
        ("演示旁人", "一号机", (), LIST),
    ]
    assert changes[0].at > changes[1].at


def test_the_same_list_again_is_no_change(office: Office) -> None:
    put(office, (), LIST)
    put(office, LIST, LIST)
    assert len(office.confidence.changes(Confidence.ACCUSATION)) == 1


def test_a_list_that_somebody_else_has_changed_meanwhile_is_not_overwritten(office: Office) -> None:
    put(office, (), LIST)
    put(office, LIST, [*LIST, "演示主任"])
    with pytest.raises(Overtaken, match="刚被他人改过"):
        put(office, LIST, [MEMBER.name])
    assert office.confidence.confidants(Confidence.ACCUSATION) == (*LIST, "演示主任")


@pytest.mark.parametrize(
    "names",
    [
        [],
        ["演示纪检员", " "],
        ["演示纪检员", "演" * (LONGEST + 1)],
        ["演示纪检员、演示书记"],
        ["演示纪检员", "演示纪检员"],
        [f"演示{n}" for n in range(MOST + 1)],
    ],
    ids=["nobody", "blank", "long", "two in one", "twice", "too many"],
)
def test_a_list_that_cannot_be_meant_is_refused_and_nothing_is_kept(sqlite_office: Office, names: list[str]) -> None:
    with pytest.raises(Unacceptable):
        put(sqlite_office, (), names)
    assert sqlite_office.confidence.changes(Confidence.ACCUSATION) == []
