"""The entries of a form in which people are named (带当事人的字段): what of them cannot be read is kept as typed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from typing_extensions import override

from gridapp.domain.problem import Problem
from ui.recording.case_entries import CaseEntries, D
from ui.recording.parties.parties_box import FIELD, PartiesBox


class PartiesEntries(CaseEntries[D]):
    """Entries with one box of people among them."""

    parties: PartiesBox

    def in_draft(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Problems of the rows by their places in the draft; as they stand in the box, if nobody says otherwise."""
        return problems

    @override
    def typed(self) -> Mapping[str, Any]:
        births = {FIELD: self.parties.births} if self.parties.births else {}
        return {**super().typed(), **births}

    @override
    def retype(self, typed: Mapping[str, Any]) -> None:
        super().retype(typed)
        births = typed.get(FIELD)
        if isinstance(births, list):
            self.parties.show_births([birth for birth in births if isinstance(birth, list) and len(birth) == 2])

    @override
    def unreadable(self) -> Iterator[Problem]:
        yield from super().unreadable()
        yield from self.in_draft(self.parties.problems)
