"""The form of a dispute (纠纷表单)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel
from typing_extensions import override

from gridapp.cases.dispute.draft import STOPPED_PROJECT, DisputeDraft, check
from gridapp.cases.dispute.record import check_again
from gridapp.domain.dispute import Risk
from gridapp.domain.dispute_words import ENTRUSTED
from gridapp.domain.problem import Problem
from gridapp.domain.vocabulary import Leaf
from ui.desk import Desk
from ui.mediation.intake.dispute_entries import TYPES, DisputeEntries
from ui.mediation.intake.dispute_plan import DANGER, PLAN
from ui.recording.parties.parties_form import PartiesForm
from ui.widgets.pick_box import PickBox


class DisputeForm(PartiesForm[DisputeDraft]):
    """All fields of a `DisputeDraft`; how a danger was reported is asked of a new one alone."""

    entries: DisputeEntries

    def __init__(self, desk: Desk, *, is_new: bool) -> None:
        self._is_new = is_new
        self.danger = QLabel(DANGER)
        self.danger.setObjectName("notice_line")
        self.danger.setWordWrap(True)
        entries = DisputeEntries(desk)
        super().__init__(desk, entries, PLAN, {"danger": self.danger})
        self.watch_parties(entries.parties)
        entries.difficult.toggled.connect(self.changed)
        self.show_facts()

    @override
    def rules(self, draft: DisputeDraft) -> Sequence[Problem]:
        areas, now = self._desk.areas, self._desk.now
        before = None if self._is_new else self._shown
        return check(draft, areas, now) if before is None else check_again(before, draft, areas, now)

    @override
    def show_facts(self) -> None:
        super().show_facts()
        entries = self.entries
        at_risk = entries.risk.key == Risk.HIGH
        shown = {
            "project": entries.category.category == STOPPED_PROJECT or bool(entries.project.text()),
            "entrusted_by": entries.source.key == ENTRUSTED or bool(entries.entrusted_by.text()),
            "risk_report": self._is_new and (at_risk or bool(entries.risk_report.text())),
        }
        for field, is_shown in shown.items():
            self.boxes[field].setVisible(is_shown)
        self.danger.setVisible(at_risk)
        listed = len(entries.parties.parties)
        types = (entries.mediation_type, entries.monthly_type, entries.campaign_column)
        self.boxes["category"].show_hint(" · ".join(filter(None, (pick.words for pick in types))))
        self.boxes["people"].show_hint(f"已列当事人 {listed} 方" if listed and not entries.people.text() else "")
        self.places.refresh()

    @override
    def take_leaf(self, before: Leaf | None, leaf: Leaf) -> None:
        super().take_leaf(before, leaf)
        for field in TYPES:
            pick, brought = getattr(self.entries, field), getattr(before, field) if before else None
            assert isinstance(pick, PickBox)
            if pick.words in ("", brought):
                pick.show_words(getattr(leaf, field) or "")
