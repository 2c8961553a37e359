"""Many cases at once: the preview says exactly what is done, and what is refused stays as it was."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from gridapp.cases.bulk import MOST, Change, Line, Rules, Settings, apply, preview
from gridapp.cases.order import Order
from gridapp.domain.identity import case_id_at
from gridapp.domain.move import Move
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.domain.status import Status
from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.offices import ACTOR, DEADLINES, NOW, VILLAGES, amended, at, closed, recorded, taken


def rules(office: Office) -> Rules:
    return Rules(office.registers.areas(), DEADLINES, ACTOR, NOW)


def previewed(office: Office, ids: Sequence[UUID], change: Change) -> list[Line]:
    return list(preview(office.cases, ids, change, rules(office)))


def test_a_preview_says_what_changes_and_writes_nothing(office: Office) -> None:
    events = [recorded(office), recorded(office, unit="演示所")]
    lines = previewed(office, [event.id for event in events], Settings(fields={"unit": "演示所"}))
    assert [(line.number, dict(line.changes)) for line in lines] == [
        (events[0].number, {"unit": (None, "演示所")}),
        (events[1].number, {}),
    ]
    assert [office.cases.load(event.id) for event in events] == events


def test_what_was_previewed_is_what_is_done(office: Office) -> None:
    events = [recorded(office), recorded(office, unit="演示所")]
    change = Settings(fields={"unit": "演示所", "level": "较大"})
    lines = previewed(office, [event.id for event in events], change)
    assert apply(office.cases, lines, change, rules(office)) == 2
    for event in events:
        saved = office.cases.load(event.id)
        assert (saved.unit, saved.level, saved.version) == ("演示所", "较大", 2)


def test_a_move_is_made_where_it_is_lawful_and_refused_with_its_reason_elsewhere(office: Office) -> None:
    waiting, done = recorded(office), closed(office, recorded(office))
    change = Order(move=Move.ACCEPT)
    lines = previewed(office, [waiting.id, done.id], change)
    assert [line.refusal is None for line in lines] == [True, False]
    assert "现在是“已办结”，不能受理" in str(lines[1].refusal)
    assert apply(office.cases, lines, change, rules(office)) == 1
    assert office.cases.load(waiting.id).status is Status.ACCEPTED
    assert office.cases.load(done.id) == done


def test_nothing_is_closed_without_result_and_evidence(office: Office) -> None:
    cases = [taken(office, recorded(office), Move.ACCEPT, at(2018, 1, 4)) for _ in range(3)]
    lines = previewed(office, [case.id for case in cases], Order(move=Move.CLOSE, result="演示：已处理"))
    assert all("请附上佐证" in str(line.refusal) for line in lines)
    assert apply(office.cases, lines, Order(move=Move.CLOSE), rules(office)) == 0
    assert [office.cases.load(case.id) for case in cases] == cases


def test_what_others_have_received_is_corrected_only_with_a_reason(office: Office) -> None:
    done = closed(office, recorded(office))
    without, with_reason = Settings(fields={"level": "较大"}), Settings(fields={"level": "较大"}, reason="演示：填错")
    assert "请写明更正原因" in str(previewed(office, [done.id], without)[0].refusal)
    lines = previewed(office, [done.id], with_reason)
    assert apply(office.cases, lines, with_reason, rules(office)) == 1
    assert office.cases.history(done.id)[-1].reason == "演示：填错"


def test_a_grid_of_another_village_is_refused(office: Office) -> None:
    event = recorded(office, village=VILLAGES[1])
    line = previewed(office, [event.id], Settings(fields={"grid": f"{VILLAGES[0]}-01"}))[0]
    assert "所选网格不属于该村社" in str(line.refusal)


def test_a_case_changed_since_the_preview_stops_all_of_them(office: Office) -> None:
    events = [recorded(office), recorded(office)]
    change = Settings(fields={"unit": "演示所"})
    lines = previewed(office, [event.id for event in events], change)
    amended(office, events[1], title="演示：他人改过")
    with pytest.raises(Overtaken, match="本次没有修改任何一件"):
        apply(office.cases, lines, change, rules(office))
    assert office.cases.load(events[0].id) == events[0]


def test_too_many_at_once_are_refused(sqlite_office: Office) -> None:
    ids = [case_id_at(at(2018, 1, 1), n) for n in range(MOST + 1)]
    with pytest.raises(Refusal, match="一次最多修改"):
        previewed(sqlite_office, ids, Settings(fields={"unit": "演示所"}))


def test_every_check_holds_afterwards(office: Office) -> None:
    ids = [recorded(office).id for _ in range(5)]
    change = Order(move=Move.ACCEPT)
    apply(office.cases, previewed(office, ids, change), change, rules(office))
    assert [result for result in check(office) if not result.ok] == []


def test_a_new_level_gives_an_event_that_waits_its_own_limit(office: Office) -> None:
    event = recorded(office)
    change = Settings(fields={"level": "重大"})
    apply(office.cases, previewed(office, [event.id], change), change, rules(office))
    assert office.cases.load(event.id).step_due_at == amended(office, recorded(office), level="重大").step_due_at
    assert office.cases.load(event.id).step_due_at != event.step_due_at


def test_what_is_archived_is_left_as_it_is(office: Office) -> None:
    event = taken(office, closed(office, recorded(office), at(2018, 1, 4)), Move.ARCHIVE)
    change = Settings(fields={"source": "微信"}, reason="演示")
    assert [line.refusal for line in previewed(office, [event.id], change)] == ["已经归档，只供查看，不能再修改。"]
