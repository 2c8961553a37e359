"""Changing what is written of a saved dispute: kept, checked, compared with what others saved."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from gridapp.cases.dispute.record import amend, draft_of
from gridapp.domain.dispute import Dispute
from gridapp.domain.party import Party, Side
from gridapp.domain.problem import Refusal
from gridapp.ports import Save
from tests.offices import ACTOR, DEADLINES, NOW, at, dispute_recorded
from tests.ui.screen import Screen
from ui.desk import Desk, sit_down
from ui.handling.amendment_draft import amendment_of
from ui.handling.conflict_dialog import ConflictDialog
from ui.mediation.intake.dispute_editing import DisputeEditing

THIRD = Party(side=Side.THIRD, name="演示第三人")


@pytest.fixture
def dispute(screen: Screen) -> Dispute:
    """A dispute on file."""
    return dispute_recorded(screen.office, at(2018, 2, 26, 9))


@pytest.fixture
def desk(screen: Screen) -> Desk:
    """What the form works with."""
    return sit_down(screen.office, ACTOR, screen.jobs)


@pytest.fixture
def editing(screen: Screen, desk: Desk, dispute: Dispute) -> DisputeEditing:
    """The form, open on the dispute."""
    opened = DisputeEditing(desk)
    screen.qtbot.addWidget(opened)
    opened.show()
    opened.start(dispute, needs_reason=False)
    screen.settle()
    return opened


def _add_third(editing: DisputeEditing) -> None:
    parties = editing.form.entries.parties
    parties.begin_row(Side.THIRD)
    parties.rows[-1].name.setText("演示第三人")


def _fresh(screen: Screen, dispute: Dispute) -> Dispute:
    case = screen.office.cases.load(dispute.id)
    assert isinstance(case, Dispute)
    return case


def test_shows_what_is_written_and_nothing_is_changed(editing: DisputeEditing, dispute: Dispute) -> None:
    assert editing.form.draft() == draft_of(dispute)
    assert not editing.form.is_changed


def test_saves_the_parties_that_were_added(screen: Screen, editing: DisputeEditing, dispute: Dispute) -> None:
    _add_third(editing)
    with screen.qtbot.waitSignal(editing.saved):
        editing.save()
    assert _fresh(screen, dispute).parties == (*dispute.parties, THIRD)


def test_problems_stand_at_their_fields_and_nothing_is_saved(
    screen: Screen, editing: DisputeEditing, dispute: Dispute
) -> None:
    editing.form.entries.title.clear()
    with screen.qtbot.waitSignal(editing.refused):
        editing.save()
    assert editing.form.boxes["title"].problem
    assert _fresh(screen, dispute).version == dispute.version


def test_how_a_danger_was_reported_is_no_matter_of_editing(editing: DisputeEditing) -> None:
    editing.form.entries.risk.show_words("高")
    assert not editing.form.danger.isHidden()
    assert editing.form.boxes["risk_report"].isHidden()


def test_the_reason_is_asked_where_it_is_needed(editing: DisputeEditing, dispute: Dispute) -> None:
    editing.start(dispute, needs_reason=True)
    assert not editing.form.boxes["reason"].isHidden()


def test_a_field_can_be_gone_to_by_its_name(screen: Screen, editing: DisputeEditing) -> None:
    editing.activateWindow()
    screen.qtbot.waitUntil(editing.isActiveWindow)
    editing.focus_field("parties")
    assert QApplication.focusWidget() is editing.form.entries.parties.rows[0].name


def test_what_is_not_saved_is_kept_and_gone_on_with(
    screen: Screen, desk: Desk, editing: DisputeEditing, dispute: Dispute
) -> None:
    _add_third(editing)
    drafts = screen.office.drafts
    screen.qtbot.waitUntil(lambda: amendment_of(drafts, ACTOR.name, dispute.id) is not None, timeout=2000)
    kept = amendment_of(drafts, ACTOR.name, dispute.id)
    assert kept is not None
    again = DisputeEditing(desk)
    screen.qtbot.addWidget(again)
    again.go_on(dispute, kept, needs_reason=False)
    assert again.form.draft().parties[-1] == THIRD
    assert again.form.is_changed


def test_what_two_people_changed_is_put_together(screen: Screen, editing: DisputeEditing, dispute: Dispute) -> None:
    _add_third(editing)
    theirs = draft_of(dispute)
    areas = screen.office.registers.areas()
    amend(screen.office.cases, areas, DEADLINES, dispute.id, 1, replace(theirs, demand="演示：赔偿"), ACTOR, NOW)
    editing.save()
    screen.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConflictDialog)
    assert {line[0] for line in dialog.lines} == {"当事人", "申请事项"}
    with screen.qtbot.waitSignal(editing.saved):
        dialog.answer()
    saved = _fresh(screen, dispute)
    assert (saved.demand, saved.parties[-1]) == ("演示：赔偿", THIRD)


def test_a_high_risk_is_changed_by_its_own_move(screen: Screen, desk: Desk, editing: DisputeEditing) -> None:
    high = dispute_recorded(
        screen.office, at(2018, 2, 27, 9), title="演示：险情", risk="高", risk_report="演示：已报告"
    )
    editing.start(high, needs_reason=False)
    editing.form.entries.risk.show_words("低")
    refusals: list[Refusal | None] = []
    editing.refused.connect(refusals.append)
    editing.save()
    assert refusals == [None]
    assert editing.form.boxes["risk"].problem == "激化风险的变化请通过“研判风险”记录。"


def test_a_word_of_an_old_ledger_stays_until_another_one_is_chosen(
    screen: Screen, editing: DisputeEditing, dispute: Dispute
) -> None:
    old = replace(dispute, source="当事人申请")
    with screen.office.cases.transaction() as writer:
        writer.save([Save(dispute, old, "修改")], ACTOR, NOW())
    editing.start(_fresh(screen, dispute), needs_reason=False)
    source = editing.form.entries.source
    assert (source.text(), editing.form.is_changed) == ("当事人申请", False)
    editing.form.entries.demand.setText("演示：赔偿")
    with screen.qtbot.waitSignal(editing.saved):
        editing.save()
    saved = _fresh(screen, dispute)
    assert (saved.source, saved.demand) == ("当事人申请", "演示：赔偿")
