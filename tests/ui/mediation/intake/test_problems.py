"""Every refusal stands at its field, all at once, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from gridapp.domain.party import MOST_REPRESENTATIVES
from tests.ui.mediation.intake.mediator import Mediator


def test_shows_every_problem_at_once_and_goes_to_the_first(mediator: Mediator) -> None:
    mediator.entries.reported_at.setText("明年")
    mediator.entries.amount.setText("许多")
    mediator.save()
    assert mediator.problems.keys() == {"title", "category", "village", "amount", "reported_at"}
    assert mediator.here() is mediator.entries.title
    assert mediator.saved() == []


@pytest.mark.parametrize(
    ("field", "typed", "wrong"),
    [
        ("people", "三人", "people"),
        ("people", "0", "people"),
        ("amount", "-5", "amount"),
        ("amount", "1.234", "amount"),
        ("scale", "很大", "scale"),
        ("source", "3", "entrusted_by"),
        ("category", "zz0113", "project"),
        ("category", "zz0199", "note"),
        ("occurred_at", "2018-12-31", "occurred_at"),
        ("reported_at", "2018-12-31", "reported_at"),
        ("reported_at", "2-20", "late_reason"),
        ("mediation_type", "别的纠纷", "mediation_type"),
    ],
)
def test_a_wrong_field_saves_nothing_and_is_told_in_its_place(
    mediator: Mediator, field: str, typed: str, wrong: str
) -> None:
    mediator.fill()
    entry = mediator.entries.by_field[field]
    assert isinstance(entry, QLineEdit)
    entry.setFocus()
    entry.selectAll()
    mediator.choose(field, typed)
    mediator.save()
    assert wrong in mediator.problems
    assert not mediator.page.form.fields.boxes[wrong].isHidden()
    assert mediator.here() is mediator.entries.by_field[wrong]
    assert mediator.saved() == []


def test_a_party_without_a_name_is_told_in_its_row(mediator: Mediator) -> None:
    mediator.fill()
    row = mediator.parties.rows[1]
    row.phone.setFocus()
    mediator.type("13700000000")
    mediator.save()
    assert mediator.problems == {"乙方 1": "请填写当事人姓名或名称。"}
    assert mediator.here() is row.name
    mediator.type("演示乙")
    assert mediator.problems == {}


def test_a_phone_that_is_none_is_told_when_it_is_left(mediator: Mediator) -> None:
    mediator.add_party("甲方", "演示甲", "12")
    mediator.tab()
    assert mediator.problems == {"甲方 1": "联系电话应为 11 位手机号、固定电话或 6 位短号。"}


def test_a_wrong_check_digit_is_told_at_once_and_taken_back_when_it_is_mended(mediator: Mediator) -> None:
    mediator.add_party("甲方", "演示甲")
    mediator.press(Qt.Key.Key_F2)
    details = mediator.parties.details
    mediator.go_to(details.paper_number)
    mediator.type("110101199003070012")
    assert mediator.problems == {"甲方 1": "身份证号校验位不对，请逐位核对。"}
    assert details.boxes["paper_number"].problem == "身份证号校验位不对，请逐位核对。"
    mediator.press(Qt.Key.Key_Backspace)
    mediator.type("1")
    assert mediator.problems == {}
    assert (details.sex.key, details.born_on.text(), details.paper.key) == ("男", "1990-03-07", "居民身份证")


def test_a_number_that_is_too_short_is_told_when_it_is_left(mediator: Mediator) -> None:
    mediator.add_party("甲方", "演示甲")
    mediator.press(Qt.Key.Key_F2)
    details = mediator.parties.details
    details.paper.setFocus()
    mediator.press(Qt.Key.Key_Down)
    mediator.go_to(details.paper_number)
    mediator.type("11010119900307")
    mediator.tab()
    assert mediator.problems["甲方 1"].startswith("身份证号应为 18 位")


def test_a_detail_that_is_wrong_opens_its_party_and_takes_the_keyboard(mediator: Mediator) -> None:
    mediator.fill()
    for name in ("演示甲", "演示乙"):
        mediator.add_party("甲方", name)
    mediator.press(Qt.Key.Key_F2)
    mediator.go_to(mediator.parties.details.born_on)
    mediator.type("八零年")
    mediator.parties.rows[0].name.setFocus()
    mediator.save()
    assert mediator.problems.keys() == {"甲方 2"}
    assert mediator.parties.at_hand is mediator.parties.rows[1]
    assert mediator.here() is mediator.parties.details.born_on


def test_more_representatives_than_the_law_allows_are_refused(mediator: Mediator) -> None:
    mediator.fill()
    for n in range(MOST_REPRESENTATIVES + 1):
        mediator.add_party("甲方", f"演示{n}号")
        mediator.press(Qt.Key.Key_F2)
        mediator.go_to(mediator.parties.details.representative)
        mediator.press(Qt.Key.Key_Space)
    mediator.save()
    assert mediator.problems["parties"] == "甲方的代表人最多 5 人。"
    assert mediator.saved() == []


def test_the_same_party_twice_is_told(mediator: Mediator) -> None:
    mediator.fill()
    for _ in range(2):
        mediator.add_party("甲方", "演示甲", "13700000000")
    mediator.tab()
    assert mediator.problems == {"parties": "同一当事人在同一方列了两次，请删去一个。"}


def test_a_number_is_masked_when_it_is_not_edited(mediator: Mediator) -> None:
    mediator.add_party("甲方", "演示甲")
    mediator.press(Qt.Key.Key_F2)
    number = mediator.parties.details.paper_number
    mediator.go_to(number)
    mediator.type("110101199003070011")
    mediator.tab()
    assert number.text() == "110101********0011"
    number.setFocus()
    assert number.text() == "110101199003070011"


def test_thirty_refused_savings_keep_everything(mediator: Mediator) -> None:
    mediator.add_party("甲方", "演示甲", "12")
    texts = {n: e for n, e in mediator.entries.by_field.items() if isinstance(e, QLineEdit) and n != "town"}
    for turn in range(30):
        written = {name: f"不对{turn}{n}" for n, name in enumerate(texts)}
        for name, text in written.items():
            texts[name].setText(text)
        mediator.save()
        assert {name: entry.text() for name, entry in texts.items()} == written
        assert [(party.name, party.phone) for party in mediator.parties.parties] == [("演示甲", "12")]
    assert mediator.saved() == []


def test_parties_pasted_from_a_worksheet_become_rows(mediator: Mediator) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("姓名\t联系电话\n演示甲\t13700000001\n演示乙\t13700000002\n演示丙\t\n")
    mediator.parties.rows[0].name.setFocus()
    mediator.press(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    named = [(party.side.value, party.name, party.phone) for party in mediator.parties.parties]
    assert named == [("甲方", "演示甲", "13700000001"), ("甲方", "演示乙", "13700000002"), ("甲方", "演示丙", None)]


def test_a_single_name_is_pasted_into_its_field(mediator: Mediator) -> None:
    QGuiApplication.clipboard().setText("演示甲")
    mediator.parties.rows[1].name.setFocus()
    mediator.press(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    assert [party.name for party in mediator.parties.parties] == ["演示甲"]
