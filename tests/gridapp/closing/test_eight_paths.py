"""Nothing can post into a closed month by any of the eight paths: no row is changed, and one sentence says why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from random import Random

import pytest

from gridapp.cases import bulk, handle
from gridapp.cases.event.record import amend, draft_of, record
from gridapp.cases.event.record_many import Entry, record_many
from gridapp.cases.merging import merge_all
from gridapp.cases.undo import undo
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.problem import ClosedMonth
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import Office
from tests.gridapp.closing.closings import JANUARY
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, text_file
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at, closed, draft, month_closed, recorded
from tests.sizes import FULL

TRIES = 100 if FULL else 5
_FILES = count(1)
"""How often each path is tried, each time on cases and with values of its own."""

Cases = Sequence[Event]


def _chosen(cases: Cases, random: Random) -> Event:
    return random.choice([case for case in cases if case.excluded is None])


def by_form(office: Office, cases: Cases, random: Random, folder: Path) -> object:
    """A form changes what a case says of its village, its category or its level."""
    event = _chosen(cases, random)
    changes: Mapping[str, object] = random.choice([{"village": VILLAGES[2]}, {"category": "BM0401"}, {"level": "重大"}])
    changed = replace(draft_of(event), **changes, reason="演示：填错")  # type: ignore[arg-type]
    areas = office.registers.areas()
    return amend(office.cases, areas, DEADLINES, event.id, event.version, changed, ACTOR, NOW)


def by_grid_cell(office: Office, cases: Cases, random: Random, folder: Path) -> object:
    """A row of a grid is saved as a new case of the closed month."""
    return _recorded_at_once(office, [date(2018, 1, random.randint(1, 31))])


def by_paste(office: Office, cases: Cases, random: Random, folder: Path) -> object:
    """A pasted block is saved at once: one row of the closed month is enough."""
    return _recorded_at_once(office, [date(2018, 2, 10), date(2018, 1, random.randint(1, 31)), date(2018, 3, 1)])


def _recorded_at_once(office: Office, days: Sequence[date]) -> object:
    entries = [Entry(draft(day), None) for day in days]
    return record_many(office.cases, office.registers.areas(), DEADLINES, entries, ACTOR, NOW)


def by_bulk(office: Office, cases: Cases, random: Random, folder: Path) -> object:
    """Fields by which figures are told are set on many."""
    rules = bulk.Rules(office.registers.areas(), DEADLINES, ACTOR, NOW)
    change = bulk.Settings(fields={"level": "重大"}, reason="演示：填错")
    ids = [case.id for case in random.sample([case for case in cases if case.excluded is None], 3)]
    lines = bulk.preview(office.cases, ids, change, rules)
    assert any(line.changed for line in lines)
    return bulk.apply(office.cases, lines, change, rules)


def by_import(office: Office, cases: Cases, random: Random, folder: Path) -> object:
    """A ledger brings rows of the closed month; each of them comes back with the sentence."""
    number = next(_FILES)
    rows = [event_row(f"GH-{number}-{n}", 上报时间=f"2018-01-{n} 09:30") for n in (11, 12)]
    path = text_file(folder / f"{number}.csv", rows, encoding="utf-8")
    done = import_ledger(office, Kind.EVENT, path, office.registers.areas()[TOWN], ACTOR, NOW)
    (sentence,) = {problem.message for problem in done.problems}
    raise ClosedMonth(sentence)


def by_merging(office: Office, cases: Cases, random: Random, folder: Path) -> object:
    """A case is merged into another one."""
    double, into = random.sample([case for case in cases if case.excluded is None], 2)
    return merge_all(office.cases, {double.id: double.version}, into.id, "演示：重复", DEADLINES, ACTOR, NOW)


def by_voiding(office: Office, cases: Cases, random: Random, folder: Path) -> object:
    """A case is voided, or a voided one restored."""
    case = random.choice(list(cases))
    act = handle.void if case.excluded is None else handle.restore
    return act(office.cases, case.id, case.version, "演示：填错", DEADLINES, ACTOR, NOW)


def by_undoing(office: Office, cases: Cases, random: Random, folder: Path) -> object:
    """Somebody takes his last save back, which was made before the month was closed."""
    return undo(office.cases, Actor(f"演示员{random.randint(0, 4)}", "一号机"), NOW)


PATHS: Sequence[Callable[[Office, Cases, Random, Path], object]] = (
    by_form,
    by_grid_cell,
    by_paste,
    by_bulk,
    by_import,
    by_merging,
    by_voiding,
    by_undoing,
)


def _cases_of_a_closed_month(office: Office) -> list[Event]:
    """Events of January of every state, the last of them saved by several people; then January is closed."""
    cases: list[Case] = []
    for n in range(12):
        event: Case = recorded(office, date(2018, 1, 1 + n), title=f"演示：第 {n} 件", village=VILLAGES[n % 2])
        cases.append(closed(office, event, at(2018, 1, 20 + n % 5)) if n % 3 == 0 else event)
    for n in (1, 2):
        version, reason = cases[n].version, "演示：登记错误"
        cases[n] = handle.void(office.cases, cases[n].id, version, reason, DEADLINES, ACTOR, NOW)
    for n in range(5):
        actor, areas = Actor(f"演示员{n}", "一号机"), office.registers.areas()
        cases.append(record(office.cases, areas, DEADLINES, draft(date(2018, 1, 9)), actor, NOW))
    month_closed(office, JANUARY)
    return [case for case in cases if isinstance(case, Event)]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.__name__)
def test_nothing_is_changed_and_one_sentence_says_why(
    office: Office, location: str, tmp_path: Path, path: Callable[[Office, Cases, Random, Path], object]
) -> None:
    cases, random = _cases_of_a_closed_month(office), Random(8)
    before = dump(location)
    said = set()
    for _ in range(TRIES):
        with pytest.raises(ClosedMonth) as refused:
            path(office, cases, random, tmp_path)
        said.add(str(refused.value))
    assert dump(location) == before
    (sentence,) = said
    assert sentence.startswith("2018年1月已经关账")
    assert "由负责人办理更正" in sentence
