"""What speaks against an inspection stands under its fields, all at once; what will count is told while it is typed."""

from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from tests.ui.safety.intake.inspector import Inspector
from ui.safety.intake.new_inspection_page import NewInspectionPage


def test_every_problem_of_an_empty_form_is_told_at_once(inspector: Inspector) -> None:
    inspector.save()
    assert set(inspector.problems) == {"place", "inspectors"}
    assert inspector.here() is inspector.entries.place


def test_one_inspector_is_not_enough(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors("演示甲")
    assert inspector.problems["inspectors"] == "检查人至少 2 名。"


def test_words_that_are_no_place_are_told_what_to_do(inspector: Inspector) -> None:
    inspector.pick("演示无此店")
    assert "Alt+X" in inspector.problems["place"]


def test_a_company_asks_for_its_filing_and_a_shop_does_not(inspector: Inspector) -> None:
    boxes = inspector.page.form.fields.boxes
    inspector.pick("ysmqd")
    assert boxes["filed_at"].isHidden()
    inspector.entries.place.setText("")
    inspector.pick("yswjc")
    assert not boxes["filed_at"].isHidden()
    inspector.name_inspectors()
    inspector.save()
    assert inspector.problems["filed_at"].startswith("到企业检查须先报备")


def test_problems_of_a_hazard_stand_in_its_line(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    inspector.add_hazard("")
    inspector.entries.findings.rows[0].level.show_word("重大")
    inspector.save()
    assert {"findings.0.title", "findings.0.chief"} <= inspector.problems.keys()
    assert inspector.here() is inspector.entries.findings.rows[0].title
    assert inspector.saved(Inspection) == []


def test_nothing_is_saved_where_one_part_is_wrong(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    inspector.check("20")
    inspector.entries.notice.due_at.setText("没有这天")
    inspector.save()
    assert "notice.due_at" in inspector.problems
    assert (inspector.saved(Inspection), inspector.saved(Hazard)) == ([], [])


def test_what_will_count_is_told_by_unit_and_never_added(inspector: Inspector) -> None:
    page: NewInspectionPage = inspector.page
    assert page.tally.text() == "检查 1 家次 · 隐患 0 条 · 文书 0 份"
    inspector.pick("ysmqd")
    inspector.check("220")
    inspector.add_hazard("演示：挡土墙开裂")
    inspector.entries.findings.rows[2].unit.show_word("处")
    assert page.tally.text() == "检查 1 家次 · 隐患 2 条 1 处 · 文书 1 份"


def test_the_register_stands_beside_the_form(inspector: Inspector) -> None:
    inspector.pick("ysmqd")
    inspector.name_inspectors()
    inspector.check("20")
    inspector.save_and_go_on()
    inspector.pick("ysmqd")
    assert inspector.page.card.text == "还有 1 项隐患未销号"
