"""Lists of disputes: their columns, their conditions, what is done with many of them, and the walk through a queue."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from gridapp.cases.queues import Queue
from gridapp.domain.case import Case
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Term
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import at, dispute_recorded, recorded, taken
from tests.ui.conftest import TODAY
from tests.ui.lists.lists import CONTROL_SHIFT, add, column, dialog, ledger, press, show_columns
from tests.ui.screen import Screen, write
from ui.cases.due_page import DuePage
from ui.cases.ledger_page import LedgerPage
from ui.home.home_page import HomePage
from ui.lists.bulk_dialog import BulkDialog
from ui.lists.condition_editor import ConditionEditor
from ui.lists.condition_fields import fields_of
from ui.lists.condition_words import condition_in_words, offered, states_of
from ui.page import Page
from ui.requests import EndMany, ShowHome

DAY = at(2018, 2, 20, 9)
RECEIVE = {"unit": "桐川村调委会", "handler": "演示员", "informed": "口头"}


def _in_hand(screen: Screen, **fields: object) -> Case:
    case: Case = dispute_recorded(screen.office, DAY, **fields)
    return taken(screen.office, case, Move.ACCEPT, at(2018, 2, 20, 10), **RECEIVE)


def _agreed(screen: Screen, title: str, due: date) -> Case:
    case = _in_hand(screen, title=title, people=3, amount=Decimal(12000))
    terms = (Term(agreement=0, what="付款", due_at=end_of(due)),)
    when = at(2018, 2, 21, 9)
    held = {"place": "演示室", "present": "双方", "record": "演示", "session_result": "达成协议"}
    case = taken(screen.office, case, Move.MEDIATE, when, **held)
    return taken(screen.office, case, Move.AGREE, when, form="书面", result="演示：付款", terms=terms)


def _row(page: LedgerPage, title: str) -> dict[str, str]:
    row = column(page, "纠纷名称").index(title)
    return {one.heading: page.list.model.index(row, place).data() for place, one in enumerate(page.list.model.columns)}


def _light_said(page: LedgerPage, title: str) -> str:
    row = column(page, "纠纷名称").index(title)
    place = [one.name for one in page.list.model.columns].index("light")
    return str(page.list.model.index(row, place).data(Qt.ItemDataRole.ToolTipRole))


def test_the_columns_tell_of_agreement_and_parties(screen: Screen) -> None:
    case = _agreed(screen, "演示：付款纠纷", date(2018, 3, 9))
    page = ledger(screen, Kind.DISPUTE)
    names = (
        "number",
        "title",
        "party_a",
        "people",
        "amount",
        "outcome",
        "form",
        "agreement_number",
        "next_term_due_at",
    )
    show_columns(screen, page, *names)
    agreement = screen.office.lists.load_rows([case.id])[0].agreement_number
    assert agreement
    assert _row(page, "演示：付款纠纷") == {
        "纠纷编号": case.number,
        "纠纷名称": "演示：付款纠纷",
        "当事人甲": "演示甲",
        "人数": "3",
        "金额（元）": "12,000",
        "调解结果": "调解成功",
        "协议形式": "书面",
        "协议编号": agreement,
        "履行期限": "2018-03-09",
    }


def test_the_light_of_a_dispute_tells_all_of_its_deadlines(screen: Screen) -> None:
    _agreed(screen, "演示：逾期未付", date(2018, 2, 25))
    case = _in_hand(screen, title="演示：约过了")
    meeting = {"meet_at": at(2018, 2, 27, 9), "place": "演示室"}
    taken(screen.office, case, Move.SCHEDULE, at(2018, 2, 20, 11), **meeting)
    page = ledger(screen, Kind.DISPUTE)
    assert _light_said(page, "演示：逾期未付").startswith("已超期，履行 2018-02-25，")
    assert _light_said(page, "演示：约过了").startswith("已超期，约定调解 2018-02-27 09:00（待补记），调解期限 ")


def test_a_list_sorts_by_when_something_is_to_be_performed(screen: Screen) -> None:
    for title, day in (("演示：后", 9), ("演示：先", 5), ("演示：中", 7)):
        _agreed(screen, title, date(2018, 3, day))
    page = ledger(screen, Kind.DISPUTE)
    page.list.table.sorted.emit("next_term_due_at", False)  # noqa: FBT003
    screen.settle()
    assert column(page, "纠纷名称")[:3] == ["演示：先", "演示：中", "演示：后"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.MODE, "行政调解"),
        (Field.COMMITTEE, "乡镇"),
        (Field.RISK, "中"),
        (Field.SCALE, "一般群体性事件"),
        (Field.MEDIATION_TYPE, "邻里纠纷"),
        (Field.CAMPAIGN_COLUMN, "婚姻家庭邻里纠纷"),
        (Field.PROJECT, "演示公路"),
    ],
)
def test_conditions_of_disputes_find_them(screen: Screen, field: Field, value: str) -> None:
    fields = {"mode": "行政调解", "committee": "乡镇", "risk": "中", "scale": "一般群体性事件", "project": "演示公路"}
    dispute_recorded(screen.office, DAY, title="演示：要找的", **fields)
    page = ledger(screen, Kind.DISPUTE)
    condition = Condition(field, Test.ONE_OF, (value,))
    add(screen, page, condition)
    count = screen.office.lists.count(CaseQuery(kind=Kind.DISPUTE, conditions=(condition,), today=TODAY))
    assert "演示：要找的" in column(page, "纠纷名称")
    assert page.list.model.rowCount() == count


def test_a_mode_is_picked_by_keys_from_its_list(screen: Screen) -> None:
    dispute_recorded(screen.office, DAY, mode="司法调解", title="演示：司法")
    page = ledger(screen, Kind.DISPUTE)
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_F, CONTROL_SHIFT))
    editor = dialog(screen, ConditionEditor)
    write(editor.field, "调解方式")
    press(screen, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    write(editor.values.picker.line, "司法")
    press(screen, Qt.Key.Key_Space, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert [chip.words for chip in page.list.filters.chips] == ["调解方式 是 司法调解"]
    assert column(page, "纠纷名称") == ["演示：司法"]


def test_every_word_of_disputes_is_offered_from_its_list(screen: Screen) -> None:
    areas = screen.office.registers.areas()
    from_lists = [field for field in fields_of(Kind.DISPUTE) if offered(field, areas, Kind.DISPUTE)]
    assert {Field.MODE, Field.COMMITTEE, Field.RISK, Field.SCALE, Field.MEDIATION_TYPE, Field.MONTHLY_TYPE} < set(
        from_lists
    )
    assert [choice.text for choice in offered(Field.SOURCE, areas, Kind.DISPUTE)] == ["主动调解", "依申请", "委托移送"]


def test_events_are_not_asked_about_mediation() -> None:
    assert Field.MODE not in fields_of(Kind.EVENT)
    assert Status.MEDIATING not in states_of(Kind.EVENT)
    assert {Status.PERFORMING, Status.UNPERFORMED, Status.ARCHIVED} < set(states_of(Kind.DISPUTE))


def test_a_chip_calls_a_field_as_mediators_do(screen: Screen) -> None:
    condition = Condition(Field.HANDLER, Test.ONE_OF, ("演示员",))
    areas = screen.office.registers.areas()
    assert condition_in_words(condition, areas, Kind.DISPUTE) == "调解员 是 演示员"


def test_only_what_many_disputes_have_alike_is_done_in_bulk(screen: Screen) -> None:
    page = ledger(screen, Kind.DISPUTE)
    page.list.table.selectAll()
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_B, CONTROL_SHIFT))
    bulk = dialog(screen, BulkDialog)
    bulk.action.toggle()
    moves = ["受理", "不予受理", "归档", "督办", "取消督办", "指定首席负责人"]
    assert list(bulk.action.offered) == [f"办理：{move}" for move in moves]


def test_several_disputes_are_received_at_once(screen: Screen) -> None:
    cases = [dispute_recorded(screen.office, at(2018, 2, 27, 9), title=f"演示：{n}") for n in (1, 2)]
    page = ledger(screen, Kind.DISPUTE)
    page.list.table.selectAll()
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_B, CONTROL_SHIFT))
    bulk = dialog(screen, BulkDialog)
    bulk.choose("办理：受理")
    for name, word in (("unit", "桐川村调委会"), ("handler", "演示员"), ("informed", "口头")):
        write(bulk.form.boxes[name].entry, word)  # type: ignore[arg-type]
    screen.qtbot.waitUntil(bulk.ok.isEnabled)
    screen.click(bulk.ok)
    assert [screen.office.cases.load(case.id).status for case in cases] == [Status.ACCEPTED, Status.ACCEPTED]


def test_what_is_selected_is_ended_together(screen: Screen) -> None:
    ids = {_in_hand(screen, title=f"演示：{n}").id for n in (1, 2)}
    page = ledger(screen, Kind.DISPUTE)
    model, selection = page.list.model, page.list.table.selectionModel()
    for case_id in ids:
        row = model.row_of(case_id)
        assert row is not None
        selection.select(model.index(row, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
    asked: list[object] = []
    page.asked.connect(asked.append)
    page.list.table.setFocus()
    press(screen, (Qt.Key.Key_E, CONTROL_SHIFT))
    assert [set(request.ids) for request in asked if isinstance(request, EndMany)] == [ids]
    shown = screen.window.page
    assert isinstance(shown, Page)
    assert shown.title.startswith("集中办结")


def test_lists_of_other_kinds_have_no_ending_together(screen: Screen) -> None:
    recorded(screen.office, DAY)
    assert not ledger(screen).list.list_actions.end_button.isVisible()


def test_f8_goes_through_a_queue_of_disputes(screen: Screen) -> None:
    numbers = [dispute_recorded(screen.office, at(2018, 2, 26 + n, 9), title=f"演示：{n}").number for n in (0, 1)]
    screen.go(ShowHome())
    home = screen.page(HomePage)
    home.mark_stale()
    screen.settle()
    screen.click(home.counters.button(Kind.DISPUTE, Queue.NEW))
    listed = [number for number in column_of(screen) if number in numbers]
    titles = []
    for _ in column_of(screen):
        screen.press(screen.window, Qt.Key.Key_F8)
        page = screen.window.page
        assert isinstance(page, Page)
        titles.append(page.title)
    assert [number for title in titles for number in numbers if number in title] == listed == numbers


def column_of(screen: Screen) -> list[str]:
    """The numbers in the list of a queue; those that were there when it was shown."""
    page = screen.window.page
    if not isinstance(page, DuePage):
        raise TypeError(page)
    return [str(page.list.model.index(row, 0).data()) for row in range(page.list.model.rowCount())]
