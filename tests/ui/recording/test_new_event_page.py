"""Recording an event: all problems at once, nothing lost, one after another."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gridapp.domain.status import Status
from tests.offices import TOWN, VILLAGES, at
from tests.ui.recording.clerk import Clerk
from tests.ui.recording.recorder import ALT
from ui.cases.event_page import EventPage
from ui.home.home_page import HomePage
from ui.recording.incoming_files import from_paths
from ui.recording.new_event_page import NewEventPage


def test_shows_every_problem_at_once_and_goes_to_the_first(clerk: Clerk) -> None:
    clerk.entries.phone.setText("12")
    clerk.entries.reported_at.setText("明年")
    clerk.save()
    assert clerk.problems.keys() == {"title", "category", "village", "phone", "reported_at"}
    assert clerk.here() is clerk.entries.title


def test_a_problem_goes_away_as_soon_as_it_is_mended(clerk: Clerk) -> None:
    clerk.save()
    clerk.fill()
    assert clerk.problems == {}


def test_saving_and_going_on_begins_the_next_with_what_is_carried_over(clerk: Clerk) -> None:
    clerk.fill()
    clerk.entries.grid.setFocus()
    clerk.type("1")
    clerk.tab()
    clerk.entries.reporter.setText("演示甲")
    clerk.entries.source.setText("走访")
    clerk.entries.address.setText("演示路1号")
    clerk.entries.reported_at.setText("0227 9:30")
    clerk.save_and_go_on()
    draft = clerk.page.form.draft()
    assert (draft.town, draft.village, draft.grid) == (TOWN, VILLAGES[0], f"{VILLAGES[0]}-01")
    assert (draft.reporter, draft.source, draft.reported_at) == ("演示甲", "走访", at(2018, 2, 27))
    assert (draft.title, draft.category, draft.address) == ("", None, "")
    assert clerk.here() is clerk.entries.title
    assert not clerk.page.form.is_changed


def test_says_what_was_saved_and_how_many(clerk: Clerk) -> None:
    for _ in range(2):
        clerk.fill()
        clerk.save_and_go_on()
    number = clerk.saved()[-1].number
    assert clerk.page.saved_bar.text == f"已保存 {number}· 本次已登记 2 件"


def test_what_is_typed_while_the_last_one_is_being_saved_stays(clerk: Clerk) -> None:
    clerk.fill()
    clerk.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    clerk.type("演示：下一件")
    clerk.screen.settle()
    assert clerk.entries.title.text() == "演示：下一件"
    assert clerk.saved()[-1].title == "演示：路灯不亮"


def test_enter_goes_on_and_never_saves(clerk: Clerk) -> None:
    clerk.entries.title.setFocus()
    visited = []
    for _ in range(16):
        clerk.press(Qt.Key.Key_Return)
        visited.append(clerk.here())
        if clerk.here() is clerk.entries.note:
            break
    entries = clerk.entries
    wanted = [
        entries.category,
        entries.level,
        entries.tags.boxes[0],
        entries.village,
        entries.grid,
        entries.address,
        entries.reporter,
        entries.phone,
        entries.people,
        entries.source,
        entries.occurred_at,
        entries.reported_at,
        entries.unit,
        entries.handler,
        entries.chief,
        entries.due_at,
    ]
    assert visited == wanted
    assert clerk.saved() == []


def test_shift_tab_goes_back(clerk: Clerk) -> None:
    clerk.entries.category.setFocus()
    clerk.press(Qt.Key.Key_Backtab, held=Qt.KeyboardModifier.ShiftModifier)
    assert clerk.here() is clerk.entries.title


def test_enter_writes_a_new_line_in_the_note_and_tab_leaves_it(clerk: Clerk) -> None:
    clerk.entries.note.setFocus()
    clerk.press(Qt.Key.Key_Return)
    assert clerk.entries.note.toPlainText() == "\n"
    clerk.tab()
    assert clerk.here() is not clerk.entries.note


def test_a_late_registration_asks_why_and_keeps_the_reason(clerk: Clerk) -> None:
    clerk.fill()
    clerk.entries.reported_at.setText("2-20")
    assert not clerk.page.form.fields.boxes["late_reason"].isHidden()
    clerk.save_and_go_on()
    assert clerk.problems.keys() == {"late_reason"}
    clerk.entries.late_reason.setText("演示：网络不通")
    clerk.save_and_go_on()
    assert clerk.saved()[-1].late_reason == "演示：网络不通"


def test_the_day_after_is_still_in_time(clerk: Clerk) -> None:
    clerk.entries.reported_at.setText("2-27")
    assert clerk.page.form.fields.boxes["late_reason"].isHidden()


def test_a_report_in_the_future_is_refused_when_the_field_is_left(clerk: Clerk) -> None:
    clerk.entries.reported_at.setFocus()
    clerk.entries.reported_at.selectAll()
    clerk.type("0301")
    clerk.tab()
    assert clerk.problems == {"reported_at": "上报时间不能晚于现在。"}


def test_a_phone_that_is_none_is_told_when_the_field_is_left_and_taken_back_when_it_is_mended(clerk: Clerk) -> None:
    for number, problems in (("12", {"phone"}), ("13700000000", set())):
        clerk.entries.phone.setFocus()
        clerk.entries.phone.selectAll()
        clerk.type(number)
        clerk.tab()
        assert set(clerk.problems) == problems


def test_saving_alone_shows_the_saved_event_in_place_of_the_form(clerk: Clerk) -> None:
    clerk.fill()
    clerk.save()
    (event,) = clerk.saved()
    shown = clerk.screen.page(EventPage)
    assert event.number in shown.title
    assert clerk.screen.window.message.text == f"已保存，编号 {event.number}。"
    clerk.screen.back()
    clerk.screen.page(HomePage)


def test_the_event_saved_last_opens_by_a_key_and_the_form_is_still_there(clerk: Clerk) -> None:
    clerk.fill()
    clerk.save_and_go_on()
    clerk.type("演示：下一件")
    clerk.press(Qt.Key.Key_K, held=ALT)
    clerk.screen.settle()
    assert clerk.saved()[0].number in clerk.screen.page(EventPage).title
    clerk.screen.back()
    assert clerk.screen.page(NewEventPage).form.draft().title == "演示：下一件"


def test_closes_at_once_what_was_settled_on_the_spot(clerk: Clerk) -> None:
    clerk.fill()
    clerk.press(Qt.Key.Key_Z, held=ALT)
    assert clerk.here() is clerk.page.form.closing.result
    clerk.type("演示：已当场清理")
    clerk.tab()
    clerk.type("演示：照片")
    clerk.save_and_go_on()
    event = clerk.saved()[-1]
    assert event.status is Status.SELF_CLOSED
    assert event.closed is not None
    assert (event.closed.result, event.closed.evidence) == ("演示：已当场清理", "演示：照片")


def test_closing_at_once_without_result_and_evidence_saves_nothing(clerk: Clerk) -> None:
    clerk.fill()
    clerk.page.form.closing.check.setChecked(True)
    clerk.save()
    assert clerk.problems.keys() == {"result", "evidence"}
    assert clerk.here() is clerk.page.form.closing.result
    assert clerk.saved() == []


def test_a_category_brings_its_level_along_unless_one_was_chosen(clerk: Clerk) -> None:
    for code, chosen, level in (("zz0104", None, "较大"), ("zz0102", None, "一般"), ("zz0104", "重大", "重大")):
        if chosen:
            clerk.entries.level.choose(chosen)
        clerk.entries.category.setFocus()
        clerk.entries.category.selectAll()
        clerk.type(code)
        clerk.tab()
        assert clerk.entries.level.key == level


def test_the_limit_that_the_calendar_will_give_stands_beside(clerk: Clerk) -> None:
    assert clerk.page.form.fields.boxes["due_at"].hint == "受理后 10 个工作日，至 2018-03-14"


def test_tags_measures_and_heads_are_saved(clerk: Clerk) -> None:
    clerk.fill()
    clerk.entries.tags.boxes[0].setFocus()
    clerk.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    clerk.press(Qt.Key.Key_Q, held=ALT)
    for word in ("184.7", "吨", "演示：垃圾"):
        clerk.type(word)
        clerk.tab()
    clerk.entries.people.setText("3")
    clerk.save_and_go_on()
    event = clerk.saved()[-1]
    quantity = event.quantities[0]
    assert (event.tags, event.people) == (("重大",), 3)
    assert (str(quantity.amount), quantity.unit, quantity.what) == ("184.7", "吨", "演示：垃圾")


def test_an_amount_that_is_no_number_is_told(clerk: Clerk) -> None:
    clerk.fill()
    clerk.press(Qt.Key.Key_Q, held=ALT)
    clerk.type("1.2345")
    clerk.save()
    assert clerk.problems == {"quantities": "数量应为数字，最多三位小数。"}


def test_the_heading_says_that_something_is_unsaved(clerk: Clerk) -> None:
    title = clerk.entries.title
    clerk.type("演")
    assert clerk.page.title == "新增事件 *（未保存）"
    title.clear()
    assert clerk.page.title == "新增事件"


def test_thirty_refused_savings_empty_no_field_and_drop_no_attachment(clerk: Clerk, tmp_path: Path) -> None:
    entries = clerk.entries
    texts = {
        name: entry
        for name, entry in entries.by_field.items()
        if isinstance(entry, QLineEdit) and entry is not entries.town
    }
    path = tmp_path / "照片.jpg"
    path.write_bytes(b"demo")
    with clerk.screen.qtbot.waitSignal(entries.attachments.settled):
        entries.attachments.add(from_paths([str(path)]))
    wrong = ["明年", "二十", "12-34", "不在清单里的", "1２3"]
    for turn in range(30):
        written = {name: f"{wrong[turn % len(wrong)]}{n}" for n, name in enumerate(texts)}
        for name, text in written.items():
            texts[name].setText(text)
        clerk.save()
        assert clerk.problems
        assert {name: entry.text() for name, entry in texts.items()} == written
        assert [file.name for file in entries.attachments.attachments] == ["照片.jpg"]


@pytest.mark.parametrize("typed", ["1e30", "99999999999999999"])
def test_an_amount_that_nobody_can_mean_is_told(clerk: Clerk, typed: str) -> None:
    clerk.fill()
    clerk.press(Qt.Key.Key_Q, held=ALT)
    clerk.type(typed)
    clerk.save()
    assert clerk.problems == {"quantities": "数量过大，请核对。"}


@pytest.mark.parametrize(("typed", "people"), [("３", 3), (" 5 ", 5)])
def test_people_are_counted_in_full_width_digits_too(clerk: Clerk, typed: str, people: int) -> None:
    clerk.entries.people.setText(typed)
    assert clerk.page.form.draft().people == people


@pytest.mark.parametrize("typed", ["三人", "9" * 30, "9" * 5000])
def test_a_number_of_people_that_cannot_be_is_told(clerk: Clerk, typed: str) -> None:
    clerk.fill()
    clerk.entries.people.setText(typed)
    clerk.save()
    assert list(clerk.problems) == ["people"]


def test_breaks_that_were_pasted_into_a_line_do_not_stay_in_it(clerk: Clerk) -> None:
    clerk.entries.title.setText("演示：路灯\r\n不亮\n")
    clerk.entries.phone.setText("137 0000 0000\n")
    draft = clerk.page.form.draft()
    assert (draft.title, draft.phone) == ("演示：路灯 不亮", "13700000000")
