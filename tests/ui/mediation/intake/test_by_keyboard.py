"""A dispute with several parties on each side, by key events alone (checks.md 6)."""

from decimal import Decimal

from PySide6.QtCore import Qt

from gridapp.domain.dispute import Mode, Risk
from gridapp.domain.party import PartyKind, Side
from gridapp.domain.status import Status
from tests.offices import VILLAGES
from tests.ui.mediation.intake.mediator import Mediator
from tests.ui.recording.recorder import ALT

_NUMBER = "110101199003070011"


def test_a_dispute_of_five_parties_by_keys_alone(mediator: Mediator) -> None:
    mediator.type("演示：五方界址纠纷")
    mediator.tab()
    mediator.type("tdsl")
    mediator.go_to(mediator.entries.people)
    mediator.type("12")
    mediator.tab()
    mediator.type("1.2万")
    mediator.go_to(mediator.entries.village)
    mediator.type("nfc")
    mediator.tab(2)
    mediator.type("演示路1号")
    mediator.tab()
    for name, phone in (("演示甲", "13700000001"), ("演示乙", "13700000002"), ("演示丙", "")):
        if name != "演示甲":
            mediator.press(Qt.Key.Key_J, held=ALT)
        mediator.type(name)
        mediator.tab()
        if phone:
            mediator.type(phone)
    mediator.press(Qt.Key.Key_Return)
    mediator.type("演示建材有限公司")
    mediator.press(Qt.Key.Key_Y, held=ALT)
    mediator.type("演示丁")
    mediator.go_to(mediator.entries.source)
    mediator.type("2")
    mediator.tab()
    mediator.type("演示：明确界址")
    mediator.go_to(mediator.entries.note)
    mediator.type("演示：双方各执一词")
    mediator.save_and_go_on()
    (dispute,) = mediator.saved()
    assert [(party.side, party.kind, party.name, party.phone) for party in dispute.parties] == [
        (Side.A, PartyKind.PERSON, "演示甲", "13700000001"),
        (Side.A, PartyKind.PERSON, "演示乙", "13700000002"),
        (Side.A, PartyKind.PERSON, "演示丙", None),
        (Side.B, PartyKind.COMPANY, "演示建材有限公司", None),
        (Side.B, PartyKind.PERSON, "演示丁", None),
    ]
    assert (dispute.title, dispute.category, dispute.village) == ("演示：五方界址纠纷", "ZZ0104", VILLAGES[1])
    assert (dispute.people, dispute.amount, dispute.mode) == (12, Decimal(12000), Mode.PEOPLE)
    assert (dispute.source, dispute.demand, dispute.status) == ("依申请", "演示：明确界址", Status.REPORTED)


def test_ctrl_shift_d_opens_the_form(mediator: Mediator) -> None:
    mediator.screen.back()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    mediator.screen.qtbot.keyClick(mediator.screen.window, Qt.Key.Key_D, held)
    mediator.screen.settle()
    assert mediator.screen.page(type(mediator.page)) is not mediator.page


def test_tab_goes_from_the_place_through_the_parties_to_the_source_and_back(mediator: Mediator) -> None:
    entries, rows = mediator.entries, mediator.parties.rows
    entries.address.setFocus()
    there = [rows[0].name, rows[0].phone, rows[1].name, rows[1].phone, entries.source]
    visited = []
    for _ in there:
        mediator.tab()
        visited.append(mediator.here())
    assert visited == there
    back = [rows[1].phone, rows[1].name, rows[1].kind, rows[0].phone, rows[0].name, rows[0].kind, entries.address]
    visited = []
    for _ in back:
        mediator.press(Qt.Key.Key_Backtab, held=Qt.KeyboardModifier.ShiftModifier)
        visited.append(mediator.here())
    assert visited == back


def test_the_details_are_entered_by_f2_and_left_towards_the_next_party(mediator: Mediator) -> None:
    mediator.add_party("甲方", "演示甲")
    mediator.press(Qt.Key.Key_F2)
    details = mediator.parties.details
    assert mediator.here() is details.sex
    mediator.go_to(details.paper_number)
    mediator.type(_NUMBER)
    mediator.tab()
    mediator.type("演示村1号")
    mediator.go_to(mediator.parties.rows[1].name)
    mediator.type("演示乙")
    (party, _) = mediator.parties.parties
    assert (party.sex, str(party.born_on), party.paper) == ("男", "1990-03-07", "居民身份证")
    assert (party.paper_number, party.address) == (_NUMBER, "演示村1号")


def test_agent_authority_and_letter_are_entered_by_keys(mediator: Mediator) -> None:
    mediator.add_party("乙方", "演示建材有限公司")
    mediator.press(Qt.Key.Key_F2)
    details = mediator.parties.details
    assert mediator.here() is details.legal_representative
    mediator.type("演示戊")
    mediator.go_to(details.agent)
    mediator.type("演示己")
    mediator.tab()
    mediator.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space)
    (party,) = mediator.parties.parties
    assert (party.kind, party.legal_representative) == (PartyKind.COMPANY, "演示戊")
    assert (party.agent, party.authority, party.attorney_letter) == ("演示己", "特别授权", True)


def test_a_party_is_removed_by_control_delete(mediator: Mediator) -> None:
    for name in ("演示甲", "演示乙"):
        mediator.add_party("甲方", name)
    mediator.press(Qt.Key.Key_Delete, held=Qt.KeyboardModifier.ControlModifier)
    assert [party.name for party in mediator.parties.parties] == ["演示甲"]


def test_enter_in_the_form_never_saves(mediator: Mediator) -> None:
    mediator.fill()
    mediator.entries.title.setFocus()
    for _ in range(60):
        if mediator.here() is mediator.entries.note:
            break
        mediator.press(Qt.Key.Key_Return)
    mediator.screen.settle()
    assert mediator.here() is mediator.entries.note
    assert mediator.saved() == []


def test_every_entry_has_a_name(mediator: Mediator) -> None:
    mediator.add_party("第三方", "演示庚")
    mediator.press(Qt.Key.Key_F2)
    details = [box.entry for box in mediator.parties.details.boxes.values()]
    rows = [entry for row in mediator.parties.rows for entry in row.entries.values()]
    entries = [*mediator.entries.by_field.values(), *details, *rows]
    assert all(entry.accessibleName() for entry in entries if entry is not mediator.entries.registered_at)


def test_a_high_risk_shows_the_duty_to_report_and_keeps_the_report(mediator: Mediator) -> None:
    form = mediator.page.form.fields
    assert form.danger.isHidden()
    assert form.boxes["risk_report"].isHidden()
    mediator.fill()
    mediator.choose("risk", "4")
    assert not form.danger.isHidden()
    mediator.choose("risk_report", "演示：已报告派出所")
    mediator.save_and_go_on()
    (dispute,) = mediator.saved()
    assert (dispute.risk, dispute.steps[0].text) == (Risk.HIGH, "演示：已报告派出所")
    assert not dispute.to_report
