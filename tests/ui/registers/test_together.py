"""Registers when several are at work: overtaken changes, kept changes, closed persons, pasted tables."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.registers.drill import Drill
from gridapp.domain.registers.shelter import Shelter
from gridapp.registers.confidants import put_confidants
from tests.gridapp.cases.register.entries import amended, entered, entry_draft
from tests.offices import ACTOR, NOW
from tests.ui.registers.registrar import ALT, CONTROL, LATE, Registrar
from ui.handling.conflict_dialog import MINE, ConflictDialog
from ui.registers.entry_page import EntryPage
from ui.registers.grid.entry_grid_page import EntryGridPage
from ui.registers.new_entry_page import NewEntryPage
from ui.requests import NewEntries, NewEntry


def _editing(registrar: Registrar, page: EntryPage, field: str, words: str) -> None:
    registrar.press(Qt.Key.Key_E, held=ALT)
    registrar.screen.qtbot.waitUntil(lambda: page.is_editing)
    registrar.go_to(page.amending.form.entries.by_field[field])
    registrar.press(Qt.Key.Key_A, held=CONTROL)
    registrar.type(words)
    registrar.tab()


def test_what_somebody_else_changed_meanwhile_is_compared_field_by_field(registrar: Registrar) -> None:
    office = registrar.screen.office
    shelter = entered(office, entry_draft(Kind.SHELTER))
    page = registrar.open(shelter)
    _editing(registrar, page, "supplies", "演示：棉被 20 床")
    amended(office, shelter, phone="13700000001", supplies="演示：矿泉水")
    registrar.save()
    (dialog,) = page.findChildren(ConflictDialog) or registrar.screen.window.findChildren(ConflictDialog)
    assert {line[0]: line[1:] for line in dialog.lines} == {
        "联系电话": ("（空）", "13700000001", "（空）"),
        "储备物资": ("（空）", "演示：矿泉水", "演示：棉被 20 床"),
    }
    dialog.choices["supplies"].choose(MINE)
    dialog.answer()
    registrar.screen.settle()
    (kept,) = registrar.on_file(Kind.SHELTER)
    assert isinstance(kept, Shelter)
    assert (kept.phone, kept.supplies) == ("13700000001", "演示：棉被 20 床")


def test_a_change_that_takes_back_what_was_counted_asks_for_its_reason(registrar: Registrar) -> None:
    page = registrar.open(entered(registrar.screen.office, entry_draft(Kind.DRILL)))
    _editing(registrar, page, "heads", "30")
    registrar.save()
    reason = page.amending.form.boxes["reason"]
    assert (reason.problem, reason.isVisible()) == ("这次修改会改变已经统计的数字，请写明更正原因。", True)
    registrar.type("演示：人数写错")
    registrar.save()
    (drill,) = registrar.on_file(Kind.DRILL)
    assert isinstance(drill, Drill)
    assert drill.heads == 30


def test_changes_that_were_not_saved_are_gone_on_with(registrar: Registrar) -> None:
    drill = entered(registrar.screen.office, entry_draft(Kind.DRILL))
    page = registrar.open(drill)
    _editing(registrar, page, "heads", "30")
    drafts = registrar.screen.office.drafts
    registrar.screen.qtbot.waitUntil(lambda: bool(drafts.of(ACTOR.name)))
    (draft,) = drafts.of(ACTOR.name)
    page.amending.go_on(drill, draft, needs_reason=False)
    assert page.amending.form.draft().values == {**page.amending.draft_of(drill).values, "heads": 30}


def test_a_person_closed_to_whoever_sits_here_begins_no_visit(registrar: Registrar) -> None:
    office = registrar.screen.office
    person = entered(office, entry_draft(Kind.PERSON))
    put_confidants(office.confidence, Confidence.KEY_PERSON, (ACTOR.name,), ("演示旁人",), ACTOR, NOW)
    registrar.screen.go(NewEntry(Kind.VISIT, source=person.id))
    page = registrar.screen.page(NewEntryPage)
    assert page.form.draft().source_case is None
    assert "已保密" in registrar.screen.window.message.text
    assert page.form.fields.entries.source is not None
    page.form.fields.entries.source.toggle()
    assert not page.form.fields.entries.source.is_open


def test_twenty_rows_of_another_table_are_pasted_and_saved_together(registrar: Registrar) -> None:
    head = "演练名称\t类别\t日期\t演练地点\t人数"
    rows = [f"演示演练{n}\t消防疏散\t2018-11-{n + 1:02}\t演示村\t{n + 5}" for n in range(20)]
    registrar.screen.go(NewEntries(Kind.DRILL))
    grid = registrar.screen.page(EntryGridPage)
    QGuiApplication.clipboard().setText("\n".join((head, *rows)))
    grid.board.late_reason.setText(LATE)
    grid.board.table.go_to(0, 0)
    registrar.press(Qt.Key.Key_V, held=CONTROL)
    registrar.save()
    drills = [drill for drill in registrar.on_file(Kind.DRILL) if isinstance(drill, Drill)]
    assert sorted(drill.heads or 0 for drill in drills) == list(range(5, 25))


def test_a_row_that_is_wrong_stays_and_says_why(registrar: Registrar) -> None:
    registrar.screen.go(NewEntries(Kind.ACCIDENT))
    grid = registrar.screen.page(EntryGridPage)
    places = grid.grid.columns.places
    grid.board.late_reason.setText(LATE)
    good = {"title": "演示：甲", "category": "火灾", "level": "一般", "village": "桐川村", "address": "演示路"}
    wrong = {**good, "title": "演示：乙", "level": "很大", "village": "别处", "loss": "许多"}
    for place, row in enumerate((good, wrong)):
        grid.board.model.write({(place, places[name]): words for name, words in row.items()})
        grid.board.model.write({(place, places["reported_at"]): "2018-11-01 9:00"})
    registrar.save()
    assert [entry.title for entry in registrar.on_file(Kind.ACCIDENT)] == ["演示：甲"]
    assert [finding.words.partition("：")[2] for finding in grid.board.checked.findings] == [
        "“事故等级”应为一般、较大、重大、特别重大之一，写的是“很大”。",
        "“别处”不是本乡镇的村社，请从清单中选。",
        "“许多”应为金额，单位为元，如 12000 或 1.2万。",
    ]
    assert QApplication.activeModalWidget() is None
