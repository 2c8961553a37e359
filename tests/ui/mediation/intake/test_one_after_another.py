"""Disputes one after another: what is carried over, what is brought along, what is told."""

from PySide6.QtCore import Qt

from gridapp.domain.kind import Kind
from tests.offices import TOWN, VILLAGES, at, dispute_recorded
from tests.ui.mediation.intake.mediator import Mediator
from tests.ui.recording.recorder import ALT
from tests.ui.screen import Screen
from ui.recording.phrase_panel import panel_on
from ui.requests import ShowRecord


def test_place_source_committee_and_mediators_are_carried_over(mediator: Mediator) -> None:
    mediator.fill()
    mediator.add_party("甲方", "演示甲")
    for field, words in (
        ("source", "3"),
        ("entrusted_by", "法院"),
        ("unit", "桐川村调委会"),
        ("committee", "1"),
        ("handler", "演示调解员"),
        ("co_mediators", "演示丙、演示丁"),
        ("note", "演示：说了什么"),
    ):
        mediator.choose(field, words)
    mediator.save_and_go_on()
    assert len(mediator.saved()) == 1
    draft = mediator.page.form.draft()
    assert (draft.town, draft.village) == (TOWN, VILLAGES[0])
    assert (draft.source, draft.entrusted_by) == ("委托移送", "法院")
    assert (draft.unit, draft.committee, draft.handler) == ("桐川村调委会", "村", "演示调解员")
    assert draft.co_mediators == ("演示丙", "演示丁")
    assert (draft.title, draft.category, draft.note, draft.parties) == ("", None, "", ())
    assert mediator.here() is mediator.entries.title
    assert not mediator.page.form.is_changed


def test_says_what_was_saved_and_how_many(mediator: Mediator) -> None:
    for n in range(2):
        mediator.fill(f"演示：第{n}件")
        mediator.save_and_go_on()
    number = mediator.saved()[-1].number
    assert mediator.page.saved_bar.text == f"已保存 {number}· 本次已登记 2 件"


def test_what_is_typed_while_the_last_one_is_being_saved_stays(mediator: Mediator) -> None:
    mediator.fill()
    mediator.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    mediator.type("演示：下一件")
    mediator.screen.settle()
    assert mediator.entries.title.text() == "演示：下一件"
    assert mediator.saved()[-1].title == "演示：界址纠纷"


def test_a_category_brings_level_and_the_three_types_unless_others_were_chosen(mediator: Mediator) -> None:
    mediator.choose("category", "zz0104")
    draft = mediator.page.form.draft()
    assert (draft.level, draft.mediation_type) == ("较大", "山林土地纠纷")
    assert (draft.monthly_type, draft.campaign_column) == (
        "土地矿产山林水利界线权属纠纷",
        "土地山林矿山水利海事渔事等权属纠纷",
    )
    mediator.entries.mediation_type.setFocus()
    mediator.entries.mediation_type.selectAll()
    mediator.choose("mediation_type", "18")
    mediator.entries.category.setFocus()
    mediator.entries.category.selectAll()
    mediator.choose("category", "zz0106")
    draft = mediator.page.form.draft()
    assert (draft.mediation_type, draft.monthly_type) == ("其他纠纷", "劳资纠纷")


def test_only_categories_of_disputes_are_offered(mediator: Mediator) -> None:
    mediator.entries.category.setFocus()
    mediator.press(Qt.Key.Key_Down)
    assert len(mediator.entries.category.offered) == 14
    assert "邻里纠纷" in mediator.entries.category.offered


def test_f4_lists_phrases_of_disputes(mediator: Mediator) -> None:
    mediator.entries.note.setFocus()
    mediator.press(Qt.Key.Key_F4)
    mediator.screen.settle()
    panel = panel_on(mediator.screen.window)
    assert panel is not None
    assert "双方因琐事发生口角" in panel.list.item(0).text()


def test_mediators_are_proposed_name_by_name(mediator: Mediator) -> None:
    names = mediator.entries.co_mediators
    names.offer(["演示甲", "演示乙"])
    names.setFocus()
    for word in ("演示甲", "、", "ysy"):
        mediator.type(word)
    mediator.tab()
    assert names.names == ("演示甲", "演示乙")


def test_a_dispute_of_the_same_people_is_shown_beside(screen: Screen) -> None:
    before = dispute_recorded(screen.office, at(2018, 2, 27, 9), title="演示：甲乙相争")
    mediator = Mediator(screen)
    mediator.fill("演示：甲乙又争")
    for side, name in (("甲方", "演示甲"), ("乙方", "演示乙")):
        mediator.add_party(side, name)
    screen.qtbot.waitUntil(lambda: len(mediator.page.duplicates.lines) == 1)
    assert before.number in mediator.page.duplicates.lines[0]
    asked: list[object] = []
    mediator.page.asked.disconnect(screen.window.show_request)
    mediator.page.asked.connect(asked.append)
    mediator.press(Qt.Key.Key_D, held=ALT)
    mediator.press(Qt.Key.Key_Return)
    assert asked == [ShowRecord(Kind.DISPUTE, before.id)]
