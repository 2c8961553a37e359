"""Every refusal stands at its field, all at once, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.petition.intake.officer import Officer


def test_shows_every_problem_at_once_and_goes_to_the_first(officer: Officer) -> None:
    officer.entries.reported_at.setText("明年")
    officer.entries.concerned.setText("许多")
    officer.save()
    assert officer.problems.keys() == {"petitioner", "concerned", "category", "demand", "reported_at"}
    assert officer.here() is officer.entries.petitioner
    assert officer.saved() == []


@pytest.mark.parametrize(
    ("field", "typed", "wrong"),
    [
        ("petitioner", "", "petitioner"),
        ("phone", "12", "phone"),
        ("paper_number", "110101199003070012", "paper_number"),
        ("heads", "0", "heads"),
        ("heads", "三人", "heads"),
        ("heads", "", "heads"),
        ("concerned", "0", "concerned"),
        ("channel", "6", "origin"),
        ("channel", "路过", "channel"),
        ("purpose", "2", "accused"),
        ("category", "别的", "category"),
        ("category", "zz0299", "note"),
        ("demand", "", "demand"),
        ("reported_at", "2018-12-31", "reported_at"),
        ("reported_at", "2-20", "late_reason"),
        ("village", "别的村", "village"),
    ],
)
def test_a_wrong_field_saves_nothing_and_is_told_in_its_place(
    officer: Officer, field: str, typed: str, wrong: str
) -> None:
    officer.fill()
    entry = officer.entries.by_field[field]
    entry.setFocus()
    if typed:
        officer.write(field, typed)
    else:
        officer.press(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
        officer.press(Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    officer.save()
    assert wrong in officer.problems
    assert not officer.page.form.fields.boxes[wrong].isHidden()
    assert officer.here() is officer.entries.by_field[wrong]
    assert officer.saved() == []


def test_a_visitor_is_never_anonymous(officer: Officer) -> None:
    officer.fill()
    officer.flag("匿名")
    officer.save()
    assert officer.problems == {"flags": "来访应当登记来访人，不能是匿名。"}


def test_a_number_with_a_wrong_check_digit_is_told_when_it_is_left(officer: Officer) -> None:
    officer.write("petitioner", "演示甲")
    officer.write("paper_number", "110101199003070012")
    assert officer.problems == {"paper_number": "身份证号校验位不对，请逐位核对。"}
    officer.write("paper_number", "110101199003070011")
    assert officer.problems == {}


def test_a_number_is_masked_when_it_is_not_edited(officer: Officer) -> None:
    officer.write("paper_number", "110101199003070011")
    assert officer.entries.paper_number.text() == "110101********0011"
    officer.entries.paper_number.setFocus()
    assert officer.entries.paper_number.text() == "110101199003070011"


def test_more_representatives_than_the_law_allows_are_refused(officer: Officer) -> None:
    officer.fill()
    officer.write("heads", "10")
    for name in ("演示乙", "演示丙", "演示丁"):
        officer.add(name)
        officer.press(Qt.Key.Key_F2)
        officer.parties.details.representative.setFocus()
        officer.press(Qt.Key.Key_Space)
    officer.save()
    assert officer.problems == {"parties": "10 人的集体访，代表不得超过 3 人。"}
    assert officer.saved() == []


def test_what_is_wrong_with_another_stands_in_his_row(officer: Officer) -> None:
    officer.fill()
    officer.write("heads", "3")
    officer.add("演示乙")
    officer.add("演示丙", "12")
    officer.save()
    assert officer.problems == {"信访人 3": "联系电话应为 11 位手机号、固定电话或 6 位短号。"}
    assert officer.here() is officer.parties.rows[1].phone


def test_a_birthday_that_cannot_be_read_stands_in_its_row(officer: Officer) -> None:
    officer.fill()
    officer.write("heads", "2")
    officer.add("演示乙")
    officer.press(Qt.Key.Key_F2)
    officer.parties.details.born_on.setFocus()
    officer.type("八零年")
    officer.save()
    assert officer.problems.keys() == {"信访人 2"}
    assert officer.here() is officer.parties.details.born_on
    assert officer.saved() == []


def test_more_names_than_heads_are_told(officer: Officer) -> None:
    officer.fill()
    officer.add("演示乙")
    officer.save()
    assert officer.problems == {"heads": "人数少于列出的信访人（2 人），请核对。"}


def test_a_mended_problem_goes_away(officer: Officer) -> None:
    officer.save()
    officer.write("petitioner", "演示甲")
    assert officer.problems.keys() == {"category", "demand"}


def test_ten_refused_savings_keep_everything(officer: Officer) -> None:
    officer.add("演示乙", "12")
    texts = {n: e for n, e in officer.entries.by_field.items() if isinstance(e, QLineEdit) and n != "town"}
    del texts["paper_number"]
    for turn in range(10):
        written = {name: f"不对{turn}{n}" for n, name in enumerate(texts)}
        for name, text in written.items():
            texts[name].setText(text)
        officer.save()
        assert {name: entry.text() for name, entry in texts.items()} == written
        assert [(party.name, party.phone) for party in officer.parties.parties] == [("演示乙", "12")]
    assert officer.saved() == []
