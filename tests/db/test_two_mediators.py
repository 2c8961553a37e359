"""Two mediators at one dispute: the second is told, nothing of his is half kept, and no number is given twice."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest

from db.office import open_office
from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.on_the_spot import Settled, settle
from gridapp.cases.dispute.record import amend, draft_of
from gridapp.cases.dispute.referral import draft_from, open_from
from gridapp.cases.handle import take
from gridapp.cases.undo import undo
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.dispute import AgreementForm, Dispute
from gridapp.domain.move import Move
from gridapp.domain.party import Party, Side
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.domain.status import Status
from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import dispute
from tests.gridapp.cases.dispute.courses import order
from tests.gridapp.small_office import save
from tests.offices import DEADLINES, NOW, TOWN, VILLAGES, at, recorded, taken

FIRST, SECOND = Actor("演示甲", "一号机"), Actor("演示乙", "二号机")
MEDIATORS, EACH = 4, 5
PARTIES = (Party(side=Side.A, name="演示甲方"), Party(side=Side.B, name="演示乙方"))


@pytest.fixture
def offices(location: str) -> Iterator[tuple[Office, Office]]:
    """One office as two workstations see it."""
    with ExitStack() as stack:
        yield stack.enter_context(open_office(location)), stack.enter_context(open_office(location))


@pytest.fixture
def known(offices: tuple[Office, Office]) -> Dispute:
    """A dispute being mediated that both have open."""
    case = dispute(
        reported=at(2018, 3, 5, 9), status=Status.ACCEPTED, unit="演示调委会", handler="演示甲", parties=PARTIES
    )
    save(offices[0], [case])
    return replace(case, version=1)


def _move(office: Office, case: Case, move: Move, actor: Actor, **particulars: object) -> Case:
    wanted = order(move, at(2018, 3, 9, 9), **particulars)
    return take(office.cases, case.id, case.version, wanted, DEADLINES, actor, NOW)


def _amend(office: Office, case: Dispute, actor: Actor) -> Case:
    changed = replace(draft_of(case), note="演示：另一人写的", reason="演示：更正", source="")
    return amend(office.cases, office.registers.areas(), DEADLINES, case.id, case.version, changed, actor, NOW)


@pytest.mark.parametrize(
    "second",
    [
        lambda office, case: _move(office, case, Move.FAIL, SECOND),
        lambda office, case: _move(office, case, Move.AGREE, SECOND, form=AgreementForm.WRITTEN, number=""),
        lambda office, case: _amend(office, case, SECOND),
    ],
)
def test_the_second_is_told_and_nothing_of_his_is_kept(
    offices: tuple[Office, Office], known: Dispute, second: Callable[[Office, Dispute], Any]
) -> None:
    done = _move(offices[0], known, Move.MEDIATE, FIRST)
    with pytest.raises(Overtaken, match=f"{known.number} 刚被他人修改过"):
        second(offices[1], known)
    assert offices[1].cases.load(known.id) == done
    assert [entry.person for entry in offices[1].cases.history(known.id)][1:] == [FIRST.name]
    assert all(result.ok for result in check(offices[1]))


def test_of_two_who_end_a_dispute_at_the_same_moment_one_is_told(
    offices: tuple[Office, Office], known: Dispute
) -> None:
    def end(n: int) -> str | None:
        try:
            _move(offices[n], known, (Move.AGREE, Move.FAIL)[n], (FIRST, SECOND)[n])
        except Overtaken:
            return "told"
        return None

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(end, range(2)), key=str) == [None, "told"]
    case = offices[0].cases.load(known.id)
    assert len(case.closings) == 1
    assert all(result.ok for result in check(offices[0]))


def test_mediators_who_settle_at_the_same_time_are_given_no_number_twice(offices: tuple[Office, Office]) -> None:
    def numbers(office: Office) -> list[tuple[str, str | None]]:
        draft = DisputeDraft(
            town=TOWN,
            title="演示：争水",
            category="ZZ0102",
            village=VILLAGES[0],
            reported_at=at(2018, 3, 5, 9),
            late_reason="演示：补录",
            source="主动调解",
            parties=PARTIES,
            unit="演示调委会",
            handler="演示甲",
        )
        lines = [Settled(draft=draft, result="演示：和好") for _ in range(EACH)]
        settled = settle(office.cases, office.registers.areas(), DEADLINES, lines, FIRST, NOW)
        return [(case.number, case.closings[-1].number) for case in settled]

    with ThreadPoolExecutor(MEDIATORS) as mediators:
        given = [both for some in mediators.map(numbers, [*offices] * (MEDIATORS // 2)) for both in some]
    for several in zip(*given, strict=True):
        assert len(set(several)) == MEDIATORS * EACH
    assert all(result.ok for result in check(offices[0]))


def test_a_turn_that_saved_a_dispute_and_its_event_is_undone_whole_or_not_at_all(
    offices: tuple[Office, Office],
) -> None:
    mine, others = offices
    event = taken(mine, recorded(mine, category="ZZ0102"), Move.ACCEPT)
    draft = replace(draft_from(event, NOW()), parties=PARTIES, late_reason="演示：补录")
    areas = mine.registers.areas()
    opened = open_from(mine.cases, areas, DEADLINES, event.id, event.version, draft, FIRST, NOW)
    rejected = _move_now(others, opened, Move.REJECT)
    with pytest.raises(Refusal, match="演示乙"):
        undo(mine.cases, FIRST, NOW)
    assert mine.cases.load(opened.id) == rejected
    undo(others.cases, SECOND, NOW)
    undo(mine.cases, FIRST, NOW)
    assert mine.cases.load(opened.id).excluded is not None
    assert mine.cases.load(event.id).status is Status.ACCEPTED
    assert all(result.ok for result in check(mine))


def _move_now(office: Office, case: Case, move: Move) -> Case:
    return take(office.cases, case.id, case.version, order(move), DEADLINES, SECOND, NOW)
