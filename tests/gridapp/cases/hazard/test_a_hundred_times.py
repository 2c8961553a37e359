"""No path strikes a hazard off without a passed re-check since its reopening, each tried a hundred times."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import openpyxl
import pytest

from gridapp.cases.bulk import Rules, apply, preview
from gridapp.cases.handle import restore, take, void
from gridapp.cases.merging import merge
from gridapp.cases.order import Order
from gridapp.cases.take_many import Taking, take_many
from gridapp.cases.undo import redo, undo
from gridapp.domain.actor import Actor
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case, Closing
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.status import Status
from gridapp.domain.striking_off import unlawful
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import CaseQuery, Office, Save
from tests.gridapp.cases.hazard.hopeless import NOW, TRIES, WAYS, clock, found, hopeless, led
from tests.offices import ACTOR, DEADLINES, TOWN_AREAS

STRIKE_OFF = Order(move=Move.STRIKE_OFF, result="演示", evidence="演示")
DAY = timedelta(days=1)
_SENTENCE_ENDS = 1


def still(office: Office, hazards: Sequence[Case]) -> bool:
    """Whether the hazards are on file exactly as they were."""
    return [office.cases.load(hazard.id) for hazard in hazards] == list(hazards)


def is_one_sentence(words: str) -> bool:
    """Whether a refusal is one plain sentence."""
    return words.count("。") == _SENTENCE_ENDS and words.endswith("。") and "销号" in words


@pytest.fixture
def hazards(sqlite_office: Office) -> Sequence[Hazard]:
    """A hundred hazards that must not be struck off."""
    return hopeless(sqlite_office)


def test_the_ways_end_where_nothing_may_be_struck_off(sqlite_office: Office) -> None:
    cases = [
        led(sqlite_office, case, way) for case, way in zip(found(sqlite_office, len(WAYS)), WAYS.values(), strict=True)
    ]
    assert all(case.closed is None for case in cases)
    assert any(case.closings for case in cases)


def test_by_a_move(sqlite_office: Office, hazards: Sequence[Hazard]) -> None:
    for hazard in hazards:
        with pytest.raises(Refusal) as caught:
            take(sqlite_office.cases, hazard.id, hazard.version, STRIKE_OFF, DEADLINES, ACTOR, clock)
        assert is_one_sentence(str(caught.value)), str(caught.value)
    assert still(sqlite_office, hazards)


def test_by_a_recheck_that_is_not_passed(sqlite_office: Office, hazards: Sequence[Hazard]) -> None:
    for n, hazard in enumerate(hazards):
        result = (RecheckResult.FAILED, RecheckResult.PARTLY)[n % 2]
        order = Order(
            move=Move.RECHECK,
            inspectors=("演示甲", "演示乙"),
            recheck_result=result,
            record=f"演示{n}",
            strike_off=True,
        )
        with pytest.raises(Unacceptable) as caught:
            take(sqlite_office.cases, hazard.id, hazard.version, order, DEADLINES, ACTOR, clock)
        (problem,) = caught.value.problems
        assert problem.field == "strike_off"
        assert is_one_sentence(problem.message)
    assert still(sqlite_office, hazards)


def test_many_at_once(sqlite_office: Office, hazards: Sequence[Hazard]) -> None:
    rules = Rules(AreaTree(TOWN_AREAS), DEADLINES, ACTOR, clock)
    lines = preview(sqlite_office.cases, [hazard.id for hazard in hazards], STRIKE_OFF, rules)
    assert len(lines) == TRIES
    assert all(line.refusal is not None and is_one_sentence(line.refusal) for line in lines)
    assert apply(sqlite_office.cases, lines, STRIKE_OFF, rules) == 0
    assert still(sqlite_office, hazards)


def test_together_with_one_that_may(sqlite_office: Office, hazards: Sequence[Hazard]) -> None:
    """All or none: what may be struck off waits as well."""
    (other,) = found(sqlite_office, 1, "演示另一处")
    lawful = led(sqlite_office, other, WAYS["合格以后又不合格"][:2])
    takings = [Taking(hazard.id, hazard.version, STRIKE_OFF) for hazard in (lawful, *hazards)]
    with pytest.raises(Unacceptable) as caught:
        take_many(sqlite_office.cases, takings, DEADLINES, ACTOR, clock)
    assert [problem.field for problem in caught.value.problems] == [f"{n}.move" for n in range(1, TRIES + 1)]
    assert still(sqlite_office, (lawful, *hazards))


def _closed_anyhow(hazard: Hazard, rng: Random) -> Hazard:
    """The same hazard with a closing that somebody wrote, and re-checks that do not carry it."""
    closed_at = hazard.last_moment + timedelta(hours=rng.randint(1, 90))
    after, failed = closed_at + rng.randint(1, 9) * DAY, rng.choice((RecheckResult.FAILED, RecheckResult.PARTLY))
    before = hazard.closings[-1].closed_at if hazard.closings else None
    more: tuple[tuple[Recheck, ...], ...] = (
        (),
        (Recheck(at=closed_at, result=failed),),
        (Recheck(at=after, result=RecheckResult.PASSED),),
        (Recheck(at=closed_at, result=failed), Recheck(at=after, result=RecheckResult.PASSED)),
        (Recheck(at=closed_at, result=failed), Recheck(at=hazard.reported_at, result=RecheckResult.PASSED)),
        (Recheck(at=before, result=RecheckResult.PASSED),) if before else (),
    )
    rechecks = (*hazard.known_rechecks, *rng.choice(more))
    closing = Closing(closed_at=closed_at, result="演示", evidence=rng.choice((None, "演示：照片")))
    status = rng.choice((Status.STRUCK_OFF, hazard.status, Status.TO_STRIKE_OFF))
    told = replace(hazard, closings=(*hazard.closings, closing), rechecks=rechecks, status=status)
    if hazard.closings and rng.random() < 0.3:
        # The reopening is taken back by hand, and the old closing stands as if nothing had happened.
        told = replace(hazard, status=Status.STRUCK_OFF, rechecks=())
    return told


def test_by_a_plain_save(sqlite_office: Office, hazards: Sequence[Hazard]) -> None:
    rng = Random(5)
    for hazard in hazards:
        with pytest.raises(Refusal) as caught, sqlite_office.cases.transaction() as writer:
            writer.save([Save(hazard, _closed_anyhow(hazard, rng), "演示")], ACTOR, NOW)
        assert is_one_sentence(str(caught.value))
    assert still(sqlite_office, hazards)


def test_by_a_plain_save_among_good_ones(sqlite_office: Office, hazards: Sequence[Hazard]) -> None:
    rng = Random(6)
    for n, hazard in enumerate(hazards):
        other = hazards[n - 1]
        good = Save(other, replace(other, note="演示"), "修改")
        with pytest.raises(Refusal), sqlite_office.cases.transaction() as writer:
            writer.save([good, Save(hazard, _closed_anyhow(hazard, rng), "演示")], ACTOR, NOW)
    assert still(sqlite_office, hazards)


def test_by_voiding_and_restoring(sqlite_office: Office, hazards: Sequence[Hazard]) -> None:
    store = sqlite_office.cases
    for hazard in hazards:
        gone = void(store, hazard.id, hazard.version, "演示", DEADLINES, ACTOR, clock)
        with pytest.raises(Refusal):
            take(store, gone.id, gone.version, STRIKE_OFF, DEADLINES, ACTOR, clock)
        back = restore(store, gone.id, gone.version, "演示", DEADLINES, ACTOR, clock)
        assert replace(back, version=hazard.version) == hazard
        with pytest.raises(Refusal):
            take(store, back.id, back.version, STRIKE_OFF, DEADLINES, ACTOR, clock)


def test_by_merging_into_one_that_is_struck_off(sqlite_office: Office, hazards: Sequence[Hazard]) -> None:
    store = sqlite_office.cases
    (other,) = found(sqlite_office, 1, "演示另一处")
    target = led(sqlite_office, other, WAYS["重开以前合格"][:3])
    assert target.status is Status.STRUCK_OFF
    for hazard in hazards:
        with pytest.raises(Refusal) as caught:
            merge(store, hazard.id, hazard.version, target.id, "演示", DEADLINES, ACTOR, clock)
        assert is_one_sentence(str(caught.value))
    assert still(sqlite_office, hazards)


def test_by_redoing_a_merging_into_one_struck_off_since(sqlite_office: Office) -> None:
    store, other = sqlite_office.cases, Actor("演示他人", "二号机")
    (hazard,), (other_one,) = found(sqlite_office, 1), found(sqlite_office, 1, "演示另一处")
    target: Case = other_one
    merge(store, hazard.id, hazard.version, target.id, "演示", DEADLINES, ACTOR, clock)
    undo(store, ACTOR, clock)
    for move, particulars in WAYS["重开以前合格"][:3]:
        target = store.load(target.id)
        order = Order(move=move, at=target.last_moment + timedelta(hours=1), **particulars)
        take(store, target.id, target.version, order, DEADLINES, other, clock)
    with pytest.raises(Refusal) as caught:
        redo(store, ACTOR, clock)
    assert is_one_sentence(str(caught.value))
    assert store.load(hazard.id).excluded is None


def test_a_struck_off_one_merged_into_another_leaves_that_open(
    sqlite_office: Office, hazards: Sequence[Hazard]
) -> None:
    store = sqlite_office.cases
    struck_off = (
        led(sqlite_office, case, WAYS["重开以前合格"][:3]) for case in found(sqlite_office, TRIES, "演示另一处")
    )
    for source, hazard in zip(struck_off, hazards, strict=True):
        merge(store, source.id, source.version, hazard.id, "演示", DEADLINES, ACTOR, clock)
        target = store.load(hazard.id)
        assert target.closed is None
        with pytest.raises(Refusal):
            take(store, target.id, target.version, STRIKE_OFF, DEADLINES, ACTOR, clock)


def _deeds(office: Office, hazard: Hazard, rng: Random) -> Iterator[Case]:
    """Lawful steps, undone and redone in any order; the hazard after each."""
    steps = (*WAYS["重开以后反馈"], *WAYS["重开以前合格"][1:3])
    for place in range(rng.randint(4, 9)):
        case = office.cases.load(hazard.id)
        deed = rng.choice(("step", "step", "undo", "redo", "void"))
        try:
            if deed == "undo":
                undo(office.cases, ACTOR, clock)
            elif deed == "redo":
                redo(office.cases, ACTOR, clock)
            elif deed == "void" and case.excluded is None:
                gone = void(office.cases, case.id, case.version, "演示", DEADLINES, ACTOR, clock)
                restore(office.cases, gone.id, gone.version, "演示", DEADLINES, ACTOR, clock)
            else:
                led(office, case, steps[min(place, len(steps) - 1) :][:1])
        except Refusal:
            continue
        yield office.cases.load(hazard.id)


def test_by_undoing_and_redoing(sqlite_office: Office) -> None:
    rng = Random(7)
    struck = 0
    for hazard in found(sqlite_office, TRIES):
        for case in _deeds(sqlite_office, hazard, rng):
            assert isinstance(case, Hazard)
            assert unlawful(case) is None
            struck += case.closed is not None
    assert struck > 0


def test_undoing_the_passed_recheck_leaves_nothing_to_strike_off_by(sqlite_office: Office) -> None:
    store = sqlite_office.cases
    for hazard in found(sqlite_office, TRIES):
        led(sqlite_office, hazard, WAYS["重开以前合格"][:2])
        undo(store, ACTOR, clock)
        case = store.load(hazard.id)
        with pytest.raises(Refusal) as caught:
            take(store, case.id, case.version, STRIKE_OFF, DEADLINES, ACTOR, clock)
        assert is_one_sentence(str(caught.value))


HEADINGS = (
    "隐患编号",
    "场所名称",
    "场所类型",
    "所属村社",
    "隐患类别",
    "隐患内容",
    "计数单位",
    "排查时间",
    "复查时间",
    "复查结果",
    "销号时间",
)


def _rows(rng: Random, numbers: Sequence[str]) -> Iterator[list[str]]:
    for n, number in enumerate(numbers):
        closed = rng.randint(10, 27)
        rechecked, result = rng.choice(
            (
                ("", ""),
                (f"2018-02-{rng.randint(6, closed):02}", "不合格"),
                (f"2018-02-{rng.randint(6, closed):02}", "部分合格"),
                (f"2018-02-{closed + 1:02}", "合格"),
                ("", "合格"),
                (f"2018-02-{rng.randint(6, closed):02}", ""),
                ("2018-02-02", "合格"),
            )
        )
        where = [number, "演示房", "居住出租房", "桐川村", "居住出租房消防隐患", f"演示：隐患{n}", "条", "2018-02-05"]
        yield [*where, rechecked, result, f"2018-02-{closed:02}"]


def _book(folder: Path, rows: Sequence[Sequence[str]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(list(row))
    path = folder / "演示.xlsx"
    book.save(path)
    return path


def test_by_an_import_of_new_ones(sqlite_office: Office, tmp_path: Path) -> None:
    path = _book(tmp_path, list(_rows(Random(8), [f"演示-{n}" for n in range(TRIES)])))
    done = import_ledger(sqlite_office, Kind.HAZARD, path, TOWN_AREAS[0], ACTOR, clock)
    assert (done.new, done.changed, done.refused) == (0, 0, TRIES)
    rows = [problem.row for problem in done.problems]
    assert len(rows) == len(set(rows))
    assert sqlite_office.lists.count(CaseQuery(kind=Kind.HAZARD)) == 0


def test_by_an_import_over_those_on_file(sqlite_office: Office, hazards: Sequence[Hazard], tmp_path: Path) -> None:
    path = _book(tmp_path, list(_rows(Random(9), [hazard.number for hazard in hazards])))
    done = import_ledger(sqlite_office, Kind.HAZARD, path, TOWN_AREAS[0], ACTOR, clock)
    assert (done.changed, done.refused) == (0, TRIES)
    assert still(sqlite_office, hazards)


def test_by_an_import_that_tells_the_recheck_before_the_reopening(sqlite_office: Office, tmp_path: Path) -> None:
    """The row is lawful by itself, but the hazard was reopened since: it stays open, and the import says so."""
    cases = [led(sqlite_office, case, WAYS["重开以前合格"]) for case in found(sqlite_office, TRIES)]
    where = ["演示出租房", "居住出租房", "桐川村", "居住出租房消防隐患"]
    rows = [[case.number, *where, case.title, "条", "2018-02-05", "2018-02-05", "合格", "2018-02-05"] for case in cases]
    done = import_ledger(sqlite_office, Kind.HAZARD, _book(tmp_path, rows), TOWN_AREAS[0], ACTOR, clock)
    assert done.new == 0
    kept = [sqlite_office.cases.load(case.id) for case in cases]
    assert all(case.closed is None for case in kept)
    assert {case.status for case in kept} == {Status.RECTIFYING}
