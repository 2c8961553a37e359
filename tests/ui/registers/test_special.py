"""What is special in a few registers: visits in a row, findings, cards, roster, matrix, work of a day, zero."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from gridapp.cases.register.roster import Turn, read_roster, turn_of
from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month, Period
from gridapp.domain.registers.duty import Duty
from gridapp.domain.registers.visit import Visit
from gridapp.domain.registers.worklog import WorkLog
from gridapp.ports import CaseQuery
from tests.gridapp.cases.register.entries import entered, entry_draft
from tests.offices import TOWN, at
from tests.ui.registers.registrar import ALT, CONTROL, LATE, Registrar
from ui.cases.ledger_page import LedgerPage
from ui.recording.new_event_page import NewEventPage
from ui.registers.grid.entry_grid_page import EntryGridPage
from ui.registers.matrix.matrix_page import MatrixPage
from ui.registers.new_entry_page import NewEntryPage
from ui.registers.patrolled.patrolled_page import PatrolledPage
from ui.registers.point_card import PointCardDialog, card_html
from ui.registers.roster.roster_page import RosterPage
from ui.requests import NewEntries, ShowLedger, ShowMatrix, ShowPatrolled, ShowRoster

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_visit_belongs_to_the_person_from_whose_page_it_was_begun(registrar: Registrar) -> None:
    person = entered(registrar.screen.office, entry_draft(Kind.PERSON))
    page = registrar.open(person)
    registrar.press(Qt.Key.Key_1, held=ALT)
    registrar.screen.qtbot.waitUntil(lambda: isinstance(registrar.screen.window.page, NewEntryPage))
    registrar.screen.settle()
    form = registrar.screen.page(NewEntryPage)
    registrar.go_to(form.form.fields.entries.by_field["reported_at"])
    registrar.press(Qt.Key.Key_A, held=CONTROL)
    registrar.type("2018-12-31 08:00")
    registrar.save()
    (visit,) = registrar.on_file(Kind.VISIT)
    assert (visit.source_case, visit.title, visit.category, visit.village, visit.handler) == (
        person.id,
        person.title,
        person.category,
        person.village,
        person.handler,
    )
    page = registrar.open(person)
    assert [case.id for case in page.links.cases] == [visit.id]
    assert page.links.summary.text() == "人员走访 1 次，最近 2018-12-31 · 下次走访 2019-01-30"


def test_ten_persons_are_visited_in_a_row(registrar: Registrar) -> None:
    office = registrar.screen.office
    people = [entered(office, entry_draft(Kind.PERSON, title=f"演示老人{n}", handler=None)) for n in range(10)]
    registrar.screen.go(ShowLedger(Kind.PERSON))
    page = registrar.screen.page(LedgerPage)
    page.list.table.setFocus()
    registrar.press(Qt.Key.Key_A, held=CONTROL)
    registrar.press(Qt.Key.Key_E, held=CONTROL | _SHIFT)
    registrar.screen.settle()
    grid = registrar.screen.page(EntryGridPage)
    columns = grid.grid.columns
    grid.board.late_reason.setText(LATE)
    for place in range(10):
        grid.board.table.go_to(place, columns.places["handler"])
        registrar.type("演示网格员")
        registrar.press(Qt.Key.Key_Tab)
    registrar.save()
    visits = registrar.on_file(Kind.VISIT)
    assert {visit.source_case for visit in visits} == {person.id for person in people}
    assert all(isinstance(visit, Visit) and visit.handler == "演示网格员" for visit in visits)
    rows = office.lists.load_rows([person.id for person in people], "演示员")
    assert all(row.own["last_visited_at"] is not None for row in rows)


def test_what_a_patrol_found_becomes_an_event_linked_back(registrar: Registrar) -> None:
    found = {"village": f"{TOWN}-01", "findings": "演示：井盖缺失"}
    patrol = entered(registrar.screen.office, entry_draft(Kind.PATROL, **found))
    page = registrar.open(patrol)
    registrar.press(Qt.Key.Key_1, held=ALT)
    registrar.screen.qtbot.waitUntil(lambda: isinstance(registrar.screen.window.page, NewEventPage))
    registrar.screen.settle()
    form = registrar.screen.page(NewEventPage)
    assert patrol.number in form.form.occasion.text
    registrar.type("演示：井盖缺失")
    registrar.tab()
    registrar.type("zf0303")
    registrar.tab()
    registrar.save()
    (event,) = registrar.on_file(Kind.EVENT)
    assert isinstance(event, Event)
    assert (event.source_case, event.note, event.source) == (patrol.id, "演示：井盖缺失", "巡查发现")
    page = registrar.open(patrol)
    assert [case.id for case in page.links.cases] == [event.id]


def test_an_occasion_stays_with_a_form_that_is_not_saved(registrar: Registrar) -> None:
    patrol = entered(registrar.screen.office, entry_draft(Kind.PATROL))
    page = registrar.open(patrol)
    page.doing.buttons["发现问题转事件"].click()
    registrar.screen.settle()
    form = registrar.screen.page(NewEventPage).form
    content = form.content()
    form.begin(form.blank(TOWN))
    assert form.occasion.case_id is None
    form.go_on_with(content)
    assert form.occasion.case_id == patrol.id


def test_the_card_of_a_point_tells_everything_and_what_is_missing(registrar: Registrar) -> None:
    point = entered(registrar.screen.office, entry_draft(Kind.GEOLOGY, route="演示路线", shelter=None))
    page = registrar.open(point)
    page.doing.buttons["明白卡"].click()
    (dialog,) = page.findChildren(PointCardDialog)
    said = dialog.view.toPlainText()
    for words in (point.number, "演示：下济坑口外", "滑坡", "桐川村", "22 户", "89 人", "演示路线"):
        assert words in said
    assert "避灾地点\n（未填）" in said
    assert card_html(point, registrar.screen.office.registers.areas()).count("<tr>") == 10


def test_a_month_of_duty_is_filled_kept_changed_and_emptied(registrar: Registrar) -> None:
    page = _roster(registrar)
    registrar.type("演示带班甲")
    registrar.tab()
    registrar.type("演示乙、演示丙")
    registrar.press(Qt.Key.Key_Return)
    registrar.type("演示带班丁")
    registrar.tab()
    registrar.save()
    assert [(turn.day.day, turn.leader, turn.members) for turn in _turns(registrar)] == [
        (1, "演示带班甲", ("演示乙", "演示丙")),
        (2, "演示带班丁", ()),
    ]
    duties = [duty for duty in registrar.on_file(Kind.DUTY) if isinstance(duty, Duty)]
    assert [duty.weekend for duty in duties] == [True, True]
    page.board.table.go_to(0, 1)
    registrar.type("演示带班戊")
    registrar.tab()
    page.board.table.go_to(1, 1)
    registrar.press(Qt.Key.Key_Delete)
    registrar.save()
    assert [(turn.day.day, turn.leader) for turn in _turns(registrar)] == [(1, "演示带班戊")]
    assert [duty.version for duty in registrar.on_file(Kind.DUTY)] == [2, 2]


def test_a_day_that_nobody_touched_stays_as_it_is(registrar: Registrar) -> None:
    for shift, phone in (("白班", "13700000001"), ("夜班", None)):
        values = {"reported_at": at(2018, 12, 5, 8), "category": shift, "phone": phone}
        entered(registrar.screen.office, entry_draft(Kind.DUTY, **values))
    page = _roster(registrar)
    page.board.model.write({(0, 1): "演示带班甲"})
    registrar.save()
    duties = {(duty.category, duty.version) for duty in registrar.on_file(Kind.DUTY)}
    assert duties == {("全天", 1), ("白班", 1), ("夜班", 1)}


def test_people_on_duty_without_a_leader_keep_the_month_from_being_saved(registrar: Registrar) -> None:
    page = _roster(registrar)
    page.board.model.write({(3, 2): "演示乙"})
    registrar.save()
    assert [finding.words for finding in page.board.checked.findings] == [
        "第 4 行（2018-12-04 周二）全天带班：请填写全天的带班领导。"
    ]
    assert not registrar.on_file(Kind.DUTY)


def test_a_month_is_copied_by_its_weekdays_and_leaves_what_is_written(registrar: Registrar) -> None:
    for day, leader in ((5, "演示带班甲"), (6, "演示带班乙")):
        entered(registrar.screen.office, entry_draft(Kind.DUTY, reported_at=at(2018, 11, day, 8), handler=leader))
    page = _roster(registrar)
    page.board.model.write({(2, 1): "演示带班丙"})
    registrar.press(Qt.Key.Key_C, held=ALT)
    registrar.screen.settle()
    registrar.save()
    assert [(turn.day, turn.leader) for turn in _turns(registrar)] == [
        (date(2018, 12, 3), "演示带班丙"),
        (date(2018, 12, 4), "演示带班乙"),
    ]


def test_the_matrix_shows_gaps_and_opens_what_stands_in_a_cell(registrar: Registrar) -> None:
    entry = entered(registrar.screen.office, entry_draft(Kind.RESPONSIBILITY, deputy="演示驻村干部"))
    registrar.screen.go(ShowMatrix())
    page = registrar.screen.page(MatrixPage)
    model = page.model
    rows = [model.headerData(n, Qt.Orientation.Vertical) for n in range(model.rowCount())]
    assert rows == ["桐川村", "内冯村", "西山村"]
    assert [model.index(n, 0).data() for n in range(3)] == ["演示领导（演示驻村干部）", "", ""]
    registrar.press(Qt.Key.Key_Return)
    registrar.screen.settle()
    assert registrar.screen.window.page is not page
    registrar.screen.back()
    page.sides.choose("FIELDS")
    page.reload()
    registrar.screen.settle()
    assert model.index(0, 0).data() == "桐川村"
    assert [row.id for row in model.cases(model.index(0, 0))] == [entry.id]


def test_a_river_shows_when_it_was_patrolled_last(registrar: Registrar) -> None:
    office = registrar.screen.office
    river = entered(office, entry_draft(Kind.RIVER))
    other = entered(office, entry_draft(Kind.RIVER, title="演示支流"))
    for day in (3, 20):
        patrol = entry_draft(Kind.PATROL, reported_at=at(2018, 12, day, 9), until_at=None)
        entered(office, replace(patrol, source_case=river.id))
    registrar.screen.go(ShowPatrolled())
    page = registrar.screen.page(PatrolledPage)
    shown = [[page.model.index(n, column).data() for column in (0, 2, 4)] for n in range(2)]
    assert shown == [[other.title, "0", "期内没有巡查"], [river.title, "2", "11 天前"]]
    assert page.count.text() == "在册 2 处，期内已巡查 1 处，未巡查 1 处"
    registrar.press(Qt.Key.Key_Down)
    registrar.press(Qt.Key.Key_Return, held=CONTROL)
    registrar.screen.settle()
    form = registrar.screen.page(NewEntryPage).form.draft()
    assert (form.source_case, form.values["category"], form.values["route"]) == (river.id, "河道巡查", river.title)


def test_several_items_of_a_day_are_entered_at_once_each_with_its_unit(registrar: Registrar) -> None:
    registrar.screen.go(NewEntries(Kind.WORKLOG))
    grid = registrar.screen.page(EntryGridPage)
    grid.board.late_reason.setText(LATE)
    places = grid.grid.columns.places
    for place, (item, quantity, unit) in enumerate((("演示清运", "12.5", "吨"), ("演示检查", "8", "家次"))):
        for field, words in (("category", item), ("quantity", quantity), ("counting_unit", unit)):
            grid.board.table.go_to(place, places[field])
            for letters in words if words.isascii() else (words,):
                registrar.type(letters)
            registrar.press(Qt.Key.Key_Tab)
    registrar.save()
    logs = [entry for entry in registrar.on_file(Kind.WORKLOG) if isinstance(entry, WorkLog)]
    told = [(log.title, str(log.quantity), log.counting_unit) for log in logs]
    assert told == [("演示清运", "12.5", "吨"), ("演示检查", "8", "家次")]


def test_no_accident_is_a_figure_of_nought_with_an_empty_list(registrar: Registrar) -> None:
    period = Period(date(2018, 1, 1), date(2019, 1, 1))
    counted = figure(registrar.screen.office.ledger, indicator_named("accident.count"), Cut(period, TOWN))
    assert not isinstance(counted, Rate)
    assert counted == len(registrar.screen.office.lists.find_ids(CaseQuery(kind=Kind.ACCIDENT))) == 0
    registrar.screen.go(ShowLedger(Kind.ACCIDENT))
    assert registrar.screen.page(LedgerPage).list.count.text() == "没有符合条件的记录"


def test_the_number_of_a_citizen_fills_sex_and_birth_and_is_masked(registrar: Registrar) -> None:
    page = registrar.begin(Kind.PERSON)
    entries = page.form.fields.entries.by_field
    registrar.go_to(entries["paper_number"])
    registrar.type("110101199003070011")
    registrar.tab()
    values = page.form.draft().values
    assert (values["sex"], values["born_on"]) == ("男", date(1990, 3, 7))
    assert "19900307" not in entries["paper_number"].property("text")
    registrar.go_to(entries["paper_number"])
    registrar.press(Qt.Key.Key_End, Qt.Key.Key_Backspace)
    registrar.type("2")
    registrar.tab()
    assert page.form.fields.boxes["paper_number"].problem


def _roster(registrar: Registrar) -> RosterPage:
    registrar.screen.go(ShowRoster())
    return registrar.screen.page(RosterPage)


def _turns(registrar: Registrar) -> list[Turn]:
    office = registrar.screen.office
    roster = read_roster(office.lists, office.cases, TOWN, Month(2018, 12))
    return sorted((turn_of(duty) for duty in roster.duties), key=lambda turn: turn.day)
