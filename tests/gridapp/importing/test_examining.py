"""Examining a ledger and keeping it: the same verdicts, nothing written before, progress told, broken off whole."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.importing.examination import Examination, Verdict
from gridapp.importing.examining import examined
from gridapp.importing.headings import ledger_sheet
from gridapp.importing.keeping import kept
from gridapp.importing.pipeline import import_ledger
from gridapp.importing.plan import Plan
from gridapp.importing.proposing import proposed
from gridapp.importing.reading.opening import opened
from gridapp.importing.watching import Cancelled, Phase
from gridapp.ports import CaseQuery, Office
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, text_file
from tests.offices import ACTOR, NOW, TOWN_AREAS

FIRST = [event_row("GH-001"), event_row("GH-002")]
SECOND = [
    event_row("GH-001"),
    event_row("GH-002", 所属村社="内冯村", 网格="第九网格"),
    event_row("GH-003"),
    event_row("GH-004", 类别="错", 上报时间="6.11"),
    event_row(None),
]


@contextmanager
def plan_of(office: Office, path: Path, **options: Any) -> Iterator[Plan]:
    """The plan of an event ledger as the wizard proposes it."""
    with opened(path) as book:
        headed = ledger_sheet(book, ledger_of(Kind.EVENT), None)
        places = proposed(office, headed, Kind.EVENT, TOWN_AREAS[0]).places
        yield Plan(Kind.EVENT, TOWN_AREAS[0], headed, places, file_name=path.name, **options)


def ledger(folder: Path, rows: Sequence[Mapping[str, Any]], name: str = "台账.csv") -> Path:
    return text_file(folder / name, rows, encoding="utf-8")


@pytest.fixture
def examination(office: Office, location: str, tmp_path: Path) -> Examination:
    """The second ledger examined after the first was imported."""
    import_ledger(office, Kind.EVENT, ledger(tmp_path, FIRST, "一.csv"), TOWN_AREAS[0], ACTOR, NOW)
    before = dump(location)
    with plan_of(office, ledger(tmp_path, SECOND)) as plan:
        found = examined(office, plan, ACTOR, NOW)
    assert dump(location) == before
    return found


def test_every_row_is_judged_and_nothing_is_written(examination: Examination) -> None:
    counts = (examination.read, examination.new, examination.changed, examination.same, examination.refused)
    assert counts == (5, 2, 1, 1, 1)
    rows = {verdict: [one.row for one in shown] for verdict, shown in examination.previews.items()}
    assert rows == {Verdict.SAME: [2], Verdict.CHANGED: [3], Verdict.NEW: [4, 6], Verdict.REFUSED: [5]}


def test_what_would_change_is_told_with_before_and_after(examination: Examination) -> None:
    (changed,) = examination.previews[Verdict.CHANGED]
    assert changed.changes["village"] == ("331121103-01", "331121103-02")
    assert changed.changes["note"] == (None, "原填网格：第九网格")
    assert changed.cells[:2] == ("GH-002", "演示：道路积水")
    assert [remark.row for remark in examination.remarks] == [3]


def test_a_refused_row_shows_all_of_its_problems(examination: Examination) -> None:
    (refused,) = examination.previews[Verdict.REFUSED]
    assert [problem.code for problem in refused.problems] == ["category", "date-year"]
    assert list(refused.problems) == list(examination.problems)
    assert examination.undated


def test_keeping_does_what_was_foretold(office: Office, tmp_path: Path) -> None:
    import_ledger(office, Kind.EVENT, ledger(tmp_path, FIRST, "一.csv"), TOWN_AREAS[0], ACTOR, NOW)
    with plan_of(office, ledger(tmp_path, SECOND)) as plan:
        foretold = examined(office, plan, ACTOR, NOW)
        done = kept(office, plan, ACTOR, NOW)
    for name in ("read", "new", "changed", "same", "refused", "problems", "remarks", "skipped", "unused"):
        assert getattr(done, name) == getattr(foretold, name), name
    assert office.cases.batches()[0].id == done.batch


def test_progress_is_told_from_the_first_row_to_the_last(sqlite_office: Office, tmp_path: Path) -> None:
    told: list[tuple[Phase, int]] = []

    def watch(phase: Phase, done: int, of: int) -> bool:
        told.append((phase, done))
        return True

    with plan_of(sqlite_office, ledger(tmp_path, SECOND)) as plan:
        examined(sqlite_office, plan, ACTOR, NOW, watch)
        kept(sqlite_office, plan, ACTOR, NOW, watched=watch)
    assert told == [(phase, done) for phase in (Phase.EXAMINING, Phase.KEEPING) for done in (0, 5)]


@pytest.mark.parametrize("stop_at", [0, 2000, 4000])
def test_broken_off_at_any_point_nothing_is_written(
    office: Office, location: str, tmp_path: Path, stop_at: int
) -> None:
    rows = [event_row(f"GH-{n:04}") for n in range(2200)]
    before = dump(location)
    with plan_of(office, ledger(tmp_path, rows)) as plan, pytest.raises(Cancelled, match="没有写入任何内容"):
        kept(office, plan, ACTOR, NOW, tmp_path / "退回.xlsx", lambda _, done, __: done < min(stop_at, 2200))
    assert dump(location) == before
    assert not (tmp_path / "退回.xlsx").exists()


def test_a_plan_without_a_required_column_is_refused(sqlite_office: Office, tmp_path: Path) -> None:
    with plan_of(sqlite_office, ledger(tmp_path, FIRST)) as plan:
        places = {field: place for field, place in plan.places.items() if field != "village"}
        lacking = Plan(plan.kind, plan.town, plan.headed, places)
        with pytest.raises(Refusal, match="缺少必填的列：所属村社"):
            examined(sqlite_office, lacking, ACTOR, NOW)
        doubled = Plan(plan.kind, plan.town, plan.headed, {**plan.places, "note": 0})
        with pytest.raises(Refusal, match="同一列不能对应两个栏目"):
            kept(sqlite_office, doubled, ACTOR, NOW)
    assert sqlite_office.lists.count(CaseQuery()) == 0


def test_rows_without_numbers_never_take_one_that_a_later_row_has(office: Office, tmp_path: Path) -> None:
    rows = [event_row(None, 标题=f"演示：第{n}件") for n in range(3)]
    rows += [event_row("331121103-20180611-0002", 标题="演示：已有编号")]
    done = import_ledger(office, Kind.EVENT, ledger(tmp_path, rows), TOWN_AREAS[0], ACTOR, NOW)
    assert (done.new, done.refused) == (4, 0)
    found = {row.number for row in office.lists.load_rows(office.lists.find_ids(CaseQuery(kind=Kind.EVENT)))}
    assert found == {f"331121103-20180611-{n:04}" for n in (2, 3, 4, 5)}
    again = import_ledger(office, Kind.EVENT, ledger(tmp_path, rows), TOWN_AREAS[0], ACTOR, NOW)
    assert (again.new, again.changed, again.same) == (0, 0, 4)
