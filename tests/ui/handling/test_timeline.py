"""The line of time tells every step, change, file, limit and round of a case, newest first."""

from gridapp.cases.handle import restore, void
from gridapp.cases.undo import redo, undo
from gridapp.domain.attachment import Attachment
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.ports import Office
from tests.offices import ACTOR, DEADLINES, NOW, amended, at, closed, recorded, reopened, taken
from ui.handling.timeline import Item, timeline


def _items(office: Office, case: Case) -> list[Item]:
    return list(timeline(Kind.EVENT, office.cases.history(case.id), office.registers.areas()))


def _said(item: Item) -> dict[str, str]:
    return dict(item.lines)


def test_a_registration_tells_its_number_and_why_it_was_late(sqlite_office: Office) -> None:
    event = recorded(sqlite_office)
    (item,) = _items(sqlite_office, event)
    assert (item.title, item.person, item.is_course) == ("登记", "演示员（一号机）", True)
    assert _said(item)["编号"] == event.number
    assert _said(item)["补录原因"] == "演示：补录纸质台账"


def test_a_change_is_told_field_by_field_and_is_no_handling(sqlite_office: Office) -> None:
    event = amended(sqlite_office, recorded(sqlite_office), title="演示：新标题", phone="13700000001")
    item = _items(sqlite_office, event)[0]
    assert (item.title, item.is_course) == ("修改", False)
    assert _said(item) == {"标题": "演示：道路积水 → 演示：新标题", "联系电话": "（空） → 13700000001"}


def test_a_step_tells_what_was_said_and_when_it_was(sqlite_office: Office) -> None:
    event = taken(sqlite_office, recorded(sqlite_office), Move.ACCEPT, at(2018, 1, 4))
    event = taken(
        sqlite_office,
        event,
        Move.ASSIGN,
        at(2018, 1, 5),
        unit="演示站所",
        handler="演示员乙",
        assistants=("演示二所",),
        opinion="演示：请核实",
    )
    assist, assign = _items(sqlite_office, event)[:2]
    assert (assist.title, _said(assist)) == ("协办", {"协办单位": "演示二所"})
    assert _said(assign) == {"主办单位": "演示站所", "承办人": "演示员乙", "交办意见": "演示：请核实"}
    assert assign.at == at(2018, 1, 5)
    assert assign.recorded_at is not None


def test_a_limit_that_moved_is_told_with_the_step(sqlite_office: Office) -> None:
    event = taken(sqlite_office, recorded(sqlite_office), Move.ACCEPT, at(2018, 1, 4, 9))
    event = taken(sqlite_office, event, Move.ASK_EXTENSION, at(2018, 1, 4, 10), reason="演示", days=3)
    event = taken(
        sqlite_office, event, Move.GRANT_EXTENSION, at(2018, 1, 4, 11), days=3, opinion="同意", approver="演示领导"
    )
    item = _items(sqlite_office, event)[0]
    assert "→ 2018-01-09" in _said(item)["办理时限"]
    assert _said(item)["审批领导"] == "演示领导"


def test_files_stand_with_the_step_that_they_prove(sqlite_office: Office) -> None:
    digest = sqlite_office.attachments.put(b"demo")
    file = Attachment(name="演示.jpg", sha256=digest, size=4, added_at=at(2018, 1, 4), added_by="演示员")
    event = taken(sqlite_office, recorded(sqlite_office), Move.SELF_CLOSE, result="演示：已处理", attachments=(file,))
    item = _items(sqlite_office, event)[0]
    assert [found["name"] for found in item.files] == ["演示.jpg"]
    assert _said(item)["佐证"] == "见附件"


def test_a_reopening_begins_another_round(sqlite_office: Office) -> None:
    event = closed(sqlite_office, reopened(sqlite_office, closed(sqlite_office, recorded(sqlite_office))))
    rounds = [(item.title, item.round) for item in _items(sqlite_office, event)]
    assert rounds == [("办结", 2), ("重开", 2), ("办结", 1), ("受理", 1), ("登记", 1)]


def test_voiding_and_restoring_tell_why(sqlite_office: Office) -> None:
    event = recorded(sqlite_office)
    void(sqlite_office.cases, event.id, 1, "演示：登记错误", DEADLINES, ACTOR, NOW)
    restore(sqlite_office.cases, event.id, 2, "演示：又对了", DEADLINES, ACTOR, NOW)
    told = [(item.title, _said(item)) for item in _items(sqlite_office, event)[:2]]
    assert told == [("恢复", {"恢复原因": "演示：又对了"}), ("作废", {"作废原因": "演示：登记错误"})]


def test_undoing_and_redoing_are_told_as_such(sqlite_office: Office) -> None:
    event = taken(sqlite_office, recorded(sqlite_office), Move.ACCEPT)
    undo(sqlite_office.cases, ACTOR, NOW)
    redo(sqlite_office.cases, ACTOR, NOW)
    told = [(item.title, _said(item)["内容"]) for item in _items(sqlite_office, event)[:2]]
    assert told == [("重做", "重做受理"), ("撤销", "撤销受理")]


def test_what_was_undone_is_marked(sqlite_office: Office) -> None:
    event = taken(sqlite_office, recorded(sqlite_office), Move.ACCEPT)
    undo(sqlite_office.cases, ACTOR, NOW)
    assert [(i.title, i.undone) for i in _items(sqlite_office, event)] == [
        ("撤销", False),
        ("受理", True),
        ("登记", False),
    ]
