"""The page 文书: what is lacking is told first, what is made is kept and shown, templates can be replaced."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose, Session
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.status import Status
from gridapp.pages.document import PORTRAIT
from gridapp.papers.making import made, whole_file
from gridapp.ports import IssuedPaper
from tests.gridapp.bare_cases import bare
from tests.gridapp.papers.paper_cases import GIVEN, MADE, agreed, mediated, ordered, put_on_file
from tests.gridapp.small_office import save
from tests.offices import ACTOR, at
from tests.ui.screen import Screen, write
from ui.mediation.case.dispute_page import DisputePage
from ui.papers.long_words import LongWords
from ui.papers.paper_order import paper_order
from ui.papers.papers_page import PapersPage
from ui.recording.phrase_panel import panel_on
from ui.requests import ShowPapers, ShowRecord


def _page(screen: Screen, case: Case) -> PapersPage:
    save(screen.office, [case])
    screen.go(ShowPapers(Kind.DISPUTE, case.id, case.title))
    return screen.page(PapersPage)


def _row(page: PapersPage, title: str) -> int:
    return next(n for n, offer in enumerate(page.model.rows) if offer.title.startswith(title))


def _type(page: PapersPage, name: str, text: str) -> None:
    box = page.side.asked_form.boxes[name]
    write(box.edit if isinstance(box, LongWords) else box, text)


def _issued(screen: Screen, case: Case) -> list[IssuedPaper]:
    return list(screen.office.papers.of_case(case.id))


def _close_preview(screen: Screen) -> str:
    """What the preview is of; it is closed."""
    preview = QApplication.activeModalWidget()
    assert preview is not None
    title = preview.windowTitle()
    preview.close()
    screen.settle()
    return title


def test_the_page_of_a_case_leads_to_its_papers(screen: Screen) -> None:
    case = agreed()
    save(screen.office, [case])
    screen.go(ShowRecord(Kind.DISPUTE, case.id))
    screen.click(screen.page(DisputePage).course.papers_button)
    assert screen.page(PapersPage).model.rows


def test_what_is_ticked_is_made_kept_and_shown(screen: Screen) -> None:
    case = agreed()
    page = _page(screen, case)
    page.model.tick(_row(page, "人民调解当事人权利义务告知书"), is_on=True)
    assert page.make_button.text() == "制作选中的 1 份(&M)"
    screen.click(page.make_button)
    assert _close_preview(screen) == "打印预览：人民调解当事人权利义务告知书"
    (paper,) = _issued(screen, case)
    assert screen.office.attachments.get(paper.sha256).startswith(b"PK")
    assert page.model.chosen == []
    assert "已制作" in page.model.index(_row(page, "人民调解当事人权利义务告知书"), 1).data()


def test_the_paper_that_is_looked_at_is_made_where_none_is_ticked(screen: Screen) -> None:
    case = agreed()
    page = _page(screen, case)
    page.table.selectRow(_row(page, "人民调解受理登记表"))
    assert page.make_button.text() == "制作这一份(&M)"
    screen.click(page.make_button)
    _close_preview(screen)
    assert [paper.paper for paper in _issued(screen, case)] == ["registration"]
    assert page.side.issued_card.isVisible(), "it is still looked at"


def test_an_impatient_second_order_makes_nothing_twice(screen: Screen) -> None:
    case = agreed()
    page = _page(screen, case)
    page.table.selectRow(_row(page, "人民调解受理登记表"))
    page.side.asked_form.changed.emit()
    page.make()
    for order in (page.make, page.make_file):
        assert not page.make_button.isEnabled()
        assert not page.file_button.isEnabled()
        order()
    screen.settle()
    assert _close_preview(screen) == "打印预览：人民调解受理登记表"
    assert [paper.paper for paper in _issued(screen, case)] == ["registration"]
    assert page.make_button.isEnabled()


def test_what_somebody_else_made_meanwhile_is_shown_instead_of_made_again(screen: Screen) -> None:
    case = agreed()
    page = _page(screen, case)
    row = _row(page, "人民调解受理登记表")
    page.table.selectRow(row)
    made(screen.office, case.id, [page.model.rows[row].choice], {}, Actor("演示另一人", "二号机"), MADE)
    screen.click(page.make_button)
    assert "刚由演示另一人制作" in screen.window.message.text
    assert len(_issued(screen, case)) == 1
    assert "已制作" in page.model.index(row, 1).data()


def test_a_case_without_papers_says_so(screen: Screen) -> None:
    plan = bare(Kind.INSPECTION, status=Status.FILED)
    put_on_file(screen.office, plan)
    screen.go(ShowPapers(Kind.INSPECTION, plan.id, plan.title))
    page = screen.page(PapersPage)
    assert "还没有可以制作的文书" in page.side.lacking.text()
    assert not page.make_button.isEnabled()


def test_the_keyboard_begins_in_the_list(screen: Screen) -> None:
    assert _page(screen, agreed()).table.hasFocus()


def test_the_space_bar_ticks_and_enter_turns_the_tick(screen: Screen) -> None:
    page = _page(screen, mediated())
    page.table.selectRow(_row(page, "人民调解当事人权利义务告知书"))
    screen.press(page.table, Qt.Key.Key_Return)
    assert len(page.model.chosen) == 1
    screen.press(page.table, Qt.Key.Key_Return)
    assert page.model.chosen == []


def test_what_is_lacking_stands_beside_and_nothing_is_made(screen: Screen) -> None:
    case = agreed()
    page = _page(screen, case)
    row = _row(page, "人民调解协议书")
    page.table.selectRow(row)
    assert page.side.lacking_card.isVisible()
    assert "各方责任" in page.side.lacking.text()
    assert page.model.index(row, 1).data() == f"还缺 {len(page.model.rows[row].lacking)} 项"
    refusals: list[str] = []
    page.refused.connect(refusals.append)
    page.model.tick(row, is_on=True)
    screen.click(page.make_button)
    assert "各方责任" in refusals[0]
    assert _issued(screen, case) == []


def test_what_is_typed_takes_the_lack_away(screen: Screen) -> None:
    case = agreed()
    page = _page(screen, case)
    page.table.selectRow(_row(page, "人民调解协议书"))
    for name, text in GIVEN.items():
        if name in page.side.asked_form.boxes:
            _type(page, name, text)
    page.side.asked_form.changed.emit()
    screen.settle()
    assert not page.side.lacking_card.isVisible()
    page.model.tick(_row(page, "人民调解协议书"), is_on=True)
    screen.click(page.make_button)
    _close_preview(screen)
    assert [paper.paper for paper in _issued(screen, case)] == ["agreement"]


def _type_something(screen: Screen, page: PapersPage) -> None:
    page.table.selectRow(_row(page, "人民调解协议书"))
    _type(page, "各方责任", "演示：各半")
    screen.settle()


def test_what_was_typed_the_last_time_is_there_again(screen: Screen) -> None:
    case_id = put_on_file(screen.office, agreed())
    whole_file(screen.office, case_id, GIVEN, ACTOR, MADE)
    screen.go(ShowPapers(Kind.DISPUTE, case_id, "演示"))
    page = screen.page(PapersPage)
    page.table.selectRow(_row(page, "人民调解协议书"))
    assert page.side.asked_form.boxes["各方责任"].words == GIVEN["各方责任"]
    assert not page.side.asked_form.is_unused


def test_what_is_taken_away_is_lacking(screen: Screen) -> None:
    case_id = put_on_file(screen.office, agreed())
    whole_file(screen.office, case_id, GIVEN, ACTOR, MADE)
    screen.go(ShowPapers(Kind.DISPUTE, case_id, "演示"))
    page = screen.page(PapersPage)
    page.table.selectRow(_row(page, "人民调解协议书"))
    box = page.side.asked_form.boxes["各方责任"]
    assert isinstance(box, LongWords)
    box.edit.clear()
    page.side.asked_form.changed.emit()
    screen.settle()
    assert "各方责任" in page.side.lacking.text()


def test_long_words_take_several_lines_and_propose_usual_ones(screen: Screen) -> None:
    page = _page(screen, agreed())
    page.table.selectRow(_row(page, "人民调解协议书"))
    box = page.side.asked_form.boxes["各方责任"]
    assert isinstance(box, LongWords)
    low = box.edit.height()
    screen.press(box.edit, Qt.Key.Key_F4)
    panel = panel_on(screen.window)
    assert panel is not None
    screen.press(panel.filter, Qt.Key.Key_Return)
    first = box.words
    for _ in range(4):
        screen.press(box.edit, Qt.Key.Key_Return)
    assert list(page.side.asked_form.given.values()) == [first + "\n" * 4]
    assert box.edit.height() > low


def test_what_is_typed_for_one_record_stays_out_of_the_other(screen: Screen) -> None:
    told = Session(purpose=Purpose.MEDIATION, held_at=at(2018, 1, 10, 9), record="演示", result="有待继续调解")
    page = _page(screen, mediated(sessions=(told, replace(told, held_at=at(2018, 1, 12, 9)))))
    shown = []
    for name in ("人民调解记录（第1次", "人民调解记录（第2次", "人民调解记录（第1次"):
        page.table.selectRow(_row(page, name))
        shown.append(page.side.asked_form.boxes["地点"].words)
        if len(shown) == 1:
            _type(page, "地点", "演示一处")
    assert shown == ["", "", "演示一处"]


def test_what_was_made_is_told_and_its_versions_are_seen(screen: Screen) -> None:
    case_id = put_on_file(screen.office, agreed())
    whole_file(screen.office, case_id, GIVEN, ACTOR, MADE)
    screen.go(ShowPapers(Kind.DISPUTE, case_id, "演示"))
    page = screen.page(PapersPage)
    row = _row(page, "人民调解协议书")
    page.table.selectRow(row)
    assert "已制作" in page.model.index(row, 1).data()
    assert page.model.index(row, 2).data() == "（2018）人调字第1号"
    assert page.side.issued_table.viewport().height() >= page.side.issued_table.rowHeight(0)


@pytest.mark.parametrize(("answer", "stays"), [("留下", True), ("离开", False)])
def test_what_was_typed_and_not_used_is_not_dropped_unasked(screen: Screen, answer: str, stays: bool) -> None:
    page = _page(screen, agreed())
    _type_something(screen, page)
    screen.window.go_back()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    screen.click(next(button for button in box.buttons() if button.text() == answer))
    assert (screen.window.page is page) is stays


def test_what_was_used_may_be_left_behind(screen: Screen) -> None:
    page = _page(screen, agreed())
    _type_something(screen, page)
    screen.click(page.make_button)
    _close_preview(screen)
    screen.window.go_back()
    assert screen.window.page is not page


def test_what_was_typed_for_another_paper_is_not_dropped_unasked(screen: Screen) -> None:
    page = _page(screen, agreed())
    _type_something(screen, page)
    page.model.tick(_row(page, "人民调解当事人权利义务告知书"), is_on=True)
    screen.click(page.make_button)
    _close_preview(screen)
    screen.window.go_back()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.close()
    assert screen.window.page is page


def test_each_opinion_is_proposed_by_its_own_day(screen: Screen) -> None:
    notice, mended, other = ordered()
    later = Recheck(at=at(2018, 1, 20, 9), result=RecheckResult.PASSED, inspectors=("演示甲", "演示乙"))
    put_on_file(screen.office, notice, mended, replace(other, rechecks=(*other.known_rechecks, later)))
    screen.go(ShowPapers(Kind.NOTICE, notice.id, notice.title))
    page = screen.page(PapersPage)
    told = []
    for day in ("1月16日", "1月20日"):
        page.table.selectRow(_row(page, f"复查意见书（2018年{day}"))
        told.append(page.side.asked_form.boxes["复查意见"].words)
    assert ["继续整改" in opinion for opinion in told] == [True, False]


def test_a_whole_file_is_shown_with_each_papers_own_pages(screen: Screen) -> None:
    case_id = put_on_file(screen.office, agreed())
    papers = whole_file(screen.office, case_id, GIVEN, ACTOR, MADE)
    window = screen.window
    assert window.page is not None
    sections = paper_order(window.page.desk, papers).make(PORTRAIT).sections
    assert all(section.counted_anew for section in sections)
    assert [bool(section.set_up.foot) for section in sections[:3]] == [False, False, True]


def test_a_version_is_saved_as_word_and_pdf(screen: Screen, tmp_path: Path) -> None:
    page = _page(screen, agreed())
    row = _row(page, "人民调解当事人权利义务告知书")
    page.model.tick(row, is_on=True)
    screen.click(page.make_button)
    _close_preview(screen)
    page.table.selectRow(row)
    page.save_to(tmp_path / "文书")
    screen.settle()
    assert sorted(path.suffix for path in (tmp_path / "文书").iterdir()) == [".docx", ".pdf"]
    assert screen.office.exports.notes(1)[0].what == "文书"


@pytest.fixture
def rights(screen: Screen) -> PapersPage:
    """The page, on the paper of rights and duties."""
    page = _page(screen, mediated())
    page.table.selectRow(_row(page, "人民调解当事人权利义务告知书"))
    return page


def test_a_template_goes_out_in_and_back(screen: Screen, rights: PapersPage, tmp_path: Path) -> None:
    rights.templates.save_to(tmp_path / "模板.docx")
    screen.settle()
    rights.templates.replace_by(tmp_path / "模板.docx")
    screen.settle()
    assert screen.office.templates.current("paper.rights") == (tmp_path / "模板.docx").read_bytes()
    rights.templates.put_back()
    screen.settle()
    assert screen.office.templates.current("paper.rights") is None


def test_a_template_that_is_no_word_file_is_refused(screen: Screen, rights: PapersPage, tmp_path: Path) -> None:
    refusals: list[str] = []
    rights.refused.connect(refusals.append)
    (tmp_path / "模板.docx").write_bytes(b"nothing")
    rights.templates.replace_by(tmp_path / "模板.docx")
    screen.settle()
    assert len(refusals) == 1
    assert screen.office.templates.current("paper.rights") is None
