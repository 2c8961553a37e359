"""Undoing and redoing a person's last saves."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridapp.cases.attach import NewFile, attach
from gridapp.cases.event.on_site import hold_on_site
from gridapp.cases.event.record import amend, draft_of, record
from gridapp.cases.handle import restore, take, void
from gridapp.cases.merging import merge, merge_all
from gridapp.cases.order import Order, Task
from gridapp.cases.undo import redo, redoable, undo, undoable
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.move import Move
from gridapp.domain.period import Month, period_named
from gridapp.domain.problem import ClosedMonth, Refusal
from gridapp.ports import Office, Save
from gridapp.safekeeping.check import check
from tests.gridapp.content import content_hash
from tests.offices import (
    ACTOR,
    DEADLINES,
    NOW,
    TOWN,
    VILLAGES,
    at,
    closed,
    correcting,
    draft,
    month_closed,
    recorded,
    taken,
)
from tests.sizes import FULL

OTHER = Actor("演示乙", "二号机")
COUNTED = ("event.reported", "event.closed", "event.closing", "event.reopened", "event.merged")


def titled(office: Office, case: Case, title: str, actor: Actor = ACTOR) -> Case:
    assert isinstance(case, Event)
    changed = replace(draft_of(case), title=title)
    return amend(office.cases, office.registers.areas(), DEADLINES, case.id, case.version, changed, actor, NOW)


def words(office: Office, person: str = ACTOR.name) -> list[str]:
    return [step.action for step in undoable(office.cases, person)]


def test_what_can_be_undone_is_told_in_words_newest_first(office: Office) -> None:
    event = recorded(office)
    titled(office, event, "演示：改过")
    newest, oldest = undoable(office.cases, ACTOR.name)
    assert newest.words == f"修改 {event.number} 演示：改过"
    assert (oldest.action, oldest.cases, oldest.case_id) == ("登记", 1, event.id)
    assert newest.at > oldest.at


def test_an_undone_change_is_as_before_and_history_keeps_both(office: Office) -> None:
    event = recorded(office)
    titled(office, event, "演示：改过")
    (case,) = undo(office.cases, ACTOR, NOW)
    assert office.cases.load(event.id) == case == replace(event, version=3)
    last = office.cases.history(event.id)[-1]
    assert (last.action, last.reason, last.takes_back) == ("撤销", "撤销修改", 2)


def test_an_undone_registration_is_voided_and_its_number_stays_used(office: Office) -> None:
    event = recorded(office)
    (case,) = undo(office.cases, ACTOR, NOW)
    assert case.excluded is not None
    assert case.excluded.reason == "撤销登记"
    assert figure(office.ledger, indicator_named("event.reported"), Cut(period_named("2018"), TOWN)) == 0
    assert recorded(office).number != event.number


def test_undo_goes_back_step_by_step_and_redo_forward_again(office: Office) -> None:
    event = recorded(office)
    for title in ("演示：一", "演示：二"):
        event = titled(office, event, title)  # type: ignore[assignment]
    titles = [undo(office.cases, ACTOR, NOW)[0].title for _ in range(2)]
    assert titles == ["演示：一", "演示：道路积水"]
    assert words(office) == ["登记"]
    assert [redo(office.cases, ACTOR, NOW)[0].title for _ in range(2)] == ["演示：一", "演示：二"]
    assert words(office) == ["修改", "修改", "登记"]
    assert undo(office.cases, ACTOR, NOW)[0].title == "演示：一"


def test_a_new_save_ends_what_could_be_redone(office: Office) -> None:
    titled(office, recorded(office), "演示：改过")
    (case,) = undo(office.cases, ACTOR, NOW)
    step = redoable(office.cases, ACTOR.name)
    assert step is not None
    assert step.action == "修改"
    titled(office, case, "演示：另改")
    assert redoable(office.cases, ACTOR.name) is None
    with pytest.raises(Refusal, match="没有可以重做的撤销"):
        redo(office.cases, ACTOR, NOW)


def test_a_person_undoes_his_own_saves_only(office: Office) -> None:
    recorded(office)
    with pytest.raises(Refusal, match="没有可以撤销的保存"):
        undo(office.cases, OTHER, NOW)


def test_what_somebody_changed_since_is_not_undone(office: Office) -> None:
    event = titled(office, recorded(office), "演示：改过")
    event = titled(office, event, "演示：他人改过", OTHER)
    with pytest.raises(Refusal, match="又被演示乙改动过（修改），不能撤销"):
        undo(office.cases, ACTOR, NOW)
    assert office.cases.load(event.id) == event


def test_what_an_import_changed_since_is_not_undone(office: Office) -> None:
    event = titled(office, recorded(office), "演示：改过")
    with office.cases.transaction() as writer:
        writer.save([Save(event, replace(event, note="导入"), "导入")], OTHER, NOW(), batch="演示批次")
    with pytest.raises(Refusal, match="又被一次导入改动过"):
        undo(office.cases, ACTOR, NOW)


def test_an_earlier_save_can_be_chosen_where_the_newest_is_blocked(office: Office) -> None:
    free, blocked = recorded(office), recorded(office)
    free = titled(office, free, "演示：自由")  # type: ignore[assignment]
    titled(office, titled(office, blocked, "演示：受阻"), "演示：他人改过", OTHER)
    chosen = next(step for step in undoable(office.cases, ACTOR.name) if step.case_id == free.id)
    assert undo(office.cases, ACTOR, NOW, chosen)[0].title == "演示：道路积水"
    with pytest.raises(Refusal, match="已经撤销过"):
        undo(office.cases, ACTOR, NOW, chosen)


def test_what_an_import_brought_is_no_step(office: Office) -> None:
    with office.cases.transaction() as writer:
        writer.save([Save(None, recorded_case(), "导入")], ACTOR, NOW(), batch="演示批次")
    assert words(office) == []


def recorded_case() -> Case:
    return Event(
        id=UUID(int=1),
        town=TOWN,
        number="演示导入",
        title="演示",
        reported_at=at(2018, 1, 3),
        registered_at=at(2018, 1, 3),
        village=VILLAGES[0],
        category="ZF0303",
    )


def test_cases_saved_at_once_are_one_step(office: Office) -> None:
    kept, *doubles = (recorded(office) for _ in range(4))
    before = content_hash(doubles)
    merge_all(office.cases, {case.id: case.version for case in doubles}, kept.id, "重复", DEADLINES, ACTOR, NOW)
    assert undoable(office.cases, ACTOR.name)[0].cases == 3
    assert content_hash(undo(office.cases, ACTOR, NOW)) == before
    assert len(redo(office.cases, ACTOR, NOW)) == 3
    assert {case.id for case in office.cases.merged_into(kept.id)} == {case.id for case in doubles}


def test_a_case_that_another_was_merged_into_is_not_undone_away(office: Office) -> None:
    double = recorded(office)
    kept = record(office.cases, office.registers.areas(), DEADLINES, draft(), OTHER, NOW)
    merge(office.cases, double.id, 1, kept.id, "重复", DEADLINES, ACTOR, NOW)
    with pytest.raises(Refusal, match=f"{double.number} 已并入 {kept.number}，请先拆案"):
        undo(office.cases, OTHER, NOW)


def test_a_merging_is_not_redone_into_a_case_that_has_gone(office: Office) -> None:
    double, kept = recorded(office), recorded(office)
    merge(office.cases, double.id, 1, kept.id, "重复", DEADLINES, ACTOR, NOW)
    undo(office.cases, ACTOR, NOW)
    void(office.cases, kept.id, 1, "误登", DEADLINES, OTHER, NOW)
    with pytest.raises(Refusal, match=f"{kept.number} 已经作废或并案"):
        redo(office.cases, ACTOR, NOW)


def test_a_restored_case_that_another_was_merged_into_is_not_voided_again(office: Office) -> None:
    double, kept = recorded(office), recorded(office)
    restore(
        office.cases,
        kept.id,
        void(office.cases, kept.id, 1, "误登", DEADLINES, OTHER, NOW).version,
        "仍有效",
        DEADLINES,
        OTHER,
        NOW,
    )
    merge(office.cases, double.id, 1, kept.id, "重复", DEADLINES, ACTOR, NOW)
    with pytest.raises(Refusal, match=f"{double.number} 已并入 {kept.number}，请先拆案"):
        undo(office.cases, OTHER, NOW)


def test_a_meeting_is_told_by_its_event_and_not_by_its_tasks(office: Office) -> None:
    event = taken(office, recorded(office), Move.ACCEPT, at(2018, 1, 4))
    order = Order(move=Move.ON_SITE, place="演示：村口", tasks=(Task(title="演示：清运", unit="演示所"),))
    hold_on_site(office.cases, event.id, event.version, order, DEADLINES, ACTOR, lambda: at(2018, 1, 5))
    assert [(step.action, step.number, step.cases) for step in undoable(office.cases, ACTOR.name, 1)] == [
        ("现场办公", event.number, 2)
    ]


def test_saves_are_told_apart_where_the_clock_stands_still(office: Office) -> None:
    def still() -> object:
        return at(2018, 12, 31)

    areas = office.registers.areas()
    events = [record(office.cases, areas, DEADLINES, draft(), ACTOR, still) for _ in range(3)]  # type: ignore[arg-type]
    undone = [undo(office.cases, ACTOR, still)[0].id for _ in range(3)]  # type: ignore[arg-type]
    assert undone == [event.id for event in reversed(events)]


def test_an_undoing_in_a_closed_month_needs_leave_and_is_posted_as_a_correction(office: Office) -> None:
    event = closed(office, recorded(office), at(2018, 1, 20))
    month_closed(office, Month(2018, 1))
    with pytest.raises(ClosedMonth, match="2018年1月已经关账"):
        undo(office.cases, ACTOR, NOW)
    undo(correcting(office).cases, ACTOR, NOW)
    closed_in = {
        month: figure(office.ledger, indicator_named("event.closed"), Cut(period_named(month), TOWN))
        for month in ("2018-01", "2018-02")
    }
    assert closed_in == {"2018-01": 1, "2018-02": -1}
    assert office.cases.load(event.id).closed is None


def test_no_more_than_the_last_twenty_are_offered(office: Office) -> None:
    event: Case = recorded(office)
    for n in range(22):
        event = titled(office, event, f"演示：第 {n} 次")
    assert len(undoable(office.cases, ACTOR.name)) == 20


_CLERKS = count(1)
_DOINGS = ("record", "accept", "close", "reopen", "village", "title", "void", "restore", "merge", "attach")
Doing = tuple[str, int]


class Clerk:
    """A clerk of his own who saves this and that."""

    def __init__(self, office: Office) -> None:
        self.office, self.cases = office, list[UUID]()
        self.actor = Actor(f"演示员{next(_CLERKS)}", "一号机")

    def save(self, doing: Doing) -> bool:
        """Does it, if that is lawful now."""
        what, n = doing
        before = len(undoable(self.office.cases, self.actor.name, 100))
        with suppress(Refusal):
            if what == "record" or not self.cases:
                self._record(n)
            else:
                act: Callable[[Case, int], object] = getattr(self, f"_{what}")
                act(self.office.cases.load(self.cases[n % len(self.cases)]), n)
        return len(undoable(self.office.cases, self.actor.name, 100)) > before

    def state(self) -> tuple[str, list[object]]:
        """What the clerk's registered cases say, and what the ledger counts."""
        cases = [self.office.cases.load(case_id) for case_id in self.cases]
        standing = [case for case in cases if case.excluded is None or case.excluded.reason != "撤销登记"]
        cut = Cut(period_named("2018"), TOWN)
        return content_hash(standing), [figure(self.office.ledger, indicator_named(code), cut) for code in COUNTED]

    def _record(self, n: int) -> None:
        new = draft(at(2018, 1 + n % 6, 1 + n % 20), village=VILLAGES[n % 3], title=f"演示：第{n}件")
        areas = self.office.registers.areas()
        self.cases.append(record(self.office.cases, areas, DEADLINES, new, self.actor, NOW).id)

    def _amend(self, case: Case, **fields: str) -> None:
        assert isinstance(case, Event)
        changed = replace(draft_of(case), reason="演示：更正", **fields)  # type: ignore[arg-type]
        areas = self.office.registers.areas()
        amend(self.office.cases, areas, DEADLINES, case.id, case.version, changed, self.actor, NOW)

    def _title(self, case: Case, n: int) -> None:
        self._amend(case, title=f"演示：改为{n}")

    def _village(self, case: Case, n: int) -> None:
        self._amend(case, village=VILLAGES[n % 3])

    def _take(self, case: Case, order: Order) -> None:
        take(self.office.cases, case.id, case.version, order, DEADLINES, self.actor, NOW)

    def _accept(self, case: Case, n: int) -> None:
        self._take(case, Order(move=Move.ACCEPT))

    def _close(self, case: Case, n: int) -> None:
        self._take(case, Order(move=Move.CLOSE, result="演示：已处理", evidence="演示：现场查看"))

    def _reopen(self, case: Case, n: int) -> None:
        self._take(case, Order(move=Move.REOPEN, reason="演示：不满意", approver="演示领导"))

    def _void(self, case: Case, n: int) -> None:
        void(self.office.cases, case.id, case.version, "误登", DEADLINES, self.actor, NOW)

    def _restore(self, case: Case, n: int) -> None:
        restore(self.office.cases, case.id, case.version, "查明无误", DEADLINES, self.actor, NOW)

    def _merge(self, case: Case, n: int) -> None:
        into = self.cases[n // 7 % len(self.cases)]
        merge(self.office.cases, case.id, case.version, into, "重复", DEADLINES, self.actor, NOW)

    def _attach(self, case: Case, n: int) -> None:
        file = NewFile(f"演示{n}.txt", str(n).encode())
        attach(self.office.cases, self.office.attachments, case.id, case.version, [file], self.actor, NOW)


@pytest.mark.timeout(1200)
@settings(
    max_examples=25 if FULL else 3,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(doings=st.lists(st.tuples(st.sampled_from(_DOINGS), st.integers(0, 60)), min_size=60, max_size=60))
def test_twenty_saves_undone_one_by_one_give_every_content_and_figure_back(
    office: Office, doings: Sequence[Doing]
) -> None:
    clerk = Clerk(office)
    states = [clerk.state()]
    for doing in doings:
        if len(states) <= 20 and clerk.save(doing):
            states.append(clerk.state())
    for earlier in reversed(states[:-1]):
        undo(office.cases, clerk.actor, NOW)
        assert clerk.state() == earlier
    assert undoable(office.cases, clerk.actor.name) == []
    for later in states[1:]:
        redo(office.cases, clerk.actor, NOW)
        assert clerk.state() == later
    assert [result for result in check(office) if not result.ok] == []
