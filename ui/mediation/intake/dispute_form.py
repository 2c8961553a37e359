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
from ui.mediation.intake.parties_box import FIELD
from ui.mediation.intake.party_row import PartyRow
from ui.recording.case_form import CaseForm
from ui.widgets.pick_box import PickBox


class DisputeForm(CaseForm[DisputeDraft]):
    """All fields of a `DisputeDraft`; how a danger was reported is asked of a new one alone."""

    entries: DisputeEntries

    def __init__(self, desk: Desk, *, is_new: bool) -> None:
        self._is_new = is_new
        self._told: frozenset[str] = frozenset()
        self.danger = QLabel(DANGER)
        self.danger.setObjectName("notice_line")
        self.danger.setWordWrap(True)
        super().__init__(desk, DisputeEntries(desk), PLAN, {"danger": self.danger})
        self.entries.difficult.toggled.connect(self.changed)
        parties = self.entries.parties
        parties.changed.connect(self.changed)
        parties.row_added.connect(self._watch_row)
        parties.left.connect(self._look_at_parties)
        for row in parties.rows:
            self._watch_row(row)
        self.show_facts()

    def _watch_row(self, row: PartyRow) -> None:
        for entry in row.entries.values():
            self.watch(entry)

    @override
    def rules(self, draft: DisputeDraft) -> Sequence[Problem]:
        areas, now = self._desk.areas, self._desk.now
        before = None if self._is_new else self._shown
        return check(draft, areas, now) if before is None else check_again(before, draft, areas, now)

    @override
    def update_problems(self, problems: Sequence[Problem]) -> None:
        super().update_problems(problems)
        self._told = frozenset(problem.field for problem in problems)
        self.entries.parties.show_problems(problems)

    @override
    def has_problem(self, field: str) -> bool:
        return super().has_problem(field) or (field == FIELD and self.entries.parties.has_problems)

    @override
    def focus_problem(self, field: str) -> None:
        if field == FIELD and self.entries.parties.has_problems:
            self.entries.parties.go_to_first_problem()
        else:
            super().focus_problem(field)

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

    def _look_at_parties(self) -> None:
        """Says at once what is wrong with the parties; what is missing can wait, unless it was told already."""
        found = self.problems(self.rules(self.draft()))
        of_parties = [p for p in found if p.field.partition(".")[0] == FIELD]
        told = [p for p in of_parties if p.code != "required" or p.field in self._told]
        self.boxes[FIELD].show_problem(next((p.message for p in told if p.field == FIELD), ""))
        self.entries.parties.show_problems(told)
