"""A month of reception days, planned and followed by keyboard."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gridapp.cases.register.receptions import PlannedDay, ReceptionDay, hold, plan_days, promise, read_month
from gridapp.domain.period import Month
from gridapp.domain.registers.reception import Promise, Reception
from tests.offices import ACTOR, NOW, TOWN, at, petition_recorded
from tests.ui.recording.keyboard import Keyboard
from tests.ui.screen import Screen
from ui.petition.case.petition_page import PetitionPage
from ui.petition.intake.new_petition_page import NewPetitionPage
from ui.petition.reception.month_page import ReceptionsPage
from ui.petition.reception.plan_dialog import PlanDialog
from ui.petition.reception.reception_page import ReceptionPage
from ui.requests import ShowReceptions

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
FEBRUARY = Month(2018, 2)
HELD = at(2018, 2, 1, 9)


class Secretary(Keyboard):
    """Somebody at the month's reception days, without a mouse."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        screen.go(ShowReceptions())
        self.page = screen.page(ReceptionsPage)

    def do(self, key: Qt.Key) -> None:
        """Alt and a digit."""
        self.press(key, held=ALT)
        self.screen.settle()

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, held=CONTROL)
        self.screen.settle()

    def write(self, entry: QWidget, text: str) -> None:
        """Goes to an entry and writes into it what is to stand there alone."""
        self.go_to(entry)
        self.press(Qt.Key.Key_A, held=CONTROL)
        self.press(Qt.Key.Key_Backspace)
        self.type(text)

    @property
    def dialog(self) -> QWidget:
        """The dialog that is open."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        return dialog

    def named(self, name: str) -> QLineEdit:
        """An entry of the dialog."""
        (found,) = [entry for entry in self.dialog.findChildren(QLineEdit) if entry.accessibleName() == name]
        return found

    def enabled(self) -> set[str]:
        """What can be pressed."""
        return {name for name, button in self.page.buttons.items() if button.isEnabled()}

    def shown(self, row: int = 0) -> list[str]:
        """What a line says."""
        model = self.page.model
        return [str(model.index(row, column).data()) for column in range(model.columnCount())]

    def days(self) -> list[ReceptionDay]:
        """The days on file."""
        return list(read_month(self.screen.office, TOWN, FEBRUARY, ACTOR.name))


def planned(screen: Screen, *days: int) -> list[Reception]:
    office = screen.office
    wanted = [
        PlannedDay(day=date(2018, 2, day), begins=time(9), ends=time(11, 30), leader="演示镇长", place="演示室")
        for day in days
    ]
    on_file = plan_days(office, office.registers.areas(), TOWN, wanted, ACTOR, NOW)
    return [day for day in on_file if isinstance(day, Reception)]


@pytest.fixture
def secretary(screen: Screen) -> Secretary:
    """A month with a day that has gone by and the day that is today."""
    planned(screen, 1, 28)
    return Secretary(screen)


def test_a_month_is_planned_by_keyboard_and_shown(screen: Screen) -> None:
    secretary = Secretary(screen)
    assert secretary.page.empty.isVisible()
    assert secretary.enabled() == {"安排接待日"}
    secretary.do(Qt.Key.Key_1)
    secretary.write(secretary.named("接待领导（多人用顿号隔开，按日轮流）"), "演示书记、演示镇长")
    secretary.write(secretary.named("接待地点"), "演示接访室")
    secretary.confirm()
    # The 15th fell into the holidays of the spring festival.
    assert [secretary.shown(row)[:4] for row in range(2)] == [
        ["2018-02-01 周四", "09:00—11:30", "演示书记", "演示接访室"],
        ["2018-02-22 周四", "09:00—11:30", "演示镇长", "演示接访室"],
    ]
    assert screen.window.focusWidget() is secretary.page.table


def test_a_plan_shows_everything_that_is_wrong_and_keeps_what_was_written(screen: Screen) -> None:
    secretary = Secretary(screen)
    secretary.do(Qt.Key.Key_1)
    dialog = secretary.dialog
    assert isinstance(dialog, PlanDialog)
    secretary.write(dialog.form.entries["numbers"], "1、32")
    secretary.write(dialog.form.entries["ends"], "8:00")
    secretary.confirm()
    wrong = {name for name, box in dialog.form.boxes.items() if box.problem}
    assert wrong == {"numbers", "ends", "leaders", "place"}
    assert dialog.form.entries["numbers"].hasFocus()
    assert dialog.form.line("numbers") == "1、32"
    secretary.press(Qt.Key.Key_Escape)
    assert not secretary.days()


def test_a_plan_says_beforehand_which_days_it_means(screen: Screen) -> None:
    secretary = Secretary(screen)
    secretary.do(Qt.Key.Key_1)
    dialog = secretary.dialog
    assert isinstance(dialog, PlanDialog)
    secretary.write(dialog.form.entries["numbers"], "3、28")
    secretary.write(dialog.form.entries["leaders"], "演示镇长")
    secretary.write(dialog.form.entries["place"], "演示室")
    assert [day.day for day in dialog.days()] == [date(2018, 2, 5), date(2018, 2, 28)]
    assert dialog.told.text() == "共 2 天：02-05 演示镇长；02-28 演示镇长"


def test_a_day_that_went_by_without_a_word_says_so(secretary: Secretary) -> None:
    assert secretary.shown(0)[4] == "■ 待登记接待情况"
    assert secretary.enabled() == {"安排接待日", "登记来访", "登记接待", "登记未接待"}


def test_a_day_is_held_by_keyboard(secretary: Secretary) -> None:
    secretary.do(Qt.Key.Key_3)
    secretary.confirm()
    assert secretary.days()[0].reception.held_at == HELD
    assert secretary.shown(0)[4] == "已接待 02-01 09:00"
    assert secretary.enabled() == {"安排接待日", "登记来访", "登记承诺"}


def test_a_day_is_left_out_for_a_reason(secretary: Secretary) -> None:
    secretary.do(Qt.Key.Key_5)
    secretary.confirm()
    assert secretary.days()[0].reception.unheld_reason is None
    secretary.type("演示：防汛")
    secretary.confirm()
    assert secretary.shown(0)[4] == "未接待：演示：防汛"


def test_a_promise_is_made_kept_and_late_in_its_line(screen: Screen) -> None:
    (day,) = planned(screen, 1)
    held = hold(screen.office.cases, day, HELD, ACTOR, NOW)
    lamp = Promise(what="演示：路灯", unit="演示城建办", due_at=at(2018, 2, 20))
    promise(screen.office.cases, held, lamp, ACTOR, NOW)
    secretary = Secretary(screen)
    assert secretary.shown()[-2:] == ["1", "1（逾期 1）"]
    secretary.press(Qt.Key.Key_Return)
    screen.settle()
    page = screen.page(ReceptionPage)
    assert page.promises.index(0, 3).data() == "■ 逾期未兑现"
    page.promise_table.setFocus()
    page.promise_table.selectRow(0)
    secretary.press(Qt.Key.Key_Return)
    screen.settle()
    secretary.type("演示：换了灯泡")
    secretary.confirm()
    assert page.promises.index(0, 3).data() == "2018-02-28 演示：换了灯泡"
    assert not secretary.days()[0].unkept()
    page.keep(0)
    assert QApplication.activeModalWidget() is None


def test_a_promise_is_written_down_on_the_day_it_was_made(screen: Screen) -> None:
    (day,) = planned(screen, 1)
    hold(screen.office.cases, day, HELD, ACTOR, NOW)
    secretary = Secretary(screen)
    secretary.do(Qt.Key.Key_4)
    for words in ("演示：路灯", "演示城建办", "", "0320"):
        secretary.type(words)
        secretary.tab()
    secretary.confirm()
    (made,) = secretary.days()[0].reception.promises
    assert (made.what, made.unit, made.due_at) == ("演示：路灯", "演示城建办", at(2018, 3, 21))


def test_a_visit_is_registered_from_its_day(secretary: Secretary) -> None:
    secretary.do(Qt.Key.Key_2)
    form = secretary.screen.page(NewPetitionPage).form.draft()
    assert (form.reception, form.channel) == (secretary.days()[0].reception.id, "来访")


def test_who_came_stands_in_the_line_and_on_the_page_of_the_day(screen: Screen) -> None:
    (day,) = planned(screen, 1)
    came = petition_recorded(screen.office, HELD, reception=day.id, heads=3)
    secretary = Secretary(screen)
    assert secretary.shown()[5:7] == ["1 件", "3"]
    assert "登记未接待" not in secretary.enabled()
    secretary.press(Qt.Key.Key_Return)
    screen.settle()
    page = screen.page(ReceptionPage)
    assert [case.id for case in page.received.rows] == [came.id]
    page.received_table.setFocus()
    page.received_table.selectRow(0)
    secretary.press(Qt.Key.Key_Return)
    screen.settle()
    assert came.number in screen.page(PetitionPage).title


def test_other_months_are_reached_by_keys(secretary: Secretary) -> None:
    secretary.press(Qt.Key.Key_PageUp, held=CONTROL)
    secretary.screen.settle()
    assert (secretary.page.bar.name.text(), list(secretary.page.days)) == ("2018年1月", [])
    secretary.press(Qt.Key.Key_PageDown, held=CONTROL)
    secretary.screen.settle()
    assert len(secretary.page.days) == 2
