"""积案: by explicit entry and exit 期初 + 新列 − 化解 = 期末, in every month and village, whatever else happens."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest

from gridapp.cases.handle import restore, void
from gridapp.cases.queues import Queue, Seat, query_of
from gridapp.cli.asking import words_of
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.petition import Petition
from gridapp.ports import Office, Save
from gridapp.safekeeping.check import check
from tests.gridapp.cases.petition.courses import after, new
from tests.gridapp.cases.petition.random_courses import course
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at
from tests.sizes import FULL

MONTHS = [f"2018-{month:02}" for month in range(1, 13)]
CASES = 200 if FULL else 40
Told = tuple[int, int, int, int]
"""期初, 新列, 化解, 期末."""


def _histories(rng: Random) -> Iterator[list[Petition]]:
    """Petitions through random moves, listed and unlisted again and again at any point of their course."""
    for n in range(CASES):
        reported = at(2018, rng.randint(1, 6), rng.randint(1, 28), 9)
        case = replace(new(reported), village=rng.choice((*VILLAGES, None)))
        doings = [(rng.randrange(34), rng.randint(1, 400), rng.randrange(1000)) for _ in range(rng.randint(0, 8))]
        states = list(course(case, doings))
        if rng.random() < 0.7 and states[-1].backlog_entered_at is None:
            states.append(after(states[-1], Move.ENTER_BACKLOG))
        yield states if n % 2 else [states[0], states[-1]]


def _saved(office: Office, states: Sequence[Petition]) -> Petition:
    before: Petition | None = None
    for case in states:
        with office.cases.transaction() as writer:
            writer.save([Save(before, case, "演示")], ACTOR, NOW())
        loaded = office.cases.load(case.id)
        assert isinstance(loaded, Petition)
        before = loaded
    assert before is not None
    return before


def _counted(petitions: Sequence[Petition], start: date, end: date) -> Told:
    """The four figures counted by hand."""
    counting = [case for case in petitions if case.excluded is None]

    def days(moment: Callable[[Petition], datetime | None]) -> list[date]:
        return [day_of(at) for case in counting if (at := moment(case)) is not None]

    entered, resolved = days(lambda case: case.backlog_entered_at), days(lambda case: case.backlog_resolved_at)
    opening = sum(day < start for day in entered) - sum(day < start for day in resolved)
    new_ones, gone = (sum(start <= day < end for day in some) for some in (entered, resolved))
    return opening, new_ones, gone, opening + new_ones - gone


def _told(office: Office, month: str, by: Dimension) -> dict[str | None, Told]:
    chapter = catalogue()[Kind.PETITION]
    table = tally(office.ledger, words_of(office), chapter, Cut(period_named(month), TOWN), [by])
    parts = ("opening", "entered", "resolved", "closing")
    found: dict[str | None, Told] = {}
    for row in table.rows:
        opening, entered, resolved, closing = (Decimal(str(row.values[f"petition.backlog_{part}"])) for part in parts)
        found[row.keys[0]] = (int(opening), int(entered), int(resolved), int(closing))
    return found


@pytest.fixture
def on_file(office: Office) -> list[Petition]:
    """The petitions as they ended, some of them voided, one of those restored."""
    rng = Random(11)
    made = [_saved(office, states) for states in _histories(rng)]
    for place in range(0, len(made), 7):
        case = made[place]
        voided = void(office.cases, case.id, case.version, "演示：误登", DEADLINES, ACTOR, NOW)
        if place % 2:
            voided = restore(office.cases, case.id, voided.version, "演示：查实", DEADLINES, ACTOR, NOW)
        assert isinstance(voided, Petition)
        made[place] = voided
    return made


def test_the_identity_holds_in_every_month_and_village(office: Office, on_file: list[Petition]) -> None:
    busy = 0
    for month in MONTHS:
        period = period_named(month)
        by_village = _told(office, month, Dimension.VILLAGE)
        for village in (*VILLAGES, None):
            here = [case for case in on_file if case.village == village]
            expected = _counted(here, period.start, period.end)
            assert by_village.get(village, (0, 0, 0, 0)) == expected, (month, village)
            opening, entered, resolved, closing = expected
            assert opening + entered - resolved == closing
            busy += entered + resolved
    assert busy > CASES // 2


def test_what_a_month_leaves_the_next_begins_with(office: Office, on_file: list[Petition]) -> None:
    told = [
        tuple(sum(values) for values in zip(*_told(office, month, Dimension.VILLAGE).values(), strict=True))
        for month in MONTHS
    ]
    assert all(one[3] == other[0] for one, other in pairwise(told))
    assert [result for result in check(office) if not result.ok] == []


def test_the_list_of_the_backlog_is_as_long_as_its_figure(office: Office, on_file: list[Petition]) -> None:
    listed = query_of(Queue.BACKLOG, Kind.PETITION, Seat(ACTOR.name, town=TOWN), NOW())
    closing = sum(told[3] for told in _told(office, "2026", Dimension.VILLAGE).values())
    expected = {case.id for case in on_file if case.in_backlog and case.excluded is None and case.confidence is None}
    assert set(office.lists.find_ids(listed)) == expected
    assert closing == sum(case.in_backlog and case.excluded is None for case in on_file)


def test_a_backlog_can_be_proved_empty(office: Office) -> None:
    case = after(new(at(2018, 3, 1, 9)), Move.ENTER_BACKLOG)
    _saved(office, [case, after(case, Move.RESOLVE_BACKLOG)])
    assert _told(office, "2018-03", Dimension.VILLAGE)[VILLAGES[0]] == (0, 1, 1, 0)
