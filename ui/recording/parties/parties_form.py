"""A form in which people are named (带当事人的表单): their rows are watched and told their problems like its fields."""

from collections.abc import Sequence

from typing_extensions import override

from gridapp.domain.problem import Problem
from ui.recording.case_entries import D
from ui.recording.case_form import CaseForm
from ui.recording.parties.parties_box import FIELD, PartiesBox
from ui.recording.parties.party_row import PartyRow


class PartiesForm(CaseForm[D]):
    """A form with one box of people among its entries."""

    _parties: PartiesBox
    _told: frozenset[str] = frozenset()

    def watch_parties(self, parties: PartiesBox) -> None:
        """Once the form is made: its people are looked after like its fields."""
        self._parties = parties
        parties.changed.connect(self.changed)
        parties.row_added.connect(self._watch_row)
        parties.left.connect(self._look_at_parties)
        for row in parties.rows:
            self._watch_row(row)

    def of_rows(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """The problems as the rows are numbered in the box; as they stand in the draft, if nobody says otherwise."""
        return problems

    def _watch_row(self, row: PartyRow) -> None:
        for entry in row.entries.values():
            self.watch(entry)

    @override
    def update_problems(self, problems: Sequence[Problem]) -> None:
        super().update_problems(problems)
        self._told = frozenset(problem.field for problem in problems)
        self._parties.show_problems(self.of_rows(problems))

    @override
    def has_problem(self, field: str) -> bool:
        return super().has_problem(field) or (field == FIELD and self._parties.has_problems)

    @override
    def focus_problem(self, field: str) -> None:
        if field == FIELD and self._parties.has_problems:
            self._parties.go_to_first_problem()
        else:
            super().focus_problem(field)

    def _look_at_parties(self) -> None:
        """Says at once what is wrong with the people; what is missing can wait, unless it was told already."""
        found = self.problems(self.rules(self.draft()))
        of_parties = [p for p in found if p.field.partition(".")[0] == FIELD]
        told = [p for p in of_parties if p.code != "required" or p.field in self._told]
        self.boxes[FIELD].show_problem(next((p.message for p in told if p.field == FIELD), ""))
        self._parties.show_problems(self.of_rows(told))
