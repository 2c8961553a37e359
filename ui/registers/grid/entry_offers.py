"""What the pick lists of a register's grid offer (候选): its own words, places, people, and records on file."""

from collections.abc import Mapping, Sequence
from functools import partial

from typing_extensions import override

from gridapp.cases.register.draft import columns_of
from gridapp.domain.area import AreaTree
from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind
from gridapp.ports import CaseRow
from ui.batch.offers import Offers, as_choices
from ui.registers.entry_values import CAMPAIGNS, PEOPLE, UNITS
from ui.widgets.choices import Choice

YES, NO = "是", "否"


class EntryOffers(Offers):
    """The words of the ledger's columns; the records to which entries may belong come later, from the database."""

    def __init__(self, kind: Kind, areas: AreaTree, town: str) -> None:
        super().__init__(areas, town)
        self._columns: Mapping[str, Column] = {column.field: column for column in columns_of(kind)}
        self.free = frozenset(column.field for column in self._columns.values() if column.type in ("text", "words"))
        self.rows: Sequence[CaseRow] = ()
        self.campaigns: Sequence[str] = ()

    def case_meant(self, said: str) -> CaseRow | None:
        """The record that somebody means by its number, by what the list says, or by a name that only one bears."""
        words = said.strip()
        exact = [row for row in self.rows if words in (row.number, self.in_words(row))]
        named = [row for row in self.rows if row.title == words]
        found = exact or named
        return found[0] if len(found) == 1 else None

    def in_words(self, row: CaseRow) -> str:
        """A record as the list says it."""
        return " ".join(filter(None, (row.title, self.areas.name(row.village), row.number)))

    @override
    def choices(self, field: str, said: Mapping[str, str]) -> Sequence[Choice] | None:
        column = self._columns[field]
        if column.type == "village":
            return self.villages()
        if column.type == "grid":
            return self.grids(said.get("village", ""))
        if column.type == "case":
            return [Choice(str(row.id), self.in_words(row), row.number, row.title) for row in self.rows]
        if column.type == "flag":
            return as_choices((YES, NO))
        words = column.words or self._known(column)
        return as_choices(words) if words else None

    def _known(self, column: Column) -> Sequence[str]:
        if column.field in PEOPLE or column.type == "words":
            return self.lists.people
        if column.field in UNITS:
            return self.lists.units
        return self.campaigns if column.field in CAMPAIGNS else ()


def offers_of(kind: Kind) -> partial[EntryOffers]:
    """What makes the offers of a register."""
    return partial(EntryOffers, kind)
