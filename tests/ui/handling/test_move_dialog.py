"""The dialogs: problems under their fields, nothing lost, Esc asks, what is known is there already."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.cases.order import Task
from gridapp.cases.undo import undoable
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.staff import Unit
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import ACTOR, TOWN, at, recorded
from tests.ui.handling.handler import Handler
from tests.ui.handling.standing import WAYS, standing
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog
from ui.handling.action import Action, Deed
from ui.handling.tasks_box import TasksBox
from ui.handling.units_box import UnitsBox


def _asking(screen: Screen, action: Action, *moves: Move) -> tuple[Handler, MoveDialog]:
    handler = Handler(screen, standing(screen.office, *moves))
    handler.choose(action)
    return handler, handler.opened(MoveDialog)


def test_every_problem_stands_under_its_field_and_nothing_is_done(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.SELF_CLOSE)
    handler.confirm()
    assert {name for name, box in dialog.boxes.items() if box.problem} == {"result", "evidence"}
    assert dialog.entries["result"].widget.hasFocus()
    assert handler.case.status is Status.REPORTED


def test_what_was_written_stays_after_a_refusal(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.SELF_CLOSE)
    handler.write("演示：已清理")
    handler.confirm()
    assert dialog.entries["result"].read() == "演示：已清理"
    assert {name for name, box in dialog.boxes.items() if box.problem} == {"evidence"}


def test_what_cannot_be_read_is_said_before_anything_is_asked(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.ASK_EXTENSION, *WAYS[Status.PROCESSING])
    handler.go_to(dialog, "days")
    handler.write("three")
    handler.go_to(dialog, "at")
    handler.write("13-45")
    handler.confirm()
    assert dialog.boxes["days"].problem == "天数应为整数，如 5。"
    assert "看不懂这个时间" in dialog.boxes["at"].problem


@pytest.mark.parametrize("typed", ["0", "251", "99999999999999999999"])
def test_days_that_nobody_can_grant_are_refused(screen: Screen, typed: str) -> None:
    handler, dialog = _asking(screen, Move.ASK_EXTENSION, *WAYS[Status.PROCESSING])
    handler.write("演示")
    handler.go_to(dialog, "days")
    handler.write(typed)
    handler.confirm()
    assert dialog.boxes["days"].problem == "天数应为 1 至 250 个工作日。"


def test_digits_of_an_input_method_are_digits(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.ASK_EXTENSION, *WAYS[Status.PROCESSING])
    handler.write("演示")
    handler.go_to(dialog, "days")
    handler.write("１０")
    handler.confirm()
    assert handler.case.steps[-1].days == 10


def test_a_moment_in_the_future_is_refused(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.ACCEPT)
    handler.go_to(dialog, "at")
    handler.write("2018-03-05")
    handler.confirm()
    assert dialog.boxes["at"].problem == "受理时间不能晚于现在。"


def test_esc_closes_what_is_untouched(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.RETURN)
    closed = []
    dialog.rejected.connect(lambda: closed.append(True))
    handler.press(Qt.Key.Key_Escape)
    assert closed


def test_esc_asks_where_something_was_written(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.RETURN)
    handler.write("演示")
    handler.press(Qt.Key.Key_Escape)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.reject()
    assert dialog.isVisible()
    assert dialog.entries["reason"].read() == "演示"


@pytest.mark.parametrize(
    ("action", "before", "phrase"),
    [
        (Move.RETURN, (), "地点不清，请补充具体位置。"),
        (Move.REOPEN, WAYS[Status.CLOSED], "问题反弹，需再次处置。"),
        (Deed.VOID, (), "误登记。"),
    ],
)
def test_a_standard_phrase_is_written_by_f4_and_enter(
    screen: Screen, action: Action, before: tuple[Move, ...], phrase: str
) -> None:
    handler, dialog = _asking(screen, action, *before)
    handler.press(Qt.Key.Key_F4)
    handler.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.entries["reason"].read() == phrase


def test_enter_in_an_open_list_picks_and_confirms_nothing(screen: Screen) -> None:
    screen.office.registers.add_staff((), [Unit(town=TOWN, name="演示综合执法中队", nature="站所")])
    handler, dialog = _asking(screen, Move.ASSIGN, Move.ACCEPT)
    handler.write("zhzf")
    handler.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.entries["unit"].read() == "演示综合执法中队"
    assert handler.case.status is Status.ACCEPTED


def test_closing_begins_with_what_was_fed_back(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.CLOSE, *WAYS[Status.FEEDBACK], Move.VERIFY)
    assert dialog.entries["result"].read() == "演示：已处理"
    assert dialog.entries["evidence"].read() == "演示：照片"
    handler.confirm()
    assert handler.case.status is Status.CLOSED


def test_an_answer_begins_with_what_was_asked_for(screen: Screen) -> None:
    _, dialog = _asking(screen, Move.GRANT_EXTENSION, *WAYS[Status.PROCESSING], Move.ASK_EXTENSION)
    assert dialog.entries["days"].read() == 3


def test_assisting_units_are_added_by_enter_and_taken_off_by_delete(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.ASSIGN, Move.ACCEPT)
    handler.write("演示站所")
    handler.go_to(dialog, "assistants")
    box = dialog.entries["assistants"].widget
    assert isinstance(box, UnitsBox)
    for unit in ("演示二所", "演示三所"):
        handler.write(unit)
        handler.press(Qt.Key.Key_Return)
    assert box.units == ("演示二所", "演示三所")
    box.list.setCurrentRow(0)
    box.list.setFocus()
    handler.press(Qt.Key.Key_Delete)
    handler.confirm()
    assert [step.unit for step in handler.case.steps if step.move is Move.ASSIST] == ["演示三所"]


def test_a_meeting_on_site_makes_a_case_of_each_task(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.ON_SITE, *WAYS[Status.PROCESSING])
    handler.write("演示：路口，镇长")
    box = dialog.entries["tasks"].widget
    assert isinstance(box, TasksBox)
    for number, (title, unit, _) in enumerate(box.rows, 1):
        title.setText(f"演示：任务 {number}")
        unit.setText("演示站所")
    handler.confirm()
    found = screen.office.lists.find_ids(CaseQuery(kind=Kind.EVENT, text="演示：任务"))
    tasks = screen.office.cases.load_all(found).values()
    assert {task.source_case for task in tasks} == {handler.case.id}
    assert len(tasks) == 2


def test_a_task_of_which_only_the_person_is_written_is_not_dropped(screen: Screen) -> None:
    handler, dialog = _asking(screen, Move.ON_SITE, *WAYS[Status.PROCESSING])
    handler.write("演示：路口，镇长")
    box = dialog.entries["tasks"].widget
    assert isinstance(box, TasksBox)
    box.show_tasks([Task(title="演示：清运", unit="演示站所"), Task(title="", unit="", handler="演示甲")])
    handler.confirm()
    assert dialog.boxes["tasks"].problem == "每项任务都要写明内容和承办单位。"


def test_a_major_event_is_accepted_with_a_leader_who_answers_for_it(screen: Screen) -> None:
    handler = Handler(screen, recorded(screen.office, at(2018, 2, 28, 9), level="重大"))
    handler.choose(Move.ACCEPT)
    dialog = handler.opened(MoveDialog)
    handler.confirm()
    assert "首席负责人" in dialog.boxes["chief"].problem
    handler.write("演示领导")
    handler.confirm()
    assert handler.case.chief == "演示领导"
    assert undoable(screen.office.cases, ACTOR.name, 1)[0].action == "受理"
