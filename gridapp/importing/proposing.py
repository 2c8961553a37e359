"""Proposing which column fills which field (列对应建议): by the last choice, by name, by likeness, by content."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Column, Ledger, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.column_content import ColumnContent
from gridapp.importing.headings import Headed
from gridapp.importing.names import bare, core, places_by_name
from gridapp.importing.reading.cells import Cell
from gridapp.ports import Office

_LOOKED_AT = 300
"""So many rows below the headings show what a column holds."""
_VERY_LIKE, _LIKE = 0.8, 0.6
_SPEAKS = 0.8
"""From this share of its cells on, a column's content says what it is; below the other it speaks against a name."""
_SPEAKS_AGAINST = 0.3


class Sure(StrEnum):
    """How sure a proposal is; the value is the clerk's word."""

    REMEMBERED = "上次所选"
    CERTAIN = "确定"
    LIKELY = "很可能"
    GUESSED = "请核对"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A column of the ledger and the place (from 0) in the sheet that may fill it; `why` in Chinese."""

    column: Column
    place: int
    sure: Sure
    why: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for a sheet."""

    headed: Headed
    ledger: Ledger
    proposals: Sequence[Proposal]

    @property
    def places(self) -> Mapping[str, int]:
        """Field to place, of all that is not just guessed."""
        return {one.column.field: one.place for one in self.proposals if one.sure is not Sure.GUESSED}

    @property
    def guesses(self) -> Sequence[Proposal]:
        """What somebody has to look at before it can be used."""
        return [one for one in self.proposals if one.sure is Sure.GUESSED]


def proposed(office: Office, headed: Headed, kind: Kind, town: Area, newcomers: Sequence[Area] = ()) -> Proposed:
    """What is proposed for a sheet; asks the database for what was chosen last under the same headings."""
    ledger = ledger_of(kind)
    areas = AreaTree(newcomers) if newcomers else office.registers.areas()
    remembered = office.mappings.remembered(kind, headed.headings)
    content = ColumnContent(_first_cells(headed), town, areas, vocabulary())
    finder = _Finder(headed, ledger, content)
    if remembered is not None:
        finder.remember(remembered)
    else:
        finder.by_name()
        finder.by_likeness()
        finder.by_content()
    order = {column.field: place for place, column in enumerate(ledger.columns)}
    return Proposed(headed, ledger, sorted(finder.found, key=lambda one: order[one.column.field]))


def _first_cells(headed: Headed) -> Sequence[Sequence[Cell]]:
    rows = headed.sheet.first(headed.heading_row + _LOOKED_AT)
    return [row.cells for row in rows if row.number > headed.heading_row]


class _Finder:
    def __init__(self, headed: Headed, ledger: Ledger, content: ColumnContent) -> None:
        self._headings, self._ledger, self._content = headed.headings, ledger, content
        self.found: list[Proposal] = []

    def remember(self, places: Mapping[str, int]) -> None:
        columns = {column.field: column for column in self._ledger.columns}
        for field, place in places.items():
            if field in columns and place < len(self._headings):
                self.found.append(Proposal(columns[field], place, Sure.REMEMBERED, "上次导入同样表头的台账时所选。"))

    def by_name(self) -> None:
        for field, place in places_by_name(self._headings, self._ledger).items():
            column, heading = self._ledger.column(field), self._headings[place]
            own = bare(heading) == bare(column.heading)
            why = "表头相同。" if own else f"表头“{heading}”是“{column.heading}”的另一种写法。"
            self.found.append(Proposal(column, place, Sure.CERTAIN, why))

    def by_likeness(self) -> None:
        """The pairs of headings that are most alike first; content that cannot be read speaks against them."""
        for likeness, column, place in sorted(self._pairs(), key=lambda pair: (-pair[0], pair[2])):
            if self._is_open(column, place):
                readable = self._content.share(place, column)
                against = readable is not None and readable < _SPEAKS_AGAINST
                sure = Sure.LIKELY if likeness >= _VERY_LIKE and not against else Sure.GUESSED
                why = f"表头“{self._headings[place]}”与“{column.heading}”相近。"
                if against:
                    why = f"{why[:-1]}，但内容多数读不成“{column.heading}”。"
                self.found.append(Proposal(column, place, sure, why))

    def _pairs(self) -> Iterator[tuple[float, Column, int]]:
        for place, heading in enumerate(self._headings):
            written = core(heading)
            for column in self._ledger.columns if len(written) >= 2 else ():
                names = [bare(name) for name in (column.heading, *column.aliases)]
                likeness = max(SequenceMatcher(None, written, name, autojunk=False).ratio() for name in names)
                if likeness >= _LIKE:
                    yield likeness, column, place

    def by_content(self) -> None:
        """Columns that nobody's name has found, where what stands in one column can be nothing else."""
        for place, heading in enumerate(self._headings):
            for column in self._ledger.columns:
                telling = self._content.telling(place, column) if self._is_open(column, place) else None
                if telling is not None and telling[0] >= _SPEAKS:
                    alone = telling[1] and self._alone(column, place)
                    sure = Sure.LIKELY if alone else Sure.GUESSED
                    called = f"表头“{heading}”下" if heading else "这一列"
                    self.found.append(Proposal(column, place, sure, f"{called}的内容是{telling[2]}。"))

    def _alone(self, column: Column, place: int) -> bool:
        """Whether no other free column of the sheet holds the same sort of thing, and no other field asks for it."""
        others = [p for p in range(len(self._headings)) if p != place and self._is_open(column, p)]
        shares = [telling for p in others if (telling := self._content.telling(p, column)) is not None]
        rivals = [c for c in self._ledger.columns if c is not column and c.type == column.type]
        return all(share < _SPEAKS for share, *_ in shares) and not any(self._is_open(c, place) for c in rivals)

    def _is_open(self, column: Column, place: int) -> bool:
        return all(one.column is not column and one.place != place for one in self.found)
