"""An inspection with its hazards and its notice, by key events alone (checks.md 6)."""

from PySide6.QtCore import Qt

from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.inspection import Answer, Inspection, Nature
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.status import Status
from tests.offices import VILLAGES
from tests.ui.safety.intake.inspector import ALT, CONTROL, Inspector
from ui.requests import NewInspection

MOST_KEYS = 20
"""Keys that write nothing, for an inspection with two hazards: a day of ten places must go quickly."""


def test_an_inspection_with_two_hazards_takes_few_keys(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    inspector.save_and_go_on()
    inspector.keys = 0
    inspector.pick("ysmqd")
    inspector.check("12120")
    inspector.save_and_go_on()
    assert inspector.keys <= MOST_KEYS
    first, inspection = inspector.saved(Inspection)
    hazards, (notice,) = inspector.saved(Hazard), inspector.saved(Notice)
    assert (inspection.place_name, inspection.place) == ("演示木器店", first.place)
    assert [checked.answer for checked in inspection.checks] == [
        Answer.FITS,
        Answer.FAILS,
        Answer.FITS,
        Answer.FAILS,
        *[Answer.FITS] * (len(inspection.checks) - 4),
    ]
    assert [(h.status, h.counting_unit, h.handler, h.notice_number) for h in hazards] == [
        (Status.RECTIFYING, CountingUnit.ITEM, "演示业主", notice.number)
    ] * 2
    assert (notice.category, notice.served_to, notice.source_case) == (NoticeKind.ORDER, "演示业主", inspection.id)


def test_the_next_place_takes_over_inspectors_day_nature_and_campaign(inspector: Inspector) -> None:
    entries = inspector.entries
    inspector.pick("ysmqd")
    entries.reported_at.setText("2018-02-20 10:00")
    inspector.name_inspectors()
    inspector.type("专项检查")
    inspector.tab()
    inspector.type("演示行动")
    entries.late_reason.setText("演示：补录")
    inspector.save_and_go_on()
    assert inspector.here() is entries.place
    assert (entries.place.words, entries.reported_at.text()[:10]) == ("", "2018-02-20")
    assert (entries.inspectors.names, entries.nature.key) == (("演示甲", "演示乙"), Nature.SPECIAL)
    assert entries.campaign.words == "演示行动"


def test_tab_goes_on_from_the_campaign_before_a_place_is_chosen(inspector: Inspector) -> None:
    inspector.go_to(inspector.entries.campaign)
    inspector.tab()
    assert inspector.here() is inspector.entries.findings.add_button


def test_a_hazard_of_ones_own_is_added_and_taken_away_by_keys(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    for title in ("演示：后门堵塞", "演示：写错的一项"):
        inspector.add_hazard(title)
    inspector.press(Qt.Key.Key_Delete, held=CONTROL)
    assert [finding.title for finding in inspector.entries.findings.findings] == ["演示：后门堵塞"]
    assert inspector.here() is inspector.entries.findings.rows[0].title


def test_what_fits_after_all_takes_its_untouched_hazard_away(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.check("22")
    inspector.entries.findings.rows[1].spot.setFocus()
    inspector.type("演示：二楼")
    inspector.press(Qt.Key.Key_C, held=ALT)
    inspector.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_1, Qt.Key.Key_1)
    assert [finding.spot for finding in inspector.entries.findings.findings] == ["演示：二楼"]


def test_a_hazard_mended_on_the_spot_is_struck_off_and_orders_nothing(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    inspector.check("20")
    row = inspector.entries.findings.rows[0]
    row.on_the_spot.setFocus()
    inspector.press(Qt.Key.Key_Space)
    inspector.tab()
    assert inspector.here() is row.result
    inspector.type("演示：当场清理")
    inspector.tab()
    inspector.type("演示：现场查看")
    inspector.save_and_go_on()
    (hazard,) = inspector.saved(Hazard)
    assert (hazard.status, hazard.on_the_spot) == (Status.STRUCK_OFF, True)
    assert inspector.saved(Notice) == []


def test_the_notice_is_laid_aside_by_a_key(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    inspector.check("20")
    inspector.press(Qt.Key.Key_W, held=ALT)
    inspector.save_and_go_on()
    (hazard,) = inspector.saved(Hazard)
    assert (hazard.status, inspector.saved(Notice)) == (Status.TO_RECTIFY, [])


def test_a_place_that_is_not_on_file_is_entered_with_its_inspection(inspector: Inspector) -> None:
    inspector.entries.place.setFocus()
    inspector.type("演示新店")
    inspector.press(Qt.Key.Key_X, held=ALT)
    inspector.type("沿街店铺")
    inspector.tab()
    assert inspector.entries.new_place.name.text() == "演示新店"
    inspector.go_to(inspector.entries.village)
    inspector.type("nfc")
    inspector.tab()
    inspector.name_inspectors()
    inspector.check("0")
    inspector.save_and_go_on()
    (inspection,) = inspector.saved(Inspection)
    assert inspection.place is not None
    place = inspector.screen.office.places.load(inspection.place)
    assert (place.name, place.place_type, place.village) == ("演示新店", "沿街店铺", VILLAGES[1])
    inspector.pick("ysxd")
    assert inspector.entries.place.place_id == place.id


def test_tab_goes_from_hazard_to_hazard_and_then_to_the_notice(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.check("22")
    rows = inspector.entries.findings.rows
    rows[0].attachments.add_button.setFocus()
    inspector.tab()
    assert inspector.here() is rows[1].title
    rows[1].attachments.add_button.setFocus()
    inspector.tab()
    assert inspector.here() is inspector.entries.notice.wanted


def test_enter_in_the_form_never_saves(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    for _ in range(40):
        if inspector.here() is inspector.entries.note:
            break
        inspector.press(Qt.Key.Key_Return)
    inspector.screen.settle()
    assert inspector.here() is inspector.entries.note
    assert inspector.saved(Inspection) == []


def test_ctrl_shift_j_opens_the_form(inspector: Inspector) -> None:
    inspector.screen.back()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    inspector.screen.qtbot.keyClick(inspector.screen.window, Qt.Key.Key_J, held)
    inspector.screen.settle()
    assert inspector.screen.page(type(inspector.page)) is not inspector.page


def test_every_entry_has_a_name(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.check("2")
    rows = [entry for row in inspector.entries.findings.rows for entry in row.form.stops]
    parts = [*inspector.entries.notice.stops, *inspector.entries.new_place.form.stops]
    entries = [*inspector.entries.by_field.values(), *rows, *parts]
    named = [entry.accessibleName() or entry.property("text") for entry in entries]
    nameless = [entry for entry, name in zip(entries, named, strict=True) if not name]
    assert nameless in ([], [inspector.entries.registered_at])


def test_a_form_of_a_place_begins_with_it(inspector: Inspector) -> None:
    place = inspector.entries.register.named("331121103", "工矿商贸企业", "演示五金厂")
    assert place is not None
    other = Inspector(inspector.screen, NewInspection(place=place.id))
    assert (other.entries.place.place_id, other.page.form.is_changed) == (place.id, False)
